import type { Encoding } from '#domain/incident/index.ts'
import { strings, useStrings } from './index.ts'

/** How the bytes of a document became its text, where it is not plainly UTF-8. */
export const encodings = strings({
  en: {
    encoding: 'Encoding', readAs: 'Read as {name}', byMark: 'by its byte order mark', byDeclaration: 'as the page says', byBytes: 'recognised by its characters', against: 'the page says {declared}',
  },
  cs: {
    encoding: 'Kódování', readAs: 'Přečteno jako {name}', byMark: 'podle značky pořadí bajtů', byDeclaration: 'jak uvádí stránka', byBytes: 'rozpoznáno podle znaků', against: 'stránka uvádí {declared}',
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
