import { strings } from './index.ts'

/** Words of bringing documents in: how far a job is, and what became of each file. */
export const imports = strings({
  en: {
    region: 'Import', looking: 'Looking through the folders…', running: 'Importing {done} of {total}', cancelling: 'Cancelling after {done} of {total}…', stopped: 'Import stopped after {done} of {total}',
    reading: 'Reading {name}', cancel: 'Cancel', cancelHelp: 'Stop here. What came in stays.', putAway: 'Put these lines away', progress: 'Progress of the import',
    countImported: { one: '{n} imported', other: '{n} imported' }, countDuplicate: { one: '{n} already there', other: '{n} already there' }, countRefused: { one: '{n} refused', other: '{n} refused' }, countCancelled: { one: '{n} not brought in', other: '{n} not brought in' }, nothing: 'Nothing to import',
    imported: 'Imported', duplicate: 'Already in the library', refused: 'Refused', cancelled: 'Not brought in', openIt: 'Open', copy: 'Bring in as a copy', cancelledLines: { one: '{n} more document was not brought in.', other: '{n} more documents were not brought in.' },
  },
  cs: {
    region: 'Import', looking: 'Procházejí se složky…', running: 'Importuje se {done} z {total}', cancelling: 'Ruší se po {done} z {total}…', stopped: 'Import se zastavil po {done} z {total}',
    reading: 'Čte se {name}', cancel: 'Zrušit', cancelHelp: 'Skončit zde. Co už je importováno, zůstane.', putAway: 'Zavřít tyto řádky', progress: 'Průběh importu',
    countImported: { one: '{n} importován', few: '{n} importovány', many: '{n} importováno', other: '{n} importováno' }, countDuplicate: { one: '{n} už v knihovně byl', few: '{n} už v knihovně byly', many: '{n} už v knihovně bylo', other: '{n} už v knihovně bylo' }, countRefused: { one: '{n} odmítnut', few: '{n} odmítnuty', many: '{n} odmítnuto', other: '{n} odmítnuto' }, countCancelled: { one: '{n} nepřidán', few: '{n} nepřidány', many: '{n} nepřidáno', other: '{n} nepřidáno' }, nothing: 'Není co importovat',
    imported: 'Importováno', duplicate: 'V knihovně už je', refused: 'Odmítnuto', cancelled: 'Nepřidáno', openIt: 'Otevřít', copy: 'Přidat jako kopii', cancelledLines: { one: '{n} další dokument nebyl přidán.', few: '{n} další dokumenty nebyly přidány.', many: '{n} dalšího dokumentu nebylo přidáno.', other: '{n} dalších dokumentů nebylo přidáno.' },
  },
})
