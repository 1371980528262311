import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { Alignment } from '#domain/compare/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { comparisonFigure, drawComparison, measureInter, plotOf } from '#domain/report/index.ts'
import { choose, openRecord, type Chosen } from '../../state/comparison.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { useElementWidth } from '../../ui/index.ts'
import styles from './chart.module.css'
import { recordOf } from './chosen.ts'

/** The drawing is in millimetres; its 2.54 mm letters are shown at 12 px. */
const pixels = 12 / 2.54
const padding = 16
const narrowest = 130

const svgOf = (content: string, width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${Math.round(width * pixels)}" height="${Math.round(height * pixels)}" font-family="Inter, sans-serif" aria-hidden="true">${content}</svg>`

/** Parsed as XML, never as HTML: imported words were escaped by the renderer of the figure and stay words. */
const elementOf = (svg: string): Node => document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true)

const chosenOf = (key: string | null | undefined): Chosen | null => {
  const at = key?.indexOf('#') ?? -1
  return key === null || key === undefined || at < 0 ? null : { caseId: key.slice(0, at), what: key.slice(at + 1) }
}

/**
 * The very figure that exports and reports print, drawn as wide as there is room. It is a picture for assistive
 * technology; the table below says the same.
 */
export function Chart({ incidents, alignment, chosen }: { incidents: readonly Incident[]; alignment: Alignment; chosen: Chosen | null }) {
  const t = useStrings(compareStrings)
  const language = useLanguage()
  const hint = useId()
  const { box, width } = useElementWidth()
  const picture = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLDivElement>(null)
  const drawing = useMemo(() => {
    if (width === 0) return null
    const millimetres = Math.max(narrowest, Math.floor((width - 2 * padding) / pixels))
    const drawn = drawComparison(comparisonFigure(incidents, { alignment, language }), language, measureInter, plotOf(millimetres))
    return { picture: svgOf(drawn.svg, millimetres, drawn.height), ruler: svgOf(drawn.ruler, millimetres, drawn.rulerHeight) }
  }, [incidents, alignment, language, width])
  useEffect(() => {
    if (drawing === null) return
    picture.current?.replaceChildren(elementOf(drawing.picture))
    ruler.current?.replaceChildren(elementOf(drawing.ruler))
  }, [drawing])
  const marks = () => [...(picture.current?.querySelectorAll<SVGGElement>('[data-key]') ?? [])]
  useEffect(() => {
    if (drawing === null) return
    for (const mark of picture.current?.querySelectorAll<SVGGElement>('[data-key]') ?? []) {
      const is = chosenOf(mark.getAttribute('data-key'))
      const selected = chosen !== null && is?.caseId === chosen.caseId && is.what === chosen.what
      mark.toggleAttribute('data-selected', selected)
      if (selected) mark.scrollIntoView({ block: 'nearest' })
    }
  }, [chosen, drawing])

  const at = (event: MouseEvent) => chosenOf(event.target instanceof Element ? event.target.closest('[data-key]')?.getAttribute('data-key') : null)
  const open = (what: Chosen | null) => {
    const incident = incidents.find(({ id }) => id === what?.caseId)
    if (what !== null && incident) void openRecord(what.caseId, recordOf(incident, what.what))
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') open(chosen)
    else if (step !== undefined) {
      const keys = marks().map((mark) => mark.getAttribute('data-key'))
      const now = chosen === null ? -1 : keys.indexOf(`${chosen.caseId}#${chosen.what}`)
      const next = keys[now < 0 ? (step > 0 ? 0 : keys.length - 1) : Math.min(keys.length - 1, Math.max(0, now + step))]
      choose(chosenOf(next))
    } else return
    event.preventDefault()
  }
  const axis = alignment === 'absolute' ? t('onCalendar') : t('from', { zero: t(alignment) })
  return (
    <div ref={box} className={styles['chart']} role="img" tabIndex={0} aria-label={t('summary', { n: incidents.length, axis })} aria-describedby={hint} onKeyDown={onKeyDown} onClick={(event) => choose(at(event) ?? chosen)} onDoubleClick={(event) => open(at(event))}>
      <div ref={ruler} className={`${styles['picture']} ${styles['ruler']}`} />
      <div ref={picture} className={styles['picture']} />
      <span id={hint} className="visually-hidden">{t('chartKeys')}</span>
    </div>
  )
}
