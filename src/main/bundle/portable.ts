import type { IncidentDocument } from '#domain/exchange/index.ts'
import { textsFromLibrary } from '../ingest/index.ts'
import { StoreError, type Library } from '../store/index.ts'
import type { Portable } from './write-bundle.ts'

/** What goes into the bundle of an incident of the library. @throws StoreError when something of it cannot be read whole */
export async function portableFrom(library: Library, id: string, withHistory: boolean): Promise<Portable> {
  const { incident, sequence } = await library.open(id)
  const originals = new Map<string, Uint8Array>()
  for (const { capture } of Object.values(incident.sources)) {
    const bytes = capture && (await keptOriginal(library, capture.sha256))
    if (capture && bytes) originals.set(capture.sha256, bytes)
  }
  return { incident, texts: await textsFromLibrary(library, incident), revision: sequence, originals, revisions: withHistory ? await library.history(id) : null }
}

/** A source whose original bytes are not kept travels without them; one whose bytes are damaged does not travel unnoticed. */
async function keptOriginal(library: Library, sha256: string): Promise<Uint8Array | null> {
  return library.readOriginal(sha256).catch((error: unknown) => {
    if (error instanceof StoreError && error.code === 'missing') return null
    throw error
  })
}

/** A shipped reference case: it has no originals and no history. */
export const portableReference = (document: IncidentDocument): Portable => ({ ...document, revision: 0, originals: new Map(), revisions: null })
