import type { Citation, Source, Tlp } from '#domain/incident/index.ts'
import type { SuppliedText } from './read-supplied.ts'

/** What the person who imports says about it; it goes before what the document says about itself. */
export type Stated = { publisher?: string; sourceDate?: string }

/** The CSL date of an EDTF date: parts where it is one plain date, the EDTF text itself where it is less certain. */
export function issuedFrom(edtf: string): NonNullable<Citation['issued']> {
  const plain = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(edtf)
  const [, year, month, day, mark] = plain ?? []
  const isDate = year !== undefined && (month === undefined || Number(month) <= 12)
  if (!isDate) return { literal: edtf }
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number)
  return { 'date-parts': [parts], ...(mark ? { circa: true } : {}) }
}

const nameWithoutEnding = (fileName: string) => fileName.replace(/\.[^.]{1,9}$/, '') || fileName

/** The title a document gives itself, else its file's name. */
export const titleOf = ({ proposed, fileName }: SuppliedText): string => proposed.title ?? nameWithoutEnding(fileName)

/** A source of the incident that stands on the supplied text. Nothing about its worth is guessed: reliability F. */
export function sourceFrom(supplied: SuppliedText, context: { id: string; capturedAt: string; tlp: Tlp }, stated: Stated = {}): Source {
  const { proposed, fileName, mediaType, bytes, text } = supplied
  const publisher = stated.publisher ?? proposed.publisher
  const date = stated.sourceDate ?? proposed.date
  return {
    id: context.id,
    citation: {
      id: context.id,
      type: proposed.url !== null || mediaType === 'text/html' ? 'webpage' : 'document',
      title: titleOf(supplied),
      ...(proposed.author === null ? {} : { author: [{ literal: proposed.author }] }),
      ...(publisher === null ? {} : { publisher }),
      ...(date === null ? {} : { issued: issuedFrom(date) }),
      ...(proposed.url === null ? {} : { URL: proposed.url }),
      ...(proposed.language === null ? {} : { language: proposed.language }),
    },
    date,
    kind: 'other',
    access: 'read',
    language: proposed.language,
    tlp: context.tlp,
    pap: null,
    reliability: 'F',
    repeats: null,
    capture: { capturedAt: context.capturedAt, fileName, mediaType, byteLength: bytes.length, sha256: supplied.originalSha256 },
    text: { sha256: supplied.textSha256, length: text.length, nature: 'original', ...(supplied.structure ? { structure: supplied.structure } : {}) },
    note: '',
    tags: [],
  }
}
