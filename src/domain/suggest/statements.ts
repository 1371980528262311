import { nameOf, raw, sentenceEnd, sentenceStart, word, type Doc, type Mention } from './doc.ts'
import { bodyPronouns, callingVerbs, personPronouns, reportingVerbs } from './gazetteer/verbs.ts'
import { fullNames } from './gazetteer/organisations.ts'
import type { Quotation } from './quotations.ts'

export type Statement = { quotation: Quotation; speaker: string; rule: string }
/** What the whole document says about the names in it, looked up once. */
type Names = { bodies: Set<string>; longer: Map<string, string>; persons: Set<string> }
function namesOf(doc: Doc): Names {
  const names: Names = { bodies: new Set(), longer: new Map(), persons: new Set() }
  for (const mention of doc.mentions) {
    if (mention.type === 'person' && mention.value !== null) names.persons.add(mention.value)
    if (mention.type !== 'organisation') continue
    const name = nameOf(doc, mention)
    if (names.bodies.has(name)) continue
    names.bodies.add(name)
    for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
      const short = name.slice(at + 1)
      if (short.includes(' ') && !names.longer.has(short)) names.longer.set(short, name)
    }
  }
  return names
}
const known = new WeakMap<Doc, Names>()
function namesIn(doc: Doc): Names {
  const names = known.get(doc) ?? namesOf(doc)
  known.set(doc, names)
  return names
}

type Speakers = { last: string | null; lastPerson: string | null; lastBody: string | null }

const isSpeaker = (mention: Mention | undefined): mention is Mention => mention !== undefined && (mention.type === 'person' || mention.type === 'organisation' || mention.type === 'actor')
const isStop = (text: string) => '.;:!?“„"'.includes(text)

/** The fullest name the text has for a body: "foreign ministry" is the "Czech foreign ministry" that it named before. */
function bodyName(doc: Doc, mention: Mention): string {
  const written = nameOf(doc, mention)
  if (mention.type === 'actor') return mention.value ?? written
  if (doc.language === 'cs' && mention.value !== null) {
    return namesIn(doc).bodies.has(mention.value) || fullNames.has(written) ? mention.value : written
  }
  return written.includes(' ') ? (longerBefore(doc, mention, written) ?? namesIn(doc).longer.get(written) ?? written) : written
}
/** The nearest name in front that ends with these words. */
function longerBefore(doc: Doc, { first }: Mention, written: string): string | null {
  if (!namesIn(doc).longer.has(written)) return null
  for (let at = first - 1; at >= 0 && first - at < 2000; at--) {
    const mention = doc.at[at]
    if (mention?.type !== 'organisation') continue
    at = mention.first
    const name = nameOf(doc, mention)
    if (name.length > written.length && name.endsWith(` ${written}`)) return name
  }
  return null
}
const speakerName = (doc: Doc, mention: Mention) => (mention.type === 'person' ? (mention.value ?? nameOf(doc, mention)) : bodyName(doc, mention))

/** "OSLO (AP) –": who sends the news speaks not in it. */
const isAgencyOfDateline = (doc: Doc, { first, end }: Mention) => raw(doc, first - 1) === '(' && raw(doc, end) === ')' && doc.at[first - 2]?.type === 'place'
/** The best of the names between two tokens: a person before a body, the nearest to the verb. */
function nearest(doc: Doc, first: number, end: number, fromEnd: boolean): Mention | null {
  const found: Mention[] = []
  for (let at = first; at < end; at++) {
    const mention = doc.at[at]
    if (isSpeaker(mention) && found.at(-1) !== mention && !isAgencyOfDateline(doc, mention)) found.push(mention)
  }
  const ordered = fromEnd ? found.reverse() : found
  return ordered[0] ?? null
}
const persons = (doc: Doc, first: number, end: number): Mention | null => {
  for (let at = first; at < end; at++) if (doc.at[at]?.type === 'person') return doc.at[at]!
  return null
}

