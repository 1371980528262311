import { formatEdtf, isEdtf } from '../../dates/index.ts'
import type { Fact } from '../../incident/index.ts'
import type { ReportContext } from '../context.ts'
import type { Rich } from '../document.ts'
import { sentence } from '../typography.ts'

/** Facts whose dotted key is one of the names or lies under it, in the order of the names. */
export function factsUnder({ incident }: Pick<ReportContext, 'incident'>, ...names: string[]): Fact[] {
  const facts = Object.values(incident.facts)
  return names.flatMap((name) => facts.filter((fact) => fact.field === name || fact.field.startsWith(`${name}.`)).toSorted((a, b) => (a.field < b.field ? -1 : 1)))
}

/** The key of a fact in words: a known label, else the key itself without its signs. */
export function factLabel({ strings }: Pick<ReportContext, 'strings'>, field: string): string {
  const words = strings.facts[field] ?? field.replaceAll(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A value in words; dates are stored as EDTF and print at their precision. */
export function factValue({ language, strings }: Pick<ReportContext, 'language' | 'strings'>, fact: Fact): string {
  if (fact.value === null) return strings.notPublic
  return /^[\d/]/.test(fact.value) && isEdtf(fact.value) ? formatEdtf(fact.value, language, 'long') : fact.value
}

const backgroundMark = ({ strings, set }: ReportContext, fact: Fact): Rich => (fact.standing === 'background' ? [set.text(` (${strings.background})`, 'quiet')] : [])

/** A value for the case card, with its note; only the first of several begins with a capital. */
export function factCell(context: ReportContext, fact: Fact, first: boolean): Rich {
  const words = factValue(context, fact)
  return [context.set.text(first ? words.charAt(0).toUpperCase() + words.slice(1) : words), ...backgroundMark(context, fact), ...context.notebook.call(fact.evidence)]
}

/** A fact as a paragraph of its own: label, sentence, note. */
export function factParagraph(context: ReportContext, fact: Fact): Rich {
  const { set, notebook } = context
  const value = sentence(factValue(context, fact))
  const note = fact.note.trim() === '' ? [] : [set.text(` ${sentence(fact.note)}`)]
  return [set.text(factLabel(context, fact.field), 'label'), set.text(`\u2002${value}`), ...backgroundMark(context, fact), ...notebook.call(fact.evidence), ...note]
}
