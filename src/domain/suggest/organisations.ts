import { claim, isFree, isPossessive, nameOf, raw, token, word, type Doc } from './doc.ts'
import { bodies, complemented, fullNames, heads, organisations, portfolios, stoppers, weakHeads } from './gazetteer/organisations.ts'
import { titleWords } from './gazetteer/titles.ts'
import { isCapital, sameName, small, withNationality, type Run } from './organisation-runs.ts'
import { findCzechBodies } from './organisations-czech.ts'
import { findIntroducedNames, findServiceInitials } from './organisations-introduced.ts'
import { phrasesAt } from './phrases.ts'

/** The end of "of Foreign Affairs and Trade" behind a head, or the head's own end. */
function complementEnd(doc: Doc, head: number): number {
  let end = head + 1
  let at = end
  while (at < doc.list.length && sameName(doc, head, at)) {
    const lower = word(doc, at)
    const joined = small.has(lower) || lower === ','
    if (!joined) break
    if (lower === ',' && !(end > head + 1 && isCapital(doc, at + 1) && listGoesOn(doc, at + 1))) break
    if (lower === 'in' && end === head + 1) break
    let next = at + 1
    while (small.has(word(doc, next)) && next < at + 3) next++
    const opens = isCapital(doc, next) && !stoppers.has(word(doc, next))
    if (!opens) break
    if ((lower === 'and' || lower === '&') && (end === head + 1 || !continuesComplement(doc, next))) break
    if ((lower === 'and' || lower === '&') && next > at + 1) break
    if (lower === 'to' && !doc.places.has(next) || lower === 'in' && doc.places.has(next)) break
    end = next
    while (isCapital(doc, end) && sameName(doc, head, end) && !stoppers.has(word(doc, end)) && (end === next || doc.list[end]!.gap !== 'none')) end++
    while (raw(doc, end) === '-' && isCapital(doc, end + 1) && doc.list[end]!.gap === 'none') end += 2
    at = end
  }
  return end
}
/** "Foreign Affairs, Trade and Development": a comma inside a name is followed by "and" within a few words. */
function listGoesOn(doc: Doc, at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    if (['and', '&'].includes(word(doc, next))) return continuesComplement(doc, next + 1)
    if (!isCapital(doc, next)) return false
  }
  return false
}
/** Whether the capitals behind "and" are more of the same name, not another body, place or person. */
function continuesComplement(doc: Doc, at: number): boolean {
  if (!isCapital(doc, at) || doc.places.has(at) || phrasesAt(organisations, doc.list, at)[0] || token(doc, at)!.word.capitals) return false
  for (let next = at; isCapital(doc, next); next++) if (heads.has(word(doc, next)) && complemented.has(word(doc, next))) return false
  return !isPossessive(doc, at + 1)
}

/** The beginning of a run of capitals that ends with the head: "National Cyber Security Centre", "Cybersecurity and Infrastructure Security Agency". */
function runStart(doc: Doc, head: number): number {
  let first = head
  for (let at = head - 1; at >= 0 && head - at < 12 && sameName(doc, at, head); at--) {
    const lower = word(doc, at)
    if (isCapital(doc, at)) {
      if (stoppers.has(lower) || titleWords.has(lower) && !adjectival.has(lower) || articles.has(lower) || (doc.list[at + 1]!.gap === 'none' && !['-', ',', '’', '\''].includes(raw(doc, at + 1)))) break
      first = at
    } else if ((lower === '-' || lower === '&') && doc.list[at]!.word.letters === false && isCapital(doc, at - 1)) continue
    else if (ownedHeads.has(word(doc, head)) && lower === 's' && isPossessive(doc, at - 1) && isCapital(doc, at - 2) && !doc.places.has(at - 2) && !organisationAt(doc, at - 2)) at--
    else if (lower === 'and' && isCapital(doc, at - 1) && joinsBackwards(doc, at - 1, at + 1)) continue
    else if (lower === 'of' && isCapital(doc, at - 1) && !heads.has(word(doc, at - 1)) && first !== head) break
    else if (lower === ',' && word(doc, at + 1) !== 'and' && isCapital(doc, at - 1) && insideList(doc, at, head)) continue
    else break
  }
  return first
}
/** Bodies named after those they serve: "U.S. Attorney's Office", "Children's Hospital". */
const ownedHeads = new Set(['office', 'hospital', 'college', 'guild'])
/** Words of titles that are part of names of bodies as well: "Foreign Intelligence Service". */
const adjectival = new Set(['general', 'foreign', 'state', 'defence', 'defense', 'interior', 'justice', 'major', 'intelligence', 'acting', 'prosecutor', 'attorney', 'commissioner', 'ombudsman', 'ambassador'])
const articles = new Set(['the', 'a', 'an', 'this', 'these', 'its', 'our', 'their', 'his', 'her', 'both', 'another', 'in', 'at', 'when', 'while', 'meanwhile', 'and', 'but', 'also', 'former', 'according', 'all', 'other', 'several', 'some', 'two', 'three', 'seven', 'if', 'we', 'it', 'he', 'she', 'they', 'bývalý', 'podle', 'také', 'jeho', 'její', 'for', 'to', 'by', 'of', 'no', 'such', 'each', 'every', 'since', 'under', 'through'])
/** "Security and Intelligence Service": what is left of "and" is no body, place or person of its own. */
function joinsBackwards(doc: Doc, left: number, right: number): boolean {
  if (heads.has(word(doc, left)) && !weakHeads.has(word(doc, left)) || doc.list[left]!.word.capitals || doc.at[left]) return false
  if (doc.places.has(left) || organisationAt(doc, left)) return false
  return !phrasesAt(organisations, doc.list, right)[0]
}
const organisationAt = (doc: Doc, at: number) => phrasesAt(organisations, doc.list, at)[0]
const insideList = (doc: Doc, comma: number, head: number) => {
  for (let at = comma; at < head; at++) if (word(doc, at) === '&') return true
  return false
}

