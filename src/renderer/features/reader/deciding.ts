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

/**
 * Decides about suggestions as one step. The next one comes at once, so that a quick second key is about it and not about
 * the one before; a change that was refused leads back.
 */
async function settle(items: readonly Item[], label: string, outcome: string, commands: () => SimpleCommand[]): Promise<boolean> {
  const [first] = items
  if (!first) return false
  const next = afterwards(first, items)
  if (next) goTo(next, outcome)
  const done = await inOrder(() => apply({ type: 'batch', label, commands: commands() }))
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
  const made = items.map(accepted)
  const outcome = translate(suggesting, language(), 'acceptedNow', { n: items.length })
  if (!(await settle(items, translate(suggesting, language(), 'accepted', { n: items.length }), outcome, () => made.map(({ command }) => command)))) return
  for (const { id } of made) remember(id)
  atEnd(made[0]?.id ?? null, outcome)
}

/** Turns suggestions down for good, as one step: the source keeps which ones. */
export async function reject(items: readonly Item[]): Promise<void> {
  const found = items.flatMap((item) => item.found ?? [])
  const outcome = translate(suggesting, language(), 'rejectedNow', { n: items.length })
  const commands = () => {
    const source = useOpened.getState().current?.incident.sources[items[0]?.annotation.sourceId ?? '']
    const kept = items.filter((item) => item.found === null).map(({ annotation: { id } }): SimpleCommand => ({ type: 'annotation.update', id, changes: { state: 'rejected' } }))
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
