import { isPossessive, nameOf, raw, word, type Doc, type Mention } from './doc.ts'
import { accusedCapitals, accusedStates, between, partyWord, services } from './gazetteer/party-words.ts'
import { isDeterminer, isStop, remembered, type Part } from './pattern.ts'

const serviceWords = /Ministry of (?:State Security|Intelligence)|státní bezpečnosti|ministerst.{1,4} (?:zpravodajství|bezpečnosti)|State Security|Intelligence|rozvědk|průzkumn|Main (?:Intelligence )?(?:Directorate|Cent(?:re|er))|Revolutionary Guard|Liberation Army|Reconnaissance General|Security Service|Technology Company|Special Technologies|(?:Center|Centre|Centrum|centrum) (?:16|18)$|Quds Force|Qods Force/u
const isNoun = (lower: string) => partyWord(lower) === 'noun'

export const isAccused = (doc: Doc, at: number): boolean => {
  const mention = doc.at[at]
  if (mention?.type === 'actor') return true
  if (mention?.type === 'place') return mention.value !== null ? accusedStates.has(mention.value) : accusedCapitals.has(doc.places.get(at)?.place.name ?? '')
  if (mention?.type === 'organisation') return isService(doc, mention) || accusedNation(doc, mention.first) || accusedInside(doc, mention)
  return accusedNation(doc, at)
}
const friendly = /(?:Finnish|Czech|British|Norwegian|Danish|Swedish|Polish|National|Military Counter|Estonian|Dutch|German|Canadian|Australian|Slovak|Latvian|Lithuanian|Ukrainian|Romanian|American|U\.S\.)/u
export const isServiceAt = (doc: Doc, at: number): boolean => {
  const mention = doc.at[at]
  return mention !== undefined && (mention.type === 'actor' || mention.type === 'organisation' && isService(doc, mention))
}
/** A service that attacks, told by its abbreviation, its number or its name. */
const known = new WeakMap<Mention, boolean>()
function isService(doc: Doc, mention: Mention): boolean {
  const before = known.get(mention)
  if (before !== undefined) return before
  const found = attacks(doc, mention)
  known.set(mention, found)
  return found
}
const attacks = (doc: Doc, mention: Mention): boolean => services.has(nameOf(doc, mention)) || mention.rule === 'organisation:unit' || serviceWords.test(nameOf(doc, mention)) && !friendly.test(nameOf(doc, mention))
/** "Government of Iran": a state named inside the name of its body. */
const accusedInside = (doc: Doc, { first, end }: Mention) => {
  for (let at = first + 1; at < end; at++) {
    const code = doc.places.get(at)?.place.code
    if (code && (word(doc, at - 1) === 'of' || word(doc, at - 1) === 'the' && word(doc, at - 2) === 'of')) return accusedStates.has(code)
  }
  return false
}
const accusedNation = (doc: Doc, at: number) => {
  const nation = doc.nationalities.get(at)
  return nation !== undefined && accusedStates.has(nation.code)
}

