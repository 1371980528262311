import { randomUUID } from 'node:crypto'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import { textsOf, writeIncidentDocument } from '#domain/exchange/json-write.ts'
import type { Incident } from '#domain/incident/index.ts'
import type { Library } from '../store/library.ts'
import type { SuppliedDocument } from './read-supplied.ts'

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

/** The same incident under an id of its own. A history speaks of the old id, so it does not come along. */
export function copyOf(supplied: SuppliedDocument): SuppliedDocument {
  const { incident, texts } = supplied.document
  const copied = incident.language === 'cs' ? 'kopie' : 'copy'
  return { ...supplied, document: { incident: { ...incident, id: randomUUID(), title: `${incident.title.slice(0, 280)} (${copied})` }, texts }, revisions: null }
}

/** Adds the incident of a document, with the history and originals it carries; a document the library has to the byte changes nothing. */
export async function importDocument(library: Library, { document, originals, revisions }: SuppliedDocument): Promise<{ outcome: 'imported' | 'duplicate'; incidentId: string }> {
  const { incident, texts } = document
  if ((await documentState(library, document)) === 'same') return { outcome: 'duplicate', incidentId: incident.id }
  if (revisions) await library.adopt(incident, revisions, texts, originals)
  else await library.create(incident, texts, originals)
  return { outcome: 'imported', incidentId: incident.id }
}
