import { resolve } from 'node:path'
import { Drafts } from './drafts.ts'
import { files as realFiles } from './files.ts'
import { nameAnyway, prepareFolders, readName, requireFolder } from './folder.ts'
import { layout } from './layout.ts'
import { Library, type LibraryOptions } from './library.ts'
import { isAbandoned, takeLock } from './lock.ts'
import { currentSchema } from './schema.ts'
import { Summaries } from './summaries.ts'

/**
 * Opens a library folder, or makes one where there is none. When another process writes to it, the library opens
 * read-only and lockedBy says who that is.
 * @throws StoreError missing (read-only or expected), not-a-library, unreadable, corrupt, newer; libraryState() says more
 */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const at = layout(resolve(folder))
  const files = options.files ?? realFiles
  const schema = options.schema ?? currentSchema
  const wanted = options.readOnly ?? false
  await requireFolder(at, wanted || (options.expected ?? false), files)
  const lock = wanted ? null : await takeLock(at.lock, options.now(), files)
  const readOnly = lock?.held !== true
  let healed = () => undefined as void
  try {
    if (!readOnly) await prepareFolders(at, files, lock.tookOver)
    // Asked for reading only, the incidents can be read whatever library.json is like.
    const name = wanted ? await nameAnyway(at, options.now(), files) : await readName(at, { readOnly, now: options.now(), files })
    const crashed = lock?.held ? lock.tookOver : await isAbandoned(at.lock, files)
    const summaries = await Summaries.open(at, { readOnly, now: options.now, files, schema, crashed, healed: () => healed() })
    const drafts = await Drafts.open(at, { readOnly, now: options.now, files })
    const library = new Library(at, { ...options, files, readOnly, schema }, { name, lock, summaries, drafts })
    healed = () => library.announceList()
    return library
  } catch (error) {
    if (lock?.held) await lock.release()
    throw error
  }
}
