import { claim, isFree, nameOf, raw, word, type Doc } from './doc.ts'
import { findIndicators } from './indicators.ts'
import type { Lexicon } from './lexicon.ts'
import { phrasesAt } from './phrases.ts'

/** The tokens that a stretch of text touches. */
function tokensOf(doc: Doc, start: number, end: number, from: number): { first: number; end: number } {
  let first = from
  while (first < doc.list.length && doc.list[first]!.end <= start) first++
  let last = first
  while (last < doc.list.length && doc.list[last]!.start < end) last++
  return { first, end: last }
}

/** Addresses and hashes first: nothing inside them is a name or a date. Their exact spans are kept beside the tokens. */
export function markIndicators(doc: Doc, spans: Map<number, { start: number; end: number }>): void {
  let from = 0
  for (const found of findIndicators(doc.text)) {
    const range = tokensOf(doc, found.start, found.end, from)
    from = range.first
    if (claim(doc, { type: 'indicator', first: range.first, end: range.end, value: found.value, rule: found.rule, kind: found.kind })) spans.set(range.first, { start: found.start, end: found.end })
  }
}

const isDash = (text: string) => text === '-' || text === '‑' || text === '–'
/** "CVE-2023-42793"; any of the dashes that typesetting puts there. */
export function findVulnerabilities(doc: Doc): void {
  for (let at = 0; at + 4 < doc.list.length; at++) {
    if (word(doc, at) !== 'cve' || doc.at[at]) continue
    const [, dash, year, dash2, number] = doc.list.slice(at, at + 5)
    if (!isDash(dash!.word.text) || !isDash(dash2!.word.text) || number!.word.number < 0 && !/^\d{4,}$/.test(number!.word.text)) continue
    if (year!.word.number < 1999 || year!.word.number > 2099 || number!.word.text.length < 4 || number!.start - doc.list[at]!.start > 9) continue
    claim(doc, { type: 'vulnerability', first: at, end: at + 5, value: `CVE-${year!.word.text}-${number!.word.text}`, rule: 'vulnerability:cve' })
  }
}

const techniqueId = /^T\d{4}$/
/** "T1059" or "T1059.003" at the token. */
function idAt(doc: Doc, at: number): { end: number; id: string } | null {
  const text = raw(doc, at)
  if (text.length !== 5 || !techniqueId.test(text)) return null
  const sub = doc.list[at + 2]
  const hasSub = raw(doc, at + 1) === '.' && sub?.gap === 'none' && doc.list[at + 1]!.gap === 'none' && sub.word.text.length === 3 && sub.word.number >= 0
  return hasSub ? { end: at + 3, id: `${text}.${sub.word.text}` } : { end: at + 1, id: text }
}
const joins = new Set(['of', 'to', 'or', 'and', 'for', 'from', 'with', 'over', 'in', 'on', 'the', '/', '-', ':', 'via', 'by'])
/** A name in capitals directly before "[T1190]" or "(T1190)", which the vocabulary may know under another name. */
function nameBefore(doc: Doc, bracket: number): number | null {
  let first = bracket
  for (let at = bracket - 1; at >= 0 && bracket - at < 14; at--) {
    const token = doc.list[at]!
    if (doc.at[at] || token.sentence !== doc.list[bracket]!.sentence) break
    if (token.word.capital || (token.word.number >= 0 && first !== bracket)) first = at
    else if (!joins.has(token.word.lower)) break
  }
  return first < bracket ? first : null
}

/** ATT&CK ids, and names written as ATT&CK writes them. A name of one word counts only beside its id. */
export function findTechniques(doc: Doc, { techniques }: Lexicon): void {
  const ids: { at: number; end: number; id: string }[] = []
  for (let at = 0; at < doc.list.length; at++) {
    const found = doc.at[at] ? null : idAt(doc, at)
    if (found && claim(doc, { type: 'technique', first: at, end: found.end, value: found.id, rule: 'technique:id' })) ids.push({ at, ...found })
  }
  const idAfter = new Map(ids.filter(({ at }) => ['[', '('].includes(raw(doc, at - 1))).map(({ at, id }) => [at - 1, id]))
  for (let at = 0; at < doc.list.length; at++) {
    if (doc.at[at] || !doc.list[at]!.word.capital) continue
    const hits = phrasesAt(techniques, doc.list, at)
    const hit = hits.find(({ end }) => idAfter.has(end)) ?? hits.find(({ text }) => text.includes(' ') || text.includes('-'))
    if (!hit || !isFree(doc, at, hit.end)) continue
    claim(doc, { type: 'technique', first: at, end: hit.end, value: idAfter.get(hit.end) ?? hit.value, rule: 'technique:name' })
    at = hit.end - 1
  }
  for (const [bracket, id] of idAfter) {
    if (doc.at[bracket - 1]) continue
    const first = nameBefore(doc, bracket)
    if (first !== null) claim(doc, { type: 'technique', first, end: bracket, value: id, rule: 'technique:name-before-id' })
  }
}

