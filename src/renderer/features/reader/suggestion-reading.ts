import type { Language } from '#contract/index.ts'
import { formatEdtf, isEdtf } from '#domain/dates/index.ts'
import { responseTypeOf, type Suggestion } from '#domain/suggest/index.ts'
import { translate, type Params } from '../../strings/index.ts'
import { countryName, responseName } from '../../strings/names.ts'
import { suggesting } from '../../strings/suggesting.ts'
import type { Item } from './suggested.ts'

type Key = keyof (typeof suggesting)['en']
const kindNames: Record<string, string> = { ipv4: 'IPv4', ipv6: 'IPv6', domain: 'DNS', url: 'URL', email: 'e-mail', md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256' }

/** The words of a party of attribution: the case that is named, with the words of strength as they stand. */
function held({ by, value, strength }: Suggestion, t: (key: Key, params?: Params) => string): string {
  const words = by ? t('heldBy', { by, value: value ?? '' }) : t('held', { value: value ?? '' })
  return strength ? `${words} ${t('strength', { strength })}` : words
}

/** The date in words and as EDTF; once where both are the same. */
function dateWords(value: string, language: Language): string {
  const words = isEdtf(value) ? formatEdtf(value, language) : value
  return words === value ? value : `${words} (${value})`
}

/** Why the words are suggested: the name that matched, the date as it is read, who speaks, who holds whom responsible. */
export function readingOf({ found }: Pick<Item, 'found'>, language: Language): string {
  const t = (key: Key, params?: Params) => translate(suggesting, language, key, params)
  if (!found) return t('stored')
  const { type, value, exact, alias, speaker, role, kind } = found
  const stands = value !== null && value !== exact
  switch (type) {
    case 'date': return t('asDate', { value: dateWords(value ?? '', language) })
    case 'actor': return alias !== undefined && alias !== value ? t('asAlias', { alias, value: value ?? exact }) : t('asActor', { value: value ?? exact })
    case 'place': return value === null ? t('asTown') : t('asPlace', { value: `${countryName(value, language)} (${value})` })
    case 'organisation': return stands ? t('asOrganisationNamed', { value }) : t('asOrganisation')
    case 'person': {
      const base = stands ? t('asPersonNamed', { value }) : t('asPerson')
      return role === undefined ? base : t('withRole', { value: base, role })
    }
    case 'vulnerability': return t('asVulnerability', { value: value ?? exact })
    case 'technique': return t('asTechnique', { value: value ?? exact })
    case 'indicator': return stands ? t('asIndicatorNamed', { kind: kindNames[kind ?? ''] ?? kind ?? '', value }) : t('asIndicator', { kind: kindNames[kind ?? ''] ?? kind ?? '' })
    case 'malware': return t('asMalware', { value: value ?? exact })
    case 'statement': return speaker === null ? t('saidByNobody') : t('saidBy', { speaker })
    case 'attribution': return held(found, t)
    case 'response': return responseName(responseTypeOf(found), language)
  }
}