const introducers = new Set(['as', 'called', 'named', 'dubbed', 'group', 'jménem', 'názvem', 'zvaná', 'jako', '“', '„', '"'])
/** The nouns behind a name or a nationality: "state-sponsored hackers", "state-sponsored group known as APT40". */
function tail(doc: Doc, from: number, limit: number): number {
  let at = from
  for (let steps = 0; steps < 8 && at < limit && !doc.at[at]; steps++) {
    const lower = word(doc, at)
    const dash = lower === '-' && doc.list[at]!.gap === 'none'
    if (!dash && !isNoun(lower) && partyWord(lower) !== 'described' && !(partyWord(lower) === 'join' && raw(doc, at - 1) === '-')) break
    at++
  }
  while (at > from && raw(doc, at - 1) === '-') at--
  if (at === from) return from
  const tied = tiedEnd(doc, at, limit)
  if (tied > at) return tied
  for (let next = at; next < limit && next < at + 5; next++) {
    const mention = doc.at[next]
    if (mention?.type === 'actor' && (next === at || introducers.has(word(doc, next - 1)))) return mention.end
    if (mention || ![',', 'also', 'known', 'tracked', 'identified', '(', 'označovaná', 'označovaných', 'známá', 'známé', 'známých', 'přezdívaná', 'nazývaná', 'pod', ...introducers].includes(word(doc, next))) break
  }
  return at
}
/** "hackers linked to Russia's GRU", "hackers purportedly supported by the Chinese government": the tie behind the noun. */
function tiedEnd(doc: Doc, from: number, limit: number): number {
  const at = ['allegedly', 'purportedly', 'reportedly', 'closely', 'directly', 'widely'].includes(word(doc, from)) ? from + 1 : from
  if (at + 1 >= limit || partyWord(word(doc, at)) !== 'join' || !['to', 'with', 'by', 'for', 'na', 's', 'pro'].includes(word(doc, at + 1)) || !isNoun(word(doc, from - 1))) return from
  return Math.max(from, partyAt(doc, at + 2, limit, false))
}
/** A name with what stands behind it: "(GRU)", "and APT31", "’s Ministry of State Security", "-backed hackers", "of the FSB". */
function behindName(doc: Doc, end: number, limit: number): number {
  let at = end
  for (let steps = 0; steps < 5 && at < limit; steps++) {
    const next = doc.at[at + 1]
    const here = doc.at[at]
    if (raw(doc, at) === '(' && next && next.end < limit && raw(doc, next.end) === ')') at = next.end + 1
    else if (['and', 'or', 'a', ','].includes(word(doc, at)) && next?.first === at + 1 && (next.type === 'actor' || next.type === 'place' && doc.at[at - 1]?.type === 'place' && isAccused(doc, at + 1))) at = next.end
    else if (isPossessive(doc, at)) at = possessed(doc, at + 2, limit)
    else if (here && here.first === at && (here.type === 'actor' || here.type === 'organisation' && isAccused(doc, at))) at = here.end
    else if (raw(doc, at) === ',' && appositionEnd(doc, at, limit) > 0 ) at = appositionEnd(doc, at, limit)
    else if (word(doc, at) === 'of' && isAccused(doc, word(doc, at + 1) === 'the' ? at + 2 : at + 1) && at + 1 < limit) at = doc.at[word(doc, at + 1) === 'the' ? at + 2 : at + 1]?.end ?? at + 1
    else {
      const stop = here ? at : tail(doc, at, limit)
      if (stop === at) break
      at = stop
    }
  }
  return at
}
/** ", the GRU," behind the words for a service: the comma that ends it is left out. */
function appositionEnd(doc: Doc, comma: number, limit: number): number {
  const at = word(doc, comma + 1) === 'the' ? comma + 2 : comma + 1
  const mention = doc.at[at]
  return mention?.type === 'organisation' && mention.first === at && at < limit && isAccused(doc, at) && raw(doc, mention.end) === ',' ? mention.end + 1 : -1
}
function possessed(doc: Doc, from: number, limit: number): number {
  let at = from
  while (at < limit && at < from + 4 && !doc.at[at] && !isStop(word(doc, at))) at++
  if (doc.at[at] && at < limit) return doc.at[at]!.end
  let end = from
  while (end < limit && end < from + 4 && (isNoun(word(doc, end)) || partyWord(word(doc, end)) === 'described')) end++
  return end
}

/** A party to which something can be attributed, with the words that lead to its name: "hackers working for China". */
function partyAt(doc: Doc, first: number, limit: number, any: boolean): number {
  let at = first
  for (let steps = 0; steps < 12 && at < limit; steps++) {
    const mention = doc.at[at]
    if (mention) {
      if (mention.type !== 'actor' && mention.type !== 'place' && mention.type !== 'organisation' || !any && !isAccused(doc, at)) return -1
      return behindName(doc, mention.end, limit)
    }
    const nation = doc.nationalities.get(at)
    if (nation && (any || accusedStates.has(nation.code))) return nationEnd(doc, nation.end, limit)
    if (!leads(doc, at, first)) return -1
    at++
  }
  return -1
}
/** Whether a word may stand between the beginning of a noun phrase and the name in it. */
function leads(doc: Doc, at: number, first: number): boolean {
  const lower = word(doc, at)
  if (isDeterminer(lower) || partyWord(lower) !== 'none' || between.has(lower) && at > first || lower === 'another' || lower === '-' || lower === 'least' || lower === 'at' && word(doc, at + 1) === 'least') return true
  if (lower === ',') return at > first && isNoun(word(doc, at - 1)) && doc.at[at + 1]?.type === 'actor' && raw(doc, doc.at[at + 1]!.end) === ','
  return lower === '(' && doc.nationalities.has(at + 1) || lower === 'and' && isNoun(word(doc, at + 1))
}
function nationEnd(doc: Doc, from: number, limit: number): number {
  const at = raw(doc, from) === ')' ? from + 1 : from
  const mention = doc.at[at]
  if (mention && mention.first === at && at < limit) return mention.type === 'organisation' || mention.type === 'actor' ? behindName(doc, mention.end, limit) : at > from ? at : -1
  const end = behindName(doc, at, limit)
  return end > from ? end : -1
}

