import { strings } from './index.ts'

/** Words of the date field. */
export const dateStrings = strings({
  en: {
    date: 'Date',
    placeholder: '28 May 2025, 2022?, from 2022',
    unreadable: 'Not read as a date. Write a day, a month or a year, such as 28 May 2025, May 2025, 2022?, around 2022, from 2022 or 2022/2025.',
    wording: 'Source wording:',
    noEdtf: 'no date',
  },
  cs: {
    date: 'Datum',
    placeholder: '28. 5. 2025, 2022?, od roku 2022',
    unreadable: 'Nepřečteno jako datum. Napište den, měsíc nebo rok, například 28. 5. 2025, květen 2025, 2022?, kolem 2022, od roku 2022 nebo 2022/2025.',
    wording: 'Znění zdroje:',
    noEdtf: 'bez data',
  },
})
