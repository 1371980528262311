import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { annotationTypes, emptyIncident, type Annotation, type Incident, type Source } from '../src/domain/incident/index.ts'
import { makeAnchor } from '../src/domain/text/index.ts'
import { openLibrary } from '../src/main/store/index.ts'
import { emptyFolder } from './libraries.ts'

const words = 'the group sent messages that looked genuine to officials of the ministry and read their mail for months before the service found out and told the government which then named those whom it holds responsible'.split(' ')

/** Words one after another, as many characters, the same each time. */
export function prose(length: number): string {
  let text = 'In that year'
  for (let nth = 0; text.length < length; nth++) text += ` ${words[(nth * nth + 7 * nth) % words.length]}`
  return `${text.slice(0, length - 1).trimEnd()}.`
}
/** Paragraphs of a length, with a blank line between them. */
export const paragraphsOf = (count: number, length: number): string => Array.from({ length: count }, () => prose(length)).join('\n\n')

/** A library with one incident, Long reading, whose sources are these texts, each with marks of 40 characters a step apart. */
export async function readingLibrary(texts: Record<string, { text: string; every: number }>): Promise<string> {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const sourceOf = (title: string, text: string): Source => ({ id: title.toLowerCase(), citation: { id: title.toLowerCase(), type: 'webpage', title }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null, text: { sha256: hash(text), length: text.length, nature: 'original' }, note: '', tags: [] })
  const given = Object.entries(texts)
  const annotations = given.flatMap(([title, { text, every }]) =>
    Array.from({ length: Math.floor((text.length - 50) / every) }, (_, nth): Annotation => ({ id: `${title.toLowerCase()}-${nth}`, sourceId: title.toLowerCase(), anchor: makeAnchor(text, hash(text), nth * every + 2, nth * every + 42), type: annotationTypes[nth % annotationTypes.length] ?? 'actor', tags: [], note: '', state: 'accepted', createdAt: '2025-05-28T10:00:00Z', createdBy: 'Jana Nová' })),
  )
  const incident: Incident = {
    ...emptyIncident({ id: 'i-long', title: 'Long reading', createdAt: '2025-05-28T10:00:00Z' }),
    sources: Object.fromEntries(given.map(([title, { text }]) => [title.toLowerCase(), sourceOf(title, text)])),
    annotations: Object.fromEntries(annotations.map((annotation) => [annotation.id, annotation])),
  }
  const folder = join(await emptyFolder(), 'library')
  const library = await openLibrary(folder, { author: () => 'Jana Nová', now: () => new Date() })
  await library.create(incident, Object.fromEntries(given.map(([, { text }]) => [hash(text), text])))
  await library.close()
  return folder
}