/** Legal forms that end the name of a company, also behind a comma: "Company, Limited". */
const legal = new Set(['ltd', 'limited', 'inc', 'llc', 'corp', 'plc', 'gmbh', 'ag', 'corporation'])
function companyEnd(doc: Doc, end: number): number {
  let at = end
  for (;;) {
    const next = raw(doc, at) === ',' ? at + 1 : at
    if (!legal.has(word(doc, next)) || !isCapital(doc, next)) return at
    at = next + 1
  }
}

function headedRun(doc: Doc, head: number): Run | null {
  const lower = word(doc, head)
  const first = runStart(doc, head)
  let end = complemented.has(lower) ? complementEnd(doc, head) : head + 1
  // A head inside a longer run gives way to the last one: "State Security Department".
  const next = word(doc, head + 1)
  if (end === head + 1 && isCapital(doc, head + 1) && doc.list[head + 1]!.gap !== 'none') {
    for (let at = head + 1; (isCapital(doc, at) || raw(doc, at) === '-' && doc.list[at]!.gap === 'none') && sameName(doc, head, at) && !stoppers.has(word(doc, at)); at++) if (heads.has(word(doc, at))) return null
    if (lower === 'cyber' || next === 'and') return null
  }
  if (end === head + 1 && next === 'and' && isCapital(doc, head + 2) && weakHeads.has(lower)) {
    for (let at = head + 2; isCapital(doc, at); at++) if (heads.has(word(doc, at)) && !weakHeads.has(lower)) return null
  }
  if (legal.has(lower) || lower === 'company' || lower === 'group') end = companyEnd(doc, end)
  if (end - first === 1 || doc.places.get(first)?.end === end) return null
  const onlyNationality = first + 1 === head && end === head + 1 && (doc.nationalities.has(first) || doc.places.has(first))
  if (onlyNationality && weakHeads.has(lower)) return null
  return { first, end }
}

/** Names made of a head and the capitals around it. */
function findHeaded(doc: Doc): void {
  for (let at = 0; at < doc.list.length; at++) {
    if (!isCapital(doc, at) || !heads.has(word(doc, at))) continue
    const run = headedRun(doc, at)
    if (!run || !isFree(doc, run.first, run.end)) continue
    const first = doc.nationalities.has(run.first) ? run.first : withNationality(doc, run.first)
    if (claim(doc, { type: 'organisation', first, end: run.end, value: null, rule: 'organisation:headed' })) at = run.end - 1
  }
}

/** "(NBI)" behind a full name: the abbreviation stands for it everywhere. */
function findIntroduced(doc: Doc): void {
  const short = new Map<string, string>()
  for (const mention of doc.mentions.filter(({ type }) => type === 'organisation')) {
    const open = mention.end
    if (raw(doc, open) !== '(') continue
    let end = open + 1
    while (end < open + 4 && raw(doc, end) !== ')' && end < doc.list.length) end++
    const name = nameOf(doc, { first: open + 1, end })
    if (raw(doc, end) !== ')' || end === open + 1 || !/^\p{Lu}/u.test(name) || doc.places.has(open + 1) && doc.places.get(open + 1)!.end === end) continue
    if (end > open + 2 && !name.startsWith(raw(doc, mention.first)) && !/^[\p{Lu}\d-]+$/u.test(name)) continue
    short.set(name, nameOf(doc, mention))
    claim(doc, { type: 'organisation', first: open + 1, end, value: nameOf(doc, mention), rule: 'organisation:introduced' })
  }
  if (short.size === 0) return
  for (let at = 0; at < doc.list.length; at++) {
    if (!isCapital(doc, at)) continue
    for (const size of [3, 2, 1]) {
      const full = short.get(nameOf(doc, { first: at, end: Math.min(doc.list.length, at + size) }))
      if (full !== undefined && isFree(doc, at, at + size) && claim(doc, { type: 'organisation', first: at, end: at + size, value: full, rule: 'organisation:short' })) break
    }
  }
}

