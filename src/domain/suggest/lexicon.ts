import { addPhrase, newPhrases, type Phrases } from './phrases.ts'
import type { SuggestVocabularies } from './types.ts'

export type ActorName = { name: string; alias: string; id: string | null; country: string | null; doubtful: boolean }
export type Lexicon = {
  actors: Phrases<ActorName>
  /** "apt 31" and the like to the primary name. */
  byCode: Map<string, ActorName>
  malware: Phrases<{ name: string; doubtful: boolean }>
  techniques: Phrases<string>
}

/** Names that are words of the language too: taken only where the words around say what they are. */
const commonActors = new Set(['snake', 'mercury', 'zinc', 'nickel', 'chameleon', 'mirage', 'armageddon', 'iridium', 'radium', 'cleaver', 'equation', 'axiom', 'silence', 'inception', 'bitter', 'play', 'confucius', 'chimera', 'strider', 'patchwork', 'platinum', 'akira', 'rocke', 'rancor', 'potassium', 'krypton', 'iodine', 'strontium', 'barium', 'thallium', 'plutonium', 'actinium', 'tantalum', 'yttrium', 'electrum', 'leviathan', 'waterbug', 'machete', 'dragonfly', 'stonefly', 'seedworm', 'windshift', 'higaisa', 'poseidon', 'elderwood', 'gallium', 'dark halo', 'curium', 'polonium', 'hexane', 'neodymium', 'promethium', 'telebots', 'altaire', 'whitefly', 'windigo', 'rtm', 'appleseed', 'evilnum', 'carbanak', 'applejeus', 'magic hound', 'contagious interview'])
const commonMalware = new Set('anchor carbon chaos cannon covenant crimson cuba denis disco emissary empire epic expand explosive ferocious flame havoc kevin lucifer mango maze meteor milan mosquito mythic ninja octopus pandora play pony prestige proton responder rover royal ruler samurai shark solar spark wiper akira medusa embargo conti mori donut peppy dok kessel naid elise calendar crutch machete reaver seasalt sardonic ramsay turian torisma valak clop bazar bandook astaroth attor avenger chaes chinoxy comnie doki duqu ebury gazer komplex kivars kasidet lurid spica squirrelwaffle umbreon vermin zlib winmm plead biscuit backspace bookworm badnews flashflood homefry elmer griffon reptile spaceship shipshape uppercut textmate zipline pacemaker turnedup get2 orz out1 rtm ps1 msmm bbk abk sys10 net reg connectwise mispadu manjusaka mythic impacket apostle pasam pacu anubis rclone remcos solar'.split(' '))
/** Part of the operating system or of everyday administration, though ATT&CK lists them as tools. */
const everyday = new Set('net reg cmd ping at arp tor route ftp certutil netsh netstat ipconfig ifconfig attrib schtasks tasklist systeminfo esentutl dsquery nbtstat wevtutil expand forfiles bitsadmin connectwise remoteutilities rawdisk cipher.exe sdelete psexec nltest frp ngrok'.split(' '))
/** Malware and tools of the cases that ATT&CK 18 does not list or writes otherwise. From public reports. */
const moreMalware = ['Moobot', 'EDRSandBlast', 'DSInternals', 'GraphicalProton', 'Rsockstun', 'Sorefang', 'WellMess', 'WellMail', 'X-Agent', 'X-Tunnel', 'Sofacy', 'GooseEgg', 'HeadLace', 'Headlace', 'STEELHOOK', 'MASEPIE', 'OCEANMAP', 'Cyclops Blink', 'AcidRain', 'AcidPour', 'EternalBlue', 'DoublePulsar', 'SUNBURST', 'Solorigate', 'TEARDROP', 'GoldMax', 'Cobalt Strike', 'Mimikatz', 'Metasploit', 'China Chopper', 'Brute Ratel', 'Snake malware', 'COATHANGER', 'Pegasus', 'Predator', 'FinSpy', 'ZeroCleare', 'ROADSWEEP', 'CHIMNEYSWEEP', 'No-Justice', 'Industroyer2', 'CaddyWiper', 'IsaacWiper', 'HermeticWiper', 'WhisperGate', 'DarkSide', 'LockBit', 'NotPetya', 'Petya', 'BadRabbit', 'Bad Rabbit', 'Olympic Destroyer', 'BlackEnergy', 'Triton', 'TRITON', 'Stuxnet', 'Kazuar', 'ComRAT', 'LoJax', 'Zebrocy', 'Drovorub', 'Jaguar Tooth', 'Infamous Chisel', 'Chisel', 'ReGeorg', 'Neo-reGeorg', 'SocGholish', 'KV Botnet', 'KV-botnet', 'VPNFilter', 'Dridex', 'Emotet', 'TrickBot', 'Ryuk', 'Conti ransomware', 'WannaCry', 'PlugX', 'ShadowPad', 'RAWDOOR', 'DropCat', 'TONESHELL', 'SoftEther', 'SparrowDoor', 'Responder.py', 'Sharphound', 'SharpHound', 'BloodHound', 'Certipy', 'ADExplorer', 'CredoMap', 'Graphite', 'BeardShell', 'SlimAgent', 'NotDoor', 'LameHug', 'LAMEHUG', 'Authentic Antics', 'GammaLoad', 'GammaSteel', 'LitterDrifter', 'RomCom', 'DarkCrystal RAT', 'DCRat', 'Remcos RAT', 'AsyncRAT', 'SUPERNOVA', 'Raindrop', 'FoggyWeb', 'MagicWeb', 'BoomBox', 'EnvyScout', 'NativeZone', 'VaporRage', 'Zerologon', 'Fast Reverse Proxy', 'FRP', 'Impacket', 'TINYSHELL', 'UpdateAgent', 'GooseEgg', 'COSMICENERGY', 'PIPEDREAM', 'INCONTROLLER', 'Fuxnet', 'FrostyGoop', 'PathWiper', 'Demodex', 'GhostSpider', 'J-magic', 'Raptor Train', 'Play ransomware', 'Dtrack', 'NukeSped', 'FASTCash', 'AppleJeus', 'TraderTraitor', 'BlindingCan', 'Manuscrypt', 'IOCONTROL', 'MuddyC2Go', 'BugSleep', 'SPICA', 'LOSTKEYS', 'WINELOADER', 'ROOTSAW', 'GRAPELOADER', 'QUARTERRIG', 'SNOWYAMBER', 'HALFRIG', 'Tomiris', 'Crutch', 'Carbon backdoor', 'Uroburos', 'TinyTurla', 'Ligolo']
/** Personas and groups that the shipped vocabularies do not name. From public reports. */
const moreActors: readonly (readonly [string, string | null, ...string[]])[] = [
  ['Guccifer 2.0', 'RU'], ['DCLeaks', 'RU'], ['Fancy Bears’ Hack Team', 'RU'], ['CyberBerkut', 'RU'], ['CyberCaliphate', 'RU', 'Cyber Caliphate'], ['KillNet', 'RU', 'Killnet'], ['NoName057(16)', 'RU', 'NoName057'], ['Anonymous Sudan', null], ['XakNet', 'RU'], ['From Russia with Love', 'RU'], ['Free Civilian', 'RU'], ['CyberArmyofRussia_Reborn', 'RU', 'Cyber Army of Russia Reborn', 'People’s Cyber Army'],
  ['Ghostwriter', 'BY', 'UNC1151', 'Storm-0257'], ['Solntsepek', 'RU'], ['Predatory Sparrow', null, 'Gonjeshke Darande'], ['CyberAv3ngers', 'IR'], ['Shadow Brokers', null], ['Charming Kitten', 'IR', 'APT35', 'Mint Sandstorm', 'PHOSPHORUS', 'TA453'], ['Imperial Kitten', 'IR', 'Tortoiseshell'], ['Refined Kitten', 'IR', 'Peach Sandstorm', 'HOLMIUM', 'Elfin'], ['OilRig', 'IR', 'APT34', 'Helix Kitten', 'Hazel Sandstorm', 'EUROPIUM'], ['Nemesis Kitten', 'IR'], ['Pioneer Kitten', 'IR', 'Fox Kitten', 'Lemon Sandstorm'], ['Cotton Sandstorm', 'IR', 'Emennet Pasargad', 'NEPTUNIUM'], ['Evil Corp', 'RU'], ['Berserk Bear', 'RU', 'Energetic Bear', 'Dragonfly', 'Crouching Yeti', 'Ghost Blizzard'], ['Ember Bear', 'RU'], ['BlackTech', 'CN', 'Palmerworm'], ['Wicked Panda', 'CN'], ['Stone Panda', 'CN'], ['Bluenoroff', 'KP', 'APT38', 'Sapphire Sleet'], ['Scarcruft', 'KP', 'APT37', 'Reaper group'], ['OceanLotus', 'VN', 'APT32'], ['Winter Vivern', 'RU', 'TA473'], ['Tonto Team', 'CN'], ['TA505', 'RU'], ['REvil', 'RU'], ['DarkSide', 'RU'], ['Winnti', 'CN'], ['Equation Group', null], ['The Com', null], ['Scattered Spider', null], ['UNC5221', 'CN'], ['UNC3886', 'CN'], ['RedHotel', 'CN'], ['Aquatic Panda', 'CN'], ['I-Soon', 'CN'], ['LockBit', 'RU'],
  ['APT28', 'RU', 'Fighting Ursa', 'BlueDelta', 'FROZENLAKE', 'Iron Twilight', 'Pawn Storm', 'Sednit', 'Tsar Team'], ['APT29', 'RU', 'Cloaked Ursa', 'BlueBravo', 'Iron Hemlock', 'Iron Ritual', 'UNC2452', 'The Dukes', 'Dark Halo'], ['Sandworm Team', 'RU', 'Razing Ursa', 'FROZENBARENTS', 'APT44', 'Iron Viking', 'Voodoo Bear', 'Seashell Blizzard'], ['Turla', 'RU', 'Pensive Ursa', 'Venomous Bear', 'Secret Blizzard', 'Waterbug'], ['Gamaredon Group', 'RU', 'Gamaredon', 'Trident Ursa', 'Primitive Bear', 'Aqua Blizzard', 'Armageddon group', 'Shuckworm'],
  ['Volt Typhoon', 'CN', 'Insidious Taurus', 'VOLTZITE'], ['Mustang Panda', 'CN', 'Stately Taurus', 'Bronze President', 'Camaro Dragon', 'Earth Preta'], ['Salt Typhoon', 'CN', 'GhostEmperor', 'FamousSparrow', 'Earth Estries', 'Operator Panda'], ['Flax Typhoon', 'CN', 'Ethereal Panda', 'RedJuliett'], ['HAFNIUM', 'CN', 'Silk Typhoon'], ['APT41', 'CN', 'Brass Typhoon', 'Double Dragon'], ['Kimsuky', 'KP', 'Velvet Chollima', 'Emerald Sleet', 'APT43', 'Sparkling Pisces'], ['Andariel', 'KP', 'Silent Chollima', 'Jumpy Pisces'], ['Lazarus Group', 'KP', 'Diamond Sleet', 'Hidden Cobra', 'Labyrinth Chollima', 'Guardians of Peace'], ['MuddyWater', 'IR', 'Static Kitten', 'Mango Sandstorm', 'Seedworm'], ['APT42', 'IR'], ['Agrius', 'IR', 'Pink Sandstorm'], ['Moses Staff', 'IR', 'Marigold Sandstorm', 'Abraham’s Ax'], ['Cyber Toufan', 'IR'], ['Handala', 'IR', 'Handala Hack'], ['SideWinder', 'IN'], ['Transparent Tribe', 'PK', 'APT36'], ['Patchwork', 'IN'], ['Storm-1516', 'RU'], ['Doppelganger', 'RU', 'Doppelgänger'], ['Cyber Partisans', 'BY'], ['Saint Bear', 'RU'],
]

