import type { RecordChange } from './changes.ts'
import type { HistoryEntry, ReadEntry } from './entries.ts'

/** `types`: command types whose words match the text in the language of the person. `record`: such as "events/e1". */
export type HistoryQuery = { text: string; types: readonly string[]; record: string | null }

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every text a value holds, keys left out. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

/** What of a record people would search for: its names, words and remarks, not its ids and hashes. */
const spoken = (value: unknown): string[] => texts(value).filter((text) => !/^[0-9a-f-]{32,64}$/.test(text))

/** The text that a search in the history goes through, without case and diacritics; made once for each entry. */
export function searchable({ author, label, tag }: HistoryEntry, changes: readonly RecordChange[]): string {
  return folded([author, label ?? '', ...spoken(tag), ...changes.flatMap(({ record, fields }) => [...spoken(record), ...fields.flatMap(({ from, to }) => [...spoken(from), ...spoken(to)])])].join('\n'))
}

/** Whether an entry is wanted: every word of the text stands in it, and it is about the record ("incident": its own fields). */
export function isWanted({ entry, records, haystack }: ReadEntry, { text, types, record }: HistoryQuery): boolean {
  if (record !== null && !records.has(record)) return false
  const words = folded(text).split(/\s+/).filter((word) => word !== '')
  return words.length === 0 || types.includes(entry.type) || words.every((word) => haystack.includes(word))
}
