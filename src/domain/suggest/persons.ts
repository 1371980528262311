import { declined, surnameNominative } from './czech.ts'
import { claim, isFree, nameOf, raw, token, word, type Doc, type Mention } from './doc.ts'
import { heads, organisations, stoppers } from './gazetteer/organisations.ts'
import { chineseSurnames, givenNames, particles, titleWords } from './gazetteer/titles.ts'
import { englishMonths, weekdays } from './gazetteer/months.ts'
import { reportingVerbs } from './gazetteer/verbs.ts'
import { phrasesAt } from './phrases.ts'

const honorifics = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'dame', 'lord', 'lady', 'pan', 'pana', 'panu', 'panem', 'paní', 'prof'])
const feminine = /(?:ová|ové|ovou|ská|cká)$/u
/** Czech given names in any case to their nominative. */
const czechGiven = new Map<string, { name: string; woman: boolean }>()
for (const name of givenNames) {
  const woman = name.endsWith('a')
  for (const form of new Set(declined(name))) if (!czechGiven.has(form) || form === name) czechGiven.set(form, { name, woman })
}
for (const [form, name] of [['Pavla', 'Pavel'], ['Karla', 'Karel'], ['Petra', 'Petr'], ['Marka', 'Marek'], ['Radka', 'Radek'], ['Vítem', 'Vít'], ['Zdeňka', 'Zdeněk'], ['Jiřího', 'Jiří'], ['Jiřím', 'Jiří'], ['Tomáše', 'Tomáš'], ['Lukáše', 'Lukáš'], ['Miloše', 'Miloš'], ['Ondřeje', 'Ondřej'], ['Alexandra', 'Alexandr'], ['Olafa', 'Olaf'], ['Michala', 'Michal'], ['Jana', 'Jan'], ['Romana', 'Roman'], ['Daniela', 'Daniel'], ['Martina', 'Martin']] as const) czechGiven.set(`${form}*`, { name, woman: false })

const blocked = (lower: string) => titleWords.has(lower) || stoppers.has(lower) || heads.has(lower) || englishMonths.has(lower) && lower.length > 3 && lower !== 'may' && lower !== 'june' && lower !== 'april' && lower !== 'august' || weekdays.has(lower) || plain.has(lower)
const plain = new Set(['the', 'a', 'an', 'in', 'on', 'we', 'it', 'he', 'she', 'they', 'this', 'that', 'these', 'those', 'most', 'our', 'their', 'his', 'her', 'its', 'and', 'but', 'for', 'to', 'by', 'of', 'at', 'microsoft', 'google', 'note', 'group', 'operation', 'cyber', 'national', 'security', 'internet', 'windows', 'outlook', 'exchange', 'accept', 'read', 'more', 'according', 'when', 'while', 'if', 'some', 'both', 'all', 'as', 'also', 'there', 'no', 'not', 'skupina', 'podle', 'také', 'ale', 'když', 'jak', 'naše', 'europe', 'european', 'asia', 'western', 'middle', 'east', 'west', 'north', 'south', 'indictment', 'court', 'english', 'state', 'states', 'member', 'allies', 'alliance', 'foreign', 'affairs', 'mps', 'release', 'date', 'house', 'since', 'after', 'before', 'during', 'executive', 'order', 'act', 'article', 'section', 'annex', 'chapter', 'appendix', 'table', 'figure', 'part'])

function isName(doc: Doc, at: number): boolean {
  const here = token(doc, at)
  if (!here?.word.capital || !here.word.letters || doc.at[at] || here.word.text.length < 2 || blocked(here.word.lower)) return false
  if (doc.nationalities.has(at) || /\d/.test(here.word.text)) return false
  return !(here.word.capitals && here.word.text.length < 4)
}
const isInitial = (doc: Doc, at: number) => raw(doc, at).length === 1 && token(doc, at)!.word.capital && raw(doc, at + 1) === '.' && doc.list[at + 1]!.gap === 'none'
const follows = (doc: Doc, at: number) => token(doc, at)?.gap === 'space' || token(doc, at)?.gap === 'line'

