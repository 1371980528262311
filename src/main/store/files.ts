import { readSync } from 'node:fs'
import { lstat, mkdir, open, readFile, readdir, readlink, realpath, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises'

/** The bytes at a position in this very turn. For what was written a moment ago and lies in memory. @returns how many were read */
const readNow = (handle: FileHandle, bytes: Buffer, position: number): number => readSync(handle.fd, bytes, 0, bytes.length, position)

/**
 * The calls through which the store reaches the disk, and the only ones: an encrypted library hands in calls that seal
 * what is written and open what is read (vault/), tests hand in ones that fail. Nothing else in the store imports the
 * file system, which a test makes sure of.
 */
export const files = { lstat, mkdir, open, readFile, readdir, readlink, realpath, rename, rm, stat, unlink, readNow }
export type Files = typeof files & { under?: Under }

/** What lies under a way to the disk that seals: for bytes that have to be kept although they do not open any more. */
export type Under = {
  disk: Files
  /** Where a path of the library lies on that disk. */
  placeOf: (path: string) => string
  /** The plain text of a file; `whole`: every byte of it authenticated. */
  open: (path: string) => Promise<{ bytes: Buffer; whole: boolean }>
}
