import { execFileSync } from 'node:child_process'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString()
const has = (tool: string) => {
  try {
    run('which', tool)
    return true
  } catch {
    return false
  }
}

/** Why file systems cannot be mounted here; null when they can. */
export function mountsMissing(tools: readonly string[]): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux'
  const missing = tools.filter((tool) => !has(tool))
  if (missing.length > 0) return `needs ${missing.join(', ')} (packages xfsprogs, e2fsprogs)`
  try {
    run('unshare', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt')
    return null
  } catch {
    return 'nothing can be mounted here'
  }
}

export type FileSystem = 'ext4' | 'xfs'
const make: Record<FileSystem, string[]> = { ext4: ['mkfs.ext4', '-q', '-F'], xfs: ['mkfs.xfs', '-q', '-f'] }

/** A disk in a file, with a file system on it. */
export function makeDisk(image: string, kind: FileSystem): void {
  run('truncate', '-s', '400M', image)
  const [command = '', ...args] = make[kind]
  run(command, ...args, image)
}
export const mountDisk = (image: string, folder: string): void => void run('mount', '-o', 'loop', image, folder)
export const mountMemory = (folder: string, kilobytes: number): void => void run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
export const unmount = (folder: string): void => void run('umount', folder)
export const syncAll = (): void => void run('sync')
/** Cuts the power: what the file system has not yet written, log included, is gone. */
export const cutPower = (folder: string): void => void run('xfs_io', '-x', '-c', 'shutdown', folder)
