import { isPossessive, nameOf, raw, word, type Doc } from './doc.ts'
import { isDeterminer, isStop, type Part } from './pattern.ts'

/** Services of states that such attributions name. */
const services = new Set(['GRU', 'SVR', 'FSB', 'MSS', 'MOIS', 'IRGC', 'RGB', 'PLA', 'FSO', 'KGB', 'MPS'])
const serviceWords = /Ministry of (?:State Security|Intelligence)|státní bezpečnosti|State Security|Intelligence|rozvědk|Main (?:Intelligence )?(?:Directorate|Cent(?:re|er))|Revolutionary Guard|Reconnaissance General|Security Service|Technology Company|Special Technologies/u
/** States that such attributions name most; an attribution by others' words may name any. */
const accused = new Set(['RU', 'CN', 'KP', 'IR', 'BY', 'VN', 'SY'])

const nounsOfActors = new Set(['actor', 'actors', 'hackers', 'hacker', 'group', 'groups', 'organisations', 'organizations', 'individuals', 'entity', 'entities', 'officers', 'operatives', 'spies', 'unit', 'units', 'team', 'cyber', 'threat', 'persons', 'agents', 'contractors', 'cybercriminals', 'operators', 'state', 'authorities', 'intelligence', 'services', 'regime', 'military', 'government', 'espionage', 'attackers', 'hackeři', 'hackerů', 'hackery', 'hackerům', 'skupina', 'skupiny', 'skupině', 'skupinu', 'skupinou', 'rozvědka', 'rozvědky', 'rozvědce', 'rozvědku', 'rozvědkou', 'aktéři', 'aktérům', 'aktérů', 'aktéry', 'stát', 'vláda', 'tajné', 'služby', 'zpravodajské', 'služba', 'útočníci', 'útočníky', 'špioni', 'agenti', 'důstojníci'])
const joins = new Set(['linked', 'tied', 'affiliated', 'working', 'connected', 'backed', 'sponsored', 'associated', 'acting', 'operating', 'controlled', 'napojení', 'napojená', 'napojené', 'napojenou', 'spojená', 'spojené', 'řízená', 'pracující', 'from', 'within'])
const between = new Set(['to', 'with', 'for', 'by', 'on', 'behalf', 'of', 'the', 'known', 'as', 'na', 's', 'pro', 'called', 'named'])

export const isAccused = (doc: Doc, at: number): boolean => {
  const mention = doc.at[at]
  if (mention?.type === 'actor') return true
  if (mention?.type === 'place') return mention.value !== null && accused.has(mention.value)
  if (mention?.type === 'organisation') return services.has(nameOf(doc, mention)) || serviceWords.test(nameOf(doc, mention)) && !/(?:Finnish|Czech|British|Norwegian|Danish|Swedish|Polish|National|Military Counter|Estonian|Dutch|German)/u.test(nameOf(doc, mention)) || accusedNation(doc, mention.first)
  return accusedNation(doc, at)
}
const accusedNation = (doc: Doc, at: number) => {
  const nation = doc.nationalities.get(at)
  return nation !== undefined && accused.has(nation.code)
}

/** A name with what stands behind it: "(GRU)", "and APT31", "’s Ministry of State Security", "-backed hackers". */
function behindName(doc: Doc, end: number, limit: number): number {
  let at = end
  for (let steps = 0; steps < 4 && at < limit; steps++) {
    const next = doc.at[at + 1]
    if (raw(doc, at) === '(' && next && next.end < limit && raw(doc, next.end) === ')') at = next.end + 1
    else if (['and', 'or', 'a', ','].includes(word(doc, at)) && next?.first === at + 1 && next.type === 'actor') at = next.end
    else if (isPossessive(doc, at)) at = possessed(doc, at + 2, limit)
    else if (raw(doc, at) === '-' && doc.list[at]!.gap === 'none') {
      at = nounEnd(doc, at + 2, limit)
      if (doc.at[at]?.type === 'actor' && at < limit) at = doc.at[at]!.end
    } else break
  }
  return at
}
function possessed(doc: Doc, from: number, limit: number): number {
  let at = from
  while (at < limit && at < from + 4 && !doc.at[at] && !isStop(word(doc, at))) at++
  return doc.at[at] && at < limit ? doc.at[at]!.end : Math.max(from, Math.min(at, nounEnd(doc, from, limit)))
}
function nounEnd(doc: Doc, from: number, limit: number): number {
  let at = from
  while (at < limit && at < from + 4 && nounsOfActors.has(word(doc, at))) at++
  return at
}

