import type { Alignment, MilestoneName } from '../../compare/index.ts'
import type { ReportLanguage } from '../document.ts'

type Anchor = Exclude<Alignment, 'absolute'>

/** Words of the figure of several cases, and of the frame that every picture has. */
export type ComparisonStrings = {
  title: (own: string, others: number) => string
  lanes: { activity: string; detection: string; acts: string }
  zero: Record<Anchor, string>
  /** Before the date of day zero in the head of a case. */
  zeroOn: Record<Anchor, string>
  within: (days: string) => string
  missing: Record<Anchor, string>
  notBounded: string
  nothing: string
  labels: Record<Exclude<MilestoneName, 'response'>, string>
  alsoActs: (count: number) => string
  furtherActs: (count: number) => string
  beyond: (offset: string) => string
  axis: string
  footer: (sources: number, cases: number) => string
  period: (from: string, to: string) => string
  zone: string
  undated: string
}

const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)
const czech = (count: number, one: string, few: string, many: string) => (count === 1 ? one : count >= 2 && count <= 4 ? few : many)

export const comparisonStrings: Record<ReportLanguage, ComparisonStrings> = {
  en: {
    title: (own, others) => (others === 0 ? own : `${own}, beside ${others} other ${plural(others, 'case', 'cases')}`),
    lanes: { activity: 'Activity', detection: 'Detection', acts: 'Public acts' },
    zero: { activity: 'Day 0, first activity', detection: 'Day 0, detection', disclosure: 'Day 0, disclosure', attribution: 'Day 0, first attribution' },
    zeroOn: { activity: 'began', detection: 'detected', disclosure: 'disclosed', attribution: 'attributed' },
    within: (days) => `day 0 within ± ${days} days`,
    missing: { activity: 'first activity not stated, so there is no day 0', detection: 'detection not stated, so there is no day 0', disclosure: 'disclosure not stated, so there is no day 0', attribution: 'no attribution on record, so there is no day 0' },
    notBounded: 'day 0 has a limit that no source states',
    nothing: 'no dated milestone on record',
    labels: { activity: 'activity', detection: 'detected', disclosure: 'disclosed', attribution: 'attributed' },
    alsoActs: (count) => `and ${count} ${plural(count, 'act', 'acts')}`,
    furtherActs: (count) => `${count} later ${plural(count, 'act', 'acts')} not drawn`,
    beyond: (offset) => `from ${offset}`,
    axis: 'Days from day 0',
    footer: (sources, cases) => `Dates as published, Coordinated Universal Time. Days are counted between the first and the last day that each date allows. Based on ${sources} ${plural(sources, 'source', 'sources')} of ${cases} ${plural(cases, 'case', 'cases')}.`,
    period: (from, to) => (from === to ? from : `${from} to ${to}`),
    zone: 'time zone UTC',
    undated: 'nothing dated',
  },
  cs: {
    title: (own, others) => (others === 0 ? own : `${own} vedle ${others} ${czech(others, 'dalšího případu', 'dalších případů', 'dalších případů')}`),
    lanes: { activity: 'Činnost', detection: 'Odhalení', acts: 'Veřejné kroky' },
    zero: { activity: 'Den 0, první činnost', detection: 'Den 0, odhalení', disclosure: 'Den 0, zveřejnění', attribution: 'Den 0, první atribuce' },
    zeroOn: { activity: 'začátek', detection: 'odhaleno', disclosure: 'zveřejněno', attribution: 'připsáno' },
    within: (days) => `den 0 v rozmezí ± ${days} dní`,
    missing: { activity: 'první činnost neuvedena, den 0 proto není', detection: 'odhalení neuvedeno, den 0 proto není', disclosure: 'zveřejnění neuvedeno, den 0 proto není', attribution: 'atribuce v záznamech není, den 0 proto není' },
    notBounded: 'den 0 má mez, kterou žádný zdroj neuvádí',
    nothing: 'žádný datovaný milník v záznamech',
    labels: { activity: 'činnost', detection: 'odhaleno', disclosure: 'zveřejněno', attribution: 'připsáno' },
    alsoActs: (count) => `a ${count} ${czech(count, 'krok', 'kroky', 'kroků')}`,
    furtherActs: (count) => `${czech(count, 'nezakreslen', 'nezakresleny', 'nezakresleno')} ${count} ${czech(count, 'pozdější krok', 'pozdější kroky', 'pozdějších kroků')}`,
    beyond: (offset) => `od ${offset}`,
    axis: 'Dny od dne 0',
    footer: (sources, cases) => `Data podle zveřejnění, koordinovaný světový čas. Dny se počítají mezi prvním a posledním dnem, který datum připouští. Zdrojů: ${sources}, případů: ${cases}.`,
    period: (from, to) => (from === to ? from : `${from} až ${to}`),
    zone: 'časové pásmo UTC',
    undated: 'nic datovaného',
  },
}
