import { useId } from 'react'
import { formatEdtf } from '#domain/dates/index.ts'
import { useLanguage } from '../strings/index.ts'
import styles from './date-field.module.css'
import { drawDate, ticksOf, type DatePart } from './date-drawing.ts'

type Scale = (time: number) => number
const top = 2
const bar = 14
const [height, labelsAt] = [34, 31]

function Part({ part, x, hatch }: { part: DatePart; x: Scale; hatch: string }) {
  const [from, to] = [x(part.from), x(part.to)]
  const bottom = top + bar
  const point = 5
  switch (part.kind) {
    case 'solid':
      return <rect x={from} y={top} width={Math.max(2, to - from)} height={bar} className={styles['solid']} />
    case 'hatch':
      return <rect x={from + 0.5} y={top + 0.5} width={Math.max(3, to - from - 1)} height={bar - 1} fill={`url(#${hatch})`} className={styles['edge']} />
    case 'ongoing':
      return <path d={`M${from} ${top}H${to - point}L${to} ${top + bar / 2}L${to - point} ${bottom}H${from}Z`} className={styles['solid']} />
    case 'open-end':
      return <path d={`M${from} ${top + 0.5}H${to - point}L${to} ${top + bar / 2}L${to - point} ${bottom - 0.5}H${from}`} className={styles['dashed']} />
    case 'open-start':
      return <path d={`M${to} ${top + 0.5}H${from + point}L${from} ${top + bar / 2}L${from + point} ${bottom - 0.5}H${to}`} className={styles['dashed']} />
  }
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
/** Beyond this stretch (ms) ticks are years, whose labels are short; months and days need more room. */
const yearsShown = 1.6 * 365.25 * 86_400_000
/** Half the width of a label in px, Czech month names included. */
const halfLabel = { year: 14, month: 38, day: 38 } as const
const cut = { year: 4, month: 7, day: 10 } as const

/** Dates drawn on a given scale, each at its stored precision; `labels` prints the ticks below. */
export function DateMarks({ dates, from, to, width, labels = true }: { dates: readonly string[]; from: number; to: number; width: number; labels?: boolean }) {
  const language = useLanguage()
  const hatch = useId()
  const x: Scale = (time) => ((time - from) / (to - from)) * width
  // A label that would be cut by the edge is left out; the tick stays.
  const fits = (at: number, label: keyof typeof cut) => at > halfLabel[label] && at < width - halfLabel[label]
  const high = labels ? height : top + bar + 2
  return (
    <svg className={styles['shape']} width={width} height={high} viewBox={`0 0 ${width} ${high}`} role="img" aria-label={dates.map((date) => formatEdtf(date, language)).join('; ')}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0.75" y1="0" x2="0.75" y2="5" className={styles['hatchLine']} />
        </pattern>
      </defs>
      {ticksOf(from, to, to - from > yearsShown ? 5 : 3).map(({ time, label }) => (
        <g key={time}>
          <line x1={x(time)} x2={x(time)} y1={0} y2={top + bar + 4} className={styles['tick']} />
          {labels && fits(x(time), label) ? <text x={x(time)} y={labelsAt} className={styles['tickLabel']}>{formatEdtf(isoDay(time).slice(0, cut[label]), language)}</text> : null}
        </g>
      ))}
      {dates.map((date) => <Marks key={date} edtf={date} x={x} hatch={hatch} />)}
    </svg>
  )
}

function Marks({ edtf, x, hatch }: { edtf: string; x: Scale; hatch: string }) {
  const drawing = drawDate(edtf)
  if (!drawing) return null
  const { parts, point } = drawing
  return (
    <>
      {parts.map((part) => <Part key={part.kind + part.from} part={part} x={x} hatch={hatch} />)}
      {point === null ? null : <path d={`M${x(point)} ${top + 1}l6 6l-6 6l-6 -6Z`} className={styles['solid']} />}
    </>
  )
}

/** One date on a scale of its own: hatch where a limit lies, solid where it is certain, dashed where no source states the end. */
export function DateShape({ edtf, width = 300 }: { edtf: string; width?: number }) {
  const drawing = drawDate(edtf)
  return drawing && <DateMarks dates={[edtf]} from={drawing.from} to={drawing.to} width={width} />
}
