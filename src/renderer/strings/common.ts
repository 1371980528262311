import { strings } from './index.ts'

/** Words used by more than one view. */
export const common = strings({
  en: {
    library: 'Library', overview: 'Overview', reader: 'Reader', timeline: 'Timeline', report: 'Report', compare: 'Compare',
    cancel: 'Cancel', close: 'Close', save: 'Save', delete: 'Delete', edit: 'Edit', undo: 'Undo', tooLateToUndo: 'Not undone: that is no longer the last step of the incident on screen.', redo: 'Redo', retry: 'Retry',
    import: 'Import', newIncident: 'New incident', search: 'Search or run a command',
    notKnown: 'not known', notStated: 'not stated', noneOnRecord: 'none on record', background: 'Background', undated: 'Undated',
    clearFilters: 'Clear filters', showing: 'Showing {n} of {m}', nothingSelected: 'Nothing selected.',
    actor: 'Actor', victim: 'Victim', activity: 'Activity', date: 'Date', place: 'Place', attribution: 'Attribution', response: 'Response', legal: 'Legal', indicator: 'Indicator', assessment: 'Assessment',
    laneActivity: 'Activity', laneDetection: 'Detection, response', laneAttribution: 'Attribution', laneDiplomatic: 'Diplomatic', laneLegal: 'Legal', laneMedia: 'Media',
    suggested: 'Suggested', accepted: 'Accepted', rejected: 'Rejected',
    confirmed: 'Confirmed', tags: 'Tags', tlp: 'TLP', unexpected: 'Something unexpected went wrong: {detail}',
  },
  cs: {
    library: 'Knihovna', overview: 'Přehled', reader: 'Čtečka', timeline: 'Časová osa', report: 'Zpráva', compare: 'Porovnat',
    cancel: 'Zrušit', close: 'Zavřít', save: 'Uložit', delete: 'Smazat', edit: 'Upravit', undo: 'Zpět', tooLateToUndo: 'Nevráceno: už to není poslední krok incidentu na obrazovce.', redo: 'Znovu', retry: 'Zkusit znovu',
    import: 'Importovat', newIncident: 'Nový incident', search: 'Hledat nebo spustit příkaz',
    notKnown: 'není známo', notStated: 'neuvedeno', noneOnRecord: 'žádný záznam', background: 'Obecně známé', undated: 'Bez data',
    clearFilters: 'Zrušit filtry', showing: 'Zobrazeno {n} z {m}', nothingSelected: 'Nic není vybráno.',
    actor: 'Aktér', victim: 'Oběť', activity: 'Činnost', date: 'Datum', place: 'Místo', attribution: 'Atribuce', response: 'Reakce', legal: 'Právo', indicator: 'Indikátor', assessment: 'Hodnocení',
    laneActivity: 'Činnost', laneDetection: 'Odhalení, náprava', laneAttribution: 'Atribuce', laneDiplomatic: 'Diplomacie', laneLegal: 'Právo', laneMedia: 'Média',
    suggested: 'Navržené', accepted: 'Přijaté', rejected: 'Odmítnuté',
    confirmed: 'Potvrzeno', tags: 'Štítky', tlp: 'TLP', unexpected: 'Stalo se něco nečekaného: {detail}',
  },
})

export const laneKeys = { activity: 'laneActivity', detection: 'laneDetection', attribution: 'laneAttribution', diplomatic: 'laneDiplomatic', legal: 'laneLegal', media: 'laneMedia' } as const