const productNext = (doc: Doc, at: number) => {
  const next = token(doc, at)
  if (!next?.word.capital || next.gap !== 'space' || !next.word.letters || doc.nationalities.has(at) || doc.places.has(at)) return false
  return !titleWords.has(next.word.lower) && !stoppers.has(next.word.lower) && !organisationAt(doc, at)
}
const teamWords = new Set(['threat', 'intelligence', 'analysis', 'research', 'security', 'response', 'digital', 'crimes', 'incident', 'center', 'centre', 'group', 'team', 'unit', 'labs', 'counter', 'adversary', 'operations'])
/** "Microsoft Threat Intelligence", "Google Threat Analysis Group": a team of a company by its name. */
function teamEnd(doc: Doc, from: number): number {
  let end = from
  while (isCapital(doc, end) && teamWords.has(word(doc, end)) && doc.list[end]!.gap === 'space') end++
  return end >= from + 2 ? end : from
}
/** Companies that are places to write on as well, and the words behind that make them one that acts. */
const platforms = new Set(['Facebook', 'YouTube', 'Instagram', 'LinkedIn'])
const actsAsCompany = new Set(['said', 'says', 'has', 'have', 'and', 'reported', 'removed', 'disclosed', 'announced', 'found', 'took', 'uvedl', 'oznámil', 'odstranil'])
const productNouns = new Set(['servers', 'server', 'users', 'user', 'account', 'accounts', 'product', 'products', 'software', 'exchange', 'update', 'updates', 'platform', 'mailbox', 'mailboxes', 'vulnerability', 'vulnerabilities', 'devices', 'router', 'routers', 'appliances', 'firewall', 'firewalls', 'cloud', 'library', 'services', 'app', 'drive'])
/** Names of the gazetteer: abbreviations as they are, full names with the nationality in front. Companies not where they name a product. */
function findKnown(doc: Doc): void {
  for (let at = 0; at < doc.list.length; at++) {
    if (!isCapital(doc, at) && !(token(doc, at)?.word.letters && !doc.at[at] && /^i-?\p{Lu}/u.test(raw(doc, at)))) continue
    const hit = phrasesAt(organisations, doc.list, at).find(({ end, value }) => value && isFree(doc, at, end))
    if (!hit?.value) continue
    const { company, full } = hit.value
    const team = company ? teamEnd(doc, hit.end) : hit.end
    if (team > hit.end) {
      if (claim(doc, { type: 'organisation', first: at, end: team, value: null, rule: 'organisation:team' })) at = team - 1
      continue
    }
    if (platforms.has(full ?? hit.text) && !actsAsCompany.has(word(doc, hit.end))) continue
    if (company && (productNext(doc, hit.end) || productNouns.has(word(doc, hit.end)))) continue
    if (raw(doc, hit.end) === '.' && doc.list[hit.end]!.gap === 'none' && doc.list[hit.end + 1]?.gap === 'none' && doc.list[hit.end + 1]!.word.letters) continue
    const abbreviation = fullNames.has(hit.text)
    const first = abbreviation || company ? at : withNationality(doc, at)
    if (claim(doc, { type: 'organisation', first, end: hit.end, value: full, rule: abbreviation ? 'organisation:abbreviation' : 'organisation:known' })) at = hit.end - 1
  }
}

