import { describe, expect, it } from 'vitest'
import { openDoc } from './doc.ts'
import { annotationTypeOf, attributionFromPhrase, claimFromStatement, dateNear, equals, eventFromDate, findIndicators, rejectionOf, responseFromPhrase, suggest, stillWaits, suggestionKey, suggestSteps, type Suggestion } from './index.ts'

const vocabularies = { actors: [{ id: 'apt31', name: 'APT31', country: 'CN', aliases: [{ name: 'ZIRCONIUM' }] }], techniques: [{ id: 'T1566', name: 'Phishing' }], malware: [], groups: [] }
const found = (text: string, type: string, language: 'en' | 'cs' = 'en', published: string | null = '2024-05-06') => suggest(text, { language, published, vocabularies }).filter((each) => each.type === type)
const dates = (text: string, language: 'en' | 'cs' = 'en') => found(text, 'date', language).map(({ exact, value }) => `${exact} = ${value}`)

describe('dates', () => {
  it('are read in both languages, against the day of publication', () => {
    expect(dates('In the second quarter of 2021, between March and June 2020, on Monday and in October.')).toEqual(['second quarter of 2021 = 2021-34', 'March = 2020-03', 'June 2020 = 2020-06', 'Monday = 2024-05-06', 'October = 2023-10'])
    expect(dates('V pátek 3. května, na podzim 2020 a od 5. do 8. 2. 2023.', 'cs')).toContain('pátek 3. května = 2024-05-03')
  })
  it('are not seen in versions, ids and counts', () => {
    expect(dates('Exchange Server 2019, CVE-2023-42793, version 2023.05.4 and 2000 accounts in recent years.')).toEqual([])
  })
})

describe('sentences of other documents', () => {
  const exact = (text: string, type: string, language: 'en' | 'cs' = 'en') => found(text, type, language).map((each) => each.exact)
  const said = (text: string, language: 'en' | 'cs' = 'en') => found(text, 'statement', language).map((each) => `${each.speaker}: ${each.exact}`)
  it('give a day of the coming weeks without a year to this year, a later one to the last', () => {
    expect(dates('The measures start on 22 May; the attack was found on 22 October.')).toEqual(['22 May = 2024-05-22', '22 October = 2023-10-22'])
    expect(dates('V posledním čtvrtletí 2023.', 'cs')).toEqual(['posledním čtvrtletí 2023 = 2023-36'])
  })
  it('leave the longer name of a tool its words', () => {
    const names = { ...vocabularies, actors: [{ id: 'c', name: 'Cobalt Group', country: null, aliases: [{ name: 'Cobalt' }] }], malware: [{ id: 's', name: 'Cobalt Strike' }] }
    expect(suggest('The tool Cobalt Strike was found on one host.', { language: 'en', vocabularies: names }).map(({ type, exact: words }) => `${type} ${words}`)).toEqual(['malware Cobalt Strike'])
  })
  it('know towns in the capitals of a dateline, services by what they do, units by their number', () => {
    expect(exact('BUKUREŠŤ – Česko jednalo.', 'place', 'cs')).toEqual(['BUKUREŠŤ', 'Česko'])
    expect(exact('The Russian military intelligence service runs Unit 74455.', 'organisation')).toEqual(['Russian military intelligence service', 'Unit 74455'])
    expect(exact('Útočilo čínské ministerstvo státní bezpečnosti.', 'organisation', 'cs')).toEqual(['čínské ministerstvo státní bezpečnosti'])
    expect(found('Mluvčí čínské diplomacie Čao Li-ťien odpověděl.', 'person', 'cs').map(({ value }) => value)).toEqual(['Čao Li-ťien'])
  })
  it('find who speaks behind “according to”, in a sentence that goes on, and behind a participle', () => {
    expect(said('The group acted “with high confidence”, according to Jan Novák.')).toEqual(['Jan Novák: with high confidence'])
    expect(said('“Our message is clear,” Jan Novák said. “We know them,” Novák added from Prague, “and we will say so again and again.”').at(-1)).toBe('Jan Novák: and we will say so again and again.')
    expect(said('The Russian embassy rejected it, calling the claim “a serious provocation”.')).toEqual(['Russian embassy: a serious provocation'])
  })
  it('find attributions and measures in other words', () => {
    expect(found('The group conducts operations for the Chinese government.', 'attribution').map(({ value }) => value)).toEqual(['Chinese government'])
    expect(found('It was carried out by the actor that is referred to in open sources as APT31.', 'attribution').map(({ value }) => value)).toEqual(['APT31'])
    expect(found('Poland summoned Russia’s ambassador.', 'response').map(({ value }) => value)).toEqual(['summons-of-ambassador'])
  })
})