/** A party to which something can be attributed, with the words that lead to its name: "hackers working for China". */
function partyAt(doc: Doc, first: number, limit: number, any: boolean): number {
  let at = first
  for (let steps = 0; steps < 9 && at < limit; steps++) {
    const mention = doc.at[at]
    if (mention) {
      if (mention.type !== 'actor' && mention.type !== 'place' && mention.type !== 'organisation') return -1
      if (!any && !isAccused(doc, at) && mention.type !== 'place') return -1
      if (mention.type === 'place' && !any && !isAccused(doc, at)) return -1
      return behindName(doc, mention.end, limit)
    }
    const nation = doc.nationalities.get(at)
    if (nation && (any || accused.has(nation.code))) return nationEnd(doc, nation.end, limit)
    const lower = word(doc, at)
    const passes = isDeterminer(lower) || nounsOfActors.has(lower) || joins.has(lower) || (between.has(lower) && at > first) || (lower === 'another' || lower === '-' || lower === ',' && nounsOfActors.has(word(doc, at - 1)) && doc.at[at + 1]?.type === 'actor') || (lower === '(' && doc.nationalities.has(at + 1)) || descriptive.has(lower) || (lower === 'and' && nounsOfActors.has(word(doc, at + 1)))
    if (!passes) return -1
    at++
  }
  return -1
}
const descriptive = new Set(['hacking', 'cyberespionage', 'espionage', 'sponsored', 'malicious', 'notorious', 'same', 'state', 'government', 'hacker', 'cyber', 'advanced', 'persistent', 'kybernetická', 'kybernetické', 'hackerská', 'hackerské', 'hackerskou', 'špionážní', 'státní', 'státem', 'vojenská', 'vojenské', 'vojenskou', 'military'])
function nationEnd(doc: Doc, from: number, limit: number): number {
  let at = raw(doc, from) === ')' ? from + 1 : from
  for (let steps = 0; steps < 6 && at < limit; steps++) {
    const mention = doc.at[at]
    if (mention) return mention.type === 'organisation' || mention.type === 'actor' ? behindName(doc, mention.end, limit) : at
    const lower = word(doc, at)
    if (!(nounsOfActors.has(lower) || joins.has(lower) && raw(doc, at - 1) === '-' || lower === '-' || descriptive.has(lower) || lower === 'backed' || lower === 'linked')) break
    at++
  }
  return at > from ? at : -1
}

export const party: Part = (doc, at, limit) => partyAt(doc, at, limit, true)
export const foe: Part = (doc, at, limit) => partyAt(doc, at, limit, false)
export const actor: Part = (doc, at, limit) => {
  let from = at
  while (from < limit && from < at + 5 && !doc.at[from] && (isDeterminer(word(doc, from)) || nounsOfActors.has(word(doc, from)) || descriptive.has(word(doc, from)) || ['another', ','].includes(word(doc, from)))) from++
  const mention = doc.at[from]
  return mention?.type === 'actor' ? (raw(doc, mention.end) === ',' && raw(doc, mention.first - 1) === ',' ? mention.end + 1 : behindName(doc, mention.end, limit)) : -1
}
/** A group or a service of a state, as the subject of what it did. */
export const doer: Part = (doc, at, limit) => {
  const group = actor(doc, at, limit)
  if (group >= 0) return group
  const from = isDeterminer(word(doc, at)) ? at + 1 : at
  const mention = doc.at[from]
  if (mention?.type === 'organisation' && isAccused(doc, from)) return behindName(doc, mention.end, limit)
  const nation = doc.nationalities.get(from)
  if (nation && accused.has(nation.code)) {
    const end = nationEnd(doc, nation.end, limit)
    return end > nation.end ? end : -1
  }
  return mention?.type === 'place' && mention.value !== null && accused.has(mention.value) ? (raw(doc, mention.end) === '-' ? partyAt(doc, at, limit, false) : mention.end) : -1
}
/** The name of the party inside a match: the last actor, else the last body, else the last state. */
export function partyName(doc: Doc, first: number, end: number): string | null {
  const names: { rank: number; name: string }[] = []
  for (let at = first; at < end; at++) {
    const mention = doc.at[at]
    if (mention?.first === at && mention.type === 'actor') names.push({ rank: 3, name: mention.value ?? nameOf(doc, mention) })
    else if (mention?.first === at && mention.type === 'organisation' && isAccused(doc, at)) names.push({ rank: 2, name: nameOf(doc, mention) })
    else if (mention?.first === at && mention.type === 'place' && mention.value !== null) names.push({ rank: 1, name: doc.places.get(at)?.place.name ?? nameOf(doc, mention) })
    else if (!mention && doc.nationalities.has(at)) names.push({ rank: 0, name: nameOf(doc, { first: at, end: Math.max(at + 1, nationEnd(doc, doc.nationalities.get(at)!.end, end)) }) })
  }
  const best = Math.max(-1, ...names.map(({ rank }) => rank))
  const chosen = [...new Set(names.filter(({ rank }) => rank === best).map(({ name }) => name))]
  return chosen.length === 0 ? null : best === 3 ? chosen.join('; ') : chosen.at(-1)!
}
