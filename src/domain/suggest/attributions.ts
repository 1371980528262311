import { czechAttributions } from './attributions-czech.ts'
import { englishAttributions } from './attributions-english.ts'
import { attributorOf } from './attributor.ts'
import { raw, sentenceEnd, sentenceStart, word, wordsBetween, type Doc } from './doc.ts'
import { actor, doer, foe, group, isAccused, isServiceAt, owner, party, partyName, state } from './parties.ts'
import { partyWord } from './gazetteer/party-words.ts'
import { object, pattern, patternFinder, withBothMarks, type Part } from './pattern.ts'

export type Phrase = { first: number; end: number; value: string | null; rule: string; strength?: string; by?: string }

const place: Part = (doc, at) => (doc.at[at]?.type === 'place' ? doc.at[at]!.end : -1)
const quoted: Part = (doc, first, limit) => {
  const open = ['a', 'the', 'an'].includes(word(doc, first)) ? first + 1 : first
  if (!'“"„'.includes(raw(doc, open) || '.')) return -1
  for (let at = open + 1; at < limit && at < open + 12; at++) if ('”"“'.includes(raw(doc, at))) return at + 1
  return -1
}
const nation: Part = (doc, at) => doc.nationalities.get(at)?.end ?? -1
const actorname: Part = (doc, at) => (doc.at[at]?.type === 'actor' || doc.at[at]?.type === 'organisation' && isAccused(doc, at) ? doc.at[at]!.end : -1)
/** What is said of a name between two commas: ", also known as Fancy Bear,". */
const aside: Part = (doc, first, limit) => {
  if (raw(doc, first) !== ',') return -1
  for (let at = first + 2; at < limit && at < first + 16; at++) if (raw(doc, at) === ',' && !doc.at[at + 1] && ![',', 'and'].includes(word(doc, at + 1))) return at + 1
  return -1
}
const service: Part = (doc, at) => (isServiceAt(doc, word(doc, at) === 'the' ? at + 1 : at) ? owner(doc, at, 0) : -1)
const parts = { owner, service, quoted, party, foe, actor, actorname, doer, group, state, aside, nation, object, place }
/** A shape of which the party is named earlier in the text begins with "@ ". */
const compiled = (sources: readonly string[]) => patternFinder(sources.map((source) => pattern(source.replace(/^@ /, ''), source, parts)))
const finders = { en: compiled(englishAttributions), cs: compiled(czechAttributions) }
/** The few shapes that any party fits, for sentences that name none of those that are accused most. */
const open = (sources: readonly string[]) => compiled(sources.filter((source) => source.startsWith('@') || source.includes('<party>') || source.includes('<place>')))
const openFinders = { en: open(englishAttributions), cs: open(czechAttributions) }

const strengthWords = /\b(?:almost certainly|highly likely|very likely|most likely|likely|probably|possibly|presumably|allegedly|believed|suspected|assess(?:es|ed)? with (?:high|moderate|medium|low) confidence|(?:high|moderate|medium|low) confidence|high level of certainty|almost certain|confirmed|reportedly|téměř jistě|velmi pravděpodobně|s vysokou mírou jistoty|vysokou mírou jistoty|pravděpodobně|zřejmě|údajně|nejspíš|s jistotou)/iu
/** Words that say how sure the party is, as they stand in the sentence. */
const strengthIn = (doc: Doc, at: number) => strengthWords.exec(wordsBetween(doc, sentenceStart(doc, at), Math.min(sentenceEnd(doc, at), sentenceStart(doc, at) + 120)))?.[0]
const subjects = new Set(['governments', 'allies', 'government', 'officials', 'authorities', 'they'])
/** "both governments have attributed": the subject right before the verb that carries the assertion. */
function withSubject(doc: Doc, first: number): number {
  if (!['have', 'has', 'had'].includes(word(doc, first)) || !subjects.has(word(doc, first - 1))) return first
  return ['both', 'the', 'allied'].includes(word(doc, first - 2)) ? first - 2 : first - 1
}

/** Of matches that share words the one that says most; a match inside another adds nothing. */
export function longest<T extends { first: number; end: number }>(phrases: readonly T[]): T[] {
  const kept: T[] = []
  let cluster: T[] = []
  let end = 0
  const settle = () => {
    const best: T[] = []
    for (const phrase of cluster.sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)) {
      if (!best.some((other) => phrase.first < other.end && other.first < phrase.end)) best.push(phrase)
    }
    kept.push(...best.sort((a, b) => a.first - b.first))
    cluster = []
  }
  for (const phrase of phrases.toSorted((a, b) => a.first - b.first)) {
    if (phrase.first >= end) settle()
    cluster.push(phrase)
    end = Math.max(end, phrase.end)
  }
  settle()
  return kept
}