describe('who is responsible', () => {
  const blamed = (text: string, language: 'en' | 'cs' = 'en') => found(text, 'attribution', language).map((each) => each.exact)
  it('is read from ties, work, possession and blame in both languages', () => {
    expect(blamed('The gang takes its orders at the behest of the GRU.')).toEqual(['at the behest of the GRU'])
    expect(blamed('Observers pinned the outage on Iran.')).toEqual(['pinned the outage on Iran'])
    expect(blamed('Hackers allegedly linked to China had carried out a raid.')).toEqual(['Hackers allegedly linked to China had carried out a raid'])
    expect(blamed('Za průnikem podle úřadu stojí ruská rozvědka GRU.', 'cs')).toEqual(['stojí ruská rozvědka GRU'])
    expect(blamed('Vláda připsala Rusku kybernetický útok.', 'cs')).toEqual(['připsala Rusku kybernetický útok'])
  })
  it('is not what a sentence denies, doubts or leaves open', () => {
    expect(blamed('The embassy denied that Russia was behind the attack.')).toEqual([])
    expect(blamed('He would not say whether Russia was responsible for the attack.')).toEqual([])
    expect(blamed('Velvyslanectví popřelo, že za útokem stojí Rusko.', 'cs')).toEqual([])
  })
  it('never crosses a measure: one holds the other', () => {
    const all = suggest('Allies condemned malicious cyber activity by Russia.', { language: 'en', vocabularies })
    expect(all.filter(({ type }) => type === 'attribution' || type === 'response').map(({ exact }) => exact)).toEqual(['condemned malicious cyber activity by Russia', 'malicious cyber activity by Russia'])
  })
})

it('leaves out measures that were not taken', () => {
  expect(found('Wellington will not impose sanctions on the group.', 'response')).toEqual([])
  expect(found('The minister called the ambassador in and the Union blacklisted two firms.', 'response').map(({ value }) => value)).toEqual(['summons-of-ambassador', 'sanctions'])
  expect(found('Prezident čin odsoudil a ujistil sousedy o podpoře.', 'response', 'cs').map(({ exact }) => exact)).toEqual(['čin odsoudil', 'ujistil sousedy o podpoře'])
})

it('tells bodies, groups and holders of an office by what is said beside them', () => {
  const names = (text: string, type: string, language: 'en' | 'cs' = 'en') => found(text, type, language).map((each) => each.exact)
  expect(names('The carrier Lumitel and Borvix, a maker of valves, were hit.', 'organisation')).toEqual(['Lumitel', 'Borvix'])
  expect(names('Mluvil s Úřadem pro zahraniční styky a informace.', 'organisation', 'cs')).toEqual(['Úřadem pro zahraniční styky a informace'])
  expect(names('The hacking group Morvana struck.', 'actor')).toEqual(['Morvana'])
  expect(names('Prime Minister Rutte and Minister for Climate Tove Lindgaard met.', 'person')).toEqual(['Rutte', 'Tove Lindgaard'])
})

it('names the alias that matched', () => {
  expect(found('Zirconium struck again.', 'actor')[0]).toMatchObject({ value: 'APT31', alias: 'ZIRCONIUM', vocabularyId: 'apt31' })
})

it('reads Czech places in their cases', () => {
  expect(found('Česko s Německem jednalo v Praze a ve Velké Británii.', 'place', 'cs').map(({ value }) => value)).toEqual(['CZ', 'DE', null, 'GB'])
})

it('refangs indicators and leaves contact addresses', () => {
  expect(findIndicators('Block hxxps://evil[.]example[.]com/a, 10[.]0[.]0[.]1 and 2001:db8::1; write to report@cisa.gov.').map(({ value }) => value)).toEqual(['https://evil.example.com/a', '10.0.0.1', '2001:db8::1'])
})

describe('who holds responsible', () => {
  const by = (text: string, language: 'en' | 'cs' = 'en') => found(text, 'attribution', language).map((each) => each.by ?? null)
  it('is whoever the sentence has say so, not whoever it names first', () => {
    expect(by('The European Union expressed its support for Czechia after China was implicated in an attack on its ministry.')).toEqual([null])
    expect(by('OSLO, 13 October 2020 – NATO allies met; the Norwegian government said that Russia was behind the attack.')).toEqual(['Norwegian government'])
    expect(by('The United States, Canada and Latvia attributed the intrusion to APT31, according to Reuters.')).toEqual(['United States, Canada and Latvia'])
    expect(by('In Brussels, officials heard that the mailboxes were compromised by APT31, according to the Norwegian Police Security Service.')).toEqual(['Norwegian Police Security Service'])
    expect(by('NATO met in Prague. The mailboxes were compromised by APT31.')).toEqual([null])
    expect(by('Spojené státy a Velká Británie z útoku obvinily Čínu.', 'cs')).toEqual(['Spojené státy a Velká Británie'])
  })
})

