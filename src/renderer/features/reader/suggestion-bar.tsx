import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTypes } from '../../state/codebook.ts'
import { capOf, type ReaderAction } from '../../state/reader-keys.ts'
import { useSession } from '../../state/session.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { reader } from '../../strings/reader.ts'
import { suggesting } from '../../strings/suggesting.ts'
import { Glyph } from '../../ui/index.ts'
import { topFor } from './bar-place.ts'
import { Choice } from './choice.tsx'
import { accept, makeOf, reject } from './deciding.ts'
import styles from './mark-bar.module.css'
import { startEvent } from './marking.ts'
import type { TextPart } from './marks.ts'
import { claimKindFor } from './record-draft.ts'
import { startRecord } from './records.ts'
import { useReading } from './reading.ts'
import { equalItems, fitting, type Item } from './suggested.ts'
import { readingOf } from './suggestion-reading.ts'
import { rangeOf } from './text-dom.ts'
import { focusText } from './text-focus.ts'
import { leaveSuggestions, step, tell } from './walking.ts'

type Scene = { scroller: RefObject<HTMLElement | null>; root: RefObject<HTMLElement | null>; parts: readonly TextPart[]; items: Item[]; currentId: string | null; inText: boolean }

/** Beside the suggestion one stands on: what the rules read in it, and what each key does. */
export function SuggestionBar({ scroller, root, parts, items, currentId, inText }: Scene) {
  const t = useStrings(suggesting)
  const { stepping, bar, chooser, draft, record } = useReading()
  const element = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState<number | null>(null)
  const [within, setWithin] = useState(false)
  const index = items.findIndex(({ annotation }) => annotation.id === currentId)
  const item = items[index]
  const shown = item !== undefined && stepping && bar === null && chooser === null && draft === null && record === null && (inText || within)
  const id = item?.annotation.id
  useLayoutEffect(() => {
    const box = shown && root.current ? rangeOf(root.current, parts, item.annotation.anchor)?.getBoundingClientRect() : null
    setTop(box && element.current && scroller.current ? topFor(element.current, scroller.current, box, false) : null)
    // Measured when it comes or goes to another suggestion, not with every change of the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, id, parts])
  useLayoutEffect(() => {
    if (top !== null) element.current?.scrollIntoView({ block: 'nearest' })
  }, [top])
  useSaid(shown ? item : null, index + 1, items.length)
  if (!shown) return null
  return (
    <div
      ref={element} className={styles['bar']} role="group" aria-label={t('suggestion')} data-mark-bar="" data-placed={top !== null} style={{ top: top ?? 0 }}
      onFocus={() => setWithin(true)} onBlur={() => setWithin(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        focusText()
        leaveSuggestions()
      }}
    >
      <Head item={item} n={index + 1} m={items.length} />
      <Keys item={item} equal={equalItems(items, item)} />
    </div>
  )
}

/** Says once what one has come to. */
function useSaid(item: Item | null, n: number, m: number): void {
  const { name } = useTypes()
  const language = useLanguage()
  const singleKeys = useSession((session) => session.settings.singleKeys)
  const id = item?.annotation.id
  useEffect(() => {
    if (item) tell(useReading.getState().outcome, singleKeys ? 'here' : 'herePlain', { type: name(item.annotation.type), words: item.annotation.anchor.exact.replace(/\s+/g, ' ').slice(0, 300), reading: readingOf(item, language), n, m })
    // Said when one comes to it, not when the count changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id])
}

function Head({ item, n, m }: { item: Item; n: number; m: number }) {
  const t = useStrings(suggesting)
  const language = useLanguage()
  const { name } = useTypes()
  return (
    <div className={styles['head']}>
      <Glyph type={item.annotation.type} suggested />
      <span className={styles['kind']}>{name(item.annotation.type)}</span>
      <span className={styles['reading']}>{readingOf(item, language)}</span>
      <span className={styles['count']}>{t('place', { n, m })}</span>
    </div>
  )
}

function Keys({ item, equal }: { item: Item; equal: Item[] }) {
  const t = useStrings(suggesting)
  const words = useStrings(marking)
  const names = useStrings(reader)
  const walk = useReading((state) => state.walk)
  const { singleKeys, readerKeys } = useSession((session) => session.settings)
  const letter = (key: string) => (singleKeys ? key : null)
  const cap = (action: ReaderAction) => letter(capOf(action, readerKeys))
  const { id, type } = item.annotation
  const kind = fitting(item)
  const claim = claimKindFor(type)
  const made = { event: names('makeEvent'), attribution: words('short_attribution'), response: words('short_response'), claim: words('short_claim'), entity: words('short_entity') }
  return (
    <div className={styles['letters']}>
      <Choice keys={letter('A')} name={t('accept')} onChoose={() => void accept([item])} />
      <Choice keys={letter('X')} name={t('reject')} onChoose={() => void reject([item])} />
      {equal.length > 1 ? <Choice keys={letter('⇧A')} name={t('acceptEqual', { n: equal.length })} onChoose={() => void accept(equal)} /> : null}
      <span className={styles['divider']} aria-hidden="true" />
      <Choice keys="Enter" name={made[kind]} last onChoose={() => makeOf(item)} />
      {kind === 'event' ? null : <Choice keys={cap('event')} name={names('makeEvent')} onChoose={() => startEvent(id)} />}
      {kind === claim || kind === 'entity' ? null : <Choice keys={cap('claim')} name={made[claim]} onChoose={() => startRecord('claim', id)} />}
      <span className={styles['repeat']}><Choice keys={walk === 'records' ? 'Alt+↓' : 'Tab'} name={t('next')} onChoose={() => void step(1, walk)} /></span>
    </div>
  )
}