const starts = new Set(['the', 'a', 'an', 'another', 'publicly', 'widely', 'closely', 'directly', 'reportedly', 'has', 'have', 'had', 'officially', 'formally', 'jointly', 'exposed', 'openly'])
export const mayStart = (doc: Doc, at: number) => doc.at[at]?.first === at || doc.nationalities.has(at) || starts.has(word(doc, at)) || partyWord(word(doc, at)) === 'noun'

const governing = new Set(['by', 'of', 'with', 'from', 'against', 'to', 'on', 'at', 'like', 'než', 's', 'se', 'od', 'proti', 'na'])
/** A name that a preposition governs is no subject: "attacks orchestrated by the GRU have …". */
function isGoverned(doc: Doc, at: number, shape: string): boolean {
  if (!/^<(?:doer|group|state|foe)> (?!\^|’)/u.test(shape)) return false
  if (['the', 'a', 'an'].includes(word(doc, at - 1))) return governing.has(word(doc, at - 2))
  return governing.has(word(doc, at - 1)) && doc.list[at - 1]!.sentence === doc.list[at]!.sentence && !doc.at[at - 1]
}
const actorBefore = (doc: Doc, before: number): string | null => {
  for (let at = before - 1; at >= 0 && before - at < 120; at--) if (doc.at[at]?.type === 'actor') return doc.at[at]!.value
  return null
}

const negations = new Set(['not', 'never', 'cannot', 'without', 'whether', 'if', 'unless', 'nor', 'zda', 'zdali', 'jestli', 'pokud', 'kdyby', 'ne', 'nikoli', 'nikoliv', 'bez'])
const denying = new Set(['denied', 'denies', 'denying', 'deny', 'refuted', 'refutes'])
const accusations = new Set(['denial', 'denials', 'podezření', 'allegation', 'allegations', 'accusation', 'accusations', 'suggestion', 'suggestions', 'denied', 'denies', 'denying', 'deny', 'obvinění', 'nařčení', 'tvrzení', 'spekulace', 'popřel', 'popřela', 'popřelo', 'popírá', 'odmítl', 'odmítla', 'odmítlo', 'odmítá'])
/** Words in front of a phrase that take back what it says: "did not", "whether", "denied that". */
export function isUnsaid(doc: Doc, first: number, claims = true): boolean {
  const start = sentenceStart(doc, first)
  for (let at = first - 1; at >= start && at >= first - 2; at--) if (negations.has(word(doc, at)) && !doc.at[at]) return true
  if (!claims) return false
  for (let at = first - 1; at >= start && at >= first - 3; at--) if (denying.has(word(doc, at)) && !doc.at[at]) return true
  for (let at = first - 1; at >= start && at >= first - 14; at--) {
    if (!['that', 'že'].includes(word(doc, at))) continue
    for (let before = at - 1; before >= start && before >= at - 3; before--) if (accusations.has(word(doc, before))) return true
  }
  return false
}

function partiesIn(doc: Doc, first: number, end: number): 'none' | 'any' | 'accused' {
  let found: 'none' | 'any' = 'none'
  for (let at = first; at < end; at++) {
    const mention = doc.at[at]
    if (mention ? mention.first === at && isAccused(doc, at) : doc.nationalities.size > 0 && isAccused(doc, at)) return 'accused'
    if (mention ? mention.type !== 'date' && mention.type !== 'person' : doc.nationalities.has(at)) found = 'any'
  }
  return found
}
/** Who is held responsible, from the verb that says so to the party or the act. */
export function findAttributions(doc: Doc): Phrase[] {
  const found: (Phrase & { shape: string })[] = []
  let find = finders[doc.language]
  let named = -1
  for (let at = 0; at < doc.list.length; at++) {
    // A sentence that names nobody says of nobody that they did it.
    if (at > named) {
      named = sentenceEnd(doc, at) - 1
      const parties = partiesIn(doc, at, named + 1)
      if (parties === 'none') { at = named; continue }
      find = parties === 'accused' ? finders[doc.language] : openFinders[doc.language]
    }
    if (!doc.list[at]!.word.letters) continue
    for (const hit of find(doc, at, sentenceEnd(doc, at), mayStart(doc, at))) {
      const value = partyName(doc, at, hit.end) ?? (hit.value.startsWith('@') ? actorBefore(doc, hit.first) : null)
      const span = withBothMarks(doc, withSubject(doc, hit.first), hit.end)
      if (value !== null && span !== null && !isUnsaid(doc, at) && !isGoverned(doc, at, hit.value)) found.push({ ...span, value, rule: 'attribution', shape: hit.value })
    }
  }
  return longest(found).map(({ shape, ...phrase }) => {
    const strength = strengthIn(doc, phrase.first)
    const by = attributorOf(doc, phrase.first, phrase.end)
    return { ...phrase, rule: `attribution:${shape.split(' ').find((each) => !/^[<~^@]/u.test(each) && !each.endsWith('?'))?.split('|')[0] ?? 'phrase'}`, ...(strength ? { strength } : {}), ...(by && by !== phrase.value ? { by } : {}) }
  })
}
