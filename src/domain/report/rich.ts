import type { Cell, Inline, ReportLanguage, Rich, TextRun } from './document.ts'
import { tidy } from './typography.ts'

/** Builders of running text. `text` sets our own words; `verbatim` keeps every character of a source. */
export type Setter = {
  text: (words: string, look?: TextRun['look']) => TextRun
  rich: (words: string, ...more: Rich[]) => Rich
  cell: (words: string, ...more: Rich[]) => Cell
}

export function setterOf(language: ReportLanguage): Setter {
  const text = (words: string, look?: TextRun['look']): TextRun => ({ kind: 'text', text: tidy(words, language), ...(look === undefined ? {} : { look }) })
  const rich = (words: string, ...more: Rich[]): Rich => [text(words), ...more.flat()]
  return { text, rich, cell: (words, ...more) => ({ text: rich(words, ...more) }) }
}

export const verbatim = (words: string, look: TextRun['look'] = 'quote', lang?: string | null): Inline => ({ kind: 'text', text: words, look, ...(lang ? { lang } : {}) })

/** The plain words of a run, for tests, labels and outlines. */
export function plainText(rich: Rich): string {
  return rich.map((part) => (part.kind === 'text' || part.kind === 'link' || part.kind === 'address' ? part.text : '')).join('')
}

/** Joins runs with a separator of our own. */
export function joined(parts: readonly Rich[], separator: string): Rich {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ kind: 'text' as const, text: separator }, ...part]))
}