const nouns = new Set(['ministry', 'agency', 'embassy', 'government', 'council', 'commission', 'service', 'company', 'office', 'department', 'bureau', 'centre', 'center', 'police', 'party', 'parliament', 'firm', 'alliance', 'ministerstvo', 'úřad', 'velvyslanectví', 'vláda', 'služba', 'společnost', 'agentura', 'rada', 'policie', 'nemocnice', 'strana', 'ambasáda', 'kabinet', 'resort'])
const personNouns = new Set(['velvyslankyně', 'diplomatka', 'diplomat', 'premiérka', 'prezidentka', 'předseda', 'předsedkyně', 'náměstek', 'náměstkyně', 'poslanec', 'poslankyně', 'senátor', 'senátorka', 'kancléř', 'kancléřka', 'tajemník', 'komisař', 'komisařka', 'expert', 'analytik', 'analytička', 'politik', 'politička', 'chancellor', 'commissioner', 'diplomat', 'envoy', 'premier', 'lawmaker', 'senator', 'analyst', 'researcher', 'admiral', 'general', 'attorney', 'commander', 'minister', 'spokesperson', 'spokesman', 'spokeswoman', 'ambassador', 'president', 'director', 'chief', 'secretary', 'ministr', 'ministryně', 'mluvčí', 'premiér', 'prezident', 'velvyslanec', 'ředitel', 'ředitelka', 'šéf', 'inspector', 'official', 'prosecutor'])
/** "the ministry", "she", "it": who that was before this place. */
function referred(doc: Doc, first: number, end: number, at: number, speakers: Speakers): string | null {
  for (let step = first; step < end; step++) {
    const lower = word(doc, step)
    // "a spokesperson": nobody named before, but somebody of the body that speaks.
    if (personNouns.has(lower) && ['a', 'an'].includes(word(doc, step - 1)) && doc.language === 'en') return speakers.last === speakers.lastBody ? speakers.lastBody : lastMention(doc, at, 'organisation')
    const holder = personNouns.has(lower) ? holderOf(doc, lower, at) : null
    if (holder !== null) return holder
    if (personPronouns.has(lower) || personNouns.has(lower)) return subjectBefore(doc, at) ?? speakers.lastPerson ?? speakers.last
    if (nouns.has(lower)) return lastBodyOf(doc, at, lower) ?? speakers.lastBody
    if (bodyPronouns.has(lower) || (lower === 'jeho' || lower === 'jejím') && word(doc, step + 1) === 'prohlášení') return bodyBefore(doc, at) ?? speakers.last
  }
  return null
}
const sameOffice: Readonly<Record<string, string>> = { premiér: 'předseda', premiérka: 'předsedkyně' }
/** The last person before a place whose title is the one that the text goes on with: "the minister". */
function holderOf(doc: Doc, title: string, before: number): string | null {
  for (let at = before - 1; at >= 0 && before - at < 2000; at--) {
    const mention = doc.at[at]
    if (mention?.type !== 'person' || mention.role === undefined) continue
    const role = mention.role.toLowerCase()
    if (role === title || role === sameOffice[title]) return speakerName(doc, mention)
  }
  return null
}
/** The person that the nearest sentence with one names first: the one it is about. */
function subjectBefore(doc: Doc, before: number): string | null {
  for (let at = before - 1; at >= 0 && before - at < 400; at--) {
    if (doc.at[at]?.type !== 'person') continue
    const first = persons(doc, sentenceStart(doc, at), at + 1)
    return first ? speakerName(doc, first) : null
  }
  return null
}
/** The person or body that the nearest sentence with one names first. */
function subjectOfLast(doc: Doc, before: number): string | null {
  for (let at = before - 1; at >= 0 && before - at < 200; at--) {
    if (!isSpeaker(doc.at[at])) continue
    for (let first = sentenceStart(doc, at); first <= at; first++) if (isSpeaker(doc.at[first])) return speakerName(doc, doc.at[first]!)
  }
  return null
}
/** The body that the nearest sentence with one names first, by the initials it gives right behind. */
function bodyBefore(doc: Doc, before: number): string | null {
  for (let at = before - 1; at >= 0 && before - at < 400; at--) {
    if (doc.at[at]?.type !== 'organisation') continue
    for (let first = sentenceStart(doc, at); first <= at; first++) if (doc.at[first]?.type === 'organisation' && first === doc.at[first]!.first) return speakerName(doc, initialsOf(doc, doc.at[first]!))
  }
  return null
}
const initialsOf = (doc: Doc, mention: Mention) => (raw(doc, mention.end) === '(' && doc.at[mention.end + 1]?.type === 'organisation' ? doc.at[mention.end + 1]! : mention)
function lastMention(doc: Doc, before: number, type: 'person' | 'organisation'): string | null {
  for (let at = before - 1; at >= 0 && before - at < 2000; at--) {
    const mention = doc.at[at]
    if (mention?.type === type) return speakerName(doc, mention)
  }
  return null
}
function lastBodyOf(doc: Doc, before: number, noun: string): string | null {
  let found: Mention | null = null
  for (let at = before - 1; at >= 0 && before - at < 600; at--) {
    const mention = doc.at[at]
    if (mention?.type !== 'organisation') continue
    if (nameOf(doc, mention).toLowerCase().split(' ').at(-1) === noun) return bodyName(doc, mention)
    if (!found && nameOf(doc, mention).toLowerCase().includes(noun)) found = mention
  }
  return found ? bodyName(doc, found) : noun === 'ambasáda' ? lastBodyOf(doc, before, 'velvyslanectví') : null
}

