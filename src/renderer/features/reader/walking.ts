import { select, useNavigation } from '../../state/navigation.ts'
import { useOpened } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate, type Params } from '../../strings/index.ts'
import { suggesting } from '../../strings/suggesting.ts'
import { closeBar, setReading, useReading } from './reading.ts'
import { itemNow, itemsNow } from './suggested-now.ts'
import { isOfWalk, stepFrom, type Item, type Walk } from './suggested.ts'

/** Says it politely, after what became of the one before. */
export const tell = (before: string, key: keyof (typeof suggesting)['en'], params?: Params): void => setReading({ said: `${before} ${translate(suggesting, useSession.getState().settings.language, key, params)}`.trimStart() })
const currentId = () => useNavigation.getState().place.annotationId

/** The suggestion one stands on. */
export const currentItem = (): Item | null => itemNow(currentId())

/** Goes to a suggestion; the bar stands beside it. @param outcome what became of the one before, in words */
export function goTo({ annotation }: Item, outcome = ''): void {
  closeBar()
  setReading({ stepping: true, outcome })
  select({ annotationId: annotation.id })
}

/** The suggestion that is shown after a decision about some: the next one of the walk that is left; null at the end. */
export function afterwards(from: Item, gone: readonly Item[]): Item | null {
  const { walk } = useReading.getState()
  const left = itemsNow().filter((item) => item === from || !gone.includes(item))
  return stepFrom(left, from.annotation.id, 1, walk)
}

/** Tab and its companions. @returns whether there was one to go to */
export function step(direction: 1 | -1, walk: Walk): boolean {
  const { ends, caretMode } = useReading.getState()
  const items = itemsNow()
  const id = currentId()
  const mark = id === null ? undefined : useOpened.getState().current?.incident.annotations[id]
  const here = itemNow(id)
  const offset = mark ? (direction > 0 ? mark.anchor.end : mark.anchor.start) : caretMode && ends ? ends.focus : direction > 0 ? 0 : Infinity
  const next = stepFrom(items, here ? here.annotation.id : offset, direction, walk)
  if (!next) return false
  setReading({ walk })
  goTo(next)
  return true
}

/** Where to go when a record was made of a suggestion. */
export const nextAfter = (id: string | undefined): Item | null => {
  const item = id === undefined ? null : itemNow(id)
  return item ? afterwards(item, [item]) : null
}
export const hasOfWalk = (walk: Walk): boolean => itemsNow().some((item) => isOfWalk(item, walk))

/** Escape: the bar goes and Tab is the window's again, until the focus comes back to the text. */
export function leaveSuggestions(): void {
  setReading({ stepping: false })
  tell('', 'left')
}
