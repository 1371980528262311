import { comparedCase, intervalInWords, intervalNames, milestoneNames } from '../compare/index.ts'
import { formatEdtf } from '../dates/index.ts'
import type { Incident, Tlp } from '../incident/index.ts'
import { writeCsv, type CsvValue } from './csv.ts'
import { limitsOf } from './date-parts.ts'

const snake = (name: string) => name.replaceAll('-', '_')

/** Names of columns are for programs and the same in every language. */
export const comparisonColumns: readonly string[] = [
  'tlp', 'id', 'title',
  ...milestoneNames.flatMap((name) => [name, `${name}_edtf`, `${name}_wording`, `${name}_earliest`, `${name}_latest`, `${name}_record`]),
  ...intervalNames.flatMap((name) => [`${snake(name)}_least_days`, `${snake(name)}_most_days`, `${snake(name)}_words`]),
  'states_joined', 'bodies_joined', 'joined', 'support_only',
]

/**
 * One line a case: its milestones with the limits of their dates and the records they come from, the days between
 * them, least and most, and who joined. A number of days that no date gives is empty; its words say why.
 */
export function comparisonCsv(incidents: readonly Incident[], { language, tlp }: { language: 'en' | 'cs'; tlp: Tlp }): string {
  const rows = incidents.map((incident): CsvValue[] => {
    const { id, title, milestones, intervals, joined: { joined, support } } = comparedCase(incident)
    const dates = milestoneNames.flatMap((name) => {
      const { edtf, wording, itemKey } = milestones[name]
      const { earliest, latest } = limitsOf(edtf)
      return [edtf === null ? '' : formatEdtf(edtf, language), edtf, wording, earliest, latest, itemKey]
    })
    const days = intervalNames.flatMap((name) => {
      const interval = intervals[name]
      const count = (end: 'least' | 'most') => (interval.known && interval[end].known ? interval[end].days : null)
      return [count('least'), count('most'), intervalInWords(interval, language)]
    })
    const named = (parties: typeof joined) => parties.map(({ name, way }) => `${name} (${way})`).join('; ')
    return [`TLP:${tlp}`, id, title, ...dates, ...days, joined.filter(({ kind }) => kind === 'state').length, joined.filter(({ kind }) => kind === 'body').length, named(joined), named(support)]
  })
  return writeCsv(comparisonColumns, rows)
}
