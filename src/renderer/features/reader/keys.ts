import type { Language } from '#contract/index.ts'
import { annotationTypes, type AnnotationType } from '#domain/incident/index.ts'

/** A key of the reader for the help sheet. `single`: a letter or figure, off when single keys are switched off. */
export type ReaderKey = { keys: string; titles: Record<Language, string>; single: boolean }
const key = (keys: string, en: string, cs: string, single = false): ReaderKey => ({ keys, titles: { en, cs }, single })

/** The figure of each type: 1–9, then 0. */
export const figureOf = (type: AnnotationType): string => String((annotationTypes.indexOf(type) + 1) % 10)
export function typeOfFigure(figure: string): AnnotationType | null {
  return /^\d$/.test(figure) ? (annotationTypes[(Number(figure) + 9) % 10] ?? null) : null
}

export const readerKeys: { en: string; cs: string; keys: ReaderKey[] }[] = [
  {
    en: 'Text', cs: 'Text',
    keys: [
      key('F7', 'Caret on or off', 'Zapnout nebo vypnout kurzor'),
      key('Shift+← →', 'Select by character', 'Vybírat po znacích'),
      key('Ctrl+Shift+← →', 'Select by word', 'Vybírat po slovech'),
      key('Shift+↑ ↓', 'Select by line', 'Vybírat po řádcích'),
      key('W', 'Select the word', 'Vybrat slovo', true),
      key('S', 'Select the sentence', 'Vybrat větu', true),
      key('Enter', 'Choose the mark under the caret', 'Zvolit značku pod kurzorem'),
      key('Alt+Enter', 'To the card of the mark', 'Na kartu značky'),
      key('Esc', 'Close, then clear the selection', 'Zavřít, pak zrušit výběr'),
    ],
  },
  {
    en: 'Selection', cs: 'Výběr',
    keys: [
      key('1 … 9, 0', 'Mark: actor, victim, activity, date, place, attribution, response, legal, indicator, assessment', 'Označit: aktér, oběť, činnost, datum, místo, atribuce, reakce, právo, indikátor, hodnocení', true),
      key('Enter', 'Mark with the type used last', 'Označit naposledy použitým typem'),
      key('T', 'Tags', 'Štítky', true),
      key('M', 'Comment', 'Komentář', true),
      key('E', 'Event from the mark', 'Událost ze značky', true),
      key('Ctrl+Enter', 'Save the form', 'Uložit formulář'),
    ],
  },
  {
    en: 'Annotations', cs: 'Anotace',
    keys: [
      key('↑ ↓', 'Move through the list; the text follows', 'Pohyb v seznamu; text následuje'),
      key('Shift+↑ ↓', 'Select several', 'Vybrat několik'),
      key('Enter', 'To the words', 'K slovům v textu'),
      key('Alt+Enter', 'Back to the card', 'Zpět na kartu'),
      key('F2', 'Edit', 'Upravit'),
      key('Del', 'Delete', 'Smazat'),
    ],
  },
]
