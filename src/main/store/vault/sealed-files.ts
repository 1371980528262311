import type { BigIntStats, Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Files } from '../files.ts'
import { endBytes, headBytes, openAsFarAsPossible, openSealed } from './frames.ts'
import type { VaultKey } from './keys.ts'
import { insideOf, openName, sealedPath } from './names.ts'
import { SealedHandle } from './sealed-handle.ts'

/** The lock says which process writes here, so that another one can read it without the key. */
const plainNames = new Set(['library.lock', 'library.lock.claim'])
/** Names opened between two pauses. */
const namesAtOnce = 2000
const placesKept = 500

const refusal = (code: string, path: string, why: string) => Object.assign(new Error(`${code}: ${path}: ${why}`), { code })

type Path = Parameters<Files['stat']>[0]

/**
 * The disk as an encrypted library sees it: below the library's folder all that is written is sealed, all that is read
 * is opened, and names below its folders are encrypted; sizes and positions are those of the plain text. Other paths go
 * through as they are, for copies that people ask for. The store above does not know the difference, so no writer of
 * it can forget to seal.
 */
export function sealedFiles(root: string, key: VaultKey, files: Files): Files {
  /** Of what is open for appending: asked for its size at each edit. */
  const open = new Map<string, SealedHandle>()
  const inside = (path: unknown): string[] | null => (typeof path === 'string' ? insideOf(root, resolve(path)) : null)
  const isSealed = (parts: string[] | null): parts is string[] => parts !== null && parts.length > 0 && !(parts.length === 1 && plainNames.has(parts[0] ?? ''))
  /** Sealed names that were asked for lately: an edit asks for the same few again and again. */
  const places = new Map<string, string>()
  const placeOf = (parts: readonly string[]): string => {
    const path = parts.join('/')
    const known = places.get(path)
    if (known !== undefined) return known
    if (places.size > placesKept) places.clear()
    const place = sealedPath(root, parts, key)
    places.set(path, place)
    return place
  }
  const onDisk = <P>(path: P): P | string => {
    const parts = inside(path)
    return parts === null ? path : placeOf(parts)
  }

  const plainSizeOf = async (path: string, size: number): Promise<number> => {
    const known = open.get(path)?.plainSize(size)
    if (typeof known === 'number') return known
    if (size <= headBytes) return 0
    const handle = await files.open(path, 'r')
    try {
      const end = Buffer.alloc(endBytes)
      await handle.read(end, 0, endBytes, size - endBytes)
      const plain = Number(end.readBigUInt64LE(0))
      // Not the end of a frame, so not ours: never the size that anyone expects.
      return plain < size ? plain : size
    } finally {
      await handle.close()
    }
  }

  const withPlainSize = async <S extends Stats | BigIntStats>(path: unknown, facts: S): Promise<S> => {
    const parts = inside(path)
    if (!isSealed(parts) || !facts.isFile()) return facts
    const size = await plainSizeOf(placeOf(parts), Number(facts.size))
    return Object.assign(facts, { size: typeof facts.size === 'bigint' ? BigInt(size) : size })
  }

  const opened = async (path: string, parts: string[], flags: string | number | undefined, mode: number | undefined): Promise<FileHandle> => {
    const place = { files, key, path, onDisk: placeOf(parts) }
    const handle = await files.open(place.onDisk, flags, mode)
    try {
      // To sync a folder it is opened for reading.
      if (flags === 'r' && (await handle.stat()).isDirectory()) return handle
      const sealed = await SealedHandle.open(handle, place, flags === 'wx' ? 'new' : flags === 'r' ? 'look' : 'append')
      if (flags !== 'wx') open.set(place.onDisk, sealed)
      return trackClosed(sealed, () => open.get(place.onDisk) === sealed && open.delete(place.onDisk))
    } catch (error) {
      await handle.close().catch(() => undefined)
      throw error
    }
  }

  const sealing = {
    lstat: async (path: Path, ...rest: []) => withPlainSize(path, await files.lstat(onDisk(path), ...rest)),
    stat: async (path: Path, ...rest: []) => withPlainSize(path, await files.stat(onDisk(path), ...rest)),
    mkdir: (path: Path, ...rest: []) => files.mkdir(onDisk(path) as string, ...rest),
    rm: (path: string, ...rest: []) => files.rm(onDisk(path), ...rest),
    rename: (from: string, to: string) => files.rename(onDisk(from), onDisk(to)),
    unlink: (path: string) => files.unlink(onDisk(path)),
    open: async (path: string, flags?: string | number, mode?: number) => {
      const parts = inside(path)
      return isSealed(parts) ? opened(path, parts, flags, mode) : files.open(path, flags, mode)
    },
    readFile: async (path: Path, ...rest: []) => {
      const parts = inside(path)
      if (!isSealed(parts)) return files.readFile(path, ...rest)
      const bytes = await openSealed(await files.readFile(placeOf(parts)), key)
      return rest.length > 0 ? bytes.toString('utf8') : bytes
    },
    readdir: async (path: string, ...rest: unknown[]) => {
      const parts = inside(path)
      if (parts === null || parts.length === 0) return files.readdir(path, ...(rest as []))
      if (rest.length > 0) throw refusal('ENOTSUP', path, 'a sealed folder is listed by its names only')
      const names: string[] = []
      for (const name of await files.readdir(placeOf(parts))) {
        names.push(openName(name, key))
        if (names.length % namesAtOnce === 0) await setImmediate()
      }
      return names
    },
    // A link out of the library would carry what is written to where nothing is sealed.
    readlink: async (path: string) => {
      const parts = inside(path)
      if (!isSealed(parts)) return files.readlink(path)
      const at = placeOf(parts)
      const target = await files.readlink(at)
      throw refusal('EPERM', path, `is a link to ${isAbsolute(target) ? target : join(dirname(at), target)}; an encrypted library follows no links`)
    },
    realpath: async (path: string) => (inside(path) === null ? files.realpath(path) : path),
    under: {
      disk: files,
      placeOf: onDisk<string>,
      open: async (path: string) => openAsFarAsPossible(await files.readFile(onDisk(path)), key),
    },
    readNow: (handle: FileHandle | SealedHandle, bytes: Buffer, position: number) => (handle instanceof SealedHandle ? handle.readNow(bytes, position) : files.readNow(handle, bytes, position)),
  }
  // The file system's calls have many forms; the store uses the few that are answered here.
  return sealing as unknown as Files
}

function trackClosed(handle: SealedHandle, closed: () => void): FileHandle {
  const close = handle.close.bind(handle)
  handle.close = async () => {
    closed()
    await close()
  }
  return handle as unknown as FileHandle
}
