import { isExactDay } from '../dates/index.ts'
import type { Incident } from '../incident/index.ts'
import { itemTitles, timelineItems, type TimelineItem } from '../timeline/index.ts'
import type { ReportLanguage } from './document.ts'
import type { Notebook } from './notebook.ts'
import { setterOf, type Setter } from './rich.ts'
import { stringsOf, type Strings } from './strings.ts'

/** What every section is built from. */
export type ReportContext = {
  incident: Incident
  language: ReportLanguage
  strings: Strings
  set: Setter
  notebook: Notebook
  /** All records in order of time: the one set behind figure, tables and counts. */
  items: readonly TimelineItem[]
  /** Day of disclosure as EDTF, only when one exact day is known. */
  zero: string | null
}

/** Day zero: the day of disclosure, else that of the attribution; a range or an uncertain day is no day zero. */
export function dayZero(incident: Incident): string | null {
  const days = [incident.dates.disclosed.edtf, incident.dates.attributed.edtf]
  return days.find((day) => day !== null && isExactDay(day)) ?? null
}

export function contextOf(incident: Incident, language: ReportLanguage, notebook: Notebook): ReportContext {
  return {
    incident,
    language,
    strings: stringsOf(language),
    set: setterOf(language),
    notebook,
    items: timelineItems(incident, itemTitles(language)),
    zero: dayZero(incident),
  }
}

/** Attributions and responses: what states and bodies did, as against what happened. */
export const isAct = (item: TimelineItem): boolean => item.collection !== 'events'
