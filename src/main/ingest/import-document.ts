import type { IncidentDocument } from '#domain/exchange/document.ts'
import { textsOf, writeIncidentDocument } from '#domain/exchange/json-write.ts'
import type { Incident } from '#domain/incident/index.ts'
import type { Library } from '../store/library.ts'

/** The frozen texts an incident of the library stands on, by SHA-256. */
export async function textsFromLibrary(library: Library, incident: Incident): Promise<Record<string, string>> {
  const entries = await Promise.all(textsOf(incident).map(async (sha256) => [sha256, await library.readText(sha256)] as const))
  return Object.fromEntries(entries)
}

/** Whether the library has the incident of a document, with the same content to the byte or with other content. */
export async function documentState(library: Library, document: IncidentDocument): Promise<'new' | 'same' | 'other'> {
  const { id } = document.incident
  const isThere = library.list().some((summary) => summary.id === id) || library.unreadable.some((one) => one.id === id)
  if (!isThere) return 'new'
  if (library.unreadable.some((one) => one.id === id)) return 'other'
  const { incident } = await library.open(id)
  const kept = writeIncidentDocument(incident, await textsFromLibrary(library, incident))
  return kept === writeIncidentDocument(document.incident, document.texts) ? 'same' : 'other'
}

/** Adds the incident of a document; a document the library has to the byte changes nothing. */
export async function importDocument(library: Library, document: IncidentDocument): Promise<{ outcome: 'imported' | 'duplicate'; incidentId: string }> {
  const { incident, texts } = document
  if ((await documentState(library, document)) === 'same') return { outcome: 'duplicate', incidentId: incident.id }
  await library.create(incident, texts)
  return { outcome: 'imported', incidentId: incident.id }
}
