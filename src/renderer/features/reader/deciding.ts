import type { SimpleCommand } from '#domain/command/index.ts'
import type { Annotation } from '#domain/incident/index.ts'
import { rejectionOf } from '#domain/suggest/index.ts'
import { select, useNavigation } from '../../state/navigation.ts'
import { apply, newId, useOpened } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate } from '../../strings/index.ts'
import { suggesting } from '../../strings/suggesting.ts'
import { inOrder, remember, startEvent } from './marking.ts'
import { startRecord } from './records.ts'
import { itemsNow } from './suggested-now.ts'
import { equalItems, fitting, type Item } from './suggested.ts'
import { setReading } from './reading.ts'
import { afterwards, currentItem, goTo } from './walking.ts'

const language = () => useSession.getState().settings.language
const currentId = () => useNavigation.getState().place.annotationId

const accepted = ({ annotation }: Item): { command: SimpleCommand; id: string } => {
  const { id, ...rest } = annotation
  if (useOpened.getState().current?.incident.annotations[id]) return { id, command: { type: 'annotation.update', id, changes: { state: 'accepted' } } }
  const item: Annotation = { ...rest, id: newId(), state: 'accepted', createdAt: new Date().toISOString(), createdBy: useSession.getState().settings.author }
  return { id: item.id, command: { type: 'annotation.add', item } }
}

/** Of suggestions those that nothing was decided about meanwhile: a key that is held down comes again before the first answer is there. */
function undecided(items: readonly Item[]): Item[] {
  const incident = useOpened.getState().current?.incident
  if (!incident) return []
  const { annotations, sources } = incident
  const place = (sourceId: string, { start, end }: { start: number; end: number }) => `${sourceId} ${start}-${end}`
  const marked = new Set(Object.values(annotations).map(({ sourceId, anchor }) => place(sourceId, anchor)))
  return items.filter(({ annotation: { id, sourceId, anchor }, found }) => {
    if (!found) return annotations[id]?.state === 'suggested'
    const wasRejected = sources[sourceId]?.rejected?.some(({ type, start, end, value }) => type === found.type && start === found.start && end === found.end && value === found.value)
    return !marked.has(place(sourceId, anchor)) && !wasRejected
  })
}

/**
 * Decides about suggestions as one step. The next one comes at once, so that a quick second key is about it and not about
 * the one before; a change that was refused leads back.
 */
async function settle(items: readonly Item[], label: string, outcome: string, commands: (left: readonly Item[]) => SimpleCommand[]): Promise<boolean> {
  const [first] = items
  if (!first) return false
  const next = afterwards(first, items)
  if (next) goTo(next, outcome)
  const done = await inOrder(async () => {
    const list = commands(undecided(items))
    return list.length === 0 || apply({ type: 'batch', label, commands: list })
  })
  if (!done && next && currentId() === next.annotation.id) goTo(first)
  return done
}

/** Where the last one was decided, there is none to go to: the words stay in view with what became of them. */
function atEnd(id: string | null, outcome: string): void {
  if (currentItem() !== null) return
  select({ annotationId: id })
  setReading({ said: itemsNow().length === 0 ? `${outcome} ${translate(suggesting, language(), 'noneLeft')}` : outcome })
}

/** Makes annotations of suggestions, as one step. */
export async function accept(items: readonly Item[]): Promise<void> {
  const made: string[] = []
  const commands = (left: readonly Item[]) => left.map((item) => {
    const { id, command } = accepted(item)
    made.push(id)
    return command
  })
  const outcome = translate(suggesting, language(), 'acceptedNow', { n: items.length })
  if (!(await settle(items, translate(suggesting, language(), 'accepted', { n: items.length }), outcome, commands))) return
  for (const id of made) remember(id)
  if (made[0] !== undefined) atEnd(made[0], outcome)
}

/** Turns suggestions down for good, as one step: the source keeps which ones. */
export async function reject(items: readonly Item[]): Promise<void> {
  const outcome = translate(suggesting, language(), 'rejectedNow', { n: items.length })
  const commands = (left: readonly Item[]) => {
    const found = left.flatMap((item) => item.found ?? [])
    const source = useOpened.getState().current?.incident.sources[items[0]?.annotation.sourceId ?? '']
    const kept = left.filter((item) => item.found === null).map(({ annotation: { id } }): SimpleCommand => ({ type: 'annotation.update', id, changes: { state: 'rejected' } }))
    return source && found.length > 0 ? [...kept, { type: 'source.update' as const, id: source.id, changes: { rejected: [...(source.rejected ?? []), ...found.map(rejectionOf)] } }] : kept
  }
  if (!(await settle(items, translate(suggesting, language(), 'rejected', { n: items.length }), outcome, commands))) return
  atEnd(null, outcome)
}

export const equalNow = (item: Item): Item[] => equalItems(itemsNow(), item)

/** Enter: the form of the record that the suggestion is made for, filled in. */
export function makeOf(item: Item): void {
  const kind = fitting(item)
  if (kind === 'event') startEvent(item.annotation.id)
  else startRecord(kind, item.annotation.id)
}

/** A accepts, X rejects, Shift+A accepts all that are equal. @returns whether the letter is one of them */
export function decide(item: Item, letter: string, shift: boolean): boolean {
  if (letter !== 'a' && letter !== 'x') return false
  if (letter === 'a') void accept(shift ? equalNow(item) : [item])
  else void reject([item])
  return true
}
