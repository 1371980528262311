const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Services of states that such attributions name. */
export const services = set('GRU SVR FSB MSS MOIS IRGC RGB PLA FSO KGB MPS IRGC-CEC GU Kremlin Kreml Kremlu Kremlem')
/** States that such attributions name most; an attribution by others' words may name any. */
export const accusedStates = set('RU CN KP IR BY VN SY')
/** Their capitals, which stand for them. */
export const accusedCapitals = set('Moscow Beijing Tehran Teheran Pyongyang Minsk')

/** Nouns for those who act: they may lead to the name of a party or follow its nationality. */
const nouns = set(`actor actors hackers hacker group groups organisations organizations individuals entity entities officers operatives spies unit units team cyber threat persons agents contractors cybercriminals operators state authorities intelligence services service agency agencies regime military government espionage attackers attacker intruders adversary adversaries collective gang cluster set hacktivists hacktivist leadership state-actor proxies criminals crew
stát vláda vlády vládě vládu vládou tajné tajná tajných tajným služby služba služeb službám službu špioni agenti důstojníci`)
const nounStems = ['hacker', 'hackeř', 'aktéř', 'operátoř', 'agent', 'skupin', 'rozvědk', 'aktér', 'útoční', 'zpravodajsk', 'špion', 'důstojní', 'operátor', 'hacktivist', 'hektivist', 'kolektiv', 'režim', 'jednot', 'tajn', 'služb', 'služeb', 'agentur']
/** What stands between such a noun and the name: "linked to", "napojená na". */
const joins = set('linked tied affiliated working connected backed sponsored associated acting operating controlled directed funded supported aligned nexus run from within located based řízená řízené řízenou pracující působící')
const joinStems = ['napojen', 'spojovan', 'spojen', 'sponzorovan', 'podporovan', 'navázan', 'propojen', 'spřízněn', 'ovládan', 'řízen', 'placen', 'spjat']
/** Small words inside such a noun phrase, not in front of it. */
export const between = set('to with for by on behalf of the known as na s se pro called named tracked also inside so-called allegedly purportedly reportedly believed suspected thought widely closely likely probably údajně zřejmě pravděpodobně nejspíš nejspíše právě tzv zvaná jménem názvem pod známá známé známou z ze u')
const described = set(`secret special security hacking cyberespionage espionage sponsored malicious notorious same state government hacker cyber advanced persistent military civilian foreign hostile elite prolific sophisticated suspected alleged several two three four five multiple various infamous civil
kybernetická kybernetické kybernetickou kybernetických hackerská hackerské hackerskou hackerských špionážní státní státem státních vládní vládou vojenská vojenské vojenskou vojenských vojenským civilní zahraniční nechvalně dvě tři čtyři pět několik nejméně tatáž stejná stejné stejnou proruská proruské proruskou prokremelská přímo úzce tamní tamními tamním cizí nejmenovaná`)

const classes = new Map<string, 'noun' | 'join' | 'described' | 'none'>()
const starts = (lower: string, stems: readonly string[]) => stems.some((stem) => lower.startsWith(stem))
/** What a word of lower case is to the name of a party; worked out once for each word. */
export function partyWord(lower: string): 'noun' | 'join' | 'described' | 'none' {
  const known = classes.get(lower)
  if (known !== undefined) return known
  const found = nouns.has(lower) || starts(lower, nounStems) ? 'noun' : joins.has(lower) || starts(lower, joinStems) ? 'join' : described.has(lower) ? 'described' : 'none'
  if (classes.size > 100_000) classes.clear()
  classes.set(lower, found)
  return found
}
