import type { IncidentDocument } from '#domain/exchange/document.ts'
import { textsFromLibrary } from '../ingest/index.ts'
import { libraryState, openLibrary, StoreError, unlockLibrary, type Library, type VaultKey } from '../store/index.ts'
import type { Context } from './context.ts'
import { libraryFolder } from './default-library.ts'
import { CliError } from './problem.ts'
import { secretOf } from './secret.ts'

const author = ({ io }: Context) => io.env['KRONIKA_AUTHOR'] || io.env['USER'] || io.env['USERNAME'] || ''

/** The key of an encrypted library, by the passphrase that the environment or a person gives; null for a plain one. */
export async function keyOf({ io, deps }: Context, folder: string): Promise<VaultKey | null> {
  const { state } = await libraryState(folder, { expected: false })
  return state === 'encrypted' ? unlockLibrary(folder, await secretOf(io, folder), deps.now()) : null
}

type How = { readOnly: boolean; expected: boolean }

async function using<T>(context: Context, how: How, work: (library: Library) => Promise<T>): Promise<T> {
  const folder = await libraryFolder(context)
  const library = await openLibrary(folder, { author: () => author(context).slice(0, 200), now: context.deps.now, ...how, key: await keyOf(context, folder) })
  try {
    return await work(library)
  } finally {
    await library.close()
  }
}

/** Looks without a lock and changes nothing, also while a window has the library open. */
export const reading = <T>(context: Context, work: (library: Library) => Promise<T>): Promise<T> => using(context, { readOnly: true, expected: false }, work)

/**
 * @param expected what is written belongs to something that is there already, so no library is made where none is found
 * @throws CliError read-only when someone else is writing to the library · StoreError missing
 */
export const writing = <T>(context: Context, work: (library: Library) => Promise<T>, { expected = false } = {}): Promise<T> =>
  using(context, { readOnly: false, expected }, (library) => {
    if (library.readOnly) {
      const { lockedBy } = library
      throw new CliError('read-only', library.path, `another Kronika has this library open for writing${lockedBy ? ` (process ${lockedBy.pid} on ${lockedBy.host})` : ''}; close it first`)
    }
    return work(library)
  })

export type Found = IncidentDocument & { sequence: number; reference: boolean }

/** An incident of the library or a reference case, with its texts. A library that does not exist has none. */
export async function findIncident(context: Context, id: string): Promise<Found> {
  try {
    return await reading(context, async (library) => {
      const { incident, sequence } = await library.open(id)
      return { incident, sequence, texts: await textsFromLibrary(library, incident), reference: false }
    })
  } catch (error) {
    const isElsewhere = error instanceof StoreError && (error.code === 'not-found' || error.code === 'missing')
    const known = isElsewhere && (await context.deps.references.list()).some((summary) => summary.id === id)
    if (known) return { ...(await context.deps.references.open(id)), sequence: 0, reference: true }
    if (error instanceof StoreError && error.code === 'not-found') throw new CliError('not-found', id, 'there is no such incident in the library, and no such reference case')
    throw error
  }
}
