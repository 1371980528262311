import { strings } from './index.ts'

/** Words of a source's own facts: what waits to be confirmed, and the form that changes it. */
export const sourceStrings = strings({
  en: {
    region: 'Facts of the source', proposed: 'Proposed by the document, not confirmed', title: 'Title', publisher: 'Publisher', author: 'Author', date: 'Published', language: 'Language', url: 'Address',
    'from_first-words': 'first words', 'from_file-name': 'file name', 'from_word-counts': 'guessed from its words',
    confirm: 'Confirm', confirmAll: { one: 'Confirm {n} source', other: 'Confirm all {n} sources' }, change: 'Change…', confirmed: 'Confirmed.', confirmedAll: { one: '{n} source confirmed.', other: '{n} sources confirmed.' },
    created: 'No date of publication is known. The file was made on {date}.', createdIn: 'No date of publication is known. The file was made in {date}.', takeCreated: 'Take it as published', leaveCreated: 'Leave undated',
    stepConfirm: 'confirm what the document says', stepConfirmAll: 'confirm what documents say', stepCreated: 'take the file’s date as published', stepLeave: 'leave the source undated', stepChange: 'change facts of the source',
    form: 'Facts of the source', notStated: 'Not stated', en: 'English', cs: 'Czech', save: 'Save', cancel: 'Cancel', titleMissing: 'A title is needed.', dateUnread: 'The date is not readable yet.', saveHint: 'Saving confirms what stands here.',
  },
  cs: {
    region: 'Údaje o zdroji', proposed: 'Navrženo podle dokumentu, nepotvrzeno', title: 'Název', publisher: 'Vydavatel', author: 'Autor', date: 'Vydáno', language: 'Jazyk', url: 'Adresa',
    'from_first-words': 'první slova', 'from_file-name': 'název souboru', 'from_word-counts': 'odhad podle slov',
    confirm: 'Potvrdit', confirmAll: { one: 'Potvrdit {n} zdroj', few: 'Potvrdit všechny {n} zdroje', many: 'Potvrdit všech {n} zdroje', other: 'Potvrdit všech {n} zdrojů' }, change: 'Změnit…', confirmed: 'Potvrzeno.', confirmedAll: { one: 'Potvrzen {n} zdroj.', few: 'Potvrzeny {n} zdroje.', many: 'Potvrzeno {n} zdroje.', other: 'Potvrzeno {n} zdrojů.' },
    created: 'Datum vydání není známo. Soubor vznikl {date}.', createdIn: 'Datum vydání není známo. Soubor vznikl: {date}.', takeCreated: 'Použít jako datum vydání', leaveCreated: 'Nechat bez data',
    stepConfirm: 'potvrdit údaje z dokumentu', stepConfirmAll: 'potvrdit údaje z dokumentů', stepCreated: 'použít datum souboru jako datum vydání', stepLeave: 'nechat zdroj bez data', stepChange: 'změnit údaje o zdroji',
    form: 'Údaje o zdroji', notStated: 'Neuvedeno', en: 'angličtina', cs: 'čeština', save: 'Uložit', cancel: 'Zrušit', titleMissing: 'Chybí název.', dateUnread: 'Datum zatím nelze přečíst.', saveHint: 'Uložením potvrdíte, co zde stojí.',
  },
})