const malwareNouns = new Set(['malware', 'backdoor', 'trojan', 'wiper', 'ransomware', 'implant', 'loader', 'rootkit', 'botnet', 'spyware', 'worm', 'dropper', 'downloader', 'stealer', 'keylogger', 'webshell', 'toolkit', 'rat', 'payload', 'bootkit', 'infostealer', 'malwaru', 'malwarem', 'ransomwaru', 'ransomwarem', 'wiperu', 'wiperem', 'trojan', 'trojského', 'backdooru', 'backdoorem', 'botnetu', 'botnetem', 'spywaru'])
const namers = new Set(['called', 'named', 'dubbed', 'as', 'jménem', 'nazvaný', 'názvem', 'zvaný', 'nazývaný', 'nazvaného', 'označovaný'])
/** "DynoWiper", "SparrowDoor": what it is stands in the name. */
const byItsEnding = /^\p{Lu}[\p{L}\d]{2,20}(?:Wiper|Loader|Stealer|Locker|RAT|Door|Grabber|Dropper|Keylogger)$/u
const isMixed = (text: string) => /^\p{Lu}[\p{L}\d]*\p{Ll}\p{Lu}/u.test(text)
const notMalware = new Set(['windows', 'linux', 'android', 'microsoft', 'outlook', 'the', 'this', 'that', 'it', 'iot', 'macos', 'ios', 'android', 'powershell', 'onedrive', 'github', 'rat', 'apt', 'teamviewer', 'javascript', 'sharepoint', 'linkedin', 'youtube', 'facebook', 'dropbox', 'virustotal', 'openssh'])

function couldBeMalware(doc: Doc, at: number): boolean {
  const token = doc.list[at]
  return token !== undefined && !doc.at[at] && token.word.letters && token.word.capital && token.word.text.length > 3 && !notMalware.has(token.word.lower) && !doc.nationalities.has(at) && !doc.places.has(at)
}

/** Whether the words beside say that this is malware: "the Moobot malware", "a wiper called AcidRain". */
function saysMalware(doc: Doc, first: number, end: number): boolean {
  if (end === first + 1 && byItsEnding.test(raw(doc, first))) return true
  if (end === first + 1 && isMixed(raw(doc, first)) && ['program', 'programu', 'programem', 'tool', 'červ', 'červa', 'virus', 'viru', 'nástroj', 'nástroje'].includes(word(doc, first - 1))) return true
  const next = word(doc, end)
  const same = (at: number) => doc.list[at]?.sentence === doc.list[first]!.sentence
  if ((malwareNouns.has(next) && same(end)) || (malwareNouns.has(word(doc, first - 1)) && same(first - 1))) return true
  if (same(end) && doc.list[first]!.word.text.length > 4 && isNamedAs(doc, end)) return true
  const named = namers.has(word(doc, first - 1)) || ['“', '„', '"', '‘'].includes(raw(doc, first - 1))
  if (!named) return false
  for (let at = first - 2; at >= Math.max(0, first - 6); at--) if (malwareNouns.has(word(doc, at)) && same(at)) return true
  return false
}

/** "HIDDENVALUE is a backdoor", "HIDDENVALUE, a new backdoor": what follows says what it is. */
function isNamedAs(doc: Doc, end: number): boolean {
  const at = ['is', ',', 'je', '('].includes(word(doc, end)) ? end + 1 : -1
  if (at < 0 || doc.language === 'en' && !['a', 'an', 'the'].includes(word(doc, at))) return false
  for (let step = at; step < at + 4; step++) {
    if (malwareNouns.has(word(doc, step))) return true
    if (!doc.list[step]?.word.letters) return false
  }
  return false
}

/** Malware and offensive tools: names of the vocabulary, names the text introduces as such, and their neighbours in a list. */
export function findMalware(doc: Doc, { malware }: Lexicon): void {
  const learnt = new Set<string>()
  for (let at = 0; at < doc.list.length; at++) {
    const { word: here } = doc.list[at]!
    if (doc.at[at] || !here.letters) continue
    const hit = phrasesAt(malware, doc.list, at).find(({ end, value }) => isFree(doc, at, end) && (!value.doubtful || saysMalware(doc, at, end)))
    if (hit && raw(doc, hit.end) !== '.' || hit && doc.list[hit.end]!.gap !== 'none' || hit && (doc.list[hit.end + 1]?.gap !== 'none' || !doc.list[hit.end + 1]!.word.letters)) {
      claim(doc, { type: 'malware', first: at, end: hit!.end, value: hit!.value.name, rule: 'malware:vocabulary' })
      at = hit!.end - 1
    } else if (here.capital && couldBeMalware(doc, at) && saysMalware(doc, at, at + 1) && (isMixed(here.text) || here.capitals && here.text.length > 5 || !startsPlainly(doc, at))) {
      claim(doc, { type: 'malware', first: at, end: at + 1, value: here.text, rule: 'malware:introduced' })
      learnt.add(here.text)
    }
  }
  spread(doc, learnt)
}
/** A capital that a sentence gives, or one of several words of a name in capitals. */
function startsPlainly(doc: Doc, at: number): boolean {
  const before = doc.list[at - 1]
  return before === undefined || before.sentence !== doc.list[at]!.sentence || before.word.capital || doc.list[at + 1]?.word.capital === true
}

/** "WellMess, WellMail and Sorefang": what stands in a list with malware, and every other place of a learnt name. */
function spread(doc: Doc, learnt: Set<string>): void {
  for (const mention of doc.mentions.filter(({ type }) => type === 'malware')) {
    let at = mention.end
    while ([',', 'and', 'or', 'a', 'nebo'].includes(word(doc, at)) && at - mention.end < 20) {
      at++
      if (['and', 'or'].includes(word(doc, at))) at++
      if (!couldBeMalware(doc, at) || !(isMixed(raw(doc, at)) || doc.list[at]!.word.capitals)) break
      learnt.add(raw(doc, at))
      claim(doc, { type: 'malware', first: at, end: at + 1, value: raw(doc, at), rule: 'malware:list' })
      at++
    }
  }
  if (learnt.size === 0) return
  for (let at = 0; at < doc.list.length; at++) if (!doc.at[at] && learnt.has(raw(doc, at))) claim(doc, { type: 'malware', first: at, end: at + 1, value: nameOf(doc, { first: at, end: at + 1 }), rule: 'malware:learnt' })
}
