import { parseDate } from '#domain/dates/index.ts'
import { languageOf as languageOfText } from '#domain/text/index.ts'
import { languageSchema, type Encoding, type Structure } from '#domain/incident/index.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Documents whose bytes are text of their own, and those that are read by a program for their format. */
export type TextType = 'text/plain' | 'text/markdown' | 'text/html'
export type BinaryType = 'application/pdf' | typeof docxType | 'message/rfc822'
export type MediaType = TextType | BinaryType
export type { Structure }

/** What a document says about itself: offered to the analyst, never taken as confirmed. `date` is EDTF. */
export type Proposed = {
  title: string | null
  publisher: string | null
  author: string | null
  date: string | null
  language: string | null
  url: string | null
  /** The title is the first words of the text, since the document states none. */
  titleFrom?: 'first-words'
  /** The language is guessed (domain/text/language-of.ts), since the document states none. */
  languageFrom?: 'word-counts'
  /** EDTF: the day on which the file says it was made, which is seldom that of publication. */
  created?: string
}
/** `text` is normalised; its SHA-256 names it from here on. `unreadable`: characters that stand as U+FFFD for bytes of no letter. */
export type Extracted = { text: string; proposed: Proposed; structure?: Structure; encoding?: Encoding; unreadable?: number }

type Said = Partial<Record<'title' | 'publisher' | 'author' | 'date' | 'language' | 'url' | 'created', string | null | undefined>>

const words = (value: string | null | undefined, limit: number) => {
  const clean = (value ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return clean === '' ? null : clean.slice(0, limit).toWellFormed()
}

function dateOf(value: string | null): string | null {
  if (value === null) return null
  // Of an instant only the day in its own zone is a publication date.
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(value)?.[1]
  return parseDate(day ?? value)
}

const languageOf = (value: string | null) => {
  const tag = (value ?? '').replace('_', '-').replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase())
  return languageSchema.safeParse(tag).success ? tag : null
}

const addressOf = (value: string | null) => (value !== null && value.length <= 2000 && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null)

/** What was said, cleaned: one line each, a readable date, a language tag, a web address; else null. */
export function proposedFrom(said: Said): Proposed {
  const created = dateOf(words(said.created, 80))
  return {
    title: words(said.title, 300),
    publisher: words(said.publisher, 300),
    author: words(said.author, 300),
    date: dateOf(words(said.date, 80)),
    language: languageOf(words(said.language, 35)),
    url: addressOf(words(said.url, 2001)),
    ...(created === null ? {} : { created }),
  }
}

/** With the first words of the text for a title where the document states none. */
export function titled(proposed: Proposed, first: string | null | undefined): Proposed {
  const title = proposed.title ?? words(first, 200)
  return proposed.title === null && title !== null ? { ...proposed, title, titleFrom: 'first-words' } : proposed
}

/** With a guess at the language of the text where the document does not state it. */
export function spoken(proposed: Proposed, text: string): Proposed {
  const language = proposed.language ?? languageOfText(text)
  return proposed.language === null && language !== null ? { ...proposed, language, languageFrom: 'word-counts' } : proposed
}