/** "Si Ťin-pching": Czech writes the second syllable of a Chinese or Korean given name small. */
const transcribed = (doc: Doc, at: number) => doc.language === 'cs' && token(doc, at)?.gap === 'none' && token(doc, at)!.word.letters && !token(doc, at)!.word.capital && raw(doc, at).length <= 7
/** The end of a name that begins here: given names, initials, particles and family names. */
function nameEnd(doc: Doc, first: number, most = 4): number {
  let end = isName(doc, first) || isInitial(doc, first) ? first + (isInitial(doc, first) ? 2 : 1) : first
  let count = 1
  while (end > first && end < doc.list.length && count < most && doc.list[end]!.sentence === doc.list[first]!.sentence) {
    if (raw(doc, end) === '-' && doc.list[end]!.gap === 'none' && (isName(doc, end + 1) || transcribed(doc, end + 1))) end += 2
    else if ((raw(doc, end) === '’' || raw(doc, end) === '\'') && doc.list[end]!.gap === 'none' && doc.list[end + 1]?.gap === 'none' && token(doc, end + 1)!.word.capital && raw(doc, end - 1).length === 1) end += 2
    else if (!follows(doc, end)) break
    else if (isInitial(doc, end)) { end += 2; count++ }
    else if (particles.has(word(doc, end)) && isName(doc, end + 1)) { end += 2; count++ }
    else if (isName(doc, end) && !phrasesAt(organisations, doc.list, end)[0] && !(doc.places.has(end) && count > 1)) { end++; count++ }
    else break
  }
  return end
}
const lastName = (doc: Doc, { end }: { end: number }) => raw(doc, end - 1)

function givenOf(doc: Doc, first: number): { name: string; woman: boolean } | null {
  const text = raw(doc, first)
  if (doc.language !== 'cs') return givenNames.has(text) ? { name: text, woman: false } : null
  const surname = raw(doc, first + 1)
  const masculine = czechGiven.get(`${text}*`)
  if (masculine && !feminine.test(surname)) return masculine
  return czechGiven.get(text) ?? null
}

function add(doc: Doc, first: number, end: number, rule: string, role?: string): boolean {
  if (!isFree(doc, first, end)) return false
  return claim(doc, { type: 'person', first, end, value: fullName(doc, first, end), rule, ...(role ? { role } : {}) })
}
/** The name in the nominative. */
function fullName(doc: Doc, first: number, end: number): string {
  const written = nameOf(doc, { first, end })
  const given = doc.language === 'cs' && end - first > 1 ? givenOf(doc, first) : null
  if (!given || given.name === raw(doc, first)) return given && feminine.test(written) ? written.replace(/(?:ové|ovou)$/u, 'ová') : written
  const middle = nameOf(doc, { first: first + 1, end: end - 1 })
  return [given.name, middle, surnameNominative(raw(doc, end - 1), given.woman)].filter((part) => part !== '').join(' ')
}

