/** A part of a frozen text; offsets are UTF-16, end exclusive, without the white space around it. */
export type Paragraph = { start: number; end: number; kind: 'heading' | 'paragraph' | 'list-item' }
type Span = { start: number; end: number }

const listMark = /^(?:[-*•–]|\d{1,3}[.)]|[a-z][.)])[ \t]+\S/u
/** Lines that a program wrapped are shorter than this; longer ones are paragraphs of their own. */
const wrapLimit = 120
const headingLimit = 200

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** The span without white space at its ends; null when nothing is left. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const slice = text.slice(start, end)
  const lead = slice.length - slice.trimStart().length
  return lead === slice.length ? null : { start: start + lead, end: start + slice.trimEnd().length }
}

/** Runs of lines between blank lines. */
function blocksOf(text: string): Span[][] {
  const blocks: Span[][] = [[]]
  for (const line of linesOf(text)) {
    const words = trimmed(text, line)
    if (words) blocks.at(-1)?.push(words)
    else blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

const isListItem = (text: string, span: Span) => listMark.test(text.slice(span.start, Math.min(span.end, span.start + 12)))

/** The lines of one block as paragraphs: joined when they were wrapped, apart where a list item begins. */
function joined(text: string, lines: Span[], wrapped: boolean): Span[] {
  const spans: Span[] = []
  for (const line of lines) {
    const last = spans.at(-1)
    if (last && wrapped && !isListItem(text, line)) last.end = line.end
    else spans.push({ ...line })
  }
  return spans
}

const isWrapped = (lines: Span[]) => lines.slice(0, -1).every((line) => line.end - line.start <= wrapLimit)

function isHeading(text: string, span: Span, first: boolean): boolean {
  const words = text.slice(span.start, span.end)
  if (words.length > headingLimit || words.includes('\n') || /[.!?…:;,][”"’')\]]*$/u.test(words)) return false
  return first || (words.length <= 80 && /\p{Lu}{4}/u.test(words) && !/\p{Ll}/u.test(words))
}

/**
 * The paragraphs of a frozen text, in order, covering every word. Where blank lines are used they separate
 * paragraphs; where none are, every line is one. A first short line without a final stop is the heading, and
 * so is a short line in capitals alone.
 */
export function paragraphs(text: string): Paragraph[] {
  const blocks = blocksOf(text)
  const spans = blocks.flatMap((lines) => joined(text, lines, blocks.length > 1 && isWrapped(lines)))
  return spans.map((span, index) => {
    const kind = isListItem(text, span) ? 'list-item' : isHeading(text, span, index === 0 && spans.length > 1) ? 'heading' : 'paragraph'
    return { ...span, kind }
  })
}
