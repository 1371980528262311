import { raw, sentenceEnd, word, type Doc } from './doc.ts'
import { longest, mayStart, type Phrase } from './attributions.ts'
import { foe, party } from './parties.ts'
import { object, pattern, patternFinder, type Part } from './pattern.ts'

/** The kinds of the gold guidelines, each one a response type of the incident model ("call-to-refrain" excepted). */
export const responseKinds = ['public-attribution', 'statement-of-support', 'summons-of-ambassador', 'sanctions', 'indictment', 'expulsion', 'technical-advisory', 'denial', 'condemnation', 'call-to-refrain', 'other'] as const
export type ResponseKind = (typeof responseKinds)[number]

const nation: Part = (doc, at) => doc.nationalities.get(at)?.end ?? (doc.at[at]?.type === 'place' ? doc.at[at]!.end : -1)
const name: Part = (doc, at) => (doc.at[at] && doc.at[at]!.type !== 'date' ? doc.at[at]!.end : -1)
const body: Part = (doc, at) => (doc.at[at]?.type === 'organisation' ? doc.at[at]!.end : -1)
/** To the end of the clause. */
const clause: Part = (doc, first, limit) => {
  let at = first
  while (at < limit && at < first + 16 && !['.', ';', ',', '”', '“', '"', '„', '?', '!'].includes(raw(doc, at))) at++
  return at > first ? at : -1
}
/** A verb with what belongs to it, as far as "and" or "against". */
const act: Part = (doc, first, limit) => {
  let at = first
  while (at < limit && at < first + 11 && !['.', ';', ',', '”', '“', '"', '„', '?', '!', 'and', 'against', 'that', 'which', 'in', 'over'].includes(word(doc, at))) at++
  return at > first ? at : -1
}
/** To the end of the quoted or written sentence, commas included. */
const rest: Part = (doc, first, limit) => {
  let at = first
  while (at < limit && at < first + 40 && !['.', ';', '”', '“', '"', '„', '?', '!'].includes(raw(doc, at))) at++
  while (at > first && raw(doc, at - 1) === ',') at--
  return at > first ? at : -1
}
/** Names in a list: "Wuhan XRZ, Zhao Guangzong and Ni Gaobin". */
const listed: Part = (doc, first, limit) => {
  let at = object(doc, first, limit)
  if (!doc.at[first]) return at
  while (at > 0 && at < limit && [',', 'and'].includes(word(doc, at)) && (doc.at[at + 1] || doc.at[at + 2] && word(doc, at + 1) === 'and')) at = doc.at[at + 1] ? doc.at[at + 1]!.end : doc.at[at + 2]!.end
  return at
}
const parts = { act, nation, name, body, clause, rest, listed, object, party, foe }