/** Parts of titles that are none alone: "under Executive Order". */
const modifiers = new Set(['under', 'foreign', 'prime', 'state', 'defence', 'defense', 'interior', 'justice', 'assistant', 'acting', 'vice', 'státní', 'bezpečnostní', 'vrchní'])
const linked = new Set(['zahraničí', 'vnitra', 'obrany', 'vlády', 'republiky', 'sněmovny', 'senátu', 'spravedlnosti', 'financí', 'zdravotnictví', 'úřadu', 'strany', 'policie', 'rady', 'unie', 'eu', 'nato', 'bis', 'núkib', 'věcí', 'dopravy', 'školství', 'diplomacie', 'resortu', 'kanceláře', 'kremlu', 'a', 'v', 'of'])
/** A title within a few words in front; Czech ones stand apart from the name by what the office is for. */
function titleBefore(doc: Doc, first: number): number | null {
  let at = first - 1
  if (raw(doc, at) === '.') at--
  if (titleWords.has(word(doc, at)) && doc.list[at]!.word.letters && !modifiers.has(word(doc, at))) return at
  if (raw(doc, at) === ',' && titleWords.has(word(doc, at - 1)) && token(doc, at - 1)!.word.capital) return at - 1
  return doc.language === 'cs' ? czechTitle(doc, at) : officeBefore(doc, at)
}
/** "ministr průmyslu a obchodu", "velvyslankyně v Česku": a title with what the office is for between it and the name. */
function czechTitle(doc: Doc, last: number): number | null {
  let at = last
  for (let steps = 0; steps < 7 && at >= 0; steps++, at--) {
    const lower = word(doc, at)
    if (titleWords.has(lower) && !modifiers.has(lower)) return at
    if (['v', 've'].includes(lower) && !doc.places.has(at + 1)) return null
    if (linked.has(lower) || doc.nationalities.has(at) || doc.places.has(at) || doc.at[at]?.type === 'organisation') continue
    const { letters, capital } = doc.list[at]!.word
    if (!letters || capital || doc.at[at] || notOffice.has(lower) || pastVerb.test(lower) || reportingVerbs.has(lower)) return null
  }
  return null
}
const notOffice = new Set(['s', 'se', 'z', 'ze', 'k', 'ke', 'na', 'do', 'od', 'po', 'podle', 'o', 'i', 'nebo', 'ale', 'je', 'jsou', 'byl', 'má', 'mají', 'kvůli', 'proti', 'před', 'jako', 'že', 'aby', 'když', 'už', 'také'])
const pastVerb = /[aeiíyýáuů](?:l|la|lo|li)$/u
/** "Minister for Europe", "Director of National Intelligence": a title in capitals with its office behind it. */
function officeBefore(doc: Doc, last: number): number | null {
  if (['and', 'of', 'for', 'the', '&'].includes(word(doc, last))) return null
  let joined = false
  for (let at = last; at >= 0 && last - at < 8; at--) {
    const lower = word(doc, at)
    if (titleWords.has(lower) && token(doc, at)!.word.capital && joined && !modifiers.has(lower)) return at
    if (lower === 'of' || lower === 'for') { joined = true; continue }
    if (!(token(doc, at)!.word.capital || doc.at[at]?.type === 'organisation' || ['the', 'and', '&', '-'].includes(lower)) || doc.at[at]?.type === 'person') return null
  }
  return null
}
/** What a person is said to be in front of a comma: "a North Korean national, Rim Jong Hyok". */
const standing = new Set(['national', 'citizen', 'resident', 'officer', 'founder', 'owner', 'hacker', 'suspect', 'leader', 'chief', 'director', 'head', 'minister', 'spokesman', 'spokeswoman', 'spokesperson', 'ambassador', 'chairman', 'chairwoman', 'secretary', 'president', 'counterpart', 'predecessor', 'successor', 'operative', 'contractor', 'programmer', 'defendant', 'občan', 'hacker', 'ředitel', 'ředitelka', 'mluvčí', 'šéf', 'zakladatel', 'majitel'])
const stoodBefore = (doc: Doc, first: number, end: number) => raw(doc, first - 1) === ',' && standing.has(word(doc, first - 2)) && [',', '.', ';', 'and', 'a', '('].includes(word(doc, end))

const introduces = new Set(['our', 'its', 'their', 'his', 'her', 'senior', 'the', 'then', 'a', 'an', 'who', 'head', 'director', 'chief', 'spokesman', 'spokeswoman', 'deputy', 'former', 'minister', 'který', 'která', 'ředitel', 'ředitelka', 'mluvčí', 'šéf', 'šéfka'])
function appositionBehind(doc: Doc, end: number): boolean {
  if (raw(doc, end) !== ',' || !introduces.has(word(doc, end + 1))) return false
  for (let at = end + 1; at < end + 8; at++) if (titleWords.has(word(doc, at)) || word(doc, at) === 'who') return true
  return false
}
const ageBehind = (doc: Doc, end: number) => {
  const number = doc.list[end + 1]?.word.number ?? -1
  return raw(doc, end) === ',' && number > 15 && number < 100 && [';', ',', '.', 'and', ')'].includes(word(doc, end + 2))
}
const pinyin = /^[A-Z][a-z]{0,9}(?:a|e|i|o|u|ü|n|g|r)$/u
const notChinese = new Set(['An', 'Le', 'Long', 'Fan', 'Lang', 'Pan', 'Tong', 'Mo', 'Dai', 'Kong', 'Chang', 'He', 'You', 'Bin', 'Fang', 'Yu'])

