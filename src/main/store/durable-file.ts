import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { systemCode } from './errors.ts'
import type { Files } from './files.ts'

/** Temps carry a UUID, so that two writers never meet; only this shape is ever swept. */
const tempShape = /^\..+\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/
export const isTemp = (name: string): boolean => tempShape.test(name)
const folderMode = 0o700
const fileMode = 0o600

/**
 * Replaces a file so that after any crash it holds the old bytes or the new ones, and resolves when the new ones are
 * durable. A symbolic link is followed and kept.
 * @throws the system's error; the temp is removed, and the old file stands (only when syncing the folder itself
 * failed may the new one already be in its place, whole)
 */
export async function writeDurably(path: string, bytes: Uint8Array, files: Files): Promise<void> {
  const target = await followLinks(path, files)
  await put(join(dirname(target), tempOf(basename(target))), target, bytes, files)
}

const tempOf = (name: string) => `.${name}.${randomUUID()}.tmp`

async function put(temp: string, target: string, bytes: Uint8Array, files: Files): Promise<void> {
  const handle = await files.open(temp, 'wx', fileMode)
  try {
    await fill(handle, bytes)
    await files.rename(temp, target)
  } catch (error) {
    await files.unlink(temp).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(target), files)
}

async function fill(handle: FileHandle, bytes: Uint8Array) {
  try {
    await writeFully(handle, bytes, 0)
    await handle.sync()
    const { size } = await handle.stat()
    if (size !== bytes.length) throw incomplete(size, bytes.length)
  } finally {
    await handle.close()
  }
}

const incomplete = (done: number, all: number) => Object.assign(new Error(`${done} of ${all} bytes were written`), { code: 'EIO' })

/** Writes all bytes at a position. One write may take fewer than it was given, and says so only in its answer. */
export async function writeFully(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    if (bytesWritten === 0) throw incomplete(done, bytes.length)
    done += bytesWritten
  }
}

async function followLinks(path: string, files: Files): Promise<string> {
  let target = resolve(path)
  for (let hops = 0; hops < 40; hops += 1) {
    const next = await files.readlink(target).catch((error: unknown) => {
      // EINVAL: not a link. UNKNOWN is what Windows answers for the same.
      if (['EINVAL', 'ENOENT', 'UNKNOWN'].includes(systemCode(error))) return null
      throw error
    })
    if (next === null) return join(await files.realpath(dirname(target)), basename(target))
    target = resolve(dirname(target), next)
  }
  throw new Error(`${path}: too many symbolic links`)
}

/** Makes names in a folder durable. Windows keeps them with the file and cannot open a folder. */
export async function syncFolder(folder: string, files: Files): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Creates a folder with its parents, open to its owner alone. One that exists is left as it is. */
export async function ensureFolder(folder: string, files: Files): Promise<void> {
  const first = await files.mkdir(folder, { recursive: true, mode: folderMode })
  if (first === undefined) return
  // Each new folder is a name in the one above it, and a power cut may take any of these names away.
  // They are counted, because a sealed library answers with the name that lies on the disk.
  let made = folder
  for (let left = depthOf(folder) - depthOf(first); left >= 0; left--) {
    made = dirname(made)
    await syncFolder(made, files)
  }
}
const depthOf = (path: string) => path.split(sep).length

/** Creates a file that must not exist yet. @throws EEXIST */
export async function createExclusively(path: string, bytes: Uint8Array, files: Files): Promise<void> {
  const handle = await files.open(path, 'wx', fileMode)
  await fill(handle, bytes)
}

/** Moves a file into another folder of the library; an older file of that name is never replaced. */
export async function moveDurably(from: string, folder: string, name: string, files: Files): Promise<string> {
  await ensureFolder(folder, files)
  const to = await freePlace(folder, name, files)
  await files.rename(from, to)
  await syncFolder(folder, files)
  await syncFolder(dirname(from), files)
  return to
}

/** Keeps bytes in a folder of the library under a name that is not taken yet. */
export async function keepAside(folder: string, name: string, bytes: Uint8Array, files: Files): Promise<void> {
  await ensureFolder(folder, files)
  await writeDurably(await freePlace(folder, name, files), bytes, files)
}

/**
 * Keeps what a file holds on the disk, byte for byte, in a folder of the library under a name that is not taken yet.
 * Of a damaged file of an encrypted library that is more than what can be read of it: what does not open today may be
 * brought back by someone who has the bytes and the key.
 */
export async function keepCopy(path: string, folder: string, name: string, files: Files): Promise<void> {
  await ensureFolder(folder, files)
  const to = await freePlace(folder, name, files)
  const { disk, placeOf } = files.under ?? { disk: files, placeOf: (same: string) => same }
  await put(placeOf(join(folder, tempOf(name))), placeOf(to), await disk.readFile(placeOf(path)), disk)
}

async function freePlace(folder: string, name: string, files: Files): Promise<string> {
  return join(folder, (await exists(join(folder, name), files)) ? `${name}.${randomUUID()}` : name)
}

export async function exists(path: string, files: Files): Promise<boolean> {
  return files.lstat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false
      throw error
    },
  )
}

/** Removes what a killed writer left behind. Only for the one who holds the lock. Answers how many there were. */
export async function sweepTemps(folder: string, files: Files): Promise<number> {
  const temps = (await files.readdir(folder)).filter(isTemp)
  for (const name of temps) await files.unlink(join(folder, name))
  return temps.length
}
