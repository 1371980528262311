import type { ReportLanguage } from './document.ts'
import { czech } from './strings-cs.ts'
import { english, type Strings } from './strings-en.ts'

export type { Strings } from './strings-en.ts'

const tables: Record<ReportLanguage, Strings> = { en: english, cs: czech }

export const stringsOf = (language: ReportLanguage): Strings => tables[language]

/** A likelihood term in the language of the report. Stored terms are those of the scale, in English. */
export const termName = (strings: Strings, term: string): string => strings.terms[term] ?? term

const region = { en: new Intl.DisplayNames(['en'], { type: 'region' }), cs: new Intl.DisplayNames(['cs'], { type: 'region' }) }

/** The name of an ISO 3166-1 alpha-2 code; an unknown code stays as it is. */
export const countryName = (language: ReportLanguage, code: string): string => region[language].of(code) ?? code
