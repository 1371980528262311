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
import { afterwards, goTo, tell } from './walking.ts'

const language = () => useSession.getState().settings.language
const currentId = () => useNavigation.getState().place.annotationId

const accepted = ({ annotation }: Item): { command: SimpleCommand; id: string } => {
  const { id, ...rest } = annotation
  if (useOpened.getState().current?.incident.annotations[id]) return { id, command: { type: 'annotation.update', id, changes: { state: 'accepted' } } }
  const item: Annotation = { ...rest, id: newId(), state: 'accepted', createdAt: new Date().toISOString(), createdBy: useSession.getState().settings.author }
  return { id: item.id, command: { type: 'annotation.add', item } }
}

/** Makes annotations of suggestions, as one step. @returns the annotation of the first, null when nothing was done */
export async function accept(items: readonly Item[]): Promise<string | null> {
  const [first] = items
  if (!first) return null
  const next = afterwards(first, items)
  const made = items.map(accepted)
  const done = await inOrder(() => apply({ type: 'batch', label: translate(suggesting, language(), 'accepted', { n: items.length }), commands: made.map(({ command }) => command) }))
  if (!done) return null
  for (const { id } of made) remember(id)
  tell('acceptedNow', { n: items.length })
  moveOn(first, next, made[0]?.id ?? null)
  return made[0]?.id ?? null
}

/** Turns suggestions down for good, as one step: the source keeps which ones. */
export async function reject(items: readonly Item[]): Promise<boolean> {
  const [first] = items
  if (!first) return false
  const next = afterwards(first, items)
  const found = items.flatMap((item) => item.found ?? [])
  const done = await inOrder(() => {
    const source = useOpened.getState().current?.incident.sources[first.annotation.sourceId]
    const kept = items.filter((item) => item.found === null).map(({ annotation: { id } }): SimpleCommand => ({ type: 'annotation.update', id, changes: { state: 'rejected' } }))
    const turned: SimpleCommand[] = source && found.length > 0 ? [{ type: 'source.update', id: source.id, changes: { rejected: [...(source.rejected ?? []), ...found.map(rejectionOf)] } }] : []
    return apply({ type: 'batch', label: translate(suggesting, language(), 'rejected', { n: items.length }), commands: [...kept, ...turned] })
  })
  if (!done) return false
  tell('rejectedNow', { n: items.length })
  moveOn(first, next, null)
  return true
}

/** The person may have gone elsewhere meanwhile; only then the choice is theirs. */
function moveOn(from: Item, next: Item | null, otherwise: string | null): void {
  if (currentId() !== from.annotation.id) return
  if (next) goTo(next)
  else {
    select({ annotationId: otherwise })
    tell('noneLeft')
  }
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
