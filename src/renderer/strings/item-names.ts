import type { Language } from '#contract/index.ts'
import { recordsIn, type CollectionName, type Incident, type IncidentRecord } from '#domain/incident/index.ts'
import { itemTitles } from '#domain/timeline/index.ts'
import { factName } from './fact-names.ts'

const kinds: Record<Language, Record<CollectionName, string>> = {
  en: { sources: 'Source', annotations: 'Annotation', entities: 'Entity', events: 'Event', attributions: 'Attribution', responses: 'Response', conflicts: 'Competing claims', hypotheses: 'Hypothesis', judgements: 'Judgement', facts: 'Fact', techniques: 'Technique', indicators: 'Indicator', gaps: 'Gap', periods: 'Named period' },
  cs: { sources: 'Zdroj', annotations: 'Anotace', entities: 'Entita', events: 'Událost', attributions: 'Atribuce', responses: 'Reakce', conflicts: 'Sporná tvrzení', hypotheses: 'Hypotéza', judgements: 'Závěr', facts: 'Fakt', techniques: 'Technika', indicators: 'Indikátor', gaps: 'Mezera', periods: 'Pojmenované období' },
}

type AnyRecord = IncidentRecord

/** What a record is called: its title, its words, its statement, whatever it has. An annotation has the words it marks, whole. */
export function recordTitle(item: AnyRecord, language: Language): string {
  if ('citation' in item) return item.citation.title
  if ('anchor' in item) return item.anchor.exact
  if ('by' in item) return itemTitles(language).attribution(item)
  if ('actor' in item) return itemTitles(language).response(item)
  if ('statement' in item) return item.statement
  if ('question' in item) return item.question
  if ('title' in item) return item.title
  if ('name' in item) return item.name
  return 'field' in item ? factName(item.field, language) : item.value
}

function title(incident: Incident, collection: CollectionName, id: string, language: Language): string {
  const item = recordsIn(incident, collection)[id]
  if (!item) return id
  return 'anchor' in item ? `“${item.anchor.exact.slice(0, 60)}”` : recordTitle(item, language)
}

export const kindName = (collection: CollectionName, language: Language): string => kinds[language][collection]

/** An item by kind and name, as lists of what rests on it show it: "Event: EU statement of solidarity". */
export function itemName(incident: Incident, reference: string, language: Language): string {
  const [collection, id = ''] = reference.split('/') as [CollectionName | 'incident', string?]
  if (collection === 'incident') return incident.shortTitle || incident.title
  return `${kinds[language][collection]}: ${title(incident, collection, id, language)}`
}
