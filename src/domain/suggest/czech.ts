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
