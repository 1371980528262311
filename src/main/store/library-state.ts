import { basename, resolve } from 'node:path'
import { exists, moveDurably } from './durable-file.ts'
import { messageOf, StoreError } from './errors.ts'
import { files as realFiles, type Files } from './files.ts'
import { readName, requireFolder } from './folder.ts'
import { layout, stampOf } from './layout.ts'
import { lockedBy, type Holder } from './lock.ts'
import { readConversion } from './vault/conversion.ts'
import { isEncrypted } from './vault/unlock.ts'

/** What is at the place of a library. "locked": sound, and someone else writes to it; "none": nothing, as at the first start. */
export type LibraryState =
  | { state: 'ok'; path: string; name: string }
  | { state: 'locked'; path: string; name: string; by: Holder | null }
  | { state: 'none'; path: string }
  /** Sound as far as can be seen without a key; its name is not known before. */
  | { state: 'encrypted'; path: string; by: Holder | null }
  /** unreadable, corrupt and newer speak of library.json: incidents have their own states. */
  | { state: 'missing' | 'unreadable' | 'corrupt' | 'newer' | 'not-a-library'; path: string; detail: string; ways: ('open-read-only' | 'set-aside')[] }

type Options = { expected: boolean; files?: Files }

/** Looks before anything is opened, and changes nothing. `expected`: a library was here before. */
export async function libraryState(folder: string, { expected, files = realFiles }: Options): Promise<LibraryState> {
  const at = layout(resolve(folder))
  try {
    const isThere = await exists(at.root, files)
    const isEmpty = isThere && (await files.readdir(at.root)).every((name) => name.startsWith('.'))
    if (!isThere || isEmpty) return expected ? { state: 'missing', path: at.root, detail: isThere ? 'the folder is empty' : 'the folder is not there', ways: [] } : { state: 'none', path: at.root }
    await requireFolder(at, true, files)
    const holder = await lockedBy(at.lock, files)
    const conversion = await readConversion(at, files)
    // A conversion that was cut off is ended at the next opening; until then its name may lie in either library.
    if (conversion?.step === 'moving' && conversion.to === 'plain') return { state: 'ok', path: at.root, name: basename(at.root) }
    if (await isEncrypted(at, files)) return { state: 'encrypted', path: at.root, by: holder?.by ?? null }
    const name = await readName(at, { readOnly: true, now: new Date(0), files })
    return holder ? { state: 'locked', path: at.root, name, by: holder.by } : { state: 'ok', path: at.root, name }
  } catch (error) {
    return trouble(at.root, error)
  }
}

function trouble(path: string, error: unknown): LibraryState {
  if (!(error instanceof StoreError)) return { state: 'unreadable', path, detail: messageOf(error), ways: [] }
  const { code, detail, where } = error
  // Setting the header of an encrypted library aside would close it for good.
  if (basename(where).startsWith('vault.') || basename(where) === 'conversion.json') return { state: code === 'newer' || code === 'missing' ? code : code === 'corrupt' ? code : 'unreadable', path, detail: `${basename(where)}: ${detail}`, ways: [] }
  if (code === 'corrupt') return { state: code, path, detail, ways: ['open-read-only', 'set-aside'] }
  if (code === 'newer') return { state: code, path, detail, ways: ['open-read-only'] }
  if (code === 'unreadable' || code === 'not-a-library') return { state: code, path, detail, ways: [] }
  return { state: 'missing', path, detail, ways: [] }
}

/** Moves a damaged library.json to quarantine/; opening makes a new one, from its copy where there is one. */
export async function setLibraryFileAside(folder: string, now: Date, files: Files = realFiles): Promise<void> {
  const at = layout(resolve(folder))
  const state = await libraryState(folder, { expected: true, files })
  if (state.state !== 'corrupt') throw new StoreError('invalid', at.library, 'is not damaged')
  await moveDurably(at.library, at.quarantine, `library.json.${stampOf(now)}`, files)
}
