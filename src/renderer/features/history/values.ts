import type { Language } from '#contract/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import { collectionNames, recordsIn, type Incident } from '#domain/incident/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { historyStrings } from '../../strings/history.ts'
import { recordTitle } from '../../strings/item-names.ts'
import { translate } from '../../strings/index.ts'
import { countryName, responseName, sectorName } from '../../strings/names.ts'
import { overview } from '../../strings/overview.ts'
import { timeInWords } from '../../strings/times.ts'
import type { RecordChange } from './words.ts'

type Value = RecordChange['fields'][number]['to']
type Place = { collection: RecordChange['collection']; path: readonly string[]; incident: Incident; language: Language }
/** `quiet`: nothing is there to be read. */
export type Shown = { text: string; quiet: boolean }

const quiet = (text: string): Shown => ({ text, quiet: true })
const plain = (text: string): Shown => ({ text, quiet: false })
const prefixes: Record<string, string> = { stance: 'stance_', basis: 'basis_', level: 'level_', kind: 'kind_', confidence: 'confidence_' }

/** A term of a vocabulary in a language; null when the field holds no such term. */
function term(value: string, { collection, path, language }: Place): string | null {
  const field = path.at(-1) ?? ''
  if (field === 'lane' && value in laneKeys) return translate(common, language, laneKeys[value as keyof typeof laneKeys])
  if (field === 'type' && collection === 'responses') return responseName(value, language)
  if (field === 'country' || field === 'sponsorStates') return countryName(value, language)
  if (field === 'sector') return sectorName(value, language)
  if (!(field in prefixes) && !['status', 'standing', 'state', 'type'].includes(field)) return null
  const candidates = [`${prefixes[field] ?? `${field}_`}${value}`, value]
  for (const key of candidates) {
    if (key in overview.en) return translate(overview, language, key as keyof typeof overview.en)
    if (key in common.en) return translate(common, language, key as keyof typeof common.en)
  }
  return null
}

const looksLikeId = (path: readonly string[]) => /(Ids?|answers)$/.test(path.at(-1) ?? '')

function recordNamed(id: string, { incident, language }: Place): string | null {
  const collection = collectionNames.find((name) => Object.hasOwn(recordsIn(incident, name), id))
  const record = collection && recordsIn(incident, collection)[id]
  return record ? recordTitle(record, language) : null
}

function stringInWords(value: string, place: Place): string {
  const { path, language } = place
  const field = path.at(-1) ?? ''
  if (field === 'edtf' || (field === 'date' && place.collection === 'sources')) return formatEdtf(value, language)
  if (field === 'cutOff' || field === 'createdAt') return timeInWords(value, language)
  if (field === 'tags') return `#${value}`
  return term(value, place) ?? (looksLikeId(path) ? recordNamed(value, place) : null) ?? value
}

/** What a record inside a list is called, where it has a name. */
const innerName = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const { name, statement, literal, family } = value as Record<string, unknown>
  return [name, statement, literal, family].find((one) => typeof one === 'string') as string | undefined ?? null
}

/** The value of a field in words. */
export function valueInWords(value: Value, place: Place): Shown {
  const { language, path } = place
  const t = (key: keyof typeof historyStrings.en, params = {}) => translate(historyStrings, language, key, params)
  if (value === undefined || value === null) return quiet(translate(common, language, 'notStated'))
  if (value === '') return quiet(t('empty'))
  if (typeof value === 'string') return plain(stringInWords(value, place))
  if (typeof value === 'boolean') return plain(t(value ? 'yes' : 'no'))
  if (typeof value === 'number') return plain(value.toLocaleString(language))
  if (!Array.isArray(value)) return plain(innerName(value) ?? Object.values(value).filter((one) => typeof one === 'string').join(', '))
  if (value.length === 0) return quiet(t('nothing'))
  if (path.at(-1) === 'evidence') return plain(t('evidence', { n: value.length }))
  const names = value.map((one) => (typeof one === 'string' ? stringInWords(one, place) : innerName(one)))
  return names.every((name) => name !== null) ? plain(names.join(', ')) : plain(t('items', { n: value.length }))
}
