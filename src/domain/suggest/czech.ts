/** Endings of Czech nouns and adjectives, as far as names of states, towns and persons need them. */

const soften: Readonly<Record<string, string>> = { k: 'c', h: 'z', g: 'z', r: 'ř' }

/** The forms of a proper noun in the singular, by the ending of its nominative. More forms than exist do no harm. */
export function declined(noun: string): string[] {
  const stem = noun.slice(0, -1)
  const last = noun.at(-1) ?? ''
  if (noun.endsWith('ie')) return [noun, `${stem}i`, `${stem}í`]
  if (last === 'o') return [noun, `${stem}a`, `${stem}u`, `${stem}em`, `${stem}ě`]
  if (last === 'a') {
    const soft = soften[stem.at(-1) ?? '']
    return [noun, `${stem}y`, `${stem}i`, `${stem}u`, `${stem}ou`, `${stem}e`, soft ? `${stem.slice(0, -1)}${soft}e` : `${stem}ě`]
  }
  if (last === 'e') return [noun, `${stem}i`, `${stem}í`]
  if (last === 'ý') return adjective(stem)
  if (last === 'y') return [noun, stem, `${stem}ám`, `${stem}ů`, `${stem}ům`, `${stem}ách`, `${stem}ami`, `${stem}ech`]
  if ('íéáóúiu'.includes(last)) return [noun]
  return [noun, `${noun}u`, `${noun}a`, `${noun}e`, `${noun}em`, `${noun}ě`, `${noun}i`, `${noun}ovi`]
}

/** All forms of an adjective from its stem, such as "čínsk" or "kybernetick". */
export function adjective(stem: string): string[] {
  const softened = stem.endsWith('sk') ? `${stem.slice(0, -2)}št` : stem.endsWith('ck') ? `${stem.slice(0, -2)}čt` : stem
  return [...['ý', 'á', 'é', 'ého', 'ému', 'ém', 'ým', 'ou', 'ých', 'ými'].map((ending) => stem + ending), `${softened}í`]
}

/** The nominative an adjective would have in front of a noun of this gender: "ruského velvyslanectví" → "ruské velvyslanectví". */
export function adjectiveAs(word: string, ending: 'ý' | 'á' | 'é'): string {
  for (const found of ['ého', 'ému', 'ých', 'ými', 'ým', 'ém', 'ou', 'ý', 'á', 'é']) {
    if (word.endsWith(found) && word.length > found.length + 2) return word.slice(0, -found.length) + ending
  }
  return word
}

/** A surname as a nominative. `feminine` when the given name says so. */
export function surnameNominative(word: string, feminine: boolean): string {
  if (feminine) return word.replace(/(?:ové|ovou)$/u, 'ová')
  for (const [found, ending] of [['ského', 'ský'], ['skému', 'ský'], ['ským', 'ský'], ['ckého', 'cký'], ['ckému', 'cký'], ['ckým', 'cký'], ['ého', 'ý'], ['ému', 'ý'], ['ovi', ''], ['em', ''], ['ou', 'a'], ['y', 'a']] as const) {
    if (word.endsWith(found) && word.length > found.length + 2) return word.slice(0, -found.length) + ending
  }
  return /[^aeiouyáéíóúůý]a$/u.test(word) && word.length > 4 ? word.slice(0, -1) : word
}

/** The five endings of the singular: nominative, genitive, dative or locative, accusative, instrumental. */
type Endings = readonly [string, string, string, string, string]
const hard: Readonly<Record<'m' | 'f' | 'n', Endings>> = { m: ['ý', 'ého', 'ému', 'ý', 'ým'], f: ['á', 'é', 'é', 'ou', 'ou'], n: ['é', 'ého', 'ému', 'é', 'ým'] }
const soft: Readonly<Record<'m' | 'f' | 'n', Endings>> = { m: ['í', 'ího', 'ímu', 'í', 'ím'], f: ['í', 'í', 'í', 'í', 'í'], n: ['í', 'ího', 'ímu', 'í', 'ím'] }
function nounEndings(noun: string): { gender: 'm' | 'f' | 'n'; stem: string; endings: Endings } {
  const stem = noun.slice(0, -1)
  if (noun.endsWith('um')) return { gender: 'n', stem: noun.slice(0, -2), endings: ['um', 'a', 'u', 'um', 'em'] }
  if (noun.endsWith('ství') || noun.endsWith('ctví')) return { gender: 'n', stem, endings: ['í', 'í', 'í', 'í', 'ím'] }
  if (noun.endsWith('o')) return { gender: 'n', stem, endings: ['o', 'a', 'u', 'o', 'em'] }
  if (noun.endsWith('e')) return { gender: 'f', stem, endings: ['e', 'e', 'i', 'i', 'í'] }
  if (noun.endsWith('ost')) return { gender: 'f', stem: noun, endings: ['', 'i', 'i', '', 'í'] }
  const softened = soften[stem.at(-1) ?? '']
  if (noun.endsWith('a')) return { gender: 'f', stem: '', endings: [noun, `${stem}y`, softened ? `${stem.slice(0, -1)}${softened}e` : `${stem}ě`, `${stem}u`, `${stem}ou`] }
  return { gender: 'm', stem: noun, endings: ['', 'u', 'u', '', 'em'] }
}
/**
 * The name of a body in the cases of the singular, from its nominative: adjectives and their noun take the endings of one
 * case, what follows the noun stays. "Úřad vlády" → "Úřadu vlády", "Úřadem vlády" …
 */
export function bodyForms(name: string): string[] {
  const words = name.split(' ')
  const head = words.findIndex((word) => !/[ýáéí]$/u.test(word) || /[sc]tví$/u.test(word))
  if (head < 0) return [name]
  const { gender, stem, endings } = nounEndings(words[head]!)
  const rest = words.slice(head + 1)
  return [...new Set([0, 1, 2, 3, 4].map((row) => [...words.slice(0, head).map((word) => word.slice(0, -1) + (word.endsWith('í') ? soft : hard)[gender][row]!), stem + endings[row]!, ...rest].join(' ')))]
}
