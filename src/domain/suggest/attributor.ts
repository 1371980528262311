import { isPossessive, nameOf, raw, sentenceEnd, sentenceStart, word, wordsBetween, type Doc, type Mention } from './doc.ts'
import { reportingVerbs } from './gazetteer/verbs.ts'

/** Verbs beside those of speech with which a party says that it holds another responsible or knows it to be. */
const assessing = new Set(['assess', 'assesses', 'assessed', 'assessing', 'believe', 'believes', 'believed', 'conclude', 'concluding', 'found', 'finds', 'judge', 'judges', 'judged', 'attribute', 'attributes', 'attributed', 'attributing', 'blame', 'blames', 'blamed', 'blaming', 'accuse', 'accuses', 'accusing', 'identified', 'identifies', 'identifying', 'determined', 'traced', 'charged', 'exposed', 'publikovala', 'připsal', 'připsala', 'připsalo', 'připsaly', 'obvinil', 'obvinila', 'obvinilo', 'obvinily', 'soudí', 'zjistil', 'zjistila', 'zjistili', 'zjistilo', 'dospěl', 'dospěla'])
const asserts = (lower: string) => reportingVerbs.has(lower) || assessing.has(lower)

/** Words with which a phrase is in the active voice: whoever stands in front of it says so. */
const active = ['attribut', 'blam', 'accus', 'identif', 'names', 'named', 'naming', 'point', 'hold', 'held', 'linked', 'tied', 'connected', 'traced', 'expos', 'přips', 'přisou', 'přisuz', 'přičít', 'přičet', 'obvin', 'obviň', 'viní', 'vinil', 'označ', 'spojuj']
const adverbs = new Set(['publicly', 'formally', 'officially', 'openly', 'jointly', 'directly', 'also', 'has', 'have', 'had', 'veřejně', 'formálně', 'oficiálně', 'také'])
const passive = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'byl', 'byla', 'bylo', 'byly'])
function isActive(doc: Doc, first: number): boolean {
  let at = first
  while (adverbs.has(word(doc, at))) at++
  if (!active.some((stem) => word(doc, at).startsWith(stem)) || ['to', 'with', 'by'].includes(word(doc, at + 1))) return false
  for (let before = at - 1; before > at - 4; before--) if (passive.has(word(doc, before))) return false
  return true
}

const aside = new Set(['in', 'at', 'from', 'on', 'of', 'for', 'to', 'against', 'with', 'near', 'v', 've', 'na', 'z', 'ze', 'proti', 'pro', 's'])
const mayAssert = (mention: Mention | undefined): mention is Mention => mention !== undefined && ['organisation', 'person', 'place'].includes(mention.type)
/** The name of a party, with those it stands in a list with: "the United States, Canada and Latvia". */
function listed(doc: Doc, last: Mention, start: number): string {
  let first = last.first
  for (;;) {
    const at = ['the', ','].includes(word(doc, first - 1)) && ['and', ',', 'a'].includes(word(doc, first - 2)) ? first - 2 : first - 1
    const before = doc.at[at - 1]
    if (at <= start || !['and', ',', 'a'].includes(word(doc, at)) || !mayAssert(before) || before.type !== last.type && before.type === 'person') break
    first = before.first
  }
  if (first < last.first) return wordsBetween(doc, first, last.end).replace(/\s+/g, ' ')
  return named(doc, last)
}
/** Persons by their full name; Czech bodies in the nominative, where the text has them in another case. */
const named = (doc: Doc, mention: Mention) => ((mention.type === 'person' || doc.language === 'cs' && mention.type === 'organisation' && mention.rule === 'organisation:czech' ? mention.value : null) ?? nameOf(doc, mention))
function subjectOf(doc: Doc, start: number, verb: number): string | undefined {
  for (let at = verb - 1; at >= start; at--) {
    const mention = doc.at[at]
    if (!mention) continue
    at = mention.first
    const leads = ['the', 'a', 'an'].includes(word(doc, at - 1)) ? at - 2 : at - 1
    if (mayAssert(mention) && !(leads >= start && (mention.type === 'place' ? aside.has(word(doc, leads)) : word(doc, leads) === 'of' && word(doc, leads - 1) === 'part'))) return listed(doc, mention, start)
  }
  return undefined
}
function accordingTo(doc: Doc, start: number, end: number): string | undefined {
  for (let at = start; at < end; at++) {
    const from = word(doc, at) === 'according' && word(doc, at + 1) === 'to' ? at + 2 : word(doc, at) === 'podle' ? at + 1 : -1
    if (from < 0) continue
    for (let name = from; name < Math.min(end, from + 8) && raw(doc, name) !== ','; name++) {
      const mention = doc.at[name]
      if (mayAssert(mention) && !isPossessive(doc, mention.end)) return named(doc, mention)
    }
  }
  return undefined
}

/**
 * Who holds the party responsible: whoever the sentence names as saying so, in front of a verb of speech or assessment or of
 * the phrase itself where that is in the active voice, or behind "according to". Undefined rather than a guess: that somebody
 * is named first in a sentence does not make the words theirs.
 * @param first @param end tokens of the phrase
 */
export function attributorOf(doc: Doc, first: number, end: number): string | undefined {
  const start = sentenceStart(doc, first)
  const said = isActive(doc, first) ? subjectOf(doc, start, first) : undefined
  const source = said ?? accordingTo(doc, start, first) ?? accordingTo(doc, end, sentenceEnd(doc, first))
  if (source !== undefined) return source
  for (let at = first - 1; at >= start; at--) if (!doc.at[at] && asserts(word(doc, at)) && !passive.has(word(doc, at - 1))) return subjectOf(doc, start, at)
  return undefined
}
