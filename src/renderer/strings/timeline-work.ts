import { strings } from './index.ts'

/** Words for working in the timeline: periods, columns, several records at once, time zones, competing claims. */
export const workStrings = strings({
  en: {
    period: 'Period', periodFrom: 'From', periodTo: 'To', openFrom: 'Open: however early.', openTo: 'Open: however late.', beginsOn: 'Begins on {date}.', endsOn: 'Ends with {date}.',
    orLater: '{date} or later', orEarlier: '{date} or earlier',
    possibly: 'Possibly in', surely: 'Surely in', inPeriod: 'Which dates count', surelyIn: '{period}, surely in',
    possiblyHint: 'Some of what the date allows lies in the period.', surelyHint: 'Everything the date allows lies in the period, and no source doubts it.',
    noStart: 'This date states no start.', noEnd: 'This date states no end.', reversed: 'The end lies before the start.',
    undatedOut: { one: '{n} undated not shown', other: '{n} undated not shown' },
    columns: 'Columns', usualColumns: 'Usual columns', columnWording: 'Source wording', columnSources: 'Sources', copyCsv: 'Copy CSV',
    copiedRows: { one: '{n} row is on the clipboard as CSV.', other: '{n} rows are on the clipboard as CSV.' },
    around: 'Around this', aroundTitle: 'Around “{title}”', aroundDays: 'Days before and after', aroundSet: 'Set the period', aroundNone: 'Select an event that has a date first.', aroundBad: 'A whole number from 0 to 36500.',
  },
  cs: {
    period: 'Období', periodFrom: 'Od', periodTo: 'Do', openFrom: 'Otevřené: jakkoli dříve.', openTo: 'Otevřené: jakkoli později.', beginsOn: 'Začíná dnem {date}.', endsOn: 'Končí dnem {date}.',
    orLater: '{date} nebo později', orEarlier: '{date} nebo dříve',
    possibly: 'Možná uvnitř', surely: 'Jistě uvnitř', inPeriod: 'Která data se počítají', surelyIn: '{period}, jistě uvnitř',
    possiblyHint: 'Do období spadá aspoň část toho, co datum připouští.', surelyHint: 'Do období spadá vše, co datum připouští, a žádný zdroj o něm nepochybuje.',
    noStart: 'Toto datum neuvádí začátek.', noEnd: 'Toto datum neuvádí konec.', reversed: 'Konec je před začátkem.',
    undatedOut: { one: '{n} bez data nezobrazena', few: '{n} bez data nezobrazeny', many: '{n} bez data nezobrazeno', other: '{n} bez data nezobrazeno' },
    columns: 'Sloupce', usualColumns: 'Obvyklé sloupce', columnWording: 'Znění zdroje', columnSources: 'Zdroje', copyCsv: 'Kopírovat CSV',
    copiedRows: { one: 'Ve schránce je {n} řádek jako CSV.', few: 'Ve schránce jsou {n} řádky jako CSV.', many: 'Ve schránce je {n} řádku jako CSV.', other: 'Ve schránce je {n} řádků jako CSV.' },
    around: 'V okolí', aroundTitle: 'V okolí události „{title}“', aroundDays: 'Dnů před a po', aroundSet: 'Nastavit období', aroundNone: 'Nejdříve vyberte událost, která má datum.', aroundBad: 'Celé číslo od 0 do 36500.',
  },
})
