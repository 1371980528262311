import type { Language } from '#contract/index.ts'

/** Keys that views handle themselves; the help sheet shows them beside the registry's. */
type KeyLine = { keys: string; words: Record<Language, string>; single?: boolean }
export type KeyGroup = { name: 'groupReader' | 'groupTimeline' | 'groupLibrary' | 'groupForms'; lines: KeyLine[] }

const key = (keys: string, en: string, cs: string, single = false): KeyLine => ({ keys, words: { en, cs }, single })

export const keyHelp: KeyGroup[] = [
  {
    name: 'groupReader',
    lines: [
      key('F7', 'Text cursor on or off', 'Textový kurzor zapnout nebo vypnout'),
      key('Shift+← →', 'Select by character; with Ctrl by word', 'Výběr po znaku; s Ctrl po slově'),
      key('1 … 9, 0', 'Mark the selection with a type', 'Označit výběr typem', true),
      key('Enter', 'Repeat the last type', 'Zopakovat poslední typ'),
      key('T', 'Tags', 'Štítky', true),
      key('M', 'Comment', 'Poznámka', true),
      key('E', 'Make an event', 'Vytvořit událost', true),
      key('Alt+Enter', 'From the text to the card', 'Z textu na kartu'),
      key('F2', 'Edit the annotation', 'Upravit anotaci'),
      key('Del', 'Delete the annotation', 'Smazat anotaci'),
    ],
  },
  {
    name: 'groupTimeline',
    lines: [
      key('+ −', 'Zoom', 'Měřítko', true),
      key('0', 'Fit everything', 'Zobrazit vše', true),
      key('← →', 'Move in time', 'Posun v čase'),
      key('[ ]', 'Previous, next event', 'Předchozí, další událost', true),
      key('G', 'Go to date', 'Přejít na datum', true),
      key('F', 'Fit the selection', 'Zobrazit výběr', true),
      key('Space', 'Show or hide the inspector', 'Zobrazit nebo skrýt podrobnosti'),
      key('Enter', 'Open at quote', 'Otevřít u citátu'),
      key('N', 'New event', 'Nová událost', true),
      key('E F2', 'Edit', 'Upravit', true),
      key('Del', 'Delete', 'Smazat'),
      key('Alt+↑ ↓', 'Move the border of the table', 'Posunout okraj tabulky'),
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
