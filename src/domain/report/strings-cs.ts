import type { LikelihoodScale, Tlp } from '../incident/index.ts'
import type { Strings } from './strings-en.ts'

/** Czech counts in three forms: 1 zdroj, 2–4 zdroje, 5 zdrojů. */
const plural = (n: number, one: string, few: string, many: string) => (n === 1 ? one : n >= 2 && n <= 4 ? few : many)
const numerals = ['', 'jedna', 'dvě', 'tři', 'čtyři', 'pět', 'šest', 'sedm', 'osm', 'devět', 'deset']
/** A count of parties (strana is feminine) in words up to ten. */
const parties = (n: number) => numerals[n] ?? String(n)
const listed = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} a ${names.at(-1)}`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const scaleNames: Record<LikelihoodScale, string> = { nato: 'stupnice NATO a FIRST CTI SIG', phia: 'stupnice PHIA (Spojené království)', icd203: 'ICD 203 (USA)' }
const handling: Record<Tlp, string> = {
  CLEAR: 'Příjemci mohou zprávu šířit bez omezení.',
  GREEN: 'Příjemci mohou zprávu šířit ve své komunitě, ne však veřejnými kanály.',
  AMBER: 'Příjemci mohou zprávu sdílet ve své organizaci a s jejími klienty, vždy jen s tím, kdo ji potřebuje znát.',
  'AMBER+STRICT': 'Příjemci mohou zprávu sdílet jen ve své organizaci, a to s tím, kdo ji potřebuje znát.',
  RED: 'Pouze pro jmenovité příjemce; dále se nešíří.',
}

export const czech: Strings = {
  kicker: 'Zpráva o incidentu',
  page: { left: 'strana', middle: 'z', abbreviation: 's.' },
  contents: 'Obsah',
  annexes: 'Přílohy',
  sample: 'ukázka',
  referenceCase: 'referenční případ',
  table: 'Tabulka',
  figure: 'Obrázek',
  quotes: ['„', '“'],
  sections: {
    'bottom-line': 'Podstata věci', judgements: 'Hlavní závěry', card: 'Karta případu', timeline: 'Časová osa', activity: 'Činnost', attribution: 'Atribuce', responses: 'Reakce',
    claims: 'Rozporná tvrzení', gaps: 'Mezery', notes: 'Poznámky', sources: 'Zdroje', scales: 'Stupnice a pojmy', handling: 'Nakládání',
  },
  notStated: 'neuvedeno',
  notPublic: 'nezveřejněno',
  notSeen: 'nenalezeno',
  background: 'obecná znalost',
  context: 'souvislost',
  noDate: 'bez data',
  deck: (activity, attributed) =>
    capital([activity === null ? null : `činnost ${activity}`, attributed === null ? null : `veřejně připsána ${attributed}`].filter((part) => part !== null).join('; ')),
  front: {
    report: 'Zpráva', issued: 'Vydáno', cutOff: 'Informace k datu', newest: 'Nejnovější zdroj', base: 'Zdroje', distribution: 'Šíření',
    version: (id, version) => `${id}, verze ${version}`,
    noSource: 'žádný citovaný zdroj',
    sources: (cited, quotedOnly) =>
      `${cited} ${plural(cited, 'citovaný', 'citované', 'citovaných')}${quotedOnly === 0 ? '' : `; ${quotedOnly} ${plural(quotedOnly, 'úřední text', 'úřední texty', 'úředních textů')} jen z citací`}`,
    sampleReport: 'Ukázková zpráva',
    referenceReport: 'Referenční případ',
    noLimits: 'bez omezení',
  },
  bottomLine: { missing: 'Neuvedeno. Podstata věci nebyla sepsána.', summary: 'Souhrn' },
  judgement: {
    name: 'Závěr', confidence: 'míra jistoty', why: 'Proč', wouldChange: 'Co by jej změnilo', none: 'Žádný závěr nebyl zapsán.', noTerm: 'bez stupně', noWhy: 'Neuvedeno.',
    levels: { low: 'nízká', moderate: 'střední', high: 'vysoká' }, unrated: 'nehodnocena',
  },
  terms: {
    'highly unlikely': 'velmi nepravděpodobné', unlikely: 'nepravděpodobné', 'even chance': 'zhruba stejně pravděpodobné', likely: 'pravděpodobné', 'highly likely': 'velmi pravděpodobné',
    'remote chance': 'mizivá možnost', 'realistic possibility': 'reálná možnost', 'almost certain': 'téměř jisté', 'almost no chance': 'téměř vyloučené', 'very unlikely': 'velmi nepravděpodobné',
    'roughly even chance': 'zhruba stejně pravděpodobné', 'very likely': 'velmi pravděpodobné',
  },
  range: (from, to) => (from === 0 ? `pod ${to}\u00a0%` : to === 100 ? `nad ${from}\u00a0%` : `${from}–${to}\u00a0%`),
  bar: (term, range) => `Pravděpodobnost: ${term}, ${range}`,
  card: {
    victim: 'Oběť', system: 'Systém', group: 'Skupina', sponsor: 'Uváděný zadavatel', active: 'Činnost', detected: 'Odhalení', disclosed: 'Zveřejnění, atribuce', entry: 'Vstup',
    interest: 'Zájem', impact: 'Dopad', support: 'Podpora', denial: 'Popření', remedy: 'Náprava', technique: 'Technika',
    also: 'též', sameDay: 'týž den', disclosedOn: 'zveřejněno', attributedOn: 'atribuováno',
  },
  timeline: {
    figure: 'Co se kdy stalo, s přesností, jakou dovolují zdroje. Dny podle zveřejnění.',
    data: 'Údaje:',
    label: (count, table) => `Časová osa, počet záznamů: ${count}; tytéž údaje obsahuje ${table}.`,
    tableWithZero: (date) => `Události podle data. Odstup ve dnech od zveřejnění (D+0 = ${date}).`,
    tableWithoutZero: 'Události podle data. Den zveřejnění není znám, odstupy proto chybějí.',
    columns: { date: 'Datum', event: 'Událost', precision: 'Přesnost', offset: 'Dny od D+0' },
    none: 'Žádná událost, atribuce ani reakce nebyla zapsána.',
    periods: { table: 'Pojmenovaná období: pozadí, na němž se události sledují.', columns: { date: 'Datum', period: 'Období', precision: 'Přesnost' } },
    tooLarge: 'Obrázek je vynechán: nevešel by se na jednu stranu.',
    furtherActs: (n) => `; ${plural(n, 'další krok', 'další kroky', 'dalších kroků')} (${n}) viz`,
    precision: { day: 'den', month: 'měsíc', season: 'roční období', year: 'rok', decade: 'desetiletí', century: 'století', interval: 'rozmezí', approximate: 'přibližně', uncertain: 'nejisté', undated: 'bez data' },
    to: 'až',
    from: 'od',
    until: 'do',
  },
  drawing: {
    lanes: { context: 'Souvislosti', activity: 'Činnost', detection: 'Odhalení', attribution: 'Atribuce', diplomatic: 'Diplomacie', legal: 'Právo', media: 'Veřejnost', acts: 'Veřejné kroky' },
    panel: (letter, from, to) => (from === to ? `${letter}. ${from}` : `${letter}. ${from} až ${to}`),
    seeB: (date, count) => `${date}: počet záznamů ${count}, viz B`,
    later: 'Jiné dny',
    orderUnknown: ['pořadí během', 'dne není známo'],
    noDate: 'Bez data',
    periods: 'Období',
    undatedPeriod: (title) => `${title} (pojmenované období)`,
    legend: {
      period: 'pojmenované období', hatch: 'datum leží uvnitř', dashed: 'nejisté nebo přibližné', unknown: 'konec není znám', open: 'stále trvá', span: 'známé období', beyond: 'za okrajem osy', attribution: 'atribuce', summons: 'předvolání',
      support: 'podpora', statement: 'prohlášení', denial: 'popření', warning: 'varování', legal: 'právní krok', event: 'událost', detected: 'odhalení', disclosed: 'zveřejnění',
    },
    months: ['led', 'úno', 'bře', 'dub', 'kvě', 'čvn', 'čvc', 'srp', 'zář', 'říj', 'lis', 'pro'],
    footer: (sources, cutOff) => `Data podle zveřejnění, koordinovaný světový čas. Počet zdrojů: ${sources}${cutOff === null ? '' : `; informace k ${cutOff}`}.`,
  },
  activity: {
    summary: 'Souhrn', target: 'Cíl', access: 'Přístup', collection: 'Získané údaje', discovery: 'Odhalení a odstranění', further: 'Další zjištění', techniques: 'Techniky', notPublished: 'Nezveřejněno',
    indicators: 'Indikátory, zapsané tak, aby je nešlo omylem otevřít.',
    indicatorColumns: { kind: 'Druh', value: 'Hodnota', note: 'Poznámka' },
    missing: { entry: 'způsob vstupu', tools: 'malware a nástroje', infrastructure: 'infrastruktura a indikátory', end: 'konec činnosti', detected: 'datum odhalení' },
    basis: { 'behaviour-described': 'čin je popsán, číslo ATT&CK je naše přiřazení', 'attack-id-in-source': 'číslo ATT&CK uvádí zdroj', 'analyst-mapping-of-cve': 'naše přiřazení podle zranitelnosti', analyst: 'naše přiřazení' },
  },
  facts: {
    scope: 'Rozsah', 'scope.embassies': 'Rozsah: zastupitelské úřady', critical_infrastructure: 'Kritická infrastruktura', investigators: 'Vyšetřovaly', collection_interest: 'Zájem', entry_vector: 'Způsob vstupu',
    remediation: 'Náprava', 'remediation.year': 'Rok nápravy', 'activity.start': 'Začátek činnosti', 'activity.end': 'Konec činnosti', 'dates.detected': 'Odhaleno', 'dates.disclosed': 'Zveřejněno', 'dates.attributed': 'Atribuováno',
    'bis_report.cited_by_afp': 'Zpráva BIS podle AFP', 'bis_report.on_2024.cyber': 'Zpráva BIS za rok 2024', 'bis_report.on_2024.published': 'Zpráva BIS za rok 2024 vyšla', 'context.eu_presidency': 'Předsednictví EU', impact: 'Dopad',
    scale: 'Velikost', data: 'Údaje', 'actor.aliases': 'Další názvy skupiny', 'actor.organisation': 'Organizace', 'impact.nato_wording': 'Dopad podle Severoatlantické rady', foreign_minister: 'Ministr zahraničí',
    chinese_ambassador: 'Čínský velvyslanec', eu_sanctions: 'Sankce EU',
  },
  attribution: {
    none: 'V přečtených zdrojích není žádná veřejná atribuce.',
    who: 'Kdo co říká',
    intro: (own, endorse, acknowledge, dispute) => {
      const parts = [
        ...(endorse > 0 ? [`${parties(endorse)} je ${plural(endorse, 'podporuje', 'podporují', 'podporuje')}`] : []),
        ...(acknowledge > 0 ? [`${parties(acknowledge)} je ${plural(acknowledge, 'bere', 'berou', 'bere')} na vědomí`] : []),
        ...(dispute > 0 ? [`${parties(dispute)} je ${plural(dispute, 'zpochybňuje', 'zpochybňují', 'zpochybňuje')}`] : []),
      ]
      const first = own === 0 ? 'Vlastní zjištění nepředkládá nikdo' : `Vlastní zjištění ${plural(own, 'předkládá', 'předkládají', 'předkládá')} ${parties(own)} ${plural(own, 'strana', 'strany', 'stran')}`
      return `${first}${parts.length === 0 ? '' : `; ${listed(parts)}`}.`
    },
    solidarity: 'Slovesa držíme odděleně, protože solidarita s obětí ještě není shoda na viníkovi.',
    wording: 'Znění jednotlivých postojů. Slova v uvozovkách jsou přesná, vše ostatní je naše parafráze.',
    columns: { actor: 'Aktér', position: 'Postoj', names: 'Jmenuje', strength: 'Uvedená jistota', basis: 'Opora', words: 'Přesná slova' },
    stances: { attributes: 'vlastní zjištění', endorses: 'podporuje zjištění', acknowledges: 'bere na vědomí', disputes: 'zpochybňuje' },
    bases: {
      'receiver-government': 'vláda oběti', receiver: 'sama oběť', 'third-state': 'třetí stát', 'eu-institution': 'instituce EU', 'international-organisation': 'mezinárodní organizace',
      'security-community': 'bezpečnostní komunita', court: 'soud nebo obžaloba', media: 'média', 'attacker-claim': 'tvrzení útočníka', contested: 'sporné', 'not-stated': 'neuvedeno',
    },
    relations: { supports: 'podporuje', disputes: 'zpochybňuje', supersedes: 'nahrazuje' },
    ownWords: 'vlastní slova',
    notQuoted: 'zde necitováno',
    alternatives: 'Zvažovaná vysvětlení.',
    alternativeColumns: { explanation: 'Vysvětlení', likelihood: 'Pravděpodobnost', for: 'Pro', against: 'Proti' },
    noneSeen: 'nic nezapsáno',
  },
  responses: {
    none: 'V přečtených zdrojích není žádná reakce.',
    count: (onDay, later, undated) => {
      const acts = (n: number) => plural(n, 'krok', 'kroky', 'kroků')
      const parts = [
        ...(onDay > 0 ? [`v den zveřejnění ${onDay} ${acts(onDay)}`] : []),
        ...(later > 0 ? [`${later === 1 ? 'v jiný den' : 'v jiné dny'} ${later} ${acts(later)}`] : []),
        ...(undated > 0 ? [`bez data ${undated} ${acts(undated)}`] : []),
      ]
      return `${capital(listed(parts))}.`
    },
    total: (n) => `Zaznamenáno: ${n} ${plural(n, 'krok', 'kroky', 'kroků')}; den zveřejnění není znám.`,
    notSeen: (kinds) => `V přečtených zdrojích nenalezeno: ${kinds.join(', ')}.`,
    watched: { sanctions: 'sankce', expulsion: 'vyhoštění', indictment: 'obžaloba' },
    tableWithZero: (date) => `Postoje a reakce podle aktéra a odstupu od zveřejnění (D+0 = ${date}).`,
    tableWithoutZero: 'Postoje a reakce podle aktéra a data.',
    columns: { actor: 'Aktér', kind: 'Druh', what: 'Co', offset: 'Odstup', date: 'Datum' },
    names: 'jmenuje',
  },
  claims: {
    intro: 'U každého rozporu zůstávají obě strany; stupeň hodnotí informaci.',
    table: 'Rozporná tvrzení se stupněm Admiralty (stupnice v příloze C).',
    columns: { question: 'Otázka', claims: 'Tvrzení', grade: 'Stupeň', reading: 'Naše čtení' },
    stances: { asserted: '', denied: 'popírá: ', doubted: 'zpochybňuje: ' },
    open: 'Otevřeno.',
    keptOpen: 'Ponecháno otevřené.',
    ungraded: 'bez stupně',
  },
  gaps: { table: 'Mezery, proč na nich záleží a kdo by je mohl zaplnit.', columns: { gap: 'Mezera', matters: 'Proč na ní záleží', close: 'Kdo by ji mohl zaplnit' }, none: 'Žádná mezera nebyla zapsána.' },
  notes: {
    intro: 'Zdroj, datum, stupeň; za šipkou strany, které na poznámku odkazují. Slova v uvozovkách jsou přesná.',
    ownWordsIntro: '„Vlastní slova“ jsou poznámka pracoviště.',
    none: 'Bez poznámek: nic v této zprávě se zatím neopírá o zdroj.',
    paragraph: 'odst.',
    against: 'proti:',
    translation: 'náš překlad:',
    relations: { supports: ['podporuje', 'podporuje to'], contradicts: ['odporuje', 'odporuje tomu'], explains: ['vysvětluje', 'vysvětluje to'], answers: ['odpovídá na', 'odpovídá na to'], 'same-as': ['říká totéž co', 'říká totéž co'], related: ['patří k', 'patří k'] },
    ownWords: 'vlastní slova',
    sourceLetter: 'Z',
  },
  sources: {
    table: 'Zdroje podle druhu a prvního použití. Stupeň určilo pracoviště: zdroj (A–F), informace (1–6).',
    none: 'Žádný zdroj není citován.',
    uncited: (n) => `Dalších zdrojů případu, které nejsou citovány: ${n}.`,
    columns: { number: 'Č.', grade: 'Stupeň', source: 'Zdroj', notes: 'V poznámkách' },
    kinds: { official: 'Úřední texty', press: 'Agentury a noviny', trade: 'Odborný tisk a příručky', low: 'Státní média a kopie nízkého stupně', desk: 'Poznámky pracoviště', other: 'Ostatní zdroje' },
    group: (name, count) => `${name}, ${count}`,
    online: '[online]',
    undated: 'bez data',
    viewed: (date) => `[vid. ${date}]`,
    available: 'Dostupné z:',
    notRead: 'Text nečten.',
    quotedOnly: 'Text znám jen z citací.',
    ownWords: 'Uchováno jako poznámka vlastními slovy.',
    repeats: (number) => `Opakuje ${number}.`,
    untitled: 'bez názvu',
  },
  scales: {
    likelihood: (name) => `Pravděpodobnost: ${name}.`,
    names: scaleNames,
    likelihoodColumns: { term: 'Stupeň', probability: 'Pravděpodobnost' },
    admiralty: 'Stupně Admiralty.',
    admiraltyColumns: { reliability: 'Spolehlivost zdroje', credibility: 'Věrohodnost informace' },
    reliability: ['zcela spolehlivý', 'obvykle spolehlivý', 'dosti spolehlivý', 'obvykle nespolehlivý', 'nespolehlivý', 'nelze posoudit'],
    credibility: ['potvrzená jinými zdroji', 'pravděpodobně pravdivá', 'možná pravdivá', 'pochybná', 'nepravděpodobná', 'nelze posoudit'],
    confidence: ['Míra jistoty', 'Nízká, střední nebo vysoká: kvalita a shoda zdrojů, mezery, předpoklady, prostor pro klam. Uvádí se odděleně od pravděpodobnosti děje.'],
    words: ['Slova', 'Fakt: prostý text s poznámkou. Tvrzení: je uvedeno, kdo je říká. „Nenalezeno“: v přečtených textech chybí, což neznamená „ne“. „Obecná znalost“: neověřeno vyhledáním.'],
    translation: 'České názvy stupňů jsou náš překlad.',
  },
  handling: {
    marking: 'Označení',
    labels: handling,
    limits: 'Omezení',
    method: 'Postup',
    methodText: 'Stupně a závěry určilo pracoviště. Data zůstávají tak, jak byla zveřejněna, a nikdy se nezpřesňují. Návrhy programu, které nikdo nepřijal, jsou vynechány. Nic nebylo začerněno.',
    sampleText: 'Toto je ukázková zpráva.',
    pap: 'Přípustné kroky',
  },
}
