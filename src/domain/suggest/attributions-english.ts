/**
 * English ways of saying who is responsible, in the notation of pattern.ts. Words in braces are the lists below. `^` is where
 * the phrase begins when words in front of it are there only to tell who is meant.
 */
const deed = 'cyberattack|cyberattacks|attack|attacks|campaign|campaigns|operation|operations|intrusion|intrusions|activity|activities|espionage|breach|breaches|hack|hacks|hacking|compromise|compromises|interference|attempt|attempts|effort|efforts|leak|leaks|theft|incident|incidents|sabotage|exploitation|infiltration|spying|meddling|phishing|behaviour|behavior|actions|raid|raids|assault|assaults|penetration'
const cyberDeed = 'cyberattack|cyberattacks|hack|hacks|hacking|espionage|cyberespionage|interference|meddling|involvement|complicity|spying'
const be = 'is|are|was|were|be|been|being'
const aux = 'is|are|was|were|be|been|being|has|have|had|stands|stood|remains'
const made = 'carried|conducted|perpetrated|committed|launched|orchestrated|executed|staged|mounted|masterminded|performed|undertaken|waged'
const done = 'sponsored|run|directed|backed|controlled|operated|compromised|hacked|breached|targeted|infiltrated|penetrated|ordered|funded|commanded|tasked|attacked|financed|developed|created|deployed|planted|stolen|leaked|hit|disabled|disrupted|infected|exploited|accessed|managed|overseen|led|employed|hired|recruited|coordinated|guided|harboured|written|exfiltrated|waged|instigated|initiated|engineered|devised|planned|manipulated|defaced|wiped|copied|taken|motivated|supported'
/** What groups and services do to others; a state or an embassy may do some of it in other ways. */
const hostile = 'breached|compromised|hacked|infiltrated|penetrated|exploited|stole|stolen|infected|exfiltrated|leaked|intruded|broke|broken|defaced|hijacked|wiped|sabotaged|spied|phished|carried|conducted|perpetrated|orchestrated|attacked|accessed|destroyed|disrupted|siphoned|intercepted'
const general = 'launched|gained|hit|staged|mounted|obtained|interfered|meddled|crippled|copied|harvested|maintained|executed|masterminded|engaged|took|taken|knocked|carried'
const adverb = 'also|likely|successfully|repeatedly|been|allegedly|reportedly|probably|previously|recently|then|later|since|again|secretly|actively|deliberately|already|almost|certainly'
const work = 'work|works|worked|working|act|acts|acted|acting|operate|operates|operated|operating|spy|spies|spied|spying|hacked|hacking'
const sure = 'almost|highly|most|very? certainly|likely|probably|possibly?'
const authority = 'behalf|behest|direction|control|orders|instructions|auspices|supervision|command|service|pay|guise|umbrella|employ|guidance|tutelage'