/** "“…,” she said, “…”": a sentence that goes on after who says it. */
const resumes = (doc: Doc, before: Statement | undefined, { open }: Quotation): string | null =>
  before !== undefined && raw(doc, before.quotation.close - 1) === ',' && doc.list[open]!.sentence === doc.list[before.quotation.close]!.sentence && open - before.quotation.close < 14 ? before.speaker : null

/** "“…”, according to X", „…“, podle X. */
function source(doc: Doc, close: number): string | null {
  const at = raw(doc, close + 1) === ',' ? close + 2 : close + 1
  const from = word(doc, at) === 'according' && word(doc, at + 1) === 'to' ? at + 2 : word(doc, at) === 'podle' ? at + 1 : -1
  const end = Math.min(sentenceEndAfter(doc, close), from + 6)
  const named = from < 0 ? null : (persons(doc, from, end) ?? nearest(doc, from, end, false))
  return named && speakerName(doc, named)
}

/** Who speaks behind the words: "…," said X · "…," X said · "…," she said · „…“ stojí v prohlášení X. */
function behind(doc: Doc, { open, close }: Quotation, speakers: Speakers): string | null {
  const stop = Math.min(sentenceEndAfter(doc, close), close + 22)
  const told = source(doc, close)
  if (told !== null) return told
  const described = describedSpeaker(doc, close, stop)
  if (described !== null) return described
  let verb = -1
  for (let at = close + 1; at < stop; at++) {
    if (at > close + 1 && isStop(raw(doc, at)) || (raw(doc, at) === ',' && at > close + 1 && !nearName(doc, at))) break
    if (reportingVerbs.has(word(doc, at)) && !doc.at[at]) { verb = at; break }
    if (at > close + 12) break
  }
  if (verb < 0) return null
  if (['quoted', 'quotes', 'cited', 'citoval', 'citovala', 'citovalo'].includes(word(doc, verb))) {
    if (['him', 'her', 'ho', 'ji', 'jej'].includes(word(doc, verb + 1))) return subjectBefore(doc, open) ?? speakers.lastPerson
    const quotedPerson = persons(doc, verb + 1, stop)
    if (quotedPerson) return speakerName(doc, quotedPerson)
  }
  const between = nearest(doc, close + 1, verb, true)
  if (between) return speakerName(doc, persons(doc, close + 1, verb) ?? between)
  const pronoun = referred(doc, close + 1, verb, open, speakers)
  if (pronoun !== null && verb - close > 1) return pronoun
  if (verb > close + 3) return null
  let end = verb + 1
  while (end < stop && !isStop(raw(doc, end)) && raw(doc, end) !== ',') end++
  // "uvedlo podle Reuters ministerstvo": who tells it further does not speak.
  const reported = word(doc, verb + 1) === 'podle' && doc.at[verb + 2] ? doc.at[verb + 2]!.end : verb + 1
  const after = persons(doc, reported, end) ?? nearest(doc, reported, end, false)
  if (after) return speakerName(doc, after)
  if (raw(doc, end) === ',' && persons(doc, end, Math.min(stop, end + 6))) return speakerName(doc, persons(doc, end, Math.min(stop, end + 6))!)
  return referred(doc, verb + 1, end, open, speakers) ?? (verb === close + 1 || verb === close + 2 ? (newest(doc, open, speakers) ?? speakers.last) : null)
}
/** "…," Liu Pengyu, press secretary of the embassy, said. */
function describedSpeaker(doc: Doc, close: number, stop: number): string | null {
  const mention = doc.at[close + 1]
  if (mention?.type !== 'person' || raw(doc, mention.end) !== ',') return null
  for (let at = mention.end + 1; at < stop; at++) if (raw(doc, at) === ',' && reportingVerbs.has(word(doc, at + 1))) return speakerName(doc, mention)
  return null
}
const nearName = (doc: Doc, at: number) => doc.at[at - 1] !== undefined || doc.at[at + 1] !== undefined
function sentenceEndAfter(doc: Doc, close: number): number {
  return doc.list[close + 1]?.sentence === doc.list[close]!.sentence ? sentenceEnd(doc, close) : close + 1
}

