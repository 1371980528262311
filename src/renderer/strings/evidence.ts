import { strings } from './index.ts'

/** Words of evidence lists. */
export const evidenceStrings = strings({
  en: {
    for: 'Evidence for', against: 'Evidence against', none: 'No evidence on record', openAtQuote: 'Open at quote', paragraph: '¶ {n}',
    orphaned: 'not found in this text', cited: 'Cited; the text is not in the library', citedOnly: 'cited; text not in the library', ownWords: 'in our own words', add: 'Add evidence', remove: 'Take this evidence away',
  },
  cs: {
    for: 'Doklady pro', against: 'Doklady proti', none: 'Žádný doklad', openAtQuote: 'Otevřít u citátu', paragraph: 'odst. {n}',
    orphaned: 'v tomto textu nenalezeno', cited: 'Citováno; text není v knihovně', citedOnly: 'citováno; text není v knihovně', ownWords: 'vlastními slovy', add: 'Přidat doklad', remove: 'Odebrat tento doklad',
  },
})
