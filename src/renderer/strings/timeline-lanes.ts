import { strings } from './index.ts'

/** Words of the timeline's rows: how they are grouped, ordered, folded and put out of sight. */
export const lanesStrings = strings({
  en: {
    groupBy: 'Rows by', lane: 'Lane', actor: 'Actor', country: 'Country', source: 'Source', tag: 'Tag',
    noActor: 'No actor', noCountry: 'No country', noSource: 'No source', noTag: 'No tag',
    rows: 'Rows', fold: 'Fold {name}', unfold: 'Unfold {name}', up: 'Move {name} up', down: 'Move {name} down', show: 'Show {name}',
    usualOrder: 'Usual order', cutOff: 'Cut-off', today: 'Today', contested: '{title} (contested)',
    cannotDrag: 'This date is too open to be dragged. Edit it instead.', endBeforeStart: 'The end would lie before the start.',
    movedEvent: '{title}: {from} → {to}',
  },
  cs: {
    groupBy: 'Řádky podle', lane: 'Pás', actor: 'Aktér', country: 'Země', source: 'Zdroj', tag: 'Štítek',
    noActor: 'Bez aktéra', noCountry: 'Bez země', noSource: 'Bez zdroje', noTag: 'Bez štítku',
    rows: 'Řádky', fold: 'Sbalit: {name}', unfold: 'Rozbalit: {name}', up: 'Posunout výš: {name}', down: 'Posunout níž: {name}', show: 'Zobrazit: {name}',
    usualOrder: 'Obvyklé pořadí', cutOff: 'Uzávěrka', today: 'Dnes', contested: '{title} (sporné)',
    cannotDrag: 'Toto datum je příliš otevřené, než aby šlo přetáhnout. Upravte je ve formuláři.', endBeforeStart: 'Konec by ležel před začátkem.',
    movedEvent: '{title}: {from} → {to}',
  },
})
