import { formatEdtf, precisionOf } from '../dates/index.ts'
import type { Incident, Tlp } from '../incident/index.ts'
import { itemTitles, timelinePeriods, timelineItems } from '../timeline/index.ts'
import { writeCsv } from './csv.ts'
import { limitsOf } from './date-parts.ts'

/** Names of columns are for programs and the same in every language. */
export const eventColumns = ['tlp', 'id', 'record', 'kind', 'lane', 'title', 'date', 'edtf', 'wording', 'earliest', 'latest', 'precision', 'context', 'standing', 'sources', 'evidence', 'tags'] as const

/**
 * Every dated and undated record of an incident in order of time, then the named periods, which have no lane, state or
 * sources of their own. `earliest` and `latest` are the limits of what the
 * date allows; `edtf` and `wording` say what is known.
 */
export function eventsCsv(incident: Incident, { language, tlp }: { language: 'en' | 'cs'; tlp: Tlp }): string {
  const rows = timelineItems(incident, itemTitles(language)).map((item) => {
    const { earliest, latest } = limitsOf(item.edtf)
    return [`TLP:${tlp}`, item.id, item.collection, item.kind, item.lane, item.title, formatEdtf(item.edtf, language), item.edtf, item.wording, earliest, latest, precisionOf(item.edtf), item.context ? 'yes' : 'no', item.standing, item.sources, item.evidence.length, item.tags.join('; ')]
  })
  const periods = timelinePeriods(incident).map((period) => {
    const { earliest, latest } = limitsOf(period.edtf)
    return [`TLP:${tlp}`, period.id, 'periods', 'period', '', period.title, formatEdtf(period.edtf, language), period.edtf, period.wording, earliest, latest, precisionOf(period.edtf), '', '', '', period.evidence.length, '']
  })
  return writeCsv(eventColumns, [...rows, ...periods])
}
