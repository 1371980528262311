import { applyPatches, enablePatches, produceWithPatches, type Patch } from 'immer'
import type { z } from 'zod'
import { collectionSchemas, dependents, incidentSchema, integrityProblems, optionalCollections, recordsIn, referencesOfItem, relatesToItself, type CollectionName, type Incident, type IncidentRecord, type Reference, type Source } from '../incident/index.ts'
import { stillProposed } from './confirm-source.ts'
import { collectionOfNoun, type Command, type Noun, type SimpleCommand } from './schema.ts'

enablePatches()

export type { Patch }

export type CommandErrorCode = 'invalid' | 'exists' | 'not-found' | 'broken-reference' | 'in-use'

/** Why a command was refused. `dependents` names what rests on the item when the code is in-use. */
export class CommandError extends Error {
  readonly code: CommandErrorCode
  readonly path: string
  readonly dependents: Reference[]
  constructor(code: CommandErrorCode, path: string, message: string, inUseBy: Reference[] = []) {
    super(path === '' ? message : `${path}: ${message}`)
    this.name = 'CommandError'
    this.code = code
    this.path = path
    this.dependents = inUseBy
  }
}

type Draft = Incident
type AnyItem = IncidentRecord

/** The records of a collection, to be changed; one that was left out begins here. */
const records = (draft: Draft, collection: CollectionName) => (draft[collection] ??= {}) as Record<string, AnyItem>
const isOptional = (name: CollectionName) => optionalCollections.some((one) => one === name)

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new CommandError('invalid', [path, ...(issue?.path ?? [])].join('.'), issue?.message ?? 'invalid')
}

/** Refuses an item that points at something that is not there. */
function refuseBroken(incident: Draft, collection: CollectionName, item: AnyItem) {
  for (const { path, to } of referencesOfItem(collection, item)) {
    if (!Object.hasOwn(recordsIn(incident, to.collection), to.id)) {
      throw new CommandError('broken-reference', [collection, item.id, ...path].join('.'), `refers to ${to.collection} "${to.id}", which does not exist`)
    }
  }
  if (collection === 'annotations') refuseMisplaced(incident, item as Incident['annotations'][string])
}

function refuseMisplaced(incident: Draft, annotation: Incident['annotations'][string]) {
  const text = incident.sources[annotation.sourceId]?.text
  const path = `annotations.${annotation.id}`
  if (relatesToItself(annotation)) throw new CommandError('invalid', `${path}.relations`, 'a passage cannot stand in a relation to itself')
  if (!text) throw new CommandError('broken-reference', `${path}.sourceId`, 'the source has no frozen text to annotate')
  if (annotation.anchor.textSha256 === text.sha256 && annotation.anchor.end > text.length) {
    throw new CommandError('invalid', `${path}.anchor.end`, `lies beyond the text of ${text.length} characters`)
  }
}

/** Marks stand on a text by position, so a text that was frozen stays; a new version is another source. */
function refuseThawed(before: Source, after: Source) {
  if (before.text === null || (after.text?.sha256 === before.text.sha256 && after.text.length === before.text.length)) return
  throw new CommandError('invalid', `sources.${before.id}.text`, 'a frozen text never changes; import the new version as another source')
}

function add(draft: Draft, collection: CollectionName, item: AnyItem) {
  if (Object.hasOwn(recordsIn(draft, collection), item.id)) throw new CommandError('exists', `${collection}.${item.id}`, 'this id is already in use')
  refuseBroken(draft, collection, item)
  records(draft, collection)[item.id] = item
}

function update(draft: Draft, collection: CollectionName, id: string, changes: Record<string, unknown>) {
  const item = existing(draft, collection, id)
  if ('id' in changes && changes['id'] !== id) throw new CommandError('invalid', `${collection}.${id}.id`, 'an id never changes')
  const next = parsed<z.ZodType>(collectionSchemas[collection], { ...item, ...changes }, `${collection}.${id}`) as AnyItem
  refuseBroken(draft, collection, next)
  if (collection === 'sources') refuseThawed(item as Source, next as Source)
  const own = collection === 'sources' && !('proposed' in changes) ? withProposed(item as Source, next as Source) : []
  // Field by field, so that the patch is as small as the change.
  for (const key of [...Object.keys(changes), ...own]) Object.assign(item, { [key]: next[key as keyof AnyItem] })
}

/** Takes fields that a person wrote out of those that wait for one; names what that changed. */
function withProposed(before: Source, next: Source): 'proposed'[] {
  const left = stillProposed(before, next)
  if (JSON.stringify(left) === JSON.stringify(before.proposed)) return []
  next.proposed = left
  return ['proposed']
}

function existing(draft: Draft, collection: CollectionName, id: string): AnyItem {
  const item = Object.hasOwn(recordsIn(draft, collection), id) ? records(draft, collection)[id] : undefined
  if (!item) throw new CommandError('not-found', `${collection}.${id}`, 'there is no such item')
  return item
}

