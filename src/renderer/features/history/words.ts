import type { Language, Output } from '#contract/index.ts'
import { collectionOfNoun, type Noun } from '#domain/command/index.ts'
import type { CollectionName } from '#domain/incident/index.ts'
import { commandInWords } from '../../strings/command-names.ts'
import { fieldName } from '../../strings/field-names.ts'
import { historyStrings } from '../../strings/history.ts'
import { kindName, recordTitle } from '../../strings/item-names.ts'
import { translate } from '../../strings/index.ts'

export type Entry = Output<'history:page'>['entries'][number]
export type RecordChange = Entry['changes'][number]
/** What a revision did: in words, the name of the record it is about, and whether that name is verbatim from a source. */
export type Phrase = { lead: string; name: string; verbatim: boolean; aside: string }

type Verb = RecordChange['verb']
type Gender = 'm' | 'f' | 'n' | 'several'
const genders: Record<CollectionName, Gender> = { sources: 'm', annotations: 'f', entities: 'f', events: 'f', attributions: 'f', responses: 'f', conflicts: 'several', hypotheses: 'f', judgements: 'm', facts: 'm', techniques: 'f', indicators: 'm', gaps: 'f', periods: 'n' }
const czech: Record<Verb, Record<Gender, string>> = {
  add: { m: 'Přidán', f: 'Přidána', n: 'Přidáno', several: 'Přidána' },
  update: { m: 'Změněn', f: 'Změněna', n: 'Změněno', several: 'Změněna' },
  remove: { m: 'Smazán', f: 'Smazána', n: 'Smazáno', several: 'Smazána' },
}
const english: Record<Verb, string> = { add: 'Added', update: 'Changed', remove: 'Deleted' }

const lower = (text: string, language: Language) => text.charAt(0).toLocaleLowerCase(language) + text.slice(1)

/** What a record was and what happened to it: "Added event", "Přidána událost". */
export function changeLead({ collection, verb }: Pick<RecordChange, 'collection' | 'verb'>, language: Language): string {
  if (collection === 'incident') return translate(historyStrings, language, 'changedIncident')
  const verbWords = language === 'cs' ? czech[verb][genders[collection]] : english[verb]
  return `${verbWords} ${lower(kindName(collection, language), language)}`
}

/** What a record is called. */
export function changeName({ collection, record }: Pick<RecordChange, 'collection' | 'record'>, language: Language): string {
  if (collection === 'incident' || record === null) return ''
  return recordTitle(record as never, language).replace(/\s+/g, ' ').trim()
}

/** The fields that changed; a new title is said at once. */
function fieldsOf({ verb, fields }: RecordChange, language: Language): string {
  const names = verb === 'update' ? [...new Set(fields.map(({ path }) => fieldName(path, language)))] : []
  const [only] = fields
  return names.length === 1 && only?.path[0] === 'title' && typeof only.to === 'string' ? `${names[0] ?? ''}: ${only.to}` : names.join(', ')
}

/** Of several changed records the one that the command is about, else the first. */
function mainChange({ type, kind, changes }: Entry): RecordChange | undefined {
  const [noun, verb] = type.split('.') as [Noun, string]
  const collection = collectionOfNoun[noun]
  return (kind === 'do' ? changes.find((change) => change.collection === collection && change.verb === verb) : changes.find((change) => change.collection === collection)) ?? changes[0]
}

function lead(entry: Entry, main: RecordChange | undefined, language: Language): string {
  const t = (key: keyof typeof historyStrings.en, params = {}) => translate(historyStrings, language, key, params)
  const { kind, of, type, label, restored, began } = entry
  if (kind !== 'do') return t(kind === 'undo' ? 'undone' : 'redone', { n: of ?? '', name: commandInWords(language, { type, label }) })
  if (type === 'incident.create') return began ? t('createdWith', { n: began }) : t('created')
  if (type === 'incident.restore') return restored ? t('restored', { n: restored }) : t('restoredOther')
  if (type === 'tag.rename') return t('renamedTag')
  if (type === 'batch') return label || t('several')
  return main ? changeLead(main, language) : commandInWords(language, { type, label })
}

/** A revision in words. */
export function phraseOf(entry: Entry, language: Language): Phrase {
  const main = mainChange(entry)
  const { type, kind, tag, changed } = entry
  const isWhole = type === 'incident.create' || type === 'incident.restore'
  const name = tag && kind === 'do' ? `#${tag.from} → #${tag.to}` : main && !isWhole && type !== 'batch' ? changeName(main, language) : ''
  const others = changed > 1 && !isWhole && type !== 'tag.rename' ? translate(historyStrings, language, 'others', { n: changed - 1 }) : ''
  const fields = main && kind === 'do' && !isWhole ? fieldsOf(main, language) : ''
  return { lead: lead(entry, main, language), name, verbatim: main?.collection === 'annotations' && tag === null, aside: [fields, type === 'batch' ? '' : others].filter((part) => part !== '').join(' · ') }
}

const verbs: Verb[] = ['add', 'update', 'remove']
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The command types whose words hold every word of a text, in a language: main searches names and values, not words. */
export function typesMatching(text: string, language: Language): string[] {
  const words = folded(text).split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const t = (key: keyof typeof historyStrings.en) => translate(historyStrings, language, key, { n: '', name: '' })
  const nouns = Object.entries(collectionOfNoun) as [Noun, CollectionName][]
  const all: [string, string][] = [
    ...nouns.flatMap(([noun, collection]) => verbs.map((verb): [string, string] => [`${noun}.${verb}`, `${changeLead({ collection, verb }, language)} ${commandInWords(language, { type: `${noun}.${verb}`, label: null })}`])),
    ['incident.create', t('created')], ['incident.restore', `${t('restored')} ${t('restoredOther')}`], ['incident.rename', t('changedIncident')], ['incident.update', t('changedIncident')], ['tag.rename', t('renamedTag')], ['batch', t('several')],
  ]
  return all.filter(([, spoken]) => words.every((word) => folded(spoken).includes(word))).map(([type]) => type)
}
