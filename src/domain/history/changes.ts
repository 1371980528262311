import type { Revision } from '../command/index.ts'
import { collectionNames, recordsIn, type CollectionName, type Incident } from '../incident/index.ts'
import { excerpts } from './excerpts.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** A field with its value before and after; undefined: there was none. `path` leads to it inside the record. Long texts are cut round the first difference. */
export type FieldChange = { path: string[]; from?: Json | undefined; to?: Json | undefined }
/** What happened to one record, or to the incident itself (collection "incident"). `record`: as it is afterwards, or was before it went. */
export type RecordChange = { collection: CollectionName | 'incident'; id: string; verb: 'add' | 'update' | 'remove'; record: Json; fields: FieldChange[] }

type AnyRecord = Record<string, Json>
const records = (incident: Incident, collection: CollectionName) => recordsIn(incident, collection) as unknown as Record<string, AnyRecord>
const isRecord = (value: Json | undefined): value is AnyRecord => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)
const isCollection = (name: unknown): name is CollectionName => collectionNames.some((one) => one === name)

/** The fields in which two values of one record differ; records inside it (a date, a citation) are compared field by field. */
export function fieldChanges(before: AnyRecord, after: AnyRecord, path: string[] = []): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [from, to] = [before[key], after[key]]
    if (same(from, to)) return []
    if (isRecord(from) && isRecord(to) && path.length === 0) return fieldChanges(from, to, [key])
    return [{ path: [...path, key], ...excerpts(from, to) }]
  })
}

/** The ids of a collection that patches may have changed. */
function touched(before: Incident, after: Incident, collection: CollectionName, patches: Revision['patches']): string[] {
  const ids = new Set<string>()
  for (const { path } of patches) {
    if (path[0] !== collection) continue
    if (path.length > 1) ids.add(String(path[1]))
    else for (const id of [...Object.keys(recordsIn(before, collection)), ...Object.keys(recordsIn(after, collection))]) ids.add(id)
  }
  return [...ids]
}

function recordChange(before: Incident, after: Incident, collection: CollectionName, id: string): RecordChange[] {
  const [from, to] = [records(before, collection)[id], records(after, collection)[id]]
  if (from && !to) return [{ collection, id, verb: 'remove', record: from, fields: [] }]
  if (!to || same(from, to)) return []
  return [from ? { collection, id, verb: 'update', record: to, fields: fieldChanges(from, to) } : { collection, id, verb: 'add', record: to, fields: [] }]
}

function headOf(incident: Incident): AnyRecord {
  return Object.fromEntries(Object.entries(incident).filter(([key]) => !isCollection(key))) as AnyRecord
}

/** What patches made of an incident, record by record: the incident itself first, then in the order of the collections. */
export function changesBetween(before: Incident, after: Incident, patches: Revision['patches']): RecordChange[] {
  const [from, to] = [headOf(before), headOf(after)]
  const fields = patches.some(({ path }) => !isCollection(path[0])) ? fieldChanges(from, to) : []
  const head: RecordChange[] = fields.length > 0 ? [{ collection: 'incident', id: after.id, verb: 'update', record: { title: after.title, shortTitle: after.shortTitle }, fields }] : []
  return [...head, ...collectionNames.flatMap((collection) => touched(before, after, collection, patches).flatMap((id) => recordChange(before, after, collection, id)))]
}
