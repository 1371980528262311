import { claim, isFree, nameOf, raw, token, word, type Doc } from './doc.ts'
import { englishMonths, weekdays } from './gazetteer/months.ts'
import { stoppers } from './gazetteer/organisations.ts'
import { givenNames, titleWords } from './gazetteer/titles.ts'
import { isCapital, sameName } from './organisation-runs.ts'

const set = (words: string) => new Set(words.trim().split(/\s+/))
/** Nouns that stand right in front of the name of a company, medium or party. */
const englishNouns = set('company firm carrier airline broadcaster newspaper daily weekly outlet utility manufacturer startup subsidiary supplier contractor provider bank tank institute')
const czechNouns = set(`společnost společnosti společností firma firmy firmě firmu firmou podnik podniku podnikem dopravce dopravci dopravcem poskytovatel poskytovatele poskytovateli poskytovatelem televize televizi televizí televizích stanice stanici stanicí deník deníku deníkem list listu listem server serveru serverem časopis časopisu časopisem týdeník týdeníku agentura agentury agentuře agenturu agenturou banka banky bance banku bankou výrobce výrobci výrobcem operátor operátora operátorem operátorovi aerolinky aerolinek holding holdingu koncern koncernu koncernem hnutí nakladatelství portál portálu portálem institut institutu organizace organizaci organizací nemocnice nemocnici nemocnicí think-tank rádio rádia rádiu`)
/** What a body is said to be behind its name: "Unitronics, a company in Israel". */
const saidToBe = set('company firm manufacturer vendor maker airline bank utility broadcaster newspaper subsidiary university hospital agency organisation organization charity tank supplier')

const opens = (doc: Doc, at: number) => isCapital(doc, at) && !doc.nationalities.has(at) && !doc.places.has(at) && !titleWords.has(word(doc, at)) && !stoppers.has(word(doc, at)) && !weekdays.has(word(doc, at)) && !englishMonths.has(word(doc, at)) && !givenNames.has(raw(doc, at))
/** The end of a run of capitals from one on, at most four words. */
function runEnd(doc: Doc, first: number): number {
  let end = first + 1
  for (let count = 1; count < 4 && sameName(doc, first, end); count++) {
    if (raw(doc, end) === '-' && token(doc, end + 1)?.word.capital && token(doc, end + 1)!.gap === 'none') end += 2
    else if (isCapital(doc, end) && doc.list[end]!.gap === 'space' && !titleWords.has(word(doc, end)) && !stoppers.has(word(doc, end))) end++
    else break
  }
  return end
}

/** Names that the noun in front or an apposition behind says to be a body, and every other place of them. */
export function findIntroducedNames(doc: Doc): void {
  const nouns = doc.language === 'cs' ? czechNouns : englishNouns
  const learnt = new Set<string>()
  const take = (first: number): number => {
    const end = runEnd(doc, first)
    if (end - first === 1 && raw(doc, first).length < 3 || !isFree(doc, first, end)) return first
    if (claim(doc, { type: 'organisation', first, end, value: null, rule: 'organisation:introduced' })) learnt.add(nameOf(doc, { first, end }))
    return end
  }
  for (let at = 0; at + 1 < doc.list.length; at++) {
    const lower = word(doc, at)
    if (nouns.has(lower) && !doc.at[at] && doc.list[at + 1]!.gap === 'space' && sameName(doc, at, at + 1) && opens(doc, at + 1)) {
      let end = take(at + 1)
      // "televize Imedi a Maestro": one more name of the same kind.
      if (end > at + 1 && doc.language === 'cs' && word(doc, end) === 'a' && opens(doc, end + 1) && sameName(doc, at, end + 1)) end = take(end + 1)
    } else if (lower === ',' && saysBody(doc, at) && isCapital(doc, at - 1)) {
      let first = at - 1
      while (first > 0 && at - first < 4 && isCapital(doc, first - 1) && doc.list[first]!.gap === 'space' && sameName(doc, first - 1, at)) first--
      if (opens(doc, first)) take(first)
    }
  }
  for (let at = 0; learnt.size > 0 && at < doc.list.length; at++) {
    if (!isCapital(doc, at)) continue
    for (const size of [3, 2, 1]) if (learnt.has(nameOf(doc, { first: at, end: Math.min(doc.list.length, at + size) })) && isFree(doc, at, at + size) && claim(doc, { type: 'organisation', first: at, end: at + size, value: null, rule: 'organisation:learnt' })) break
  }
}
/** ", a company in Israel", ", an Israeli maker of", within four words. */
function saysBody(doc: Doc, comma: number): boolean {
  if (!['a', 'an'].includes(word(doc, comma + 1))) return false
  for (let at = comma + 2; at < comma + 6; at++) {
    if (saidToBe.has(word(doc, at))) return true
    if (!doc.list[at]?.word.letters || doc.at[at] && doc.at[at]!.type !== 'place') return false
  }
  return false
}

const serviceNouns = set('service služba služby službě službu službou rozvědka rozvědky rozvědce rozvědku rozvědkou kontrarozvědka kontrarozvědky kontrarozvědku kontrarozvědkou úřad úřadu úřadem agency agentura agentury agenturu agenturou')
/** "naše služba VSD", "the service KAPO": initials right behind what the body is. */
export function findServiceInitials(doc: Doc): void {
  for (let at = 0; at + 1 < doc.list.length; at++) {
    const next = doc.list[at + 1]!
    if (!serviceNouns.has(word(doc, at)) || !next.word.capitals || next.gap !== 'space' || next.word.text.length < 3 || next.word.text.length > 7 || !isFree(doc, at + 1, at + 2) || doc.places.has(at + 1)) continue
    claim(doc, { type: 'organisation', first: at + 1, end: at + 2, value: null, rule: 'organisation:initials' })
  }
}
