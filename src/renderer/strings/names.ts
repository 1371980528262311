import type { Language } from '#contract/index.ts'
import type { ResponseType } from '#domain/incident/index.ts'
import { responseTypeNames } from '#domain/timeline/index.ts'
import { translate } from './index.ts'
import { library } from './library.ts'

const names = (language: Language, style: 'long' | 'short') => new Intl.DisplayNames([language], { type: 'region', style })
const regions = { en: { long: names('en', 'long'), short: names('en', 'short') }, cs: { long: names('cs', 'long'), short: names('cs', 'short') } }
// The common data has no short Czech names for these two.
const shortCzech: Record<string, string> = { GB: 'Británie', US: 'USA' }

/** The name of an ISO 3166-1 country in a language; the code itself when it is not known. */
export function countryName(code: string, language: Language, style: 'long' | 'short' = 'long'): string {
  if (style === 'short' && language === 'cs' && code in shortCzech) return shortCzech[code] ?? code
  if (style === 'short' && code === 'EU') return 'EU'
  try {
    return regions[language][style].of(code) ?? code
  } catch {
    return code
  }
}

export const capitalised = (text: string, language: Language): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

export function sectorName(sector: string, language: Language): string {
  return sector in library.en ? translate(library, language, sector as keyof typeof library.en) : sector
}

export function responseName(type: string, language: Language): string {
  return capitalised(responseTypeNames[language][type as ResponseType] ?? type, language)
}

/** One word for narrow lists where a type has a longer full name. */
const shortResponses: Record<Language, Partial<Record<string, string>>> = {
  en: { 'summons-of-ambassador': 'Summons', 'statement-of-support': 'Support', 'endorsement-of-attribution': 'Endorsement', 'technical-advisory': 'Advisory', 'parliamentary-inquiry': 'Inquiry', 'legislative-initiative': 'Legislation', 'preventive-measure': 'Prevention' },
  cs: { 'summons-of-ambassador': 'Předvolání', 'statement-of-support': 'Podpora', 'endorsement-of-attribution': 'Podpora atribuce', 'technical-advisory': 'Varování', 'parliamentary-inquiry': 'Šetření', 'legislative-initiative': 'Legislativa', 'preventive-measure': 'Prevence' },
}
export const shortResponseName = (type: string, language: Language): string => shortResponses[language][type] ?? responseName(type, language)
