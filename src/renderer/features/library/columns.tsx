import { createColumnHelper, createSortedRowModel, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import { compareDates, formatEdtf } from '#domain/dates/index.ts'
import { tlpLabels } from '#domain/incident/index.ts'
import { TriangleAlert } from 'lucide-react'
import type { Language, TroubleName } from '#contract/index.ts'
import { useStrings, type Translate } from '../../strings/index.ts'
import type { library } from '../../strings/library.ts'
import { recovery } from '../../strings/recovery.ts'
import { countryName } from '../../strings/names.ts'
import { TlpCell } from '../../ui/index.ts'
import { troubleKeys, type Row } from './filter.ts'
import styles from './grid.module.css'

type Words = Translate<keyof typeof library.en>

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, Row>()

export const statusKeys = { 'in-progress': 'inProgress', 'in-review': 'inReview', done: 'done', reference: 'reference' } as const

export const shownTitle = (row: Row): string => row.shortTitle || row.title

/** The first of several with the number of the others: nothing is cut in the middle of a name. */
function firstOf(names: readonly string[], none: string, t: Words): string {
  const [first, ...rest] = names
  if (first === undefined) return none
  return rest.length === 0 ? first : `${first} ${t('andMore', { n: rest.length })}`
}

/** An actor that the case itself calls unnamed is shown as such; its state has a column of its own in the preview. */
export const actorsOf = (row: Row, t: Words): string => firstOf(row.actors.filter((name) => !/^unnamed/i.test(name)), t('unnamed'), t)
export const victimsOf = (row: Row, language: Language, notStated: string, t: Words): string => firstOf(row.victimCountries.map((code) => countryName(code, language, 'short')), notStated, t)

/** A period in the width of a column: "2022 – ?" where the end is not known; the full words are the tooltip. */
export function shortPeriod(edtf: string | null, language: Language): string {
  const [start, end] = edtf?.split('/') ?? []
  const open = (limit: string) => (limit === '..' ? '…' : '?')
  if (edtf === null || start === undefined || end === undefined) return formatEdtf(edtf, language)
  if (end === '' || end === '..') return `${formatEdtf(start, language)} – ${open(end)}`
  return start === '' || start === '..' ? `${open(start)} – ${formatEdtf(end, language)}` : formatEdtf(edtf, language)
}

/** Dates order by their earliest bound; an incident that was never attributed comes last either way. */
const byDate = (pick: (row: Row) => string | null) => (a: { original: Row }, b: { original: Row }) => compareDates(pick(a.original), pick(b.original))
const byWords = (language: Language, pick: (row: Row) => string) => {
  const collator = new Intl.Collator(language, { numeric: true })
  return (a: { original: Row }, b: { original: Row }) => collator.compare(pick(a.original), pick(b.original))
}

/** The first tag that does not just repeat the actor, and how many others there are. */
function Tags({ row, more }: { row: Row; more: (n: number) => string }) {
  const actors = new Set(row.actors.map((name) => name.toLowerCase()))
  const tag = row.tags.find((one) => !actors.has(one)) ?? row.tags[0]
  if (tag === undefined) return null
  return (
    <span className={styles['tags']} title={row.tags.map((one) => `#${one}`).join(' ')}>
      <span>#{tag}</span>
      {row.tags.length > 1 ? <span>{more(row.tags.length - 1)}</span> : null}
    </span>
  )
}

/** That its files cannot be followed; opening it says what is known and what can be done. */
export function Trouble({ state }: { state: TroubleName }) {
  const t = useStrings(recovery)
  return (
    <span className={styles['trouble']}>
      <TriangleAlert size={13} strokeWidth={1.75} aria-hidden="true" /> {t(troubleKeys[state])}
    </span>
  )
}

function TitleCell({ row }: { row: Row }) {
  const title = <span className={styles['title']} data-own={row.own} title={row.title}>{shownTitle(row)}</span>
  return row.trouble === null ? title : <span className={styles['troubled']}>{title}<Trouble state={row.trouble} /></span>
}

/** The columns in a language; the words come from the caller. */
export function columnsOf(language: Language, t: Words, notStated: string) {
  const victim = (row: Row) => victimsOf(row, language, notStated, t)
  return helper.columns([
    helper.accessor(shownTitle, { id: 'title', header: t('title'), sortFn: byWords(language, shownTitle), cell: ({ row }) => <TitleCell row={row.original} /> }),
    helper.accessor((row) => actorsOf(row, t), { id: 'actor', header: t('actor'), sortFn: byWords(language, (row) => actorsOf(row, t)), cell: ({ row }) => <span className={actorsOf(row.original, t) === t('unnamed') ? styles['quiet'] : undefined} title={row.original.actors.join(', ')}>{actorsOf(row.original, t)}</span> }),
    helper.accessor(victim, { id: 'victim', header: t('victim'), sortFn: byWords(language, victim), cell: ({ row }) => <span title={row.original.victimCountries.map((code) => countryName(code, language)).join(', ')}>{victim(row.original)}</span> }),
    helper.accessor('activity', { header: t('period'), sortFn: byDate((row) => row.activity), cell: ({ row }) => <span title={formatEdtf(row.original.activity, language)}>{shortPeriod(row.original.activity, language)}</span> }),
    helper.accessor('attributed', { header: t('attributed'), sortFn: byDate((row) => row.attributed), sortUndefined: 'last', cell: ({ row }) => (row.original.attributed === null ? <span className={styles['quiet']}>{t('never')}</span> : formatEdtf(row.original.attributed, language)) }),
    helper.accessor('tlp', { header: t('tlp'), sortFn: (a, b) => tlpLabels.indexOf(a.original.tlp) - tlpLabels.indexOf(b.original.tlp), cell: ({ row }) => <TlpCell label={row.original.tlp} /> }),
    helper.accessor((row) => row.tags.join(' '), { id: 'tags', header: t('tags'), sortFn: byWords(language, (row) => row.tags.join(' ')), cell: ({ row }) => <Tags row={row.original} more={(n) => t('andMore', { n })} /> }),
    helper.accessor('status', { header: t('status'), sortFn: byWords(language, (row) => row.status), cell: ({ row }) => <span className={styles['status']}>{row.original.origin === 'sample' ? t('sample') : t(statusKeys[row.original.status])}</span> }),
  ])
}
