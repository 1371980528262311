import type { Citation, Source } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Inline, Rich } from '../document.ts'
import { verbatim } from '../rich.ts'
import { formatDate } from './dates.ts'

type Words = Pick<ReportContext, 'language' | 'strings'>

const nameOf = (author: NonNullable<Citation['author']>[number]) => ('literal' in author ? author.literal : [author.family, author.given].filter(Boolean).join(', '))

/** Who stands behind a source: publisher, container, author, or at least its title. */
export function publisherOf({ citation }: Source, { strings }: Words): string {
  const authors = citation.author?.map(nameOf).join('; ')
  return [citation.publisher, citation['container-title'], authors, citation.title].find((name) => name !== undefined && name.trim() !== '') ?? strings.sources.untitled
}

export const sourceDate = (source: Source, words: Words): string => (source.date === null ? words.strings.sources.undated : formatDate(source.date, words))

/** The address as printed: without scheme, www. and last slash. */
export const printedAddress = (address: string): string => address.replace(/^https?:\/\//i, '').replace(/^www\./i, '').replace(/\/$/, '')

/** Only the web is linked; anything else would be an invitation to run something. */
const isWeb = (address: string) => /^https?:\/\//i.test(address)

const accessedOf = ({ citation }: Source): string | null => {
  const parts = citation.accessed?.['date-parts']?.[0]
  return parts === undefined ? null : parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

/** A source as the list prints it, after ISO 690. */
export function citationOf(source: Source, { set, strings, language }: ReportContext, repeated: string | null): Rich {
  const { citation } = source
  const words = { strings, language }
  const publisher = publisherOf(source, words)
  const accessed = accessedOf(source)
  const online = citation.URL === undefined ? '' : ` ${strings.sources.online}`
  const dates = [sourceDate(source, words), ...(accessed === null ? [] : [strings.sources.viewed(formatDate(accessed, words))])].join(' ')
  const access: Inline[] = source.access === 'read' ? [] : [set.text(` ${source.access === 'not-read' ? strings.sources.notRead : strings.sources.quotedOnly}`, 'strong')]
  const address: Inline[] = citation.URL === undefined ? [] : [
    set.text(` ${strings.sources.available} `),
    isWeb(citation.URL) ? { kind: 'address', href: citation.URL, text: printedAddress(citation.URL) } : verbatim(citation.URL, 'quiet'),
  ]
  return [
    set.text(publisher === citation.title ? '' : `${publisher}. `),
    verbatim(citation.title || strings.sources.untitled, 'title', source.language ?? citation.language),
    set.text(`${online}, ${dates}.`),
    ...access,
    ...(source.text?.nature === 'own-words' ? [set.text(` ${strings.sources.ownWords}`)] : []),
    ...(repeated === null ? [] : [set.text(` ${strings.sources.repeats(repeated)}`)]),
    ...address,
  ]
}
