import { attributorOf } from './attributor.ts'
import { raw, sentenceEnd, sentenceStart, word, wordsBetween, type Doc } from './doc.ts'
import { actor, doer, foe, party, partyName } from './parties.ts'
import { object, pattern, patternFinder, type Part } from './pattern.ts'

export type Phrase = { first: number; end: number; value: string | null; rule: string; strength?: string; by?: string }

const place: Part = (doc, at) => (doc.at[at]?.type === 'place' ? doc.at[at]!.end : -1)
const quoted: Part = (doc, first, limit) => {
  const open = ['a', 'the', 'an'].includes(word(doc, first)) ? first + 1 : first
  if (!'“"„'.includes(raw(doc, open) || '.')) return -1
  for (let at = open + 1; at < limit && at < open + 12; at++) if ('”"“'.includes(raw(doc, at))) return at + 1
  return -1
}
const parts = { quoted, party, foe, actor, doer, object, place }
const made = 'carried|conducted|perpetrated|committed|launched|orchestrated|executed|staged|mounted|masterminded|performed|undertaken'
const did = 'carried|conducted|perpetrated|launched|orchestrated|breached|compromised|hacked|infiltrated|penetrated|exploited|attacked|stole|accessed|infected|exfiltrated|gained|leaked|destroyed|disrupted|intruded|broke'
const english = [
  `was|were|been|be|is|are ~2 ${made} out? ~2 by <party>`, `${made} out? ~2 by <foe>`, `was|were|been|be|is|are ~2 ${made} out? by ~11 as <actor>`, 'conduct*|perform* ~5 for <foe>',
  'sponsored|run|directed|backed|controlled|operated|compromised|hacked|breached|targeted|infiltrated|penetrated|ordered|funded|commanded|tasked|attacked|supported|financed by <foe>',
  'publicly|widely|closely|directly|reportedly? associated|affiliated|linked|tied|connected with|to <foe>',
  'has|have|had ~1 attributed ~14 to <foe>', 'attributed|attributes|attributing|attribute ~14 to <foe>', 'they traced ~4 to <foe>', 'traced|tied|linked|connected ~10 to <foe>', 'linked|tied the group|hackers to <object> into? <object>?',
  'publicly|officially|formally|openly|directly? blamed|blames|blame|blaming <foe>', 'blamed ~8 on <foe>', 'accused|accuses|accusing|accuse <foe> of ~3 <object>', 'accused|accuses|accusing|accuse <foe>',
  'identified|identifying|identify|identifies|named|naming ~5 as <foe>', 'names|named|naming <foe>', 'pointed|pointing|point|points ~4 at|to <foe>', 'held|hold|holds|holding <foe> ~1 responsible|accountable',
  '<doer> was|is|were|are ~3 responsible for <object>', '<foe> was|is|were|are ~3 behind both|it|them|this? <object>?', '<place> was|is|were|are implicated in <quoted>', '<foe> was|is|were|are implicated in <object>',
  `<doer> has|have|had|also|likely|successfully? also|likely|been|repeatedly|successfully? ${did} out|into|access|off? <object>`, '<doer> is|are|was|were|has ~1 exploiting|targeting|attacking|hacking|running|conducting <object>', '<doer> exploiting|targeting|attacking <object>', '<doer> used|uses|using ~5 to ~1 compromise|breach|access|attack|target|steal|exploit <object>', '<doer> targeted|targets <object>', '<doer> claimed|claims responsibility for? <object>?',
  'cyberattacks|cyberattack|attacks|attack|campaign|campaigns|operation|operations|hackers|intrusion|intrusions|activity|espionage from|by <foe>',
  'working|acting|operating|operate|operates|works|work|act|acts on|at|in? behalf|behest|direction|service? of|for <foe>', 'collect*|gather* ~1 information|intelligence ~1 for <foe>', 'on behalf of <foe>', 'at the behest of <foe>',
  'belong*|belonged to ~7 <actor>', 'part|unit|units of <foe>', '<foe> was|were|is|are ~2 involved', 'confirm* <actor> link*|involvement to|in <object>', 'the ~4 connection|link|links to <actor> had|has|have|was|been? been? confirmed|established?', 'jointly|publicly? exposed|expose|exposes|exposing <foe> operations|activity|activities|campaign|operation', 'originat* ~2 from|in <foe>', 'responsibility|responsible ~2 of|lies|rests with|of <foe>', 'hand|hands|handiwork|work of <foe>',
]
const czech = [
  'kybernetick*? útok|útoku|útokům|útoky|útoků|kampaň|kampaně|operace|operaci|aktivity ~1 skupiny|skupin|hackerů <actor>', 'způsob ~9 odpovídá|odpovídají ~1 <foe>', 'odpovídá|odpovídají ~1 <foe>', 'kter* ~3 řídí|ovládá|provozuje|financuje|sponzoruje|podporuje ~3 <foe>',
  'za ~6 stojí|stál|stála|stáli|stály|stálo ~4 <foe>', '<doer> ~2 stojí|stál|stála|stáli|stály ~1 za <object>', 'stojí|stál|stála|stáli|stály ~2 <foe>', 'přips* ~9 <foe>', 'přisoudil*|přisuzuj*|přičít*|přičetl* ~9 <foe>', 'obvinil*|obviňuj*|viní|vinil* ~3 <foe>', 'označil* ~3 <foe> ~2 za ~3 viník*|původc*|pachatel*|odpověd*|zodpověd*', 'za původce|viníka|pachatele ~6 označil* ~2 <foe>', 'spojovan*|spojen*|spojuj* ~4 s|se ~2 <foe>', 'napojen*|vázan*|navázan* na <foe>', 'řízen*|ovládan*|sponzorovan*|podporovan*|financovan* <foe>', 've ~1 prospěch|službách <foe>', 'pracuj*|pracoval* pro <foe>', '<doer> je|jsou|byl*|byla|nese ~1 odpovědn*|zodpovědn* ~1 za <object>', 'proved*|spáchal*|provádě*|zaútočil*|napadl* ~2 <foe>', '<doer> ~2 proved*|provád*|spáchal*|zaútočil*|napadl*|pronikl*|útočil*|ukradl*|zneuži* na|do|k? <object>', 'útok*|útoky|aktivity|kampaň ~2 z <foe>', 'součást* ~1 <foe>', 'spad* pod <foe>', 'jednotk* ~2 <foe>',
]
const finders = { en: patternFinder(english.map((source) => pattern(source, source, parts))), cs: patternFinder(czech.map((source) => pattern(source, source, parts))) }

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