/** How a run of names shows that it is a person; null when nothing says so. */
function personAt(doc: Doc, first: number): { end: number; rule: string; role?: string } | null {
  if (!isName(doc, first) && !isInitial(doc, first)) return null
  const end = nameEnd(doc, first)
  const several = end - first > 1
  const title = titleBefore(doc, first)
  if (title !== null && honorifics.has(word(doc, title)) && end > first) return { end, rule: 'person:honorific', role: raw(doc, title) }
  const place = doc.places.get(first)
  // "velvyslankyně v Česku Daiva …", "Minister for Climate Tove …": the first capital is no name yet.
  if (place && inPlace.has(word(doc, first - 1)) && place.end < end || ['of', 'for'].includes(word(doc, first - 1)) && titleWords.has(word(doc, first - 2)) && end - first > 2) return null
  if (isKorean(doc, first)) return { end: first + 3, rule: 'person:korean-name' }
  const body = phrasesAt(organisations, doc.list, first)[0]
  if (end === first + 1 && title === first - 1 && isOffice(doc, title) && !place && !body?.value && !isAllCapitals(doc, first)) return { end, rule: 'person:office', role: raw(doc, title) }
  if (!several || (body?.value && body.end >= end) || (place && place.end >= end)) return null
  const given = givenOf(doc, first)
  if (given && !(place && !titleWords.has(word(doc, first - 1)))) return { end, rule: 'person:given-name', ...(title !== null ? { role: raw(doc, title) } : {}) }
  if (chineseSurnames.has(raw(doc, first)) && !notChinese.has(raw(doc, first)) && end === first + 2 && pinyin.test(raw(doc, first + 1))) return { end, rule: 'person:chinese-name' }
  if (title !== null && !(place && end === place.end) && raw(doc, first - 1) !== ',') return { end, rule: 'person:title', role: raw(doc, title) }
  if (ageBehind(doc, end)) return { end, rule: 'person:age' }
  if (end - first > 3 || place || body?.value) return null
  if (end === first + 2 && raw(doc, first - 1) === ',' && raw(doc, end) === ',' && reportingVerbs.has(word(doc, end + 1))) return { end, rule: 'person:speaks' }
  if (stoodBefore(doc, first, end)) return { end, rule: 'person:apposition' }
  if (end === first + 2 && quotedBefore(doc, first)) return { end, rule: 'person:speaks' }
  if (appositionBehind(doc, end)) return { end, rule: 'person:apposition' }
  return reportingVerbs.has(word(doc, end)) && !capitalsAround(doc, first) ? { end, rule: 'person:speaks' } : null
}
const czechOffice = /^(?:ministr|premiér|prezident|kancléř|generál|senátor|poslan|velvyslan)/u
const englishOffice = new Set(['minister', 'president', 'secretary', 'chancellor', 'ambassador', 'premier', 'senator', 'general', 'admiral', 'commissioner', 'governor'])
/** "Prime Minister Rutte", "ministr Lipavský": an office that its holder is named by alone. */
const isOffice = (doc: Doc, title: number) => (doc.language === 'cs' ? czechOffice.test(word(doc, title)) : englishOffice.has(word(doc, title)) && token(doc, title)!.word.capital && !isPlural(doc, title))
const isPlural = (doc: Doc, at: number) => word(doc, at).endsWith('s')
const isAllCapitals = (doc: Doc, at: number) => token(doc, at)!.word.capitals
const inPlace = new Set(['in', 'from', 'near', 'v', 've', 'z', 'ze', 'na', 'do'])
const koreanSurnames = new Set(['Kim', 'Pak', 'Park', 'Ri', 'Lee', 'Rim', 'Lim', 'Im', 'Jon', 'Jang', 'Han', 'Choe', 'Choi', 'Jong', 'Kang', 'Sin', 'Shin', 'Yun', 'Yoon', 'Hwang', 'Ryu', 'Paek', 'Song', 'Jo', 'Cho', 'Kwon', 'Chon', 'Chong', 'O', 'So'])
/** "Rim Jong Hyok": a Korean family name and two short given names. */
function isKorean(doc: Doc, first: number): boolean {
  if (!koreanSurnames.has(raw(doc, first)) || !follows(doc, first + 1) || !follows(doc, first + 2)) return false
  return [first + 1, first + 2].every((at) => isName(doc, at) && raw(doc, at).length < 7 && !doc.places.has(at)) && !isName(doc, first + 3)
}
const saidOnly = new Set(['said', 'says', 'added', 'adds', 'uvedl', 'uvedla', 'řekl', 'řekla', 'dodal', 'dodala', 'prohlásil', 'prohlásila', 'sdělil', 'sdělila', 'napsal', 'napsala'])
/** "…,” said Ilse Brandt": right behind words that were spoken. */
const quotedBefore = (doc: Doc, first: number) => saidOnly.has(word(doc, first - 1)) && ['”', '"', '“', '’', '»'].includes(raw(doc, first - 2))
const capitalsAround = (doc: Doc, at: number) => doc.list[at]!.word.capitals || token(doc, at - 1)?.word.capital === true && doc.list[at]!.gap === 'space' && raw(doc, at - 1) !== ''

