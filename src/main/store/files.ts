import { lstat, open, readFile, readdir, readlink, realpath, rename, stat, unlink } from 'node:fs/promises'

/** The calls through which the store reaches the disk; tests hand in ones that fail. */
export const files = { lstat, open, readFile, readdir, readlink, realpath, rename, stat, unlink }
export type Files = typeof files
