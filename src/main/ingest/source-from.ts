import { issuedFrom, type ProposedFields, type Source, type Tlp } from '#domain/incident/index.ts'
import type { SuppliedText } from './read-supplied.ts'

/** What the person who imports says about it; it goes before what the document says about itself. */
export type Stated = { publisher?: string; sourceDate?: string; /** The source of which this is a newer version. */ supersedes?: string }

const nameWithoutEnding = (fileName: string) => fileName.replace(/\.[^.]{1,9}$/, '') || fileName

/** The title a document gives itself, else its file's name. */
export const titleOf = ({ proposed, fileName }: SuppliedText): string => proposed.title ?? nameWithoutEnding(fileName)

/** What a person has still to confirm; what was stated by one is not of it. */
function proposedFields({ proposed }: SuppliedText, stated: Stated): ProposedFields {
  const dated = stated.sourceDate !== undefined || proposed.date !== null
  return {
    title: proposed.title === null ? 'file-name' : (proposed.titleFrom ?? 'document'),
    ...(stated.publisher === undefined && proposed.publisher !== null ? { publisher: 'document' as const } : {}),
    ...(proposed.author === null ? {} : { author: 'document' as const }),
    ...(stated.sourceDate === undefined && proposed.date !== null ? { date: 'document' as const } : {}),
    ...(proposed.language === null ? {} : { language: proposed.languageFrom ?? ('document' as const) }),
    ...(proposed.created === undefined || dated ? {} : { created: proposed.created }),
  }
}

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
    capture: { capturedAt: context.capturedAt, fileName, mediaType, byteLength: bytes.length, sha256: supplied.originalSha256, ...(supplied.encoding === null ? {} : { encoding: supplied.encoding }), ...(supplied.unreadable === 0 ? {} : { unreadable: supplied.unreadable }) },
    text: { sha256: supplied.textSha256, length: text.length, nature: 'original', ...(supplied.structure ? { structure: supplied.structure } : {}) },
    ...(stated.supersedes === undefined ? {} : { supersedes: stated.supersedes }),
    proposed: proposedFields(supplied, stated),
    note: '',
    tags: [],
  }
}