/** Who speaks in front of the words: X said that "…" · X: "…" · X called it "…" · according to X, "…". */
function ahead(doc: Doc, { open }: Quotation, speakers: Speakers, isLong: boolean): string | null {
  let start = sentenceStart(doc, open)
  if (start === open && raw(doc, open - 1) === ':') start = sentenceStart(doc, open - 1)
  if (raw(doc, open - 1) === ':') {
    const near = nearest(doc, Math.max(start, open - 4), open, true)
    if (near && !hasVerb(doc, start, open)) return speakerName(doc, near)
  }
  for (let at = open - 1; at >= start; at--) {
    const lower = word(doc, at)
    if (raw(doc, at) === ';') return null
    // "Jsou prý „…“": what whoever was named last is said to have said.
    // "Podle něj „…“": whom the sentence before is about.
    if ((lower === 'podle' && ['něj', 'něho', 'ní', 'nich'].includes(word(doc, at + 1)) || lower === 'to' && word(doc, at - 1) === 'according' && ['him', 'her', 'it', 'them'].includes(word(doc, at + 1))) && open - at < 10) return subjectOfLast(doc, start) ?? speakers.last
    if (lower === 'prý' && open - at < 4) return nearest(doc, start, at, true) ? speakerName(doc, nearest(doc, start, at, true)!) : (subjectBefore(doc, start) ?? speakers.last)
    if (lower === 'to' && word(doc, at - 1) === 'according' || (lower === 'podle' && open - at < 10)) {
      const source = nearest(doc, at + 1, open, false)
      if (source) return speakerName(doc, source)
      if (['jeho', 'jejího', 'jejich'].includes(word(doc, at + 1))) return lastMention(doc, at, 'organisation') ?? speakers.last
    }
    if (!reportingVerbs.has(lower) || doc.at[at]) continue
    if (callingVerbs.has(lower) && !isLong && !named(doc, at, open)) continue
    if (!isLong && !callingVerbs.has(lower) && !clause(doc, at, open)) continue
    // "X accused Y of an attack on Z, calling it “…”": whoever the sentence is about.
    const subject = raw(doc, at - 1) === ',' && lower.endsWith('ing') ? mainSubject(doc, start, at) : subjectOf(doc, start, at)
    if (subject) return speakerName(doc, subject)
    const behindVerb = raw(doc, open - 1) === ':' || doc.language === 'cs' ? persons(doc, at + 1, open) : null
    if (behindVerb) return speakerName(doc, behindVerb)
    return referred(doc, start, at, start, speakers) ?? (at - start < 4 ? null : speakers.last)
  }
  return null
}
const hasVerb = (doc: Doc, first: number, end: number) => {
  for (let at = first; at < end; at++) if (reportingVerbs.has(word(doc, at))) return true
  return false
}
/** Whom a sentence is about: a person in it, one named right behind where it has but an office, else the first body. */
function mainSubject(doc: Doc, start: number, verb: number): Mention | null {
  const person = persons(doc, start, verb)
  if (person) return person
  for (let at = start; at < Math.min(verb, start + 8); at++) if (personNouns.has(word(doc, at)) && !doc.at[at]) return persons(doc, verb, Math.min(doc.list.length, verb + 60))
  return nearest(doc, start, verb, false)
}
/** The person nearest in front of the verb, unless a body stands between with nothing but its own clause. */
function subjectOf(doc: Doc, start: number, verb: number): Mention | null {
  const near = nearest(doc, start, verb, true)
  if (!near || near.type === 'person') return near
  const person = (() => {
    for (let at = near.first - 1; at >= start; at--) if (doc.at[at]?.type === 'person') return doc.at[at]!
    return null
  })()
  if (!person) return near
  const gap = nameOf(doc, { first: person.end, end: near.first })
  return /^(?:,|of|from|at|z|ze)/u.test(gap.trim()) && !/\b(?:and|but|while|that)\b/u.test(gap) ? person : near
}
/** "called it “…”", "rejected the claims as “…”". */
function named(doc: Doc, verb: number, open: number): boolean {
  const before = word(doc, open - 1)
  const earlier = ['a', 'an', 'the', 'být'].includes(before) ? word(doc, open - 2) : before
  return open - verb <= 3 || ['as', 'za', 'of', 'o', 'jako', 'it', 'them', 'being'].includes(earlier) || (open - verb < 18 && ['as', 'za'].includes(earlier))
}
/** The words are part of a clause that the verb reports: "said that … “…”", "said it was “…”". */
function clause(doc: Doc, verb: number, open: number): boolean {
  if (open - verb <= 5) return true
  for (let at = verb + 1; at < open; at++) if (['that', 'že', 'how', 'which', ':'].includes(word(doc, at))) return true
  return open - verb < 30 && !['in', 'its', 'their', 'after'].includes(word(doc, verb + 1))
}