/** "Chinese government", "Czech foreign ministry", "foreign ministry". */
function findFunctions(doc: Doc): void {
  for (let at = 0; at < doc.list.length; at++) {
    const lower = word(doc, at)
    if (doc.at[at] || !(bodies.has(lower) || lower === 'prosecutors')) continue
    const portfolio = portfolios.has(word(doc, at - 1)) && lower === 'ministry'
    const start = portfolio ? at - 1 : at
    const end = lower === 'ministry' && !portfolio && word(doc, at + 1) === 'of' ? functionEnd(doc, at + 2) : at + 1
    const first = withNationality(doc, start)
    if ((lower === 'military' || lower === 'army' || lower === 'navy' || lower === 'prosecutors') && (first === start || lower === 'prosecutors' || ['intelligence', 'officers', 'officer', 'hackers', 'unit', 'units', 'targets', 'aid'].includes(word(doc, end)))) continue
    if (first === start && !portfolio && end === at + 1) continue
    if (lower === 'mission' && !(word(doc, end) === 'to' && word(doc, end + 1) === 'the')) continue
    if (['-', '‑'].includes(raw(doc, end)) || (['officials', 'ministries'].includes(lower))) continue
    claim(doc, { type: 'organisation', first, end, value: null, rule: 'organisation:function' })
  }
}
const kindsOfService = new Set(['intelligence', 'security', 'secret', 'spy', 'counterintelligence'])
const branches = new Set(['military', 'foreign', 'domestic', 'internal', 'federal', 'state', 'external'])
/** "Russian military intelligence service": one body by what it does, told by the nationality in front. */
function findServices(doc: Doc): void {
  for (let at = 2; at < doc.list.length; at++) {
    if (doc.at[at] || !['service', 'agency'].includes(word(doc, at)) || !kindsOfService.has(word(doc, at - 1))) continue
    let start = at - 1
    while (start > at - 4 && (branches.has(word(doc, start - 1)) || kindsOfService.has(word(doc, start - 1)))) start--
    const first = withNationality(doc, start)
    // Where its initials follow, they are its name.
    if (first < start && doc.at[at + 1]?.type !== 'organisation') claim(doc, { type: 'organisation', first, end: at + 1, value: null, rule: 'organisation:function' })
  }
}
/** "Unit 74455", "jednotka 29155": military units go by their number. */
function findUnits(doc: Doc): void {
  for (let at = 0; at + 1 < doc.list.length; at++) {
    const number = doc.list[at + 1]!
    const names = word(doc, at) === 'unit' && isCapital(doc, at) || doc.language === 'cs' && unitForms.has(word(doc, at))
    if (names && number.gap === 'space' && number.word.number >= 0 && number.word.text.length === 5) claim(doc, { type: 'organisation', first: at, end: at + 2, value: null, rule: 'organisation:unit' })
    else if (isCentre(doc, at)) claim(doc, { type: 'organisation', first: at, end: at + 2, value: null, rule: 'organisation:unit' })
  }
}
/** "Centre 18", "Center 16", "Centrum 18": parts of a service by number. */
function isCentre(doc: Doc, at: number): boolean {
  const number = doc.list[at + 1]
  return ['centre', 'center', 'centrum', 'centra', 'directorate'].includes(word(doc, at)) && isCapital(doc, at) && number?.gap === 'space' && number.word.number > 0 && number.word.text.length <= 2
}
const unitForms = new Set(['jednotka', 'jednotky', 'jednotce', 'jednotku', 'jednotkou'])
const affairs = new Set(['foreign', 'affairs', 'interior', 'defence', 'defense', 'justice', 'finance', 'health', 'internal', 'state', 'security', 'intelligence', 'public', 'education'])
function functionEnd(doc: Doc, from: number): number {
  let end = from
  while (affairs.has(word(doc, end))) end++
  return end === from ? from - 1 : end
}

/** More capitals with a head behind a name that is known: the name goes on. */
function longer(doc: Doc, from: number): boolean {
  for (let at = from; at < from + 5 && (isCapital(doc, at) || raw(doc, at) === '-') && sameName(doc, from - 1, at); at++) if (heads.has(word(doc, at)) && raw(doc, at - 1) !== '-') return true
  return false
}

/** Government bodies, agencies, alliances, parties, companies and media. */
export function findOrganisations(doc: Doc): void {
  const least = doc.language === 'cs' ? 2 : 3
  for (let at = 0; at < doc.list.length; at++) {
    // Full names of several words come before anything made from their parts.
    const hit = isCapital(doc, at) ? phrasesAt(organisations, doc.list, at)[0] : undefined
    if (!hit?.value || hit.end - at < least || !isFree(doc, at, hit.end)) continue
    const ownHead = heads.has(word(doc, hit.end - 1)) && ['of', 'for', 'on', 'and', '&', ','].includes(word(doc, hit.end))
    if (!(heads.has(word(doc, hit.end)) || ownHead || longer(doc, hit.end))) claim(doc, { type: 'organisation', first: withNationality(doc, at), end: hit.end, value: hit.value.full, rule: 'organisation:known' })
  }
  if (doc.language === 'cs') findCzechBodies(doc)
  findHeaded(doc)
  findKnown(doc)
  findServices(doc)
  findFunctions(doc)
  findUnits(doc)
  findIntroducedNames(doc)
  findServiceInitials(doc)
  findIntroduced(doc)
}
