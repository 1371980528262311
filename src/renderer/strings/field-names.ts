import type { Language } from '#contract/index.ts'

const names: Record<Language, Record<string, string>> = {
  en: {
    title: 'title', shortTitle: 'short title', summary: 'summary', bottomLine: 'bottom line', status: 'status', tlp: 'TLP', pap: 'PAP', language: 'language', tags: 'tags', sponsorStates: 'sponsor states', actorIds: 'actors', victims: 'victims', dates: 'key dates', cutOff: 'information cut-off', coverNote: 'limits of distribution', origin: 'origin',
    'dates.activity': 'activity', 'dates.detected': 'detected', 'dates.disclosed': 'disclosed', 'dates.attributed': 'attributed', date: 'date', 'date.edtf': 'date', 'date.wording': 'wording of the date',
    citation: 'citation', 'citation.title': 'title', 'citation.publisher': 'publisher', 'citation.author': 'author', 'citation.URL': 'address', 'citation.issued': 'published', 'citation.accessed': 'accessed', 'citation.container-title': 'published in', 'citation.type': 'kind of document', 'citation.language': 'language',
    kind: 'kind', access: 'access', reliability: 'reliability', repeats: 'repeats', capture: 'file', rejected: 'suggestions turned down', text: 'text', proposed: 'still to confirm', supersedes: 'newer version of', note: 'note', anchor: 'place in the text', 'anchor.exact': 'words', 'anchor.start': 'start of the words', 'anchor.end': 'end of the words', 'anchor.prefix': 'words before', 'anchor.suffix': 'words after', type: 'type', state: 'state', sourceId: 'source', createdBy: 'marked by', createdAt: 'marked on',
    name: 'name', aliases: 'other names', country: 'country', sponsor: 'sponsor', role: 'role', externalIds: 'ids elsewhere', description: 'description', evidence: 'evidence', standing: 'standing', lane: 'lane', credibility: 'credibility', location: 'place', 'location.name': 'place', 'location.country': 'country of the place', entityIds: 'who takes part', context: 'context only',
    by: 'who', 'by.name': 'who', 'by.entityId': 'who, as entity', 'by.type': 'what they are', 'by.country': 'their country', to: 'holds responsible', stance: 'stance', basis: 'basis', strength: 'strength as stated', relations: 'relations', actor: 'who', 'actor.name': 'who', 'actor.entityId': 'who, as entity', 'actor.country': 'their country', answers: 'answers',
    statement: 'statement', question: 'question', claims: 'claims', reading: 'our reading', ratings: 'ratings', order: 'order', scale: 'scale', likelihood: 'likelihood', confidence: 'confidence', why: 'why', wouldChange: 'what would change it', hypothesisId: 'hypothesis', field: 'field', value: 'value', attackId: 'ATT&CK id', matters: 'why it matters', couldClose: 'what could close it',
  },
  cs: {
    title: 'název', shortTitle: 'krátký název', summary: 'shrnutí', bottomLine: 'hlavní závěr', status: 'stav', tlp: 'TLP', pap: 'PAP', language: 'jazyk', tags: 'štítky', sponsorStates: 'státy v pozadí', actorIds: 'aktéři', victims: 'oběti', dates: 'klíčová data', cutOff: 'uzávěrka informací', coverNote: 'omezení šíření', origin: 'původ',
    'dates.activity': 'činnost', 'dates.detected': 'odhaleno', 'dates.disclosed': 'zveřejněno', 'dates.attributed': 'atribuováno', date: 'datum', 'date.edtf': 'datum', 'date.wording': 'znění data',
    citation: 'citace', 'citation.title': 'název', 'citation.publisher': 'vydavatel', 'citation.author': 'autor', 'citation.URL': 'adresa', 'citation.issued': 'vydáno', 'citation.accessed': 'navštíveno', 'citation.container-title': 'vydáno v', 'citation.type': 'druh dokumentu', 'citation.language': 'jazyk',
    kind: 'druh', access: 'přístup', reliability: 'spolehlivost', repeats: 'opakuje', capture: 'soubor', rejected: 'odmítnuté návrhy', text: 'text', proposed: 'čeká na potvrzení', supersedes: 'novější verze zdroje', note: 'poznámka', anchor: 'místo v textu', 'anchor.exact': 'slova', 'anchor.start': 'začátek slov', 'anchor.end': 'konec slov', 'anchor.prefix': 'slova před', 'anchor.suffix': 'slova po', type: 'typ', state: 'stav', sourceId: 'zdroj', createdBy: 'označil', createdAt: 'označeno',
    name: 'název', aliases: 'další názvy', country: 'země', sponsor: 'podporovatel', role: 'role', externalIds: 'id jinde', description: 'popis', evidence: 'doklady', standing: 'podloženost', lane: 'pás', credibility: 'věrohodnost', location: 'místo', 'location.name': 'místo', 'location.country': 'země místa', entityIds: 'účastníci', context: 'jen kontext',
    by: 'kdo', 'by.name': 'kdo', 'by.entityId': 'kdo, jako entita', 'by.type': 'čím je', 'by.country': 'jeho země', to: 'koho označuje', stance: 'postoj', basis: 'základ', strength: 'síla, jak je uvedena', relations: 'vztahy', actor: 'kdo', 'actor.name': 'kdo', 'actor.entityId': 'kdo, jako entita', 'actor.country': 'jeho země', answers: 'odpovídá na',
    statement: 'znění', question: 'otázka', claims: 'tvrzení', reading: 'naše čtení', ratings: 'hodnocení', order: 'pořadí', scale: 'stupnice', likelihood: 'pravděpodobnost', confidence: 'míra jistoty', why: 'proč', wouldChange: 'co by to změnilo', hypothesisId: 'hypotéza', field: 'pole', value: 'hodnota', attackId: 'id ATT&CK', matters: 'proč na tom záleží', couldClose: 'co by ji uzavřelo',
  },
}

/** A field of a record in words; one without a name of its own is spelled out. */
export function fieldName(path: readonly string[], language: Language): string {
  const known = names[language]
  const whole = path.filter((part) => part !== 'edtf').join('.')
  return known[path.join('.')] ?? known[whole] ?? known[path.at(-1) ?? ''] ?? path.join(' ')
}
