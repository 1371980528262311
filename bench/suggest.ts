import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { casual } from 'chrono-node'
import { extractIOC } from 'ioc-extractor'
import { findDates } from '../src/domain/suggest/dates.ts'
import { openDoc } from '../src/domain/suggest/doc.ts'
import { findIndicators, suggest, suggestSteps } from '../src/domain/suggest/index.ts'
import { readMarkedUp } from '../src/domain/suggest/marked-up.ts'
import { vocabularies } from '../src/main/reference/index.ts'
import { figure, printTable, quantile, seeded, timed, verify } from './lib.ts'

/**
 * The recognisers beside the libraries that do a part of their work: ioc-extractor for indicators, chrono-node for dates.
 * Each reads the same text in the same run; what they find is compared before the time counts.
 */
const rounds = 12
const folder = fileURLToPath(new URL('../src/domain/suggest/fixtures', import.meta.url))
const article = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readMarkedUp(readFileSync(`${folder}/${name}`, 'utf8'))).filter(({ language }) => language === 'en').map(({ text }) => text).join('\n\n')
const names = await vocabularies(fileURLToPath(new URL('../resources', import.meta.url))).suggestions()

/** Planted indicators, so that recall is known; a defanged one in two. */
const random = seeded(7)
const number = (limit: number) => Math.floor(random() * limit)
const hex = (length: number) => `a1${Array.from({ length: length - 2 }, () => '0123456789abcdef'[number(16)]).join('')}`
const makers = [
  () => `${1 + number(222)}.${number(256)}.${number(256)}.${1 + number(254)}`, () => `host${number(9999)}.update-${hex(4)}.com`, () => `https://cdn${number(99)}.files-${hex(4)}.net/get/${hex(6)}`,
  () => hex(32), () => hex(40), () => hex(64), () => `2001:db8:${hex(4)}::${hex(4)}`, () => `ops${number(99)}@mail-${hex(4)}.org`,
]
const defang = (value: string) => (value.includes('://') ? value.replace('http', 'hxxp').replaceAll('.', '[.]') : value.includes('@') ? value.replace('@', '[@]') : value.replaceAll('.', '[.]'))
const planted = Array.from({ length: 400 }, (_, index) => makers[index % makers.length]!())
const parts: string[] = []
for (const [index, value] of planted.entries()) parts.push(article.slice(0, 600 + number(300)), `\n\n${index % 2 === 0 ? value : defang(value)}\n\n`)
const indicatorText = parts.join('')
const megabytes = (text: string) => text.length / 1e6

/** Other programs only ever add to a time, so the lower quartile of rounds is nearest to the work itself. */
const times = async (work: () => unknown) => {
  const all: number[] = []
  for (let warm = 0; warm < 10; warm++) work()
  for (let round = 0; round < rounds; round++) all.push(await timed(work))
  return quantile(all, 0.25)
}
const oursFound = new Set(findIndicators(indicatorText).map(({ value }) => value.toLowerCase()))
const theirs = extractIOC(indicatorText)
const theirsFound = new Set(JSON.stringify(theirs).toLowerCase().match(/"[^"]*"/g)?.map((quoted) => quoted.slice(1, -1)) ?? [])
const recall = (found: ReadonlySet<string>) => planted.filter((value) => found.has(value.toLowerCase())).length / planted.length
verify(recall(oursFound) >= recall(theirsFound), `own recall ${recall(oursFound)} is below that of ioc-extractor, ${recall(theirsFound)}`)
verify(recall(oursFound) === 1, 'every planted indicator is found')
const iocOurs = await times(() => findIndicators(indicatorText))
const iocTheirs = await times(() => extractIOC(indicatorText))

const dateText = Array.from({ length: 40 }, () => article).join('\n\n')
const published = '2022-09-07'
const datesOf = (text: string) => {
  const doc = openDoc(text, 'en', published)
  findDates(doc)
  return doc.mentions
}
const full = datesOf(article).filter(({ value }) => value?.length === 10)
verify(full.length >= 8 && full.some(({ value }) => value === '2020-12-08'), 'the dates of the article are found')
const dateOurs = await times(() => datesOf(dateText))
const reference = new Date(`${published}T12:00:00Z`)
const dateTheirs = await times(() => casual.parse(dateText, reference))

let long = ''
while (long.length < 1e6) long += `${article}\n\n`
const whole = await times(() => suggest(long, { language: 'en', published, vocabularies: names }))
const steps: number[] = []
let since = performance.now()
for (const _ of suggestSteps(long, { language: 'en', published, vocabularies: names })) {
  steps.push(performance.now() - since)
  since = performance.now()
}

const row = (what: string, ours: number, baseline: number, size: number, more: string) => [what, figure(ours), figure(size / (ours / 1000)), figure(baseline), `${figure(baseline / ours)} ×`, more]
printTable('Suggestions (times in ms)', ['what', 'own', 'MB/s', 'baseline', 'ratio', 'note'], [
  row('indicators, beside ioc-extractor', iocOurs, iocTheirs, megabytes(indicatorText), `recall ${(100 * recall(oursFound)).toFixed(1)} % / ${(100 * recall(theirsFound)).toFixed(1)} %`),
  row('dates, beside chrono-node', dateOurs, dateTheirs, megabytes(dateText), 'bar 5 ×'),
  row('all recognisers, 1 MB, beside 1 s', whole, 1000, megabytes(long), `longest step ${figure(Math.max(...steps))} ms`),
])
