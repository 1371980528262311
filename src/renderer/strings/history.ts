import { strings } from './index.ts'

/** The history of an incident, and looking at an earlier state. */
export const historyStrings = strings({
  en: {
    history: 'History', list: 'Revisions', details: 'Revision', filter: 'Filter the history', when: 'When', who: 'Who', what: 'What', number: 'No.',
    showing: { one: 'Showing {n} of {m}', other: 'Showing {n} of {m}' }, aboutOne: 'About', theIncident: 'the incident itself', allRecords: 'Show the history of everything',
    none: 'Nothing in the history matches.', loading: 'Reading the history…', noHistory: 'A reference case has no history of its own.',
    revision: 'Revision {n}', newest: 'newest', by: 'by {author}', nobody: 'unnamed', view: 'View this version', putBack: 'Put this version back', putBackTitle: 'Put revision {n} back?', putBackText: 'The incident becomes again what it was on {time}. That is one more revision: nothing of the history goes, and Undo takes it back.', isNow: 'This is the incident as it is now.', wasPutBack: 'Revision {n} is back in place, as revision {m}.',
    changes: 'What changed', more: { one: '{n} more record', other: '{n} more records' }, from: 'before', to: 'after', empty: 'empty', nothing: 'none', historyOf: 'History of this record', yes: 'yes', no: 'no', evidence: { one: '{n} piece of evidence', other: '{n} pieces of evidence' }, items: { one: '{n} item', other: '{n} items' },
    created: 'Created the incident', createdWith: { one: 'Created the incident with {n} record', other: 'Created the incident with {n} records' }, restored: 'Put revision {n} back', restoredOther: 'Put an earlier version back', changedIncident: 'Changed the incident', renamedTag: 'Renamed tag', several: 'Several changes', undone: 'Undid revision {n}: {name}', redone: 'Did revision {n} again: {name}', others: { one: 'and {n} more', other: 'and {n} more' },
    past: 'As it was on {time}', pastRevision: 'revision {n}', pastBackup: 'from a backup', pastWhole: 'What is whole of this incident', readOnly: 'Read-only.', backToNow: 'Back to now', backToRecovery: 'Back to recovery', pastShort: 'Earlier version, read-only',
  },
  cs: {
    history: 'Historie', list: 'Revize', details: 'Revize', filter: 'Filtr historie', when: 'Kdy', who: 'Kdo', what: 'Co', number: 'Č.',
    showing: { one: 'Zobrazeno {n} z {m}', few: 'Zobrazeno {n} z {m}', many: 'Zobrazeno {n} z {m}', other: 'Zobrazeno {n} z {m}' }, aboutOne: 'Týká se', theIncident: 'samotného incidentu', allRecords: 'Zobrazit celou historii',
    none: 'V historii nic neodpovídá.', loading: 'Čte se historie…', noHistory: 'Referenční případ vlastní historii nemá.',
    revision: 'Revize {n}', newest: 'nejnovější', by: 'autor: {author}', nobody: 'bez jména', view: 'Zobrazit tuto verzi', putBack: 'Vrátit tuto verzi', putBackTitle: 'Vrátit revizi {n}?', putBackText: 'Incident bude zase takový, jaký byl {time}. Vznikne tím další revize: z historie nic nezmizí a příkaz Zpět ji vezme zpět.', isNow: 'Takový je incident nyní.', wasPutBack: 'Revize {n} je zpět na místě, jako revize {m}.',
    changes: 'Co se změnilo', more: { one: '{n} další záznam', few: '{n} další záznamy', many: '{n} dalšího záznamu', other: '{n} dalších záznamů' }, from: 'dříve', to: 'nově', empty: 'prázdné', nothing: 'žádné', historyOf: 'Historie tohoto záznamu', yes: 'ano', no: 'ne', evidence: { one: '{n} doklad', few: '{n} doklady', many: '{n} dokladu', other: '{n} dokladů' }, items: { one: '{n} položka', few: '{n} položky', many: '{n} položky', other: '{n} položek' },
    created: 'Založen incident', createdWith: { one: 'Založen incident s {n} záznamem', few: 'Založen incident se {n} záznamy', many: 'Založen incident s {n} záznamu', other: 'Založen incident s {n} záznamy' }, restored: 'Vrácena revize {n}', restoredOther: 'Vrácena dřívější verze', changedIncident: 'Změněn incident', renamedTag: 'Přejmenován štítek', several: 'Několik změn', undone: 'Vzato zpět (revize {n}): {name}', redone: 'Provedeno znovu (revize {n}): {name}', others: { one: 'a {n} další', few: 'a {n} další', many: 'a {n} dalšího', other: 'a {n} dalších' },
    past: 'Stav ze dne {time}', pastRevision: 'revize {n}', pastBackup: 'ze zálohy', pastWhole: 'Co je z tohoto incidentu celé', readOnly: 'Jen ke čtení.', backToNow: 'Zpět do současnosti', backToRecovery: 'Zpět k obnově', pastShort: 'Dřívější verze, jen ke čtení',
  },
})