export const party: Part = remembered((doc, at, limit) => partyAt(doc, at, limit, true))
export const foe: Part = remembered((doc, at, limit) => partyAt(doc, at, limit, false))
export const actor: Part = remembered((doc, at, limit) => {
  let from = at
  while (from < limit && from < at + 5 && !doc.at[from] && (isDeterminer(word(doc, from)) || isNoun(word(doc, from)) || partyWord(word(doc, from)) === 'described' || word(doc, from) === 'another' || raw(doc, from) === ',' && from > at && doc.at[from + 1]?.type === 'actor' && raw(doc, doc.at[from + 1]!.end) === ',')) from++
  const mention = doc.at[from]
  return mention?.type === 'actor' ? (raw(doc, mention.end) === ',' && raw(doc, mention.first - 1) === ',' ? mention.end + 1 : behindName(doc, mention.end, limit)) : -1
})
/** A state of those that are named most, or its capital. */
export const state: Part = (doc, at) => {
  const mention = doc.at[at]
  return mention?.type === 'place' && isAccused(doc, at) ? mention.end : -1
}
/** The bare name of a party in front of a possessive: "Russia's", "the GRU's". */
export const owner: Part = (doc, at) => {
  const from = isDeterminer(word(doc, at)) ? at + 1 : at
  const mention = doc.at[from]
  if (!mention || mention.first !== from || !isAccused(doc, from)) return -1
  return word(doc, mention.end) === 'group' ? mention.end + 1 : mention.end
}
/** A group, a service of a state or the hackers of one, as the subject of what it did. */
export const group: Part = remembered((doc, at, limit) => subjectAt(doc, at, limit, true))
/** As group; any body of such a state too. */
export const doer: Part = remembered((doc, at, limit) => subjectAt(doc, at, limit, false))
function subjectAt(doc: Doc, at: number, limit: number, strict: boolean): number {
  const named = actor(doc, at, limit)
  if (named >= 0) return named
  let from = isDeterminer(word(doc, at)) ? at + 1 : at
  // "actors affiliated with the IRGC", "hackers from Russia": nouns of their own come before the name.
  if (!doc.at[from] && !doc.nationalities.has(from)) return partyWord(word(doc, from)) === 'noun' ? foe(doc, from, limit) : -1
  const mention = doc.at[from]
  if (mention?.type === 'organisation' && isAccused(doc, from)) return strict && !isService(doc, mention) ? -1 : behindName(doc, mention.end, limit)
  if (mention?.type === 'place') {
    const end = isAccused(doc, from) ? behindName(doc, mention.end, limit) : -1
    return end > mention.end ? end : -1
  }
  const nation = doc.nationalities.get(from)
  if (!nation || !accusedStates.has(nation.code)) return -1
  from = nation.end
  return nationEnd(doc, from, limit)
}
/** The name of the party inside a match: the last actor, else the last body, else the last state. */
export function partyName(doc: Doc, first: number, end: number): string | null {
  const names: { rank: number; name: string }[] = []
  for (let at = first; at < end; at++) {
    const mention = doc.at[at]
    if (mention?.first === at && mention.type === 'actor') names.push({ rank: 3, name: mention.value ?? nameOf(doc, mention) })
    else if (mention?.first === at && mention.type === 'organisation' && isAccused(doc, at)) names.push({ rank: 2, name: nameOf(doc, mention) })
    else if (mention?.first === at && mention.type === 'place' && (mention.value !== null || isAccused(doc, at))) names.push({ rank: 1, name: doc.places.get(at)?.place.name ?? nameOf(doc, mention) })
    else if (!mention && doc.nationalities.has(at)) names.push({ rank: 0, name: nameOf(doc, { first: at, end: Math.max(at + 1, nationEnd(doc, doc.nationalities.get(at)!.end, end)) }) })
  }
  const best = Math.max(-1, ...names.map(({ rank }) => rank))
  const chosen = [...new Set(names.filter(({ rank }) => rank === best).map(({ name }) => name))]
  return chosen.length === 0 ? null : best === 3 ? chosen.join('; ') : chosen.at(-1)!
}