const envoy = 'ambassador|envoy|ambassadors|chargé|charge'
const english: readonly (readonly [ResponseKind, string])[] = [
  ['summons-of-ambassador', `summon*|summoned the|its|their? ~5 ${envoy} d? ’|'? affaires?`], ['summons-of-ambassador', `<nation> ${envoy} d? ’|'? affaires? ~2 summoned`], ['summons-of-ambassador', `${envoy} ~4 summoned`],
  ['sanctions', 'impose*|imposing|announce*|announcing|adopt*|levied|slapp*|unveil*|introduc*|extend*|issued ~4 sanctions against|on|targeting <listed>'], ['sanctions', 'impose*|imposing|announce*|announcing|adopt*|levied|slapp*|unveil*|introduc* ~4 sanctions'], ['sanctions', 'sanctioned|sanctioning <listed>'], ['sanctions', 'assets ~4 frozen'], ['sanctions', 'froze|frozen|freezing ~3 assets of? <object>?'], ['sanctions', 'barred|banned from <clause>'], ['sanctions', 'added ~8 to ~2 sanctions|entity list'], ['sanctions', 'imposed ~4 asset|travel freeze*|ban*'],
  ['indictment', 'seven|six|five|four|three|two|twelve|ten|nine|eight|dozen|\\d? <nation> ~2 nationals|hackers|citizens|officers|spies|operatives charged|indicted'], ['indictment', 'charged|indicted|charging|indicting ~3 <name>'], ['indictment', 'charged|indicted|charging|indicting ~2 <nation> ~2 nationals|hackers|officers|citizens|operatives'], ['indictment', 'charging|charged|indicted ~2 nationals|members|officers|hackers|citizens of <object>'], ['indictment', 'indictment ~2 unsealed|returned|filed'], ['indictment', 'unsealed|returned|announced|filed ~2 indictment|charges against? <object>?'], ['indictment', 'issued|issue ~3 arrest warrant* for|against? <object>?'], ['indictment', 'charges ~3 against <object>'],
  ['expulsion', 'expel*|expelled|expelling ~5 diplomats|ambassador|officers|staff|attaché|officials|personnel|spies'], ['expulsion', 'declared ~8 persona|personae non grata*'], ['expulsion', 'diplomats ~4 expelled'], ['expulsion', 'ordered ~6 diplomats|embassy|staff|ambassador ~2 to leave'],
  ['technical-advisory', 'releas*|issu*|publish*|put ~5 advisory|guidance|alert|advisories'],
  ['denial', 'categorically|firmly|strongly|flatly|repeatedly|vehemently? denied|denies|deny|denying <object>'], ['denial', 'rejected|rejects|rejecting|reject|dismissed|dismisses|dismissing|refuted|refutes ~2 allegation*|accusation*|claim*|charge*|report*|finding*|assertion*'],
  ['condemnation', 'strongly|firmly|unequivocally|utterly|resolutely? condemn|condemns|condemned|condemning <object>'], ['condemnation', 'issued|issue|joined|expressed ~3 condemnation of? <object>?'], ['condemnation', 'denounced|denounces|denounce|deplored|deplores|deplore <object>'],
  ['statement-of-support', 'express*|expressing|voic*|pledg*|reiterat*|offer*|extend*|provid*|declare* ~4 support|solidarity to|for|with <object>'], ['statement-of-support', 'express*|voic*|pledg*|declare* ~3 solidarity'], ['statement-of-support', 'stand|stands|stood ~2 with <object>'], ['statement-of-support', 'stand|stands|stood in solidarity with <object>'], ['statement-of-support', 'in full? solidarity with <object>'],
  ['call-to-refrain', 'call*|calling on|upon <object> , including <name> , to <act>'], ['call-to-refrain', 'call*|calling on|upon <object> to <act>'], ['call-to-refrain', 'urge|urged|urges|urging <object> to …? <act>'], ['call-to-refrain', 'demand*|demanding ~1 that <party> <clause>'], ['call-to-refrain', '<foe> must|should|needs|ought|shall <clause>'], ['call-to-refrain', 'states should not <clause>'], ['call-to-refrain', 'urged|urge|urges <party> ~2 to <act>'],
  ['public-attribution', 'publicly|formally|officially|openly|jointly attribut*|blam*|accus*|attributing <party>'], ['public-attribution', 'publicly|formally|officially|jointly|openly attributed ~10 to <foe>'], ['public-attribution', 'call|called|calls|calling out'], ['public-attribution', 'made|issued|make|making|published ~3 attribution'], ['public-attribution', 'names|blames <foe>'], ['public-attribution', 'publicly|formally|officially|openly named|identified <foe>'], ['public-attribution', 'jointly|publicly exposed|exposes|exposing|named <object>'],
  ['other', 'recall*|recalled ~3 ambassador|envoy ~1 for? consultations?'], ['other', 'offer*|offering|announced a? ~2 reward* of|up? ~2 up? to? $? ~3 million'], ['other', 'offer* a? ~1 reward'], ['other', 'raised ~4 with <object>'], ['other', 'sever*|severed|cut|cuts|broke ~2 diplomatic ties|relations with? <object>?'], ['other', 'démarche|demarche to|with|against <object>'],
]
const czech: readonly (readonly [ResponseKind, string])[] = [
  ['summons-of-ambassador', 'předvol* ~6 velvyslan*'], ['summons-of-ambassador', 'předvol* ~2 chargé d? ’|\'? affaires? <body>?'], ['summons-of-ambassador', 'nechal*|nechala ~3 předvolat ~5 velvyslan*'], ['summons-of-ambassador', 'velvyslan* ~4 předvol*'], ['summons-of-ambassador', 'předvolání ~2 velvyslan*'],
  ['sanctions', 'uvalil*|zavedl*|schválil*|vyhlásil*|přijal*|oznámil*|uvalila ~4 sankce na|proti? <listed>?'], ['sanctions', 'sankcionoval* <listed>'], ['sanctions', 'zařadil*|přidal*|zapsal* ~6 na ~1 sankční* seznam*'], ['sanctions', 'zmrazil* ~3 majetek|aktiva <object>?'],
  ['indictment', 'obžaloval*|obvinil*|obvinila ~3 <name>'], ['indictment', 'obžaloval*|obvinil* ~3 hacker*|občan*|důstojník*|příslušník* <name>?'], ['indictment', 'podal*|vznesl*|zveřejnil* ~2 obžalob*|obvinění na|proti? <object>?'], ['indictment', 'vydal* ~3 zatykač* na? <object>?'],
  ['expulsion', 'vyhostil*|vyhostí|vyhostila|vypověděl* ~5 diplomat*|velvyslan*|pracovník*|zaměstnanc*|důstojník*'], ['expulsion', 'vyhoštění ~3 diplomat*'],
  ['technical-advisory', 'technick* doporučení'], ['technical-advisory', 'vydal*|zveřejnil*|publikoval* ~3 varování|upozornění|doporučení'],
  ['denial', 'odmítl*|odmítá|odmítaj*|popřel*|popírá|popíraj*|dementoval* ~2 obvinění|nařčení|tvrzení|podíl|účast|odpovědnost'], ['denial', 'obvinění|nařčení|tvrzení|podíl ~2 odmítl*|odmítá|popřel*|popírá'], ['denial', 'popřel*|popírá <object>'],
  ['condemnation', 'důrazně|ostře|rozhodně? odsoudil*|odsuzuj* <object>'], ['condemnation', 'činnost|útok|útoky|jednání|aktivity|kroky <object>? ~1 odsoudil*|odsuzuj*'], ['condemnation', 'odsoudil*|odsoudila'],
  ['statement-of-support', 'vyjádřil*|vyjádřila|projevil*|vyslovil* ~5 solidaritu|podporu <nation>?'], ['statement-of-support', 'solidarit* s <object>'], ['statement-of-support', 'podpořil*|podpořila <name>'],
  ['call-to-refrain', 'vyzv*|vyzýv*|vybíz* ~2 <party> , aby <rest>'], ['call-to-refrain', 'vyzv*|vyzýv* <party> k <clause>'], ['call-to-refrain', '<party> musí|by měl* <clause>'],
  ['public-attribution', 'veřejně|formálně|oficiálně připsal*|přisoudil*|obvinil*|označil* ~8 <party>'],
  ['other', 'odvolal*|povolal* ~4 velvyslan*'], ['other', 'vypsal*|nabídl*|nabízí ~3 odměnu'],
]
const finders = {
  en: patternFinder(english.map(([kind, source]) => pattern(source, kind, parts))),
  cs: patternFinder(czech.map(([kind, source]) => pattern(source, kind, parts))),
}
/** Diplomatic, political and legal measures and reactions, usually a verb and its object. */
export function findResponses(doc: Doc): Phrase[] {
  const find = finders[doc.language]
  const found: Phrase[] = []
  for (let at = 0; at < doc.list.length; at++) {
    if (!doc.list[at]!.word.letters) continue
    const hits = find(doc, at, sentenceEnd(doc, at), mayStart(doc, at))
    for (const { first, end, value } of hits) found.push({ first, end, value, rule: `response:${value}` })
  }
  return longest(found)
}