/** Words that make a sentence of their own: what the text says them to be part of is the speech before. */
function standsAlone(doc: Doc, { open, close, start, end }: Quotation): boolean {
  const words = doc.text.slice(start, end)
  return sentenceStart(doc, open) === open && close - open > 5 && (/[.!?…,]$/u.test(words) || '.!?'.includes(raw(doc, close + 1)) || doc.list[close]!.gap === 'blank')
}

/** Direct quotations with the one who said them. Words in marks that nobody is said to have spoken are left out. */
export function findStatements(doc: Doc, quotations: readonly Quotation[]): Statement[] {
  const speakers: Speakers = { last: null, lastPerson: null, lastBody: null }
  const found: Statement[] = []
  for (const quotation of quotations) {
    const isLong = quotation.close - quotation.open > 9
    const colon = raw(doc, quotation.open - 1) === ':'
    const goesOn = resumes(doc, found.at(-1), quotation)
    const first = colon ? ahead(doc, quotation, speakers, isLong) : behind(doc, quotation, speakers)
    const second = first ?? goesOn ?? (colon ? behind(doc, quotation, speakers) : ahead(doc, quotation, speakers, isLong))
    const joined = second === null && isJoined(doc, found.at(-1), quotation) ? found.at(-1)!.speaker : null
    const alone = second === null && joined === null && standsAlone(doc, quotation) ? (newest(doc, quotation.open, speakers) ?? speakers.last) : null
    const speaker = second ?? joined ?? alone
    if (speaker === null) continue
    speakers.last = speaker
    if (namesIn(doc).persons.has(speaker)) speakers.lastPerson = speaker
    else speakers.lastBody = speaker
    found.push({ quotation, speaker, rule: alone !== null ? 'statement:continued' : first !== null && !colon ? 'statement:verb-behind' : 'statement:verb-ahead' })
  }
  return found
}
/** "… „x“ a usnesení je „y“": words in the same sentence as the ones before, with "and" between and nobody new. */
function isJoined(doc: Doc, before: Statement | undefined, { open }: Quotation): boolean {
  if (!before || doc.list[open]!.sentence !== doc.list[before.quotation.open]!.sentence || open - before.quotation.close > 10) return false
  for (let at = before.quotation.close + 1; at < open; at++) if (doc.at[at]?.type === 'person') return false
  return ['and', 'a', 'i'].includes(word(doc, before.quotation.close + 1))
}
/** A person named since the last words were spoken, in the paragraph right before. */
function newest(doc: Doc, open: number, speakers: Speakers): string | null {
  for (let at = open - 1; at >= 0 && open - at < 60; at--) {
    if (doc.at[at]?.type === 'person') {
      // Whoever spoke last in the same sentence goes on, though others are named behind.
      for (let step = sentenceStart(doc, at); step < at; step++) if (doc.at[step]?.type === 'person' && speakerName(doc, doc.at[step]!) === speakers.last) return speakers.last
      return speakerName(doc, doc.at[at]!)
    }
    if (['”', '"', '“'].includes(raw(doc, at))) return speakers.last
  }
  return null
}
