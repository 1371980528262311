import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { createExclusively, ensureFolder, exists, isTemp, keepAside, syncFolder } from '../durable-file.ts'
import { StoreError } from '../errors.ts'
import { files as realFiles, type Files } from '../files.ts'
import { layout, ownNames, type Layout } from '../layout.ts'
import { takeLock } from '../lock.ts'
import { noteConversion, readConversion, settleConversion, type Conversion } from './conversion.ts'
import type { Secret, NewVault } from './secrets.ts'
import { openHeader } from './secrets.ts'
import { sealedFiles } from './sealed-files.ts'
import { readVault, writeVault } from './vault-file.ts'

export type ConversionProgress = { step: 'writing' | 'verifying' | 'replacing'; done: number; all: number }
export type ConvertOptions = {
  now: Date
  files?: Files
  progress?: (progress: ConversionProgress) => void
  /** Stops before anything is replaced; then the library is as it was. */
  signal?: AbortSignal
}
export type Converted = {
  files: number
  /** Names in the folder that are not Kronika's: left as they are. */
  foreign: string[]
}

const notConverted = new Set(['library.lock', 'library.lock.claim', 'vault.json', 'vault.copy.json', 'conversion.json', 'converted', 'replaced'])
/** Files copied at once. */
const atOnce = 8

/**
 * Encrypts a library that is closed: writes it anew under the key, reads all of it back, puts it in the place of the
 * plain one in steps that a crash leaves at the old library or the new one, and deletes the plain one with its backups.
 * What was deleted may stay on the disk until it is overwritten.
 * @throws StoreError invalid when it is encrypted already, locked ones as read-only · the system's error, then nothing has changed
 */
export async function encryptLibrary(folder: string, vault: NewVault, options: ConvertOptions): Promise<Converted> {
  const at = layout(resolve(folder))
  const files = options.files ?? realFiles
  return alone(at, options, async () => {
    if (await readVault(at, files)) throw new StoreError('invalid', at.root, 'is encrypted already')
    const next = layout(at.converted)
    return convert(at, 'encrypted', { from: files, into: sealedFiles(next.root, vault.key, files), prepare: () => writeVault(next, vault.header, files) }, options)
  })
}

/** Makes an encrypted library plain again, in the same way. @throws StoreError as unlockLibrary and encryptLibrary */
export async function decryptLibrary(folder: string, secret: Secret, options: ConvertOptions): Promise<Converted> {
  const at = layout(resolve(folder))
  const files = options.files ?? realFiles
  return alone(at, options, async () => {
    const vault = await readVault(at, files)
    if (!vault) throw new StoreError('invalid', at.root, 'is not encrypted')
    const key = await openHeader(vault.header, secret, at.vault)
    return convert(at, 'plain', { from: sealedFiles(at.root, key, files), into: files, prepare: async () => undefined }, options)
  })
}

async function alone<T>(at: Layout, { now, files = realFiles }: ConvertOptions, work: () => Promise<T>): Promise<T> {
  if (!(await exists(at.incidents, files))) throw new StoreError('missing', at.root, 'there is no library')
  const lock = await takeLock(at.lock, now, files)
  if (!lock.held) throw new StoreError('read-only', at.root, 'another Kronika has this library open for writing; close it first')
  try {
    await settleConversion(at, files)
    return await work()
  } finally {
    await lock.release()
  }
}

type Ways = { from: Files; into: Files; prepare: () => Promise<void> }