/** "A and B": two names in capitals behind a person, with the same look. */
function findListed(doc: Doc, known: Mention[]): void {
  for (const { first, end } of known) {
    let at = end
    while ([',', 'and', 'a'].includes(word(doc, at)) && at < end + 3) at++
    if (at === end || !isName(doc, at) || doc.places.has(at)) continue
    const stop = nameEnd(doc, at, 4)
    if (stop === at + 2 && word(doc, end) !== ',' && raw(doc, stop) !== '-') add(doc, at, stop, 'person:list')
    else if (word(doc, end) === ',' && stop >= at + 2 && (personNext(doc, stop) || isListed(doc, first))) {
      add(doc, at, stop, 'person:list')
      if (doc.at[at]?.type === 'person') known.push(doc.at[at]!)
    }
  }
}

/** A person in front in the same list. */
const isListed = (doc: Doc, first: number) => [',', 'and', 'a'].includes(word(doc, first - 1)) && doc.at[first - 2]?.type === 'person'
/** Another person next in the list, so that what stands between two is one. */
const personNext = (doc: Doc, end: number) => [',', 'and', 'a'].includes(word(doc, end)) && doc.at[word(doc, end + 1) === 'and' ? end + 2 : end + 1]?.type === 'person'

/** Every place where a family name stands alone, before the full name too. */
function findSurnames(doc: Doc): void {
  const byName = new Map<string, Mention>()
  for (const mention of doc.mentions) {
    if (mention.type !== 'person' || mention.end - mention.first < 2) continue
    const nominative = mention.value?.split(' ').at(-1) ?? lastName(doc, mention)
    const forms = doc.language === 'cs' ? [...declined(nominative), nominative.replace(/ová$/u, 'ové'), nominative.replace(/ová$/u, 'ovou'), lastName(doc, mention)] : [lastName(doc, mention)]
    for (const form of forms) if (form.length > 2 && !byName.has(form)) byName.set(form, mention)
    const given = raw(doc, mention.first)
    if ((mention.rule === 'person:chinese-name' && given.length > 3 || mention.rule === 'person:korean-name' && given.length > 2 || koreanSurnames.has(given) && raw(doc, mention.end - 2) === '-' && given.length > 2) && !byName.has(given)) byName.set(given, mention)
  }
  if (byName.size === 0) return
  for (let at = 0; at < doc.list.length; at++) {
    const here = doc.list[at]!
    if (!here.word.capital || doc.at[at]) continue
    const full = byName.get(here.word.text)
    if (!full || doc.places.has(at) && full.first > at || followedByName(doc, at)) continue
    claim(doc, { type: 'person', first: at, end: at + 1, value: full.value, rule: 'person:surname', ...(full.role ? { role: full.role } : {}) })
  }
}
const followedByName = (doc: Doc, at: number) => isName(doc, at + 1) && doc.list[at + 1]!.gap === 'space' && doc.list[at + 1]!.sentence === doc.list[at]!.sentence && !titleWords.has(word(doc, at + 1))

/** A short form that stands before or after its full name takes the full name as its value. */
function completeNames(doc: Doc): void {
  const full = new Map<string, string>()
  for (const { type, value } of doc.mentions) if (type === 'person' && value?.includes(' ')) full.set(value.split(' ').at(-1)!, value)
  for (const mention of doc.mentions) {
    if (mention.type !== 'person' || mention.value === null || mention.value.includes(' ')) continue
    mention.value = full.get(mention.value) ?? (doc.language === 'cs' ? full.get(surnameNominative(mention.value, feminine.test(mention.value))) : undefined) ?? mention.value
  }
}

/** Named individuals, without their titles. */
export function findPersons(doc: Doc): void {
  for (let at = 0; at < doc.list.length; at++) {
    if (doc.at[at] || !doc.list[at]!.word.capital) continue
    const found = personAt(doc, at)
    if (found && add(doc, at, found.end, found.rule, found.role)) at = found.end - 1
  }
  findListed(doc, doc.mentions.filter(({ type }) => type === 'person'))
  findSurnames(doc)
  completeNames(doc)
}
