import type { Encoding } from '#domain/incident/index.ts'
import { strings, useStrings } from './index.ts'

/** How the bytes of a document became its text, where it is not plainly UTF-8. */
export const encodings = strings({
  en: {
    encoding: 'Encoding', readAs: 'Read as {name}', byMark: 'by its byte order mark', byDeclaration: 'as the document says', byBytes: 'recognised by its characters', against: 'the document says {declared}',
    unreadable: 'Unreadable', stands: { one: '{n} character, shown as �', other: '{n} characters, shown as �' },
  },
  cs: {
    encoding: 'Kódování', readAs: 'Přečteno jako {name}', byMark: 'podle značky pořadí bajtů', byDeclaration: 'jak uvádí dokument', byBytes: 'rozpoznáno podle znaků', against: 'dokument uvádí {declared}',
    unreadable: 'Nečitelné', stands: { one: '{n} znak, zobrazen jako �', few: '{n} znaky, zobrazeny jako �', many: '{n} znaku, zobrazeno jako �', other: '{n} znaků, zobrazeno jako �' },
  },
})

const from = { 'byte-order-mark': 'byMark', declaration: 'byDeclaration', bytes: 'byBytes' } as const
/** The Encoding standard writes all names small; most are known in capitals. */
const nameOf = ({ name }: Encoding) => (/^(?:windows|mac|x-)/.test(name) ? name : name.toUpperCase())

/** "windows-1250" and why; null for what was read as UTF-8 without a doubt. */
export function useEncodingWords(encoding: Encoding | undefined): { title: string; name: string; why: string; said: string } | null {
  const t = useStrings(encodings)
  if (!encoding) return null
  const name = nameOf(encoding)
  const why = [t(from[encoding.from]), ...(encoding.declared === undefined ? [] : [t('against', { declared: encoding.declared })])].join('; ')
  return { title: t('encoding'), name, why, said: `${t('readAs', { name })} (${why})` }
}
