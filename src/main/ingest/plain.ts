import { normaliseText } from '#domain/text/index.ts'
import { proposedFrom, titled, type Extracted } from './extracted.ts'

/** A text as it is. Its first line is offered as the title when it is short enough to be one. */
export function extractPlain(decoded: string): Extracted {
  const text = normaliseText(decoded)
  const line = /\S[^\n]*/.exec(text)?.[0].trim() ?? ''
  return { text, proposed: titled(proposedFrom({}), line.length <= 200 ? line : null) }
}
