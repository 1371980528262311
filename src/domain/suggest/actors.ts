import { claim, isFree, nameOf, raw, word, type Doc } from './doc.ts'
import type { ActorName, Lexicon } from './lexicon.ts'
import { phrasesAt } from './phrases.ts'

/** Families of names by which vendors number or christen groups; the second word of Microsoft's, the animal of CrowdStrike's. */
const numbered = new Set(['apt', 'unc', 'fin', 'ta', 'dev', 'storm', 'uac', 'tag', 'temp', 'itg', 'cl', 'unk', 'tgr', 'apt-c'])
const weather = new Set(['typhoon', 'blizzard', 'sandstorm', 'sleet', 'tempest', 'tsunami', 'flood', 'hail', 'cyclone', 'dust', 'rain', 'lightning'])
const animals = new Set(['panda', 'bear', 'kitten', 'chollima', 'spider', 'jackal', 'buffalo', 'leopard', 'crane', 'ocelot', 'wolf', 'hawk', 'tiger', 'saiga', 'ursa', 'taurus', 'manticore'])
const metals = new Set(['iron', 'bronze', 'cobalt', 'gold', 'nickel', 'tin', 'zinc', 'tungsten', 'aluminum', 'opal'])
const groupWords = new Set(['group', 'groups', 'actor', 'actors', 'hackers', 'team', 'gang', 'collective', 'apt', 'known', 'tracked', 'alias', 'aka', 'called', 'skupina', 'skupiny', 'skupině', 'skupinu', 'skupinou', 'hackeři', 'známá', 'známé', 'známou', 'názvem', 'názvy', 'označovaná', 'přezdívaná'])

type Found = { end: number; value: string; rule: string; alias?: string; vocabularyId?: string; country?: string }

/** "APT31", "APT 31", "APT-31", "Storm-0558", "Advanced Persistent Threat (Group) 31". */
function numberedAt(doc: Doc, at: number, lexicon: Lexicon): Found | null {
  const token = doc.list[at]!
  const { lower, text } = token.word
  if (lower === 'advanced' && word(doc, at + 1) === 'persistent' && word(doc, at + 2) === 'threat') {
    const next = word(doc, at + 3) === 'group' ? at + 4 : at + 3
    const dash = raw(doc, next) === '-' ? next + 1 : next
    const number = doc.list[dash]?.word.number ?? -1
    return number >= 0 && token.word.capital ? resolved(lexicon, `APT${number}`, dash + 1, 'actor:numbered') : null
  }
  const glued = text.length < 10 && token.word.capital ? /^(APT|UNC|FIN|TA|UAC|ITG|TEMP|Apt)(\d{1,4})$/u.exec(text) : null
  if (glued) return resolved(lexicon, `${glued[1]!.toUpperCase()}${glued[2]}`, at + 1, 'actor:numbered')
  if (!numbered.has(lower) || !token.word.capital) return null
  const dash = raw(doc, at + 1) === '-' || raw(doc, at + 1) === '‑' ? 1 : 0
  const number = doc.list[at + 1 + dash]
  if (!number || number.word.number < 0 || (dash === 1 && number.gap !== 'none')) return null
  if (dash === 0 && !(token.word.capitals && number.gap === 'space' && ['apt', 'fin', 'unc', 'ta'].includes(lower) && number.word.text.length <= 4)) return null
  if (dash === 1 && ['dev', 'storm', 'uac', 'cl'].includes(lower) && number.word.text.length !== 4) return null
  return resolved(lexicon, lower === 'apt' || lower === 'fin' || lower === 'unc' || lower === 'ta' ? `${text}${number.word.text}` : `${text}-${number.word.text}`, at + 2 + dash, 'actor:numbered')
}
function resolved({ byCode }: Lexicon, name: string, end: number, rule: string): Found {
  const actor = byCode.get(name.toLowerCase().replaceAll('-', ''))
  return actor ? known(actor, end, `${rule}-known`) : { end, value: name, rule }
}
const known = (actor: ActorName, end: number, rule: string): Found => ({ end, value: actor.name, rule, alias: actor.alias, ...(actor.id ? { vocabularyId: actor.id } : {}), ...(actor.country ? { country: actor.country } : {}) })

/** "Aqua Blizzard", "Wizard Spider", "BRONZE BUTLER": a name made the way a vendor makes them. */
function christened(doc: Doc, at: number): Found | null {
  const [one, two] = [doc.list[at]!.word, doc.list[at + 1]?.word]
  if (!two?.capital || !one.capital || !one.letters || one.text.length < 3 || doc.places.has(at) || doc.list[at + 1]!.gap === 'blank') return null
  if (['the', 'a', 'no', 'in', 'on', 'this', 'operation'].includes(one.lower)) return null
  if (weather.has(two.lower)) return { end: at + 2, value: nameOf(doc, { first: at, end: at + 2 }), rule: 'actor:weather' }
  if (animals.has(two.lower) && !doc.nationalities.has(at)) return { end: at + 2, value: nameOf(doc, { first: at, end: at + 2 }), rule: 'actor:animal' }
  return metals.has(one.lower) && one.capitals && two.capitals ? { end: at + 2, value: nameOf(doc, { first: at, end: at + 2 }), rule: 'actor:metal' } : null
}

