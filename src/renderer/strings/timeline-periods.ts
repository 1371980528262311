import { strings } from './index.ts'

/** Words for periods that an analyst names: their strip, list, form and card. */
export const periodStrings = strings({
  en: {
    periods: 'Periods', named: 'Named period', list: 'Named periods',
    newPeriod: 'Name a period', edit: 'Edit period', editOne: 'Edit {title}', removeOne: 'Delete {title}', onlyOne: 'Show only what lies within {title}', showOne: '{title}, {date}',
    only: 'Only within this period', nameFiltered: 'Name this period…', nameWindow: 'Name the window shown', nameFilter: 'Name the filtered period',
    none: 'No period is named yet.', noneHint: 'A presidency, a wave of a campaign, the time an intruder was inside: what events are seen against.', noneReadOnly: 'This case names no periods.',
    name: 'Name', nameHint: 'Such as “Campaign, wave 1”', required: 'A name is needed.', ink: 'Colour of the band', note: 'Note', save: 'Save',
    removed: 'Deleted: {title}', undated: 'Undated, so not drawn.', noLimits: 'This period has no date to filter by.',
    drawnOnly: 'The lanes draw the first {n} periods; all of them are in this list.', keys: 'Left and right arrows go from period to period, Enter edits, Delete removes.',
    across: 'Across the rows', attributed: 'Day of attribution', bands: 'Named periods',
    evidence: 'Rests on', wordless: 'Named by the desk; no source is cited for it.',
    ink_none: 'Grey', ink_actor: 'Red', ink_victim: 'Blue', ink_activity: 'Brown', ink_date: 'Black', ink_place: 'Green', ink_attribution: 'Rose', ink_response: 'Teal', ink_legal: 'Olive', ink_indicator: 'Violet', ink_assessment: 'Umber',
  },
  cs: {
    periods: 'Období', named: 'Pojmenované období', list: 'Pojmenovaná období',
    newPeriod: 'Pojmenovat období', edit: 'Upravit období', editOne: 'Upravit: {title}', removeOne: 'Smazat: {title}', onlyOne: 'Zobrazit jen to, co spadá do období {title}', showOne: '{title}, {date}',
    only: 'Jen v tomto období', nameFiltered: 'Pojmenovat toto období…', nameWindow: 'Pojmenovat zobrazený výřez', nameFilter: 'Pojmenovat období z filtru',
    none: 'Zatím není pojmenováno žádné období.', noneHint: 'Předsednictví, vlna kampaně, doba, kdy byl útočník uvnitř: pozadí, na němž se události sledují.', noneReadOnly: 'Tento případ nemá žádná pojmenovaná období.',
    name: 'Název', nameHint: 'Například „Kampaň, 1. vlna“', required: 'Název je nutný.', ink: 'Barva pásma', note: 'Poznámka', save: 'Uložit',
    removed: 'Smazáno: {title}', undated: 'Bez data, proto není zakresleno.', noLimits: 'Toto období nemá datum, podle něhož by šlo filtrovat.',
    drawnOnly: 'V pásech je zakresleno prvních {n} období; v tomto seznamu jsou všechna.', keys: 'Šipky vlevo a vpravo přecházejí mezi obdobími, Enter upravuje, Delete maže.',
    across: 'Přes všechny řádky', attributed: 'Den atribuce', bands: 'Pojmenovaná období',
    evidence: 'Opírá se o', wordless: 'Pojmenovali jsme je sami; žádný zdroj k němu není uveden.',
    ink_none: 'Šedá', ink_actor: 'Červená', ink_victim: 'Modrá', ink_activity: 'Hnědá', ink_date: 'Černá', ink_place: 'Zelená', ink_attribution: 'Růžová', ink_response: 'Tyrkysová', ink_legal: 'Olivová', ink_indicator: 'Fialová', ink_assessment: 'Umbra',
  },
})
