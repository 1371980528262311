import type { Moment, OpenIncident } from '#contract/index.ts'
import type { IncidentDocument } from '#domain/exchange/index.ts'
import { textsFromLibrary } from '../ingest/index.ts'
import { StoreError } from '../store/index.ts'
import { momentOf } from './history.ts'
import type { Ports } from './ports.ts'

type From = Pick<Ports, 'library' | 'references'>

const isReference = async ({ references }: From, id: string) => (await references.list()).some((summary) => summary.id === id)

/** Asks the library first; what it does not know may be a reference case. */
export async function orReference<T>(from: From, id: string, own: () => Promise<T>, reference: (document: IncidentDocument) => T | Promise<T>): Promise<T> {
  try {
    return await own()
  } catch (error) {
    const isElsewhere = error instanceof StoreError && error.code === 'not-found' && (await isReference(from, id))
    if (!isElsewhere) throw error
    return reference(await from.references.open(id))
  }
}

/** @throws StoreError not-found when neither the library nor the reference cases have it */
export function openAny(from: From, id: string): Promise<OpenIncident> {
  return orReference(
    from,
    id,
    async () => ({ ...(await from.library.open(id)), readOnly: from.library.readOnly }),
    ({ incident }) => ({ incident, sequence: 0, readOnly: true, undo: null, redo: null }),
  )
}

/** The incident with all its frozen texts, for a report or an export. */
export function documentOf(from: From, id: string): Promise<IncidentDocument> {
  return orReference(
    from,
    id,
    async () => {
      const { incident } = await from.library.open(id)
      return { incident, texts: await textsFromLibrary(from.library, incident) }
    },
    (document) => document,
  )
}

/** One frozen text of an incident, or of an earlier state of it. @throws StoreError not-found when no source of it has that text */
export async function textOf(from: From, id: string, sha256: string, at: Moment | null = null): Promise<string> {
  const missing = () => new StoreError('not-found', sha256, 'no source of this incident has that text')
  return orReference(
    from,
    id,
    async () => {
      const { incident } = at === null ? await from.library.open(id) : await momentOf(from.library, id, at)
      if (!Object.values(incident.sources).some((source) => source.text?.sha256 === sha256)) throw missing()
      return from.library.readText(sha256)
    },
    ({ texts }) => {
      const text = Object.hasOwn(texts, sha256) ? texts[sha256] : undefined
      if (text === undefined) throw missing()
      return text
    },
  )
}