/** A name that is an everyday word too needs capitals throughout, a word for a group beside it, or another actor close by. */
function vouched(doc: Doc, first: number, end: number): boolean {
  if (doc.list[first]!.word.capitals) return true
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) if (groupWords.has(word(doc, at))) return true
  if (['group', 'hackers', 'team', 'gang'].includes(word(doc, end))) return true
  for (const step of [first - 2, first - 3, end + 1, end + 2]) if (doc.at[step]?.type === 'actor' && doc.list[step]!.sentence === doc.list[first]!.sentence) return true
  return false
}

const introduced = new Set(['hacking', 'hacker', 'hacktivist', 'espionage', 'cyberespionage', 'hackerská', 'hackerské', 'hackerskou', 'hackerské', 'hacktivistická', 'hektivistická', 'ransomware', 'threat'])
const kinds = new Set(['group', 'collective', 'actor', 'gang', 'skupina', 'skupiny', 'skupině', 'skupinu', 'skupinou'])
const namers = new Set(['called', 'named', 'dubbed', 'as', 'known', 'jménem', 'názvem', 'zvaná', 'zvané', 's', 'itself'])
const couldBeName = (doc: Doc, at: number) => {
  const { word: here } = doc.list[at] ?? { word: null }
  return here !== null && here !== undefined && here.capital && here.letters && here.text.length > 3 && !doc.at[at] && !doc.places.has(at) && !doc.nationalities.has(at)
}
/** "the hacking group Handala", "MirrorFace, a group which …": names no vocabulary has, by what is said beside them. */
function introducedAt(doc: Doc, at: number): Found | null {
  if (!couldBeName(doc, at)) return null
  const { text } = doc.list[at]!.word
  let before = at - 1
  while (namers.has(word(doc, before)) || ['“', '„', '"'].includes(raw(doc, before))) before--
  const behind = kinds.has(word(doc, before)) && introduced.has(word(doc, before - 1)) && doc.list[at]!.sentence === doc.list[before]!.sentence
  const apposed = raw(doc, at + 1) === ',' && /^\p{Lu}\p{Ll}+\p{Lu}/u.test(text) && ['a', 'an', 'the'].includes(word(doc, at + 2)) && [3, 4, 5].some((step) => kinds.has(word(doc, at + step)))
  return behind || apposed ? { end: at + 1, value: text, rule: 'actor:introduced' } : null
}

const isAlsoGroupWord = (doc: Doc, at: number) => doc.list[at]?.word.text === 'Group'
/** Threat actors: aliases of the vocabulary, and names of the families that vendors use. "group" stays outside unless it is part of the name. */
export function findActors(doc: Doc, lexicon: Lexicon): void {
  for (let at = 0; at < doc.list.length; at++) {
    const token = doc.list[at]!
    if (doc.at[at] || !token.word.letters || !token.word.capital) {
      if (!token.word.letters || doc.at[at] || !/^\p{Ll}/u.test(token.word.text)) continue
    }
    const hit = phrasesAt(lexicon.actors, doc.list, at).find(({ end, value, text }) => isFree(doc, at, end) && end >= malwareEnd(doc, at, lexicon) && agreesInCase(doc, at, end, text) && (!value.doubtful || vouched(doc, at, end)))
    const found = (hit ? known(hit.value, hit.end, 'actor:vocabulary') : null) ?? (token.word.capital ? (numberedAt(doc, at, lexicon) ?? christened(doc, at) ?? introducedAt(doc, at)) : null)
    if (!found || !isFree(doc, at, found.end)) continue
    const end = isAlsoGroupWord(doc, found.end - 1) && !(found.alias ?? '').endsWith('Group') ? found.end - 1 : found.end
    const { alias, vocabularyId, country } = found
    claim(doc, { type: 'actor', first: at, end, value: found.value, rule: found.rule, ...(alias ? { alias } : {}), ...(vocabularyId ? { vocabularyId } : {}), ...(country ? { country } : {}) })
    at = end - 1
  }
}
/** "Cobalt Strike" is a tool, though "Cobalt" is a group: the longer name has the words. */
const malwareEnd = (doc: Doc, at: number, { malware }: Lexicon) => phrasesAt(malware, doc.list, at)[0]?.end ?? at
/** "menuPass" may be written as it is; else every word of the name has a capital where the alias has one. */
function agreesInCase(doc: Doc, first: number, end: number, text: string): boolean {
  const names = text.split(' ')
  for (let at = first; at < end; at++) {
    const { word: here } = doc.list[at]!
    if (!here.letters || here.number >= 0 || here.capital) continue
    if (names.some((name) => name === here.text) || text.includes(here.text)) continue
    return false
  }
  return true
}