/** Takes one reference away; where the holder cannot exist without it, the holder goes too. */
function release(draft: Draft, reference: Reference) {
  const { from, path } = reference
  if (from.collection === 'annotations' && path[0] === 'sourceId') return remove(draft, 'annotations', from.id, true)
  let holder: unknown = from.collection === 'incident' ? draft : existing(draft, from.collection, from.id)
  for (const step of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[step]
  const last = path.at(-1) as string | number
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else (holder as Record<string, unknown>)[last] = null
}

function remove(draft: Draft, collection: CollectionName, id: string, together: boolean) {
  existing(draft, collection, id)
  const resting = dependents(draft, { collection, id }).filter(({ from }) => !(from.collection === collection && from.id === id))
  if (resting.length > 0 && !together) {
    throw new CommandError('in-use', `${collection}.${id}`, `${resting.length} other item(s) rest on it`, structuredCloneReferences(resting))
  }
  // Last to first, so that indexes into a list stay right while its entries go.
  for (const reference of resting.toReversed()) {
    if (reference.from.collection === 'incident' || Object.hasOwn(recordsIn(draft, reference.from.collection), reference.from.id)) release(draft, reference)
  }
  delete records(draft, collection)[id]
  // The last one gone, the document is as it was before the first.
  if (isOptional(collection) && Object.keys(recordsIn(draft, collection)).length === 0) delete (draft as Partial<Draft>)[collection]
}

const structuredCloneReferences = (list: Reference[]): Reference[] =>
  list.map(({ from, path, to }) => ({ from: { ...from }, path: [...path], to: { ...to } }))

function updateHead(draft: Draft, changes: Record<string, unknown>) {
  for (const [key, value] of Object.entries(changes)) if (value !== undefined) Object.assign(draft, { [key]: value })
  const wanted = [
    ...draft.actorIds.map((id, index) => ({ id, path: `actorIds.${index}` })),
    ...draft.victims.flatMap(({ entityId: id }, index) => (id === null ? [] : [{ id, path: `victims.${index}.entityId` }])),
  ]
  const missing = wanted.find(({ id }) => !Object.hasOwn(draft.entities, id))
  if (missing) throw new CommandError('broken-reference', missing.path, `refers to entities "${missing.id}", which does not exist`)
}

function renameTag(draft: Draft, from: string, to: string) {
  const renamed = (tags: string[]) => [...new Set(tags.map((tag) => (tag === from ? to : tag)))]
  if (draft.tags.includes(from)) draft.tags = renamed(draft.tags)
  for (const collection of Object.keys(collectionSchemas) as CollectionName[]) {
    for (const item of Object.values(recordsIn(draft, collection))) {
      if ('tags' in item && item.tags.includes(from)) item.tags = renamed(item.tags)
    }
  }
}

function replaceWhole(draft: Draft, incident: Incident) {
  const whole = parsed(incidentSchema, incident, 'incident')
  // What the other state does not have, such as a collection that came later, goes.
  for (const key of Object.keys(draft)) if (!Object.hasOwn(whole, key)) delete (draft as Record<string, unknown>)[key]
  for (const [key, value] of Object.entries(whole)) Object.assign(draft, { [key]: value })
  const problem = integrityProblems(incident)[0]
  if (problem) throw new CommandError('broken-reference', problem.path, problem.message)
}

function run(draft: Draft, command: SimpleCommand) {
  switch (command.type) {
    case 'incident.create':
    case 'incident.restore':
      return replaceWhole(draft, command.incident)
    case 'incident.rename':
      draft.title = command.title
      return
    case 'incident.update':
      return updateHead(draft, command.changes)
    case 'tag.rename':
      return renameTag(draft, command.from, command.to)
    default: {
      const [noun] = command.type.split('.') as [Noun]
      const collection = collectionOfNoun[noun]
      if ('item' in command) add(draft, collection, command.item)
      else if ('changes' in command) update(draft, collection, command.id, command.changes)
      else remove(draft, collection, command.id, command.together ?? false)
    }
  }
}

export type Applied = { incident: Incident; patches: Patch[]; inverse: Patch[] }

/**
 * Applies one parsed command. The incident given is never changed.
 * @throws CommandError when the command is refused; then nothing has happened.
 */
export function applyCommand(incident: Incident, command: Command): Applied {
  const commands = command.type === 'batch' ? command.commands : [command]
  const [next, patches, inverse] = produceWithPatches(incident, (draft: Draft) => {
    for (const one of commands) run(draft, one)
  })
  return { incident: next, patches, inverse }
}

/** The incident after patches, as replay, undo and the windows do it. */
export function patchIncident(incident: Incident, patches: Patch[]): Incident {
  return applyPatches(incident, patches) as Incident
}
