import { strings } from './index.ts'

/** The list of incidents, its facets and its preview. */
export const library = strings({
  en: {
    facets: 'Filters', table: 'Incidents', preview: 'Preview', filterIncidents: 'Filter incidents', filterButton: 'Filter', views: 'Views',
    all: 'All incidents', mine: 'Mine', references: 'Reference cases', referencesNote: 'read-only, sourced, background facts marked',
    sponsor: 'Sponsor state', sector: 'Victim sector', response: 'Response on record', attributed: 'Attributed', tag: 'Tag', text: 'Text',
    late: '2024 or later', middle: '2020 to 2023', early: '2019 or earlier', never: 'not attributed', more: '{n} more', fewer: 'Fewer',
    title: 'Title', actor: 'Actor', victim: 'Victim', period: 'Period', tlp: 'TLP', tags: 'Tags', status: 'Status', kind: 'Kind', unnamed: 'not named', andMore: '+{n}',
    inProgress: 'In progress', inReview: 'In review', done: 'Done', reference: 'Reference', sample: 'Sample',
    noMatch: { one: 'No incident matches this filter.', other: 'No incident matches these {n} filters.' }, without: { one: 'Without “{name}”, {n} incident matches.', other: 'Without “{name}”, {n} incidents match.' }, remove: 'Remove “{name}”', removeFilter: 'Remove this filter',
    reading: 'reading the list…', empty: 'No incident here yet.', emptyText: 'Start with a title, or drop documents anywhere in this window.', noneMine: 'None of your own yet.',
    open: 'Open incident', seeTrouble: 'See what happened', sources: 'sources', annotations: 'annotations', events: 'events', attributions: 'attributions', responses: 'responses', openConflicts: 'open conflicts', noSummary: 'No summary yet.',
    sponsorShort: 'Sponsor', activity: 'Activity', detected: 'Detected', attributedOn: 'Attributed', remove1: 'Delete…', deleteTitle: 'Delete “{title}”?', deleteText: 'The incident, its sources and its history go to the trash folder of the library.', deleteAction: 'Delete incident', readOnly: 'Reference cases are read-only', closePreview: 'Close the preview', expand: 'Expand or collapse',
    government: 'Government', 'government-diplomacy': 'Diplomacy', parliament: 'Parliament', 'political-party': 'Political party', 'electoral-body': 'Electoral body', defence: 'Defence', 'defence-industry': 'Defence industry', 'local-government': 'Local government', 'critical-infrastructure': 'Critical infrastructure', 'international-organisation': 'International organisation', health: 'Health', media: 'Media', science: 'Science', corporate: 'Companies', 'civil-society': 'Civil society', other: 'Other',
  },
  cs: {
    facets: 'Filtry', table: 'Incidenty', preview: 'Náhled', filterIncidents: 'Filtr incidentů', filterButton: 'Filtr', views: 'Pohledy',
    all: 'Vše', mine: 'Moje', references: 'Referenční', referencesNote: 'jen ke čtení, se zdroji, obecně známé je vyznačeno',
    sponsor: 'Stát v pozadí', sector: 'Sektor oběti', response: 'Zaznamenané reakce', attributed: 'Atribuováno', tag: 'Štítek', text: 'Text',
    late: '2024 a později', middle: '2020 až 2023', early: '2019 a dříve', never: 'neatribuováno', more: 'dalších {n}', fewer: 'Méně',
    title: 'Název', actor: 'Aktér', victim: 'Oběť', period: 'Období', tlp: 'TLP', tags: 'Štítky', status: 'Stav', kind: 'Druh', unnamed: 'nejmenován', andMore: '+{n}',
    inProgress: 'Rozpracováno', inReview: 'V revizi', done: 'Hotovo', reference: 'Referenční', sample: 'Ukázka',
    noMatch: { one: 'Tomuto filtru neodpovídá žádný incident.', few: 'Těmto {n} filtrům neodpovídá žádný incident.', many: 'Těmto {n} filtrům neodpovídá žádný incident.', other: 'Těmto {n} filtrům neodpovídá žádný incident.' }, without: { one: 'Bez „{name}“ odpovídá {n} incident.', few: 'Bez „{name}“ odpovídají {n} incidenty.', many: 'Bez „{name}“ odpovídá {n} incidentu.', other: 'Bez „{name}“ odpovídá {n} incidentů.' }, remove: 'Odebrat „{name}“', removeFilter: 'Odebrat tento filtr',
    reading: 'seznam se načítá…', empty: 'Zatím tu není žádný incident.', emptyText: 'Začněte názvem, nebo kamkoli do okna přetáhněte dokumenty.', noneMine: 'Zatím žádné vlastní.',
    open: 'Otevřít incident', seeTrouble: 'Zjistit, co se stalo', sources: 'zdrojů', annotations: 'anotací', events: 'událostí', attributions: 'atribucí', responses: 'reakcí', openConflicts: 'otevřených rozporů', noSummary: 'Zatím bez shrnutí.',
    sponsorShort: 'Stát', activity: 'Činnost', detected: 'Odhaleno', attributedOn: 'Atribuováno', remove1: 'Smazat…', deleteTitle: 'Smazat „{title}“?', deleteText: 'Incident, jeho zdroje i historie se přesunou do koše ve složce knihovny.', deleteAction: 'Smazat incident', readOnly: 'Referenční případy jsou jen ke čtení', closePreview: 'Zavřít náhled', expand: 'Rozbalit nebo sbalit',
    government: 'Vláda', 'government-diplomacy': 'Diplomacie', parliament: 'Parlament', 'political-party': 'Politická strana', 'electoral-body': 'Volební orgán', defence: 'Obrana', 'defence-industry': 'Obranný průmysl', 'local-government': 'Samospráva', 'critical-infrastructure': 'Kritická infrastruktura', 'international-organisation': 'Mezinárodní organizace', health: 'Zdravotnictví', media: 'Média', science: 'Věda', corporate: 'Firmy', 'civil-society': 'Občanská společnost', other: 'Ostatní',
  },
})