const starts = new Set(['the', 'a', 'an', 'another', 'organisations', 'organizations', 'individuals', 'hackers', 'actors', 'groups', 'group', 'skupina', 'hackeři', 'publicly', 'widely', 'closely', 'directly', 'reportedly', 'has', 'have', 'had', 'officially', 'formally', 'jointly', 'exposed', 'openly', 'ruská', 'čínská'])
export const mayStart = (doc: Doc, at: number) => doc.at[at]?.first === at || doc.nationalities.has(at) || starts.has(word(doc, at))

const actorBefore = (doc: Doc, before: number): string | null => {
  for (let at = before - 1; at >= 0 && before - at < 120; at--) if (doc.at[at]?.type === 'actor') return doc.at[at]!.value
  return null
}

/** Who is held responsible, from the verb that says so to the party or the act. */
export function findAttributions(doc: Doc): Phrase[] {
  const find = finders[doc.language]
  const found: (Phrase & { shape: string })[] = []
  for (let at = 0; at < doc.list.length; at++) {
    if (!doc.list[at]!.word.letters) continue
    for (const hit of find(doc, at, sentenceEnd(doc, at), mayStart(doc, at))) {
      const value = partyName(doc, hit.first, hit.end) ?? (hit.value.includes('the group|') ? actorBefore(doc, hit.first) : null)
      if (value !== null) found.push({ first: withSubject(doc, hit.first), end: hit.end, value, rule: 'attribution', shape: hit.value })
    }
  }
  return longest(found).map(({ shape, ...phrase }) => {
    const strength = strengthIn(doc, phrase.first)
    const by = attributorOf(doc, phrase.first, phrase.end)
    return { ...phrase, rule: `attribution:${shape.split(' ').find((each) => !each.startsWith('<') && !each.endsWith('?') && !each.startsWith('~'))?.split('|')[0] ?? 'phrase'}`, ...(strength ? { strength } : {}), ...(by && by !== phrase.value ? { by } : {}) }
  })
}