it('looks no further than a long sentence where a text has no full stops', () => {
  const { list, sentences } = openDoc('On 3 May and '.repeat(5000), 'en', '2024-01-01')
  expect(Math.max(...sentences.slice(1).map((end, index) => end - sentences[index]!))).toBeLessThanOrEqual(400)
  expect(sentences.at(-1)).toBe(list.length)
})

it('streams what it finds one recogniser after another, the same as all at once', () => {
  const text = 'On 5 May 2024 NATO condemned the attack by APT31. “We stand firm,” said Jens Stoltenberg.'
  expect([...suggestSteps(text, { vocabularies })].flat()).toHaveLength(suggest(text, { vocabularies }).length)
})

describe('drafts', () => {
  const text = 'The ministry said that since 2022 the network was almost certainly compromised by APT31.\n\n“We know,” said Jan Novák.'
  const all = suggest(text, { language: 'en', vocabularies })
  const first = (type: string) => all.find((each) => each.type === type)!
  it('keep an open date open and take the sentence', () => {
    const draft = eventFromDate(text, first('date'), all)
    expect(draft.date).toEqual({ edtf: '2022/..', wording: 'since 2022' })
    expect(text.slice(draft.quote.start, draft.quote.end).trim()).toMatch(/^The ministry .* APT31\.$/)
  })
  it('keep the words of strength and the party', () => {
    expect(attributionFromPhrase(text, first('attribution'), all)).toMatchObject({ to: [{ name: 'APT31', level: 'group' }], strength: 'almost certainly', stance: 'attributes' })
  })
  it('make a claim of a statement', () => {
    expect(claimFromStatement(text, first('statement'), all)).toMatchObject({ claimant: 'Jan Novák', statement: 'We know', stance: 'asserted' })
  })
  it('know equal suggestions apart by place', () => {
    const [a, b] = found('APT31 and APT31', 'actor')
    expect(equals(a!, b!)).toBe(true)
    expect(suggestionKey(a!, 'hash')).not.toBe(suggestionKey(b!, 'hash'))
    expect(annotationTypeOf(a!)).toBe('actor')
  })
})

describe('a response from its phrase', () => {
  const draft = (text: string, exact: string, language: 'en' | 'cs' = 'en') => {
    const all = suggest(text, { language, published: '2025-05-28', vocabularies })
    return responseFromPhrase(text, all.find((each) => each.type === 'response' && each.exact.includes(exact))!, all)
  }
  it('names who is named in front of it, with the only date of the sentence', () => {
    expect(draft('On 3 May 2024 the European Union condemned the attack.', 'condemned')).toMatchObject({ by: 'European Union', type: 'condemnation', date: { edtf: '2024-05-03' } })
  })
  it('takes the speaker inside a quotation and a country where nobody is named, else leaves it open', () => {
    expect(draft('“I summoned the Chinese ambassador,” said Jan Novák.', 'summoned').by).toBe('Jan Novák')
    expect(draft('Chinese ambassador summoned to Germany.', 'summoned').by).toBe('Germany')
    expect(draft('The Chinese ambassador was summoned.', 'summoned').by).toBeNull()
  })
})

describe('what waits', () => {
  const waiting = (all: readonly Suggestion[], ...decided: Parameters<typeof stillWaits>) => all.filter(stillWaits(...decided))
  const text = 'APT31 struck in 2022; APT31 again.'
  const all = suggest(text, { language: 'en', vocabularies })
  const source = { text: { sha256: 'hash', length: text.length, nature: 'original' as const } }
  const exacts = (left: readonly { exact: string; start: number }[]) => left.map(({ exact, start }) => `${exact}@${start}`)
  it('leaves out what was turned down, at its place alone, and what has a mark of any type', () => {
    expect(exacts(waiting(all, source, text, []))).toEqual(['APT31@0', '2022@16', 'APT31@22'])
    expect(exacts(waiting(all, { ...source, rejected: [rejectionOf(all[0]!)] }, text, [all[1]!]))).toEqual(['APT31@22'])
  })
  it('makes it again when the rule reads the same words otherwise', () => {
    expect(waiting(all, { ...source, rejected: [{ ...rejectionOf(all[1]!), value: '2021' }] }, text, [])).toHaveLength(3)
  })
})

it('finds the date of marked words in them or in their sentence alone', () => {
  const text = 'On 28 May 2025 it was named. The activity lasted from 2022. Nothing more.'
  const near = (words: string) => dateNear(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length }, { language: 'en' })
  expect(near('28 May 2025')).toEqual({ edtf: '2025-05-28', wording: '28 May 2025' })
  expect(near('activity')).toEqual({ edtf: '2022/..', wording: 'from 2022' })
  expect(near('Nothing')).toBeNull()
})
