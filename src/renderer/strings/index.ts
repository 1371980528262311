import { useCallback } from 'react'
import type { Language } from '#contract/index.ts'
import { useSession } from '../state/session.ts'

/** A text, or its plural forms chosen by {n} (Intl.PluralRules: Czech has one, few, many and other). */
type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>
type Table = Record<string, Text>
export type Strings<Key extends string> = Record<Language, Record<Key, Text>>
export type Params = Record<string, string | number>
export type Translate<Key extends string> = (key: Key, params?: Params) => string

/** Declares the strings of one feature; the Czech table must have the very keys of the English one. */
export function strings<const English extends Table>(tables: { en: English; cs: Record<keyof English & string, Text> }): Strings<keyof English & string> {
  return tables
}

const rules = { en: new Intl.PluralRules('en'), cs: new Intl.PluralRules('cs') }

/** The text of a key in a language, with {name} places filled in. */
export function translate<Key extends string>(table: Strings<Key>, language: Language, key: Key, params: Params = {}): string {
  const text = table[language][key]
  const chosen = typeof text === 'string' ? text : (text[rules[language].select(Number(params['n'] ?? 0))] ?? text.other ?? '')
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
}

/** The translation in the person's language; the same function until the language changes. */
export function useStrings<Key extends string>(table: Strings<Key>): Translate<Key> {
  const language = useSession((session) => session.settings.language)
  return useCallback((key, params) => translate(table, language, key, params), [table, language])
}

export const useLanguage = (): Language => useSession((session) => session.settings.language)
