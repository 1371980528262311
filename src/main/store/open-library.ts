import { resolve } from 'node:path'
import { Drafts } from './drafts.ts'
import { moveDurably } from './durable-file.ts'
import { StoreError } from './errors.ts'
import { files as realFiles, type Files } from './files.ts'
import { nameAnyway, prepareFolders, readName, requireFolder } from './folder.ts'
import { layout, stampOf, type Layout } from './layout.ts'
import { Library } from './library.ts'
import type { LibraryOptions } from './library-options.ts'
import { isAbandoned, takeLock } from './lock.ts'
import { currentSchema } from './schema.ts'
import { Summaries } from './summaries.ts'
import { readConversion, settleConversion } from './vault/conversion.ts'
import { waysTo } from './vault/unlock.ts'
import { healVault } from './vault/vault-file.ts'

/**
 * Opens a library folder, or makes one where there is none. When another process writes to it, the library opens
 * read-only and lockedBy says who that is.
 * @throws StoreError missing (read-only or expected), not-a-library, unreadable, corrupt, newer; libraryState() says more;
 * encrypted, wrong-key: unlockLibrary() has the key
 */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const at = layout(resolve(folder))
  const disk = options.files ?? realFiles
  const schema = options.schema ?? currentSchema
  const key = options.key ?? null
  const wanted = options.readOnly ?? false
  await requireFolder(at, wanted || (options.expected ?? false), disk)
  const lock = wanted ? null : await takeLock(at.lock, options.now(), disk)
  const readOnly = lock?.held !== true
  let healed = () => undefined as void
  try {
    if (readOnly) await requireSettled(at, disk)
    else await settleConversion(at, disk)
    // From here on there is no other way to the disk: what is written is sealed where the library is encrypted.
    const { files, damaged } = await waysTo(at, key, disk)
    if (!readOnly) await prepareFolders(at, files, lock.tookOver)
    if (!readOnly && damaged) await healVault(at, options.now(), { disk, files })
    // Asked for reading only, the incidents can be read whatever library.json is like.
    const name = wanted ? await nameAnyway(at, options.now(), files) : await nameOrAnew(at, { readOnly, now: options.now(), files })
    const crashed = lock?.held ? lock.tookOver : await isAbandoned(at.lock, disk)
    const summaries = await Summaries.open(at, { readOnly, now: options.now, files, schema, crashed, healed: () => healed() })
    const drafts = await Drafts.open(at, { readOnly, now: options.now, files })
    const library = new Library(at, { ...options, files, readOnly, schema, key }, { name, lock, summaries, drafts })
    healed = () => library.announceList()
    return library
  } catch (error) {
    if (lock?.held) await lock.release()
    throw error
  }
}

/**
 * The screen on which a person chooses what becomes of a damaged library.json comes before the key, so of an encrypted
 * library it is put aside unasked, as a damaged index is: what it held is kept twice.
 */
async function nameOrAnew(at: Layout, how: { readOnly: boolean; now: Date; files: Files }): Promise<string> {
  return readName(at, how).catch(async (error: unknown) => {
    if (how.readOnly || !how.files.under || !(error instanceof StoreError) || error.code !== 'corrupt') throw error
    await moveDurably(at.library, at.quarantine, `library.json.${stampOf(how.now)}`, how.files)
    return readName(at, how)
  })
}

/** Between its parts' coming and going a library cannot even be looked at; that takes a moment, or the next one who may write. */
async function requireSettled(at: Layout, files: Files) {
  if ((await readConversion(at, files))?.step === 'moving') throw new StoreError('unreadable', at.conversion, 'the library is being encrypted or decrypted; try again, or open it for writing')
}