export const englishAttributions: readonly string[] = [
  // Nouns for the deed, and whose it is.
  `malicious|hostile|destructive|disruptive? cyber|cyberespionage|espionage|hacking|influence|reckless? ${deed} from|by <foe>`, `series|wave|string|spate of ~3 ${deed} by|from <foe>`,
  `<state> ’|' s ~2 malicious|cyber|hostile|hacking|covert|clandestine|reckless|irresponsible ~1 ${deed}`, `<state> ’|' s ~1 ${cyberDeed} in|of|against|with? <object>?`, `<state> ’|' s use of <object>`, `<state> ’|' s ~1 attempts|attempt|efforts to <object>`,
  'hackers|hacker|intruders|attackers|spies from <foe>', `${sure} the? work|handiwork|doing of <foe>`, 'hand|hands|handiwork of <foe>', 'involvement|role|complicity|responsibility of|by <foe>', 'hallmarks|fingerprints|trademarks of <foe>', 'consistent with ~5 <actor>',
  // Passives.
  `${be} ~2 ${made} out? ~2 by <party>`, `${made} out? ~2 by <foe>`, `${be} ~2 ${made} out? by ~11 as <actor>`, `${done} ~2 by <foe>`, 'launched|conducted|directed|routed|run|coordinated ~1 from <state>', 'come|comes|came|coming|stem|stems|stemmed|emanate|emanated|emanating ~1 from <foe>', 'originat* ~2 from|in <foe>',
  // Ties.
  `${sure} publicly|widely|closely|directly|reportedly|long|strongly? associated|affiliated|linked|tied|connected|aligned|subordinate|subordinated|attached|answerable|beholden with|to <foe>`,
  'assessed? to? have|has|had ~2 links|ties|connections to|with <foe>', 'answer|answers|answered|report|reports|reported|reporting|belong|belongs|subordinated directly? to <foe>', 'belong*|belonged to ~7 <actor>',
  `${work} ~2 for <foe>`, 'conduct*|perform* ~5 for <foe>', `${work} ~2 in|at|on|under the? direct? ${authority} of <foe>`, `in|at|on|under the? direct? ${authority} of <foe>`, `${work} out of <state>`, `assessed ~1 to be ~2 state - sponsored and? ${work} out? of|from <state>`, `${work} from <state>`,
  'collect*|gather* ~1 information|intelligence ~1 for <foe>', 'part|unit|units of <foe>', 'front|proxy|proxies|cover ~2 for <foe>',
  // Verbs of those who attribute.
  'has|have|had ~1 attributed|ascribed ~14 to <party>', 'attributed|attributes|attribute|attributing|ascribed|ascribes|ascribing ~14 to <party>', 'they traced ~4 to <foe>', 'traced|tied|linked|connected ~10 to|with <foe>', 'link|links|linking|tie|ties|tying|trace|traces|connect|connects <object> ~4 to|with <foe>', 'attribution of ~8 to <party>', '@ linked|tied|traced|connected the group|hackers|intruders|actors to <object> into? <object>?', '@ traced|tied|linked|connected|attributed ~8 to the same group|actor|actors|hackers|unit',
  'publicly|officially|formally|openly|directly|jointly? blamed|blames|blame|blaming <foe> for <object>', 'publicly|officially|formally|openly|directly|jointly? blamed|blames|blame|blaming|suspects|suspected|implicated|implicates|implicating <foe>', 'blamed|blames|blaming|pinned|pins|pinning ~8 on <foe>', 'lay|lays|laid|laying|put|puts|placed|place|placing|pin|pins|pinned ~2 blame|responsibility ~8 on|with|at <foe>',
  'publicly|officially|formally|openly? accused|accuses|accusing|accuse <foe> of ~3 <object>', 'publicly|officially|formally|openly? accused|accuses|accusing|accuse <foe>',
  'identified|identifying|identify|identifies|named|naming|unmasked|unmasking|exposed|revealed ~5 as <foe>', 'names|named|naming|singled out? <foe>', 'named|names|naming|identified|identifies|identifying <foe> as ~3 perpetrator|perpetrators|culprit|culprits|author|authors|source|responsible|attackers for? <object>?', 'called|calls|calling out <foe>',
  'pointed|pointing|point|points ~4 at|to|towards|toward <foe>', 'held|hold|holds|holding <foe> ~1 responsible|accountable for <object>', 'held|hold|holds|holding <foe> ~1 responsible|accountable', 'denounced|denounces|condemned ~2 as ~5 of|by|from <foe>',
  'jointly|publicly? exposed|expose|exposes|exposing <foe> operations|activity|activities|campaign|operation', `exposed|expose|exposes|exposing ~4 ${deed} by|of|from <foe>`, 'suspicion|suspicions ~2 on <foe>', 'confirm* <actor> link*|involvement to|in <object>', 'the ~4 connection|link|links to <actor> had|has|have|was|been? been? confirmed|established?',
  // The party as the one who is responsible.
  `<doer> <aside>? ${aux} ~5 responsible|accountable|culpable for <object>`, `<state> ${aux} ~5 responsible|accountable|culpable for <object>`, '<foe> ^ responsible for <object>', '<foe> bears|bore|bear|carries ~2 responsibility for? <object>?', 'responsibility|responsible ~6 of|lies|rests|falls with|of|on <foe>',
  `<foe> <aside>? ${aux} ~3 behind both|it|them|this? <object>?`, `<foe> ${aux} ~3 to blame for? <object>?`, '<place> was|is|were|are implicated in <quoted>', `<foe> ${aux} ~3 implicated|involved|complicit in <object>`, '<foe> was|were|is|are ~2 involved', '<foe> played|plays|had ~2 role|part|hand in <object>', 'perpetrators|perpetrator|culprit|culprits|attackers|intruders was|were|are|is ~3 <foe>',
  '<actor> claimed|claims ~1 responsibility for? <object>?', 'claimed by <actor>',
  // The party as the one who acts.
  `<doer> <aside>? has|have|had|${adverb}? ${adverb}? ${adverb}? ${hostile} out|into|off|access|on? <object>`, `<group> <aside>? has|have|had|${adverb}? ${adverb}? ${adverb}? ${general} out|into|off|access|on? <object>`,
  `<state> has|have|had|${adverb}? ${adverb}? ${adverb}? hacked|breached|compromised|infiltrated|penetrated <object>`, `<state> has|have|had|${adverb}? ${adverb}? conducted|launched|perpetrated|orchestrated|carried|committed out? ~4 cyberattack|cyberattacks|cyber|hacking|espionage|attack|attacks|intrusion|intrusions|intrusive? ${deed}?`, `<state> has|have|had|${adverb}? meddled|interfered|spied in|on <object>`,
  '<doer> <aside>? is|are|was|were|has|have|been been? exploiting|targeting|attacking|hacking|running|conducting|spying|stealing|preparing on|for? <object>', '<doer> exploiting|targeting|attacking|hacking <object>', '<group> <aside>? used|uses|using ~5 to ~1 compromise|breach|access|attack|target|steal|exploit|infiltrate|penetrate <object>', '<doer> <aside>? targeted|targets|target <object>', '<group> maintain|maintains|exploit|exploits|hit|hits|steal|steals|hack|hacks|breach|breaches <object>', '<group> <aside>? has|have|had? tried|sought|attempted to ~1 <object> of? <object>?',
]
