import type { LikelihoodScale, MarkRelation, Tlp } from '../incident/index.ts'

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many)
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (n: number) => small[n] ?? String(n)
const listed = (names: readonly string[], last: string) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const scaleNames: Record<LikelihoodScale, string> = { nato: 'NATO and FIRST CTI SIG scale', phia: 'PHIA probability yardstick (UK)', icd203: 'ICD 203 (US)' }
const handling: Record<Tlp, string> = {
  CLEAR: 'Recipients may share this report without limits.',
  GREEN: 'Recipients may share this report within their community, but not on public channels.',
  AMBER: 'Recipients may share this report inside their organisation and with its clients, each on a need-to-know basis.',
  'AMBER+STRICT': 'Recipients may share this report inside their organisation only, on a need-to-know basis.',
  RED: 'For the eyes and ears of the individual recipients only; no further sharing.',
}

/** Every word of the report that does not come from the incident. */
export const english = {
  kicker: 'Incident report',
  page: { left: 'page', middle: 'of', abbreviation: 'p.' },
  contents: 'Contents',
  annexes: 'Annexes',
  sample: 'sample',
  referenceCase: 'reference case',
  table: 'Table',
  figure: 'Figure',
  quotes: ['“', '”'] as readonly [string, string],
  sections: {
    'bottom-line': 'Bottom line', judgements: 'Key judgements', card: 'Case card', timeline: 'Timeline', activity: 'Activity', attribution: 'Attribution', responses: 'Responses',
    claims: 'Competing claims', gaps: 'Gaps', notes: 'Notes', sources: 'Sources', scales: 'Scales and terms', handling: 'Handling',
  },
  notStated: 'not stated',
  notPublic: 'not public',
  notSeen: 'not seen',
  background: 'background',
  context: 'context',
  noDate: 'no date',
  deck: (activity: string | null, attributed: string | null) =>
    capital([activity === null ? null : `activity ${activity}`, attributed === null ? null : `publicly attributed ${attributed}`].filter((part) => part !== null).join('; ')),
  front: {
    report: 'Report', issued: 'Issued', cutOff: 'Information cut-off', newest: 'Newest source', base: 'Source base', distribution: 'Distribution',
    version: (id: string, version: string) => `${id}, version ${version}`,
    noSource: 'no source cited',
    sources: (cited: number, quotedOnly: number) =>
      `${cited} ${plural(cited, 'source', 'sources')} cited${quotedOnly === 0 ? '' : `; ${quotedOnly} official ${plural(quotedOnly, 'text', 'texts')} only as quoted`}`,
    sampleReport: 'Sample report',
    referenceReport: 'Reference case',
    noLimits: 'no limits',
  },
  bottomLine: { missing: 'Not stated. No bottom line has been written.', summary: 'Summary' },
  judgement: {
    name: 'Judgement', confidence: 'confidence', why: 'Why', wouldChange: 'Would change it', none: 'No judgement has been recorded.', noTerm: 'no term chosen', noWhy: 'Not stated.',
    levels: { low: 'low', moderate: 'moderate', high: 'high' }, unrated: 'not rated',
  },
  terms: {} as Readonly<Record<string, string>>,
  range: (from: number, to: number) => (from === 0 ? `under ${to}\u00a0%` : to === 100 ? `over ${from}\u00a0%` : `${from}–${to}\u00a0%`),
  bar: (term: string, range: string) => `Likelihood: ${term}, ${range}`,
  card: {
    victim: 'Victim', system: 'System', group: 'Group', sponsor: 'Sponsor as claimed', active: 'Active', detected: 'Detected', disclosed: 'Disclosed, attributed', entry: 'Entry',
    interest: 'Interest', impact: 'Impact', support: 'Support', denial: 'Denial', remedy: 'Remedy', technique: 'Technique',
    also: 'also', sameDay: 'same day', disclosedOn: 'disclosed', attributedOn: 'attributed',
  },
  timeline: {
    figure: 'What happened when, at the precision the sources allow. Days as published.',
    data: 'Data:',
    label: (count: number, table: string) => `Timeline of ${count} dated and undated ${plural(count, 'record', 'records')}; the same data stand in ${table}.`,
    tableWithZero: (date: string) => `Events by date. Offset in days from disclosure (D+0 = ${date}).`,
    tableWithoutZero: 'Events by date. No day of disclosure is known, so no offsets are given.',
    columns: { date: 'Date', event: 'Event', precision: 'Precision', offset: 'Days from D+0' },
    none: 'No event, attribution or response has been recorded.',
    periods: { table: 'Named periods: stretches of time against which the events are seen.', columns: { date: 'Date', period: 'Period', precision: 'Precision' } },
    tooLarge: 'The figure is left out: it would not fit on one page.',
    furtherActs: (n: number) => `; ${inWords(n)} further ${plural(n, 'act', 'acts')}, see`,
    precision: { day: 'day', month: 'month', season: 'season', year: 'year', decade: 'decade', century: 'century', interval: 'interval', approximate: 'approximate', uncertain: 'uncertain', undated: 'undated' },
    to: 'to',
    from: 'from',
    until: 'until',
  },
  drawing: {
    lanes: { context: 'Context', activity: 'Activity', detection: 'Detection', attribution: 'Attribution', diplomatic: 'Diplomacy', legal: 'Law', media: 'Public', acts: 'Public acts' },
    panel: (letter: string, from: string, to: string) => (from === to ? `${letter}. ${from}` : `${letter}. ${from} to ${to}`),
    seeB: (date: string, count: number) => `${date}: ${inWords(count)} ${plural(count, 'record', 'records')}, see B`,
    later: 'Other days',
    orderUnknown: ['order within', 'the day unknown'] as readonly string[],
    noDate: 'No date',
    periods: 'Periods',
    undatedPeriod: (title: string) => `${title} (named period)`,
    legend: {
      period: 'named period', hatch: 'date lies within', dashed: 'uncertain or approximate', unknown: 'end not known', open: 'still going on', span: 'known span', beyond: 'beyond the axis', attribution: 'attribution', summons: 'summons',
      support: 'support', statement: 'statement', denial: 'denial', warning: 'warning', legal: 'legal step', event: 'event', detected: 'detection', disclosed: 'disclosure',
    },
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as readonly string[],
    footer: (sources: number, cutOff: string | null) => `Dates as published, Coordinated Universal Time. Based on ${sources} ${plural(sources, 'source', 'sources')}${cutOff === null ? '' : `; information up to ${cutOff}`}.`,
  },
  activity: {
    summary: 'Summary', target: 'Target', access: 'Access', collection: 'Collection', discovery: 'Discovery and removal', further: 'Further findings', techniques: 'Techniques', notPublished: 'Not published',
    indicators: 'Indicators, written so that they cannot be followed by accident.',
    indicatorColumns: { kind: 'Kind', value: 'Value', note: 'Note' },
    missing: { entry: 'entry vector', tools: 'malware and tools', infrastructure: 'infrastructure and indicators', end: 'end of the activity', detected: 'date of detection' },
    basis: { 'behaviour-described': 'the act is described, the ATT&CK number is our mapping', 'attack-id-in-source': 'the source gives the ATT&CK number', 'analyst-mapping-of-cve': 'our mapping from the vulnerability', analyst: 'our mapping' },
  },
  facts: {
    scope: 'Scope', 'scope.embassies': 'Missions abroad', critical_infrastructure: 'Status', 'activity.start': 'Start', 'activity.end': 'End', entry_vector: 'Entry', collection_interest: 'Interest', remediation: 'Remedy',
    'remediation.year': 'Year of the remedy', 'dates.detected': 'Detected', 'impact.nato_wording': 'Impact as NATO puts it', 'bis_report.cited_by_afp': 'BIS report quoted by AFP', 'bis_report.on_2024.cyber': 'BIS report on 2024',
    'bis_report.on_2024.published': 'BIS report on 2024, published', 'context.eu_presidency': 'EU presidency', eu_sanctions: 'EU sanctions', eu_names: 'Names used by the EU', nao_figures: 'Figures of the NAO', ipac_targeting: 'Targets at IPAC', ipac_targets: 'Targets at IPAC',
  } as Readonly<Record<string, string>>,
  attribution: {
    none: 'No public attribution in the sources read.',
    who: 'Who says what',
    intro: (own: number, endorse: number, acknowledge: number, dispute: number) =>
      `${capital(listed([
        `${inWords(own)} ${plural(own, 'party presents', 'parties present')} a finding of ${plural(own, 'its', 'their')} own`,
        ...(endorse > 0 ? [`${inWords(endorse)} ${plural(endorse, 'endorses', 'endorse')} it`] : []),
        ...(acknowledge > 0 ? [`${inWords(acknowledge)} ${plural(acknowledge, 'acknowledges', 'acknowledge')} it`] : []),
        ...(dispute > 0 ? [`${inWords(dispute)} ${plural(dispute, 'disputes', 'dispute')} it`] : []),
      ], 'and'))}.`,
    solidarity: 'The verbs are kept apart, because solidarity with a victim is not yet agreement on the culprit.',
    wording: 'Wording of each position. Words in quotation marks are exact; everything else is our paraphrase.',
    columns: { actor: 'Actor', position: 'Position', names: 'Names', strength: 'Strength as stated', basis: 'Basis', words: 'Exact words' },
    stances: { attributes: 'own finding', endorses: 'endorses the finding', acknowledges: 'acknowledges it', disputes: 'disputes it' },
    bases: {
      'receiver-government': 'government of the victim', receiver: 'victim itself', 'third-state': 'third state', 'eu-institution': 'EU institution', 'international-organisation': 'international organisation',
      'security-community': 'security community', court: 'court or charge', media: 'media', 'attacker-claim': 'claim of the attacker', contested: 'contested', 'not-stated': 'not stated',
    },
    relations: { supports: 'supports', disputes: 'disputes', supersedes: 'supersedes' },
    ownWords: 'own words',
    notQuoted: 'not quoted here',
    alternatives: 'Alternatives considered.',
    alternativeColumns: { explanation: 'Explanation', likelihood: 'Likelihood', for: 'For', against: 'Against' },
    noneSeen: 'none recorded',
  },
  responses: {
    none: 'No response appears in the sources read.',
    count: (onDay: number, later: number, undated: number) => {
      const parts = [
        ...(onDay > 0 ? [`${inWords(onDay)} ${plural(onDay, 'act falls', 'acts fall')} on the day of disclosure`] : []),
        ...(later > 0 ? [`${inWords(later)} ${onDay > 0 ? plural(later, 'falls', 'fall') : plural(later, 'act falls', 'acts fall')} on ${later === 1 ? 'another day' : 'other days'}`] : []),
        ...(undated > 0 ? [`${inWords(undated)} ${onDay + later > 0 ? plural(undated, 'has', 'have') : plural(undated, 'act has', 'acts have')} no date`] : []),
      ]
      return `${capital(listed(parts, 'and'))}.`
    },
    total: (n: number) => `${capital(inWords(n))} ${plural(n, 'act is', 'acts are')} on record; no day of disclosure is known.`,
    notSeen: (kinds: readonly string[]) => `Not seen in the sources read: ${listed(kinds, 'and')}.`,
    watched: { sanctions: 'sanctions', expulsion: 'an expulsion', indictment: 'an indictment' },
    tableWithZero: (date: string) => `Positions and responses by actor and day offset from disclosure (D+0 = ${date}).`,
    tableWithoutZero: 'Positions and responses by actor and date.',
    columns: { actor: 'Actor', kind: 'Kind', what: 'What', offset: 'Offset', date: 'Date' },
    names: 'names',
  },
  claims: {
    intro: 'Both sides of each conflict are kept; the grade rates the information.',
    table: 'Claims in conflict, with Admiralty grade (scale in Annex C).',
    columns: { question: 'Question', claims: 'Claims', grade: 'Grade', reading: 'Our reading' },
    stances: { asserted: '', denied: 'denies: ', doubted: 'doubts: ' },
    open: 'Open.',
    keptOpen: 'Kept open.',
    ungraded: 'not graded',
  },
  gaps: { table: 'Gaps, why they matter, who could close them.', columns: { gap: 'Gap', matters: 'Why it matters', close: 'Who could close it' }, none: 'No gap has been recorded.' },
  notes: {
    intro: 'Source, date, grade; after the arrow the pages that call the note. Words in quotation marks are exact.',
    ownWordsIntro: '“Own words” is a note of the desk.',
    none: 'No note: nothing in this report rests on a source yet.',
    paragraph: 'par.',
    against: 'against:',
    translation: 'our translation:',
    relations: { supports: ['supports', 'supported by'], contradicts: ['contradicts', 'contradicted by'], explains: ['explains', 'explained by'], answers: ['answers', 'answered by'], 'same-as': ['says the same as', 'says the same as'], related: ['belongs with', 'belongs with'] } as Readonly<Record<MarkRelation, readonly [string, string]>>,
    ownWords: 'own words',
    sourceLetter: 'S',
  },
  sources: {
    table: 'Sources by kind and first use. Grade, set by the desk: source (A–F), piece of information (1–6).',
    none: 'No source is cited.',
    uncited: (n: number) => `${capital(inWords(n))} further ${plural(n, 'source', 'sources')} of the case ${plural(n, 'is', 'are')} not cited.`,
    columns: { number: 'No.', grade: 'Grade', source: 'Source', notes: 'In notes' },
    kinds: { official: 'Official texts', press: 'News agencies and newspapers', trade: 'Trade press and reference', low: 'State media and copies of low grade', desk: 'Notes of the desk', other: 'Other sources' },
    group: (name: string, count: number) => `${name}, ${count}`,
    online: '[online]',
    undated: 'undated',
    viewed: (date: string) => `[viewed ${date}]`,
    available: 'Available from:',
    notRead: 'Text not read.',
    quotedOnly: 'Text known only from quotations.',
    ownWords: 'Kept as a note in our own words.',
    repeats: (number: string) => `Repeats ${number}.`,
    untitled: 'untitled',
  },
  scales: {
    likelihood: (name: string) => `Likelihood: ${name}.`,
    names: scaleNames,
    likelihoodColumns: { term: 'Term', probability: 'Probability' },
    admiralty: 'Admiralty grade.',
    admiraltyColumns: { reliability: 'Reliability of the source', credibility: 'Credibility of the information' },
    reliability: ['completely reliable', 'usually reliable', 'fairly reliable', 'not usually reliable', 'unreliable', 'cannot be judged'] as readonly string[],
    credibility: ['confirmed by other sources', 'probably true', 'possibly true', 'doubtful', 'improbable', 'cannot be judged'] as readonly string[],
    confidence: ['Confidence', 'Low, moderate or high: quality and agreement of sources, gaps, assumptions, room for deception. It is said apart from the likelihood of an event.'] as readonly [string, string],
    words: ['Words', 'Fact: plain text with a note. Claim: the claimant is named. “Not seen”: absent from the texts read, which is not “no”. “Background”: general knowledge, not confirmed by a look-up.'] as readonly [string, string],
    translation: null as string | null,
  },
  handling: {
    marking: 'Marking',
    labels: handling,
    limits: 'Limits',
    method: 'Method',
    methodText: 'Grades and judgements were set by the desk. Dates are kept as published and never made more precise. Suggestions of the program that nobody accepted are left out. Nothing was redacted.',
    sampleText: 'This is a sample report.',
    pap: 'Permissible actions',
  },
}
/** The words of a report; Czech must have every one of them. */
export type Strings = typeof english
