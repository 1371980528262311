import { adjective, declined } from '../czech.ts'
import { addPhrase, newPhrases } from '../phrases.ts'
import { countryTable, townTable } from './countries.ts'

/** A country with its code, or a town without one. `name` is the English name. */
export type Place = { code: string | null; name: string; czech?: true }

/** A nominative with forms of its own after slashes, else with those its ending gives. */
function forms(entry: string): string[] {
  const [noun = '', ...own] = entry.split('/')
  const plain = noun.includes(' ') || noun === noun.toUpperCase() || noun.includes('-') ? hyphenated(noun) : declined(noun)
  return own.length > 0 ? [noun, ...own] : plain
}

/** "Wu-chan" → "Wu-chanu": transcribed towns take the endings of a hard noun. */
const hyphenated = (noun: string) => (/[bcčdfghjklmnpřrsštvzž]$/u.test(noun) ? [noun, `${noun}u`, `${noun}em`, `${noun}e`] : [noun])

export const places = newPhrases<Place>()
/** Nationality words of both languages, in every Czech form, with the code of the country. */
export const nationalities = newPhrases<string>()
export const nationalityWords = new Map<string, string>()

const isShort = (name: string) => name === name.toUpperCase()
for (const line of countryTable.trim().split('\n')) {
  const [code = '', english = '', adjectives = '', czech = '', stem = ''] = line.split('|')
  const names = english.split(',')
  const place: Place = { code, name: names[0]! }
  for (const name of names) addPhrase(places, name, place, isShort(name))
  for (const entry of czech.split(',')) for (const form of new Set(forms(entry))) if (form !== '') addPhrase(places, form, { ...place, czech: true }, true)
  for (const word of adjectives.split(',')) {
    if (word === '') continue
    addPhrase(nationalities, word, code, true)
    nationalityWords.set(word.toLowerCase(), code)
  }
  if (stem !== '') for (const form of adjective(stem)) {
    addPhrase(nationalities, form, code)
    nationalityWords.set(form, code)
  }
}
addPhrase(nationalities, 'New Zealand', 'NZ', true)

for (const entry of townTable.trim().replaceAll('\n', '').split(',')) {
  const [english = '', czech = ''] = entry.split('|')
  const place: Place = { code: null, name: english.trim() }
  if (place.name === '') continue
  addPhrase(places, place.name, place)
  for (const form of new Set(czech === '' ? [] : forms(czech))) addPhrase(places, form, { ...place, czech: true }, true)
}