const codeOf = (name: string) => name.toLowerCase().replace(/[\s‑-]/gu, '')
const isCommonWord = (name: string, list: ReadonlySet<string>) => list.has(name.toLowerCase()) || name.length < 4

function addActor(lexicon: Lexicon, alias: string, entry: Omit<ActorName, 'alias' | 'doubtful'>): void {
  const actor: ActorName = { ...entry, alias, doubtful: isCommonWord(alias, commonActors) }
  addPhrase(lexicon.actors, alias, actor)
  if (!lexicon.byCode.has(codeOf(alias))) lexicon.byCode.set(codeOf(alias), actor)
  const short = alias.replace(/ (?:Team|Group|Gang)$/u, '')
  if (short !== alias && short.length > 4) addPhrase(lexicon.actors, short, { ...actor, doubtful: actor.doubtful || isCommonWord(short, commonActors) })
}

const built = new WeakMap<SuggestVocabularies, Lexicon>()
/** The names of the vocabularies, ready to be looked up; built once for each object of vocabularies. */
export function lexiconOf(vocabularies: SuggestVocabularies): Lexicon {
  const done = built.get(vocabularies)
  if (done) return done
  const lexicon: Lexicon = { actors: newPhrases(), byCode: new Map(), malware: newPhrases(), techniques: newPhrases() }
  for (const { id, name, country, aliases } of vocabularies.actors) {
    addActor(lexicon, name, { name, id, country })
    for (const { name: alias } of aliases) if (alias !== name) addActor(lexicon, alias, { name, id, country })
  }
  for (const [name, country, ...aliases] of moreActors) {
    const { name: primary, id, country: home } = lexicon.byCode.get(codeOf(name)) ?? { name, id: null, country }
    for (const alias of [name, ...aliases]) if (!lexicon.byCode.has(codeOf(alias))) addActor(lexicon, alias, { name: primary, id, country: home })
  }
  const software = new Set(vocabularies.malware.map(({ name }) => name.toLowerCase()))
  for (const { name } of vocabularies.groups) if (!lexicon.byCode.has(codeOf(name)) && !software.has(name.toLowerCase())) addActor(lexicon, name, { name, id: null, country: null })
  for (const name of [...moreMalware, ...vocabularies.malware.map((entry) => entry.name)]) {
    if (!everyday.has(name.toLowerCase())) addPhrase(lexicon.malware, name, { name, doubtful: isCommonWord(name, commonMalware) && !/^[^\p{Ll}]+$/u.test(name) }, !name.includes(' ') && name.toUpperCase() !== name)
  }
  for (const { id, name } of vocabularies.techniques) {
    addPhrase(lexicon.techniques, name, id, true)
    const own = name.slice(name.indexOf(': ') + 2)
    if (name.includes(': ')) addPhrase(lexicon.techniques, own, id, true)
  }
  built.set(vocabularies, lexicon)
  return lexicon
}
