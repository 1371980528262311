import { raw, sentenceEnd, word, type Doc } from './doc.ts'
import { isUnsaid, longest, mayStart, type Phrase } from './attributions.ts'
import { foe, party } from './parties.ts'
import { isStop, object, pattern, patternFinder, quotationEnd, quotes, withBothMarks, type Part } from './pattern.ts'
import type { ResponseKind } from './response-kinds.ts'
import { czechResponses } from './responses-czech.ts'
import { englishResponses } from './responses-english.ts'

const nation: Part = (doc, at) => doc.nationalities.get(at)?.end ?? (doc.at[at]?.type === 'place' ? doc.at[at]!.end : -1)
const name: Part = (doc, at) => (doc.at[at] && doc.at[at]!.type !== 'date' ? doc.at[at]!.end : -1)
const body: Part = (doc, at) => (doc.at[at]?.type === 'organisation' ? doc.at[at]!.end : -1)
/** To the end of the clause. */
const clause: Part = (doc, first, limit) => {
  let at = first
  while (at < limit && at < first + 16 && !['.', ';', ',', '”', '“', '"', '„', '?', '!', 'and', 'a'].includes(raw(doc, at))) at++
  if (quotes.has(raw(doc, at)) && at < limit) return Math.max(at, quotationEnd(doc, at, limit))
  return at > first ? at : -1
}
/** A verb with what belongs to it, as far as "and" or "against". */
const act: Part = (doc, first, limit) => {
  let at = first
  while (at < limit && at < first + 11 && !['.', ';', ',', '”', '“', '"', '„', '?', '!', 'and', 'against', 'that', 'which', 'in', 'over'].includes(word(doc, at))) at++
  return at > first ? at : -1
}
/** To the end of the quoted or written sentence, commas included. */
const rest: Part = (doc, first, limit) => {
  let at = first
  while (at < limit && at < first + 40 && !['.', ';', '”', '“', '"', '„', '?', '!'].includes(raw(doc, at))) at++
  while (at > first && raw(doc, at - 1) === ',') at--
  return at > first ? at : -1
}
/** As rest, as far as the first thing asked for: Czech joins the next with "a" behind a verb. */
const request: Part = (doc, first, limit) => {
  const end = rest(doc, first, limit)
  for (let at = first + 1; at < end; at++) if (word(doc, at) === 'a' && !doc.at[at - 1] && verbBefore.test(word(doc, at - 1))) return at
  return end
}
const verbBefore = /(?:l|la|lo|li|ly)$/u
/** Names in a list: "Wuhan XRZ, Zhao Guangzong and Ni Gaobin". */
const listed: Part = (doc, first, limit) => {
  let at = object(doc, first, limit)
  if (at > 0 && !doc.at[first] && word(doc, at) === 'and' && counts.has(word(doc, at + 1))) return object(doc, at + 1, limit)
  if (!doc.at[first]) return at
  while (at > 0 && at < limit && [',', 'and'].includes(word(doc, at)) && (doc.at[at + 1] || doc.at[at + 2] && word(doc, at + 1) === 'and')) at = doc.at[at + 1] ? doc.at[at + 1]!.end : doc.at[at + 2]!.end
  return at
}
const counts = new Set(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'several', 'a', 'an'])
const person: Part = (doc, at) => (doc.at[at]?.type === 'person' ? doc.at[at]!.end : -1)
const place: Part = (doc, at) => (doc.at[at]?.type === 'place' ? doc.at[at]!.end : -1)
const quoted: Part = (doc, at, limit) => {
  if (!'“"„'.includes(raw(doc, at) || '.')) return -1
  for (let end = at + 1; end < limit && end < at + 14; end++) if ('”"“'.includes(raw(doc, end))) return end + 1
  return -1
}
const parts = { person, place, quoted, request, act, nation, name, body, clause, rest, listed, object, party, foe }

const compiled = (sources: readonly (readonly [ResponseKind, string])[]) => patternFinder(sources.map(([kind, source]) => pattern(source, kind, parts)))
const finders = { en: compiled(englishResponses), cs: compiled(czechResponses) }
const verbFirst = /^(?:odsoudil|odsuzuj|odmítl|popřel)/u
/** "čin odsoudil", "krádež společně odsoudily": Czech may put what is condemned in front of the verb. */
function withObjectBefore(doc: Doc, phrase: Phrase): Phrase {
  if (phrase.end > phrase.first + 1 || !verbFirst.test(word(doc, phrase.first))) return phrase
  let first = phrase.first
  while (first > 0 && phrase.first - first < 3) {
    const before = doc.list[first - 1]!
    if (doc.at[first - 1] || !before.word.letters || before.word.capital || isStop(before.word.lower) || before.sentence !== doc.list[first]!.sentence || notObject.has(before.word.lower)) break
    first--
  }
  return { ...phrase, first }
}
const notObject = new Set(['se', 'si', 'ho', 'ji', 'je', 'prý', 'dnes', 'včera', 'také', 'již', 'pak', 'tehdy', 'následně', 'později', 'zároveň', 'oba', 'obě', 'jej', 'vláda', 'premiér', 'ministr', 'prezident', 'rovněž', 'tento', 'týden'])
/** A measure that ends inside an attribution takes all of it: the two never cross. */
function uncrossed(phrase: Phrase, starts: ReadonlySet<number>, ends: ReadonlyMap<number, number>): Phrase {
  for (let at = phrase.first + 1; at < phrase.end; at++) if (starts.has(at) && ends.get(at)! > phrase.end) return { ...phrase, end: ends.get(at)! }
  return phrase
}
/** Diplomatic, political and legal measures and reactions, usually a verb and its object. */
export function findResponses(doc: Doc, attributions: readonly Phrase[]): Phrase[] {
  const find = finders[doc.language]
  const found: Phrase[] = []
  for (let at = 0; at < doc.list.length; at++) {
    if (!doc.list[at]!.word.letters) continue
    const hits = find(doc, at, sentenceEnd(doc, at), mayStart(doc, at))
    for (const { first, end, value } of hits) {
      const span = withBothMarks(doc, first, end)
      if (span && !isUnsaid(doc, first, false) && !['-', 'specially'].includes(word(doc, first - 1))) found.push({ ...span, value, rule: `response:${value}` })
    }
  }
  const ends = new Map<number, number>()
  for (const { first, end } of attributions) for (let at = first; at < end; at++) ends.set(at, end)
  const starts = new Set(attributions.map(({ first }) => first))
  return longest(found).map((phrase) => uncrossed(doc.language === 'cs' ? withObjectBefore(doc, phrase) : phrase, starts, ends))
}
