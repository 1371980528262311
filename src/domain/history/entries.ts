import { collectionOfNoun, nameOf, patchIncident, type Command, type Noun, type Revision } from '../command/index.ts'
import { collectionNames, recordsIn, type CollectionName, type Incident } from '../incident/index.ts'
import { changesBetween, type FieldChange, type Json, type RecordChange } from './changes.ts'
import { excerpts } from './excerpts.ts'
import { searchable } from './search.ts'

/** Of one revision so many records are told; a batch or an import may touch thousands. */
const mostChanges = 60

/**
 * A revision as people read it, without the words of any language. `type` and `label` name the command; of undo and
 * redo, that of the revision they are about.
 */
export type HistoryEntry = {
  sequence: number
  time: string
  author: string
  kind: Revision['kind']
  of: number | null
  type: string
  label: string | null
  changes: RecordChange[]
  /** All records that changed; `changes` holds the first of them. */
  changed: number
  tag: { from: string; to: string } | null
  /** Of a restoration: the revision that was put back in place. */
  restored: number | null
  /** Of the first revision: how many records the incident began with. */
  began: number | null
}

const countOf = (incident: Incident) => collectionNames.reduce((sum, name) => sum + Object.keys(recordsIn(incident, name)).length, 0)

function named(command: Command | null, revision: Revision): Pick<HistoryEntry, 'type' | 'label' | 'tag' | 'restored' | 'began'> {
  const nothing = { tag: null, restored: null, began: null }
  if (!command) return { type: revision.kind, label: null, ...nothing }
  const tag = command.type === 'tag.rename' ? { from: command.from, to: command.to } : null
  const restored = command.type === 'incident.restore' ? command.sequence : null
  return { ...nameOf(command), tag, restored, began: command.type === 'incident.create' ? countOf(command.incident) : null }
}

/** What one revision says of itself, with what it changed where that is known. `about`: the revision that undo and redo speak of. */
export function entryOf(revision: Revision, about: Revision | undefined, changes: RecordChange[]): HistoryEntry {
  const { sequence, time, author, kind, of } = revision
  return { sequence, time, author, kind, of, ...named((revision.command ?? about?.command) as Command | null, revision), changes: changes.slice(0, mostChanges), changed: changes.length }
}

/** Finds a record as it is known from elsewhere. */
export type RecordLookup = (collection: CollectionName, id: string) => Json | undefined

const toldFields = (changes: Record<string, unknown>): FieldChange[] => Object.entries(changes).map(([key, to]) => ({ path: [key], ...excerpts(undefined, to as Json) }))

/**
 * What a command alone tells of the records it is about, where the incident before it is not known: new values, not the
 * old ones. A record that is changed or removed is named by `lookup`; one that nothing knows has none (null).
 */
export function changesToldBy(command: Command | null, lookup: RecordLookup = () => undefined): RecordChange[] {
  const commands = command === null ? [] : command.type === 'batch' ? command.commands : [command]
  return commands.flatMap((one): RecordChange[] => {
    const head = (changes: Record<string, unknown>): RecordChange[] => [{ collection: 'incident', id: '', verb: 'update', record: null, fields: toldFields(changes) }]
    if (one.type === 'incident.rename') return head({ title: one.title })
    if (one.type === 'incident.update') return head(one.changes)
    if (one.type === 'incident.create' || one.type === 'incident.restore' || one.type === 'tag.rename') return []
    const [noun] = one.type.split('.') as [Noun]
    const collection = collectionOfNoun[noun]
    if ('item' in one) return [{ collection, id: one.item.id, verb: 'add', record: one.item as unknown as Json, fields: [] }]
    const record = lookup(collection, one.id) ?? null
    return 'changes' in one ? [{ collection, id: one.id, verb: 'update', record, fields: toldFields(one.changes) }] : [{ collection, id: one.id, verb: 'remove', record, fields: [] }]
  })
}

/** An entry with what it is found by: the records it is about, all of them, and its text without case and diacritics. */
export type ReadEntry = { entry: HistoryEntry; records: ReadonlySet<string>; haystack: string }

/** A history that is read step by step, from its first revision on. */
export class HistoryReader {
  #incident: Incident | null = null
  readonly #bySequence = new Map<number, Revision>()

  read(revision: Revision): ReadEntry {
    this.#bySequence.set(revision.sequence, revision)
    const about = revision.of === null ? undefined : this.#bySequence.get(revision.of)
    const changes = this.#changes(revision)
    const entry = entryOf(revision, about, changes)
    return { entry, records: new Set(changes.map(({ collection, id }) => (collection === 'incident' ? collection : `${collection}/${id}`))), haystack: searchable(entry, changes) }
  }

  #changes(revision: Revision): RecordChange[] {
    const { command, patches } = revision
    if (command?.type === 'incident.create') {
      this.#incident = command.incident
      return []
    }
    const before = this.#incident
    try {
      this.#incident = before && patchIncident(before, patches)
    } catch {
      // Written by an older version of the program: from here on the commands alone speak.
      this.#incident = null
    }
    return before && this.#incident ? changesBetween(before, this.#incident, patches) : changesToldBy(command)
  }
}
