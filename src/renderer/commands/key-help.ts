import type { Language } from '#contract/index.ts'
import type { ReaderAction } from '../state/reader-keys.ts'
import { marking } from '../strings/marking.ts'

/** Keys that views handle themselves; the help sheet shows them beside the registry's. */
type KeyLine = { keys: string; words: Record<Language, string>; single?: boolean; /** Its letter may have been changed. */ action?: ReaderAction }
export type KeyGroup = { name: 'groupText' | 'groupSelection' | 'groupSuggestions' | 'groupAnnotations' | 'groupSources' | 'groupTimeline' | 'groupCompare' | 'groupLibrary' | 'groupForms'; lines: KeyLine[] }

const key = (keys: string, en: string, cs: string, single = false): KeyLine => ({ keys, words: { en, cs }, single })

/** A letter of the reader; what it is stands in the settings of the person. */
const letter = (action: ReaderAction): KeyLine => ({ keys: '', words: { en: marking.en[`key_${action}`] as string, cs: marking.cs[`key_${action}`] as string }, single: true, action })

export const keyHelp: KeyGroup[] = [
  {
    name: 'groupText',
    lines: [
      key('F7', 'Caret on or off', 'Zapnout nebo vypnout kurzor'),
      key('Shift+← →', 'Select by character', 'Vybírat po znacích'),
      key('Ctrl+Shift+← →', 'Select by word', 'Vybírat po slovech'),
      key('Shift+↑ ↓', 'Select by line', 'Vybírat po řádcích'),
      letter('word'),
      letter('sentence'),
      key('Enter', 'Choose the mark under the caret', 'Zvolit značku pod kurzorem'),
      key('Alt+Enter', 'To the card of the mark', 'Na kartu značky'),
      key('Esc', 'Close, then clear the selection', 'Zavřít, pak zrušit výběr'),
    ],
  },
  {
    name: 'groupSelection',
    lines: [
      key('1 … 9, 0', 'Mark with a type, in the order of the bar', 'Označit typem, v pořadí na liště', true),
      key('Enter', 'Mark with the type used last', 'Označit naposledy použitým typem'),
      letter('event'), letter('claim'), letter('entity'), letter('quote'), letter('tags'), letter('comment'), letter('translation'), letter('relate'),
      key('Shift+← →', 'Move the end of the chosen mark', 'Posunout konec zvolené značky'),
      key('Ctrl+Shift+← →', 'Move its start', 'Posunout její začátek'),
    ],
  },
  {
    name: 'groupSuggestions',
    lines: [
      key('F8', 'Show or hide', 'Zobrazit nebo skrýt'),
      key('Tab', 'Next; with Shift the previous one', 'Další; se Shiftem předchozí'),
      key('Alt+↓ ↑', 'Next, previous one that a record is made of', 'Další, předchozí, z něhož vzniká záznam'),
      key('Enter', 'Make the record that fits', 'Vytvořit odpovídající záznam'),
      key('A', 'Accept', 'Přijmout', true),
      key('X', 'Reject, for good', 'Odmítnout natrvalo', true),
      key('Shift+A', 'Accept all equal ones', 'Přijmout všechny stejné', true),
      key('Esc', 'Leave: Tab goes on past the text', 'Opustit: Tab vede dál za text'),
    ],
  },
  {
    name: 'groupSources',
    lines: [
      key('F9', 'Confirm what the document says about itself', 'Potvrdit, co o sobě dokument říká'),
      key('Shift+F9', 'The same for all sources', 'Totéž pro všechny zdroje'),
      key('F4', 'Change title, publisher, author, date, language', 'Změnit název, vydavatele, autora, datum, jazyk'),
      key('Enter', 'Newer version: confirm the place of the mark', 'Novější verze: potvrdit místo značky'),
      key('X', 'Newer version: the mark has no place', 'Novější verze: značka nemá místo'),
      key('Ctrl+Enter', 'Newer version: put the mark on the selection', 'Novější verze: přenést značku na výběr'),
    ],
  },
  {
    name: 'groupAnnotations',
    lines: [
      key('↑ ↓', 'Move through the list; the text follows', 'Pohyb v seznamu; text následuje'),
      key('Shift+↑ ↓', 'Select several', 'Vybrat několik'),
      key('Enter', 'To the words', 'K slovům v textu'),
      key('F2', 'Edit', 'Upravit'),
      key('Del', 'Delete', 'Smazat'),
    ],
  },
  {
    name: 'groupTimeline',
    lines: [
      key('+ −', 'Zoom', 'Měřítko', true),
      key('0', 'Fit everything', 'Zobrazit vše', true),
      key('← →', 'Move in time', 'Posun v čase'),
      key('↑ ↓', 'Scroll the lanes; in the table from row to row', 'Posun pásů; v tabulce po řádcích'),
      key('[ ]', 'Previous, next event', 'Předchozí, další událost', true),
      key('G', 'Go to date', 'Přejít na datum', true),
      key('L', 'Arrange the rows: grouping, order, folds', 'Uspořádat řádky: seskupení, pořadí, sbalení', true),
      key('P', 'Named periods', 'Pojmenovaná období', true),
      key('Shift+P', 'Name a period, or the one that is filtered', 'Pojmenovat období, případně to z filtru', true),
      key('Shift+← →', 'Move the event by one unit of its date', 'Posunout událost o jednotku jejího data'),
      key('Alt+Shift+← →', 'Move its end', 'Posunout její konec'),
      key('F', 'Fit the selection', 'Zobrazit výběr', true),
      key('A', 'Only what happened within days of it', 'Jen to, co se stalo v okolí dnů', true),
      key('C', 'Through the records that compete with each other', 'Mezi záznamy, které si odporují', true),
      key('H', 'Show what the filter hid', 'Zobrazit, co filtr skryl', true),
      key('Space', 'Show or hide the inspector', 'Zobrazit nebo skrýt podrobnosti'),
      key('Enter', 'Open at quote', 'Otevřít u citátu'),
      key('N', 'New event', 'Nová událost', true),
      key('E F2', 'Edit', 'Upravit', true),
      key('Del', 'Delete', 'Smazat'),
      key('Shift+↑ ↓', 'Select several rows', 'Vybrat několik řádků'),
      key('Ctrl+Space', 'Add the row to those selected, or take it out', 'Přidat řádek k výběru, nebo ho odebrat'),
      key('Ctrl+A', 'Select all rows', 'Vybrat všechny řádky'),
      key('Ctrl+C', 'Copy the rows as CSV', 'Kopírovat řádky jako CSV'),
      key('Alt+↑ ↓', 'Move the border of the table', 'Posunout okraj tabulky'),
    ],
  },
  {
    name: 'groupCompare',
    lines: [
      key('← → ↑ ↓', 'Move in the table; on the chart from mark to mark', 'Pohyb v tabulce; v grafu mezi značkami'),
      key('Enter', 'Sort a column, or open the record', 'Seřadit sloupec, nebo otevřít záznam'),
      key('Ctrl+C', 'Copy the table as CSV', 'Kopírovat tabulku jako CSV'),
      key('Del', 'Take the case out', 'Vyřadit případ'),
    ],
  },
  {
    name: 'groupLibrary',
    lines: [
      key('/', 'Filter incidents', 'Filtrovat incidenty', true),
      key('↑ ↓', 'Move in the list', 'Pohyb v seznamu'),
      key('Enter', 'Open the incident', 'Otevřít incident'),
      key('Space', 'Show or hide the preview', 'Zobrazit nebo skrýt náhled'),
      key('Del', 'Delete an own incident', 'Smazat vlastní incident'),
    ],
  },
  {
    name: 'groupForms',
    lines: [
      key('Ctrl+Enter', 'Save', 'Uložit'),
      key('Esc', 'Close, go one step back', 'Zavřít, o krok zpět'),
    ],
  },
]