async function convert(at: Layout, to: Conversion['to'], { from, into, prepare }: Ways, options: ConvertOptions): Promise<Converted> {
  const files = options.files ?? realFiles
  const names = await files.readdir(at.root)
  const own = names.filter((name) => ownNames.includes(name) && !notConverted.has(name))
  const out = names.filter((name) => own.includes(name) || name === 'vault.json' || name === 'vault.copy.json')
  for (const folder of [at.converted, at.replaced]) if (await exists(folder, files)) throw new StoreError('exists', folder, 'is in the way, and belongs to no conversion that is known; move it elsewhere')
  await noteConversion(at, { to, out, into: [], step: 'building' }, files)
  try {
    const { folders, paths, strays } = await contentOf(at, own, from)
    const read = async (path: string) => (strays.has(path) ? { bytes: await files.readFile(strays.get(path) ?? path), whole: true } : openIn(from, path))
    const broken: string[] = []
    await ensureFolder(at.converted, files)
    await prepare()
    for (const folder of folders) await ensureFolder(placed(at, folder), into)
    await each(paths, 'writing', options, async (path) => {
      const { bytes, whole } = await read(path)
      await createExclusively(placed(at, path), bytes, into)
      if (!whole) broken.push(path)
    })
    if (broken.length > 0) await keepSealed(at, broken, from, into)
    for (const folder of folders) await syncFolder(placed(at, folder), into)
    await syncFolder(at.converted, files)
    await each(paths, 'verifying', options, async (path) => compare(path, (await read(path)).bytes, await into.readFile(placed(at, path))))
    options.progress?.({ step: 'replacing', done: 0, all: 1 })
    await noteConversion(at, { to, out, into: await files.readdir(at.converted), step: 'moving' }, files)
    await settleConversion(at, files)
    return { files: paths.length, foreign: names.filter((name) => !ownNames.includes(name) && !isTemp(name)) }
  } catch (error) {
    // Before "moving" this takes back, after it it goes on; should that fail too, the next opening does it.
    if ((await readConversion(at, files).catch(() => null))?.step === 'building') await settleConversion(at, files).catch(() => undefined)
    throw error
  }
}

/** Where a file of the library goes. */
const placed = (at: Layout, path: string) => join(at.converted, relative(at.root, path))

const openIn = async (files: Files, path: string) => files.under?.open(path) ?? { bytes: await files.readFile(path), whole: true }

/** Of files that do not open whole the sealed bytes are kept, with the header that holds their key. */
async function keepSealed(at: Layout, broken: readonly string[], from: Files, into: Files) {
  const { disk, placeOf } = from.under ?? { disk: from, placeOf: (same: string) => same }
  const quarantine = placed(at, at.quarantine)
  for (const path of broken) await keepAside(quarantine, `${relative(at.root, path).replaceAll(sep, '.')}.sealed`, await disk.readFile(placeOf(path)), into)
  const header = await disk.readFile(at.vault).catch(() => disk.readFile(at.vaultCopy))
  await keepAside(quarantine, 'vault.json', header, into)
}

/** What is deleted afterwards was read back from the disk first, byte for byte. */
function compare(path: string, before: Buffer, after: Buffer) {
  if (!before.equals(after)) throw new StoreError('corrupt', path, 'reads differently in the converted library; nothing was replaced')
}

async function each(paths: readonly string[], step: ConversionProgress['step'], { progress, signal }: ConvertOptions, work: (path: string) => Promise<void>) {
  for (let start = 0; start < paths.length; start += atOnce) {
    signal?.throwIfAborted()
    progress?.({ step, done: start, all: paths.length })
    await Promise.all(paths.slice(start, start + atOnce).map(work))
    await setImmediate()
  }
}

/** `strays`: where files lie on the disk that were put into the folder of an encrypted library as they are. */
type Content = { folders: string[]; paths: string[]; strays: Map<string, string> }

/** Everything below the library's own names, folders before what is in them. @throws StoreError invalid for what cannot be taken along */
async function contentOf(at: Layout, own: readonly string[], files: Files): Promise<Content> {
  const { disk, placeOf } = files.under ?? { disk: files, placeOf: (same: string) => same }
  const found: Content = { folders: [], paths: [], strays: new Map() }
  const waiting = own.map((name) => join(at.root, name))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const isOurs = await exists(placeOf(path), disk)
    const place = isOurs ? placeOf(path) : join(placeOf(dirname(path)), basename(path))
    const facts = await disk.lstat(place)
    // What it leads to would stay as it is: plain text that everyone believes is gone.
    if (facts.isSymbolicLink()) throw new StoreError('invalid', place, 'is a link; put what it leads to into the library itself first')
    if (facts.isDirectory() && !isOurs) throw new StoreError('invalid', place, 'does not belong to the library; move it elsewhere first')
    if (!isOurs) found.strays.set(path, place)
    if (!facts.isDirectory()) {
      found.paths.push(path)
      continue
    }
    const folder = path
    found.folders.push(folder)
    waiting.push(...(await files.readdir(folder)).filter((name) => !isTemp(name)).map((name) => join(folder, name)))
  }
  return found
}
