import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Review, Taken } from '#domain/command/index.ts'
import type { Source } from '#domain/incident/index.ts'
import { contextLength } from '#domain/text/index.ts'
import { useOpened } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { versions } from '../../strings/versions.ts'
import { Button, Glyph } from '../../ui/index.ts'
import { focusText } from './text-focus.ts'
import { chosenOf, confirmPlace, lookAt, placeOnSelection, toTray, useVersion } from './version.ts'
import styles from './version-review.module.css'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e6, End: 1e6 }

/** The marks that wait, old words beside new ones. Arrows look at one, Enter confirms it, X sets it aside, Escape goes to the text. */
export function VersionReview({ newer, reviews, taken }: { newer: Source; reviews: Review[]; taken: Taken[] }) {
  const t = useStrings(versions)
  const chosen = chosenOf(reviews, useVersion((state) => state.chosen))
  const list = useRef<HTMLDivElement>(null)
  const id = chosen?.mark.id
  // The list has the focus when it comes, and keeps it from mark to mark.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    row?.scrollIntoView({ block: 'nearest' })
    if (document.activeElement === document.body || list.current?.contains(document.activeElement)) row?.focus({ preventScroll: true })
  }, [id])
  useEffect(() => {
    const first = chosenOf(reviews, useVersion.getState().chosen)
    if (first) lookAt(first)
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the list comes
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !chosen) return
    const step = steps[event.key]
    const at = reviews.indexOf(chosen)
    const next = step === undefined ? undefined : reviews[Math.min(reviews.length - 1, Math.max(0, at + step))]
    if (next) lookAt(next)
    else if (event.key === 'Enter') confirmPlace(newer, chosen)
    else if (event.key.toLowerCase() === 'x') void toTray(newer, chosen)
    else if (event.key === 'Escape') focusText()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className={styles['review']} data-pane="versions" aria-label={t('review')}>
      <div className={styles['columns']} aria-hidden="true"><span /><span>{t('before')}</span><span>{t('after')}</span></div>
      <div className={styles['list']}>
        {reviews.length > 0 ? (
          <div ref={list} className={styles['waiting']} role="listbox" aria-label={t('review')} onKeyDown={onKeyDown}>
            {reviews.map((review) => <Row key={review.mark.id} newer={newer} review={review} selected={review.mark.id === id} />)}
          </div>
        ) : null}
        {taken.length > 0 ? (
          <details className={styles['taken']} open={reviews.length === 0}>
            <summary>{t('takenList', { n: taken.length })}</summary>
            {taken.map((one) => <div key={one.mark.id} className={styles['row']}><Cells newer={newer} review={{ ...one, tray: false }} /></div>)}
          </details>
        ) : null}
      </div>
      {reviews.length > 0 ? (
        <footer className={styles['foot']}>
          <Button small look="primary" shortcut="Enter" disabled={chosen?.carried.how === 'gone'} onClick={() => chosen && confirmPlace(newer, chosen)}>{t('keep')}</Button>
          <Button small shortcut="X" disabled={chosen?.tray ?? true} onClick={() => chosen && void toTray(newer, chosen)}>{t('setAside')}</Button>
          <Button small shortcut="Ctrl+Enter" onClick={placeOnSelection}>{t('putHere')}</Button>
        </footer>
      ) : null}
    </section>
  )
}

/** Characters of context on each side: enough to see whether it is the same sentence. */
const around = 40

function Row({ newer, review, selected }: { newer: Source; review: Review; selected: boolean }) {
  return (
    <div role="option" aria-selected={selected} tabIndex={selected ? 0 : -1} className={styles['row']} onClick={() => lookAt(review)}>
      <Cells newer={newer} review={review} />
    </div>
  )
}

function Cells({ newer, review }: { newer: Source; review: Review | (Taken & { tray: false }) }) {
  const t = useStrings(versions)
  const text = useOpened((state) => state.texts[newer.text?.sha256 ?? ''] ?? '')
  const { mark, carried, tray } = review
  const { prefix, exact, suffix } = mark.anchor
  const how = tray && carried.how !== 'gone' ? t('how_tray') : t(`how_${carried.how}`, { n: carried.how === 'near' ? Math.round(carried.score * 100) : 0 })
  return (
    <>
      <span className={styles['kind']}><Glyph type={mark.type} /></span>
      <Words before={prefix} words={exact} after={suffix} />
      {carried.how === 'gone'
        ? <p className={styles['none']}><span className={styles['how']} data-tray="true">{how}</span> {t('selectHint')}</p>
        : <Words before={text.slice(Math.max(0, carried.start - around), carried.start)} words={text.slice(carried.start, carried.end)} after={text.slice(carried.end, carried.end + around)}><span className={styles['how']} data-tray={tray}>{how}</span></Words>}
    </>
  )
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ')
/** Context that was cut off by its length is shown from its first whole word. */
const fromWord = (context: string) => (context.length < contextLength ? context : context.replace(/^\S*\s+/, ''))
const toWord = (context: string) => (context.length < contextLength ? context : context.replace(/\s+\S*$/, ''))

/** Words of a source, in the midst of what stands around them. */
const Words = ({ before, words, after, children }: { before: string; words: string; after: string; children?: ReactNode }) => (
  <p className={styles['words']}>
    {children}
    <span className={styles['context']}>…{oneLine(fromWord(before))}</span>
    <mark>{oneLine(words)}</mark>
    <span className={styles['context']}>{oneLine(toWord(after))}…</span>
  </p>
)
