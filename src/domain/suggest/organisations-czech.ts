import { adjectiveAs } from './czech.ts'
import { claim, nameOf, raw, word, type Doc } from './doc.ts'
import { czechComplements, czechHeads } from './gazetteer/organisations.ts'
import { sameName } from './organisation-runs.ts'

const czechHeadOf = new Map<string, (typeof czechHeads)[number] | null>()
function czechHead(lower: string) {
  const known = czechHeadOf.get(lower)
  if (known !== undefined) return known
  const found = czechHeads.find(([pattern]) => pattern.test(lower)) ?? null
  if (czechHeadOf.size < 100_000) czechHeadOf.set(lower, found)
  return found
}
const isCzechAdjective = (lower: string) => /(?:ý|á|é|ého|ému|ém|ým|ou|í|ího|ímu|ím|ských|ckých|ova|ovy|ově|ovu)$/u.test(lower) && lower.length > 3
const bare = new Set(['ministerstvo', 'velvyslanectví', 'vláda', 'parlament', 'armáda', 'konzulát', 'policie', 'ambasáda', 'kontrarozvědka'])

/** Czech names: adjectives in any case, a noun for a body, and a genitive behind it; capital only in front, or none with a nationality. */
export function findCzechBodies(doc: Doc): void {
  for (let at = 0; at < doc.list.length; at++) {
    const head = doc.at[at] || !doc.list[at]!.word.letters ? null : czechHead(word(doc, at))
    if (!head) continue
    const [, gender, nominative] = head
    let first = at
    while (first > 0 && first > at - 4 && !doc.at[first - 1] && sameName(doc, first - 1, at) && (isCzechAdjective(word(doc, first - 1)) || (word(doc, first - 1) === 'a' && isCzechAdjective(word(doc, first - 2)))) && doc.list[first]!.gap === 'space') first--
    let capital = first
    while (capital < at && !(doc.list[capital]!.word.capital && !startsOnly(doc, capital))) capital++
    const hasCapital = capital < at || (doc.list[at]!.word.capital && ['ministerstvo', 'úřad', 'rada', 'ústav', 'centrum', 'ředitelství', 'agentura', 'služba', 'správa', 'inspekce', 'akademie'].includes(nominative))
    let nation = at
    for (let step = first; step < at; step++) if (doc.nationalities.has(step)) { nation = step; break }
    const end = czechEnd(doc, at)
    // A nationality belongs to the name where it stands right in front of it.
    const named = capital < at ? (nation === capital - 1 ? nation : capital) : nation
    const known = bare.has(nominative)
    if (!(hasCapital && (end > at + 1 || capital < at)) && !(known && nation < at) && !(nominative === 'ministerstvo' && end > at + 1)) continue
    if (capital < at && doc.nationalities.has(capital) && !known && end === at + 1 && nominative !== 'strana') continue
    const start = Math.min(named, at)
    const base = start < at ? `${adjectiveAs(raw(doc, start), gender)} ${nominative}` : raw(doc, at)
    const value = base === nameOf(doc, { first: start, end }) ? null : start + 1 >= at ? `${start < at ? base : capitalised(nominative, raw(doc, at))}${end > at + 1 ? ` ${nameOf(doc, { first: at + 1, end })}` : ''}` : null
    if (claim(doc, { type: 'organisation', first: start, end, value, rule: 'organisation:czech' })) at = end - 1
  }
}
const capitalised = (nominative: string, like: string) => (/^\p{Lu}/u.test(like) ? nominative.charAt(0).toUpperCase() + nominative.slice(1) : nominative)
const startsOnly = (doc: Doc, at: number) => doc.sentences[doc.list[at]!.sentence] === at && !doc.nationalities.has(at) && !/^(?:Národní|Bezpečnostní|Generální|Nejvyšší|Ústřední|Fakultní|Severoatlantick|Evropsk|Federální|Městsk|Krajsk)/u.test(raw(doc, at))
/** The genitive behind the noun: "zahraničních věcí", "pro kybernetickou a informační bezpečnost", "Německa". */
function czechEnd(doc: Doc, head: number): number {
  let end = head + 1
  while (end < doc.list.length && sameName(doc, head, end) && !doc.at[end]) {
    const lower = word(doc, end)
    if (czechComplements.has(lower) && !(lower === 'a' && !czechComplements.has(word(doc, end + 1))) && !(lower === 'pro' && (end > head + 1 || !czechComplements.has(word(doc, end + 1))))) end++
    else break
  }
  if (end === head + 1 && word(doc, end) === 'pro' && doc.places.has(end + 1)) return doc.places.get(end + 1)!.end
  const place = doc.places.get(end)
  if (place && doc.list[end]!.gap === 'space' && sameName(doc, head, end)) return place.end
  const nation = doc.nationalities.get(end)
  const republic = nation && /^(?:republiky|federace)$/u.test(word(doc, nation.end)) ? nation.end + 1 : end
  return republic
}
