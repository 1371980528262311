import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emptyIncident, incidentSchema, type Incident } from '../incident/index.ts'
import { itemTitles, timelineItems } from '../timeline/index.ts'
import { buildReport, reportHtml, type Inline, type ReportDocument, type ReportOptions, type Rich, type Section, type Table } from './index.ts'

const folder = new URL('../../../resources/cases/', import.meta.url)
type Shipped = { incident: Incident; texts: Record<string, string> }
const caseNames = readdirSync(folder).filter((name) => /-\d{4}\.json$/.test(name))
const load = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Shipped
const czech = load('cz-mfa-apt31-2022.json')

const options = (more: Partial<ReportOptions> = {}): ReportOptions => ({ language: 'en', tlp: 'CLEAR', now: '2025-10-06T10:00:00Z', reportId: 'KR-2025-014', ...more })
const report = ({ incident, texts }: Shipped, more: Partial<ReportOptions> = {}) => buildReport(incident, options({ texts, ...more }))
const all = (document: ReportDocument): Section[] => [...document.sections, ...document.annexes]
const tables = (document: ReportDocument): Table[] =>
  all(document).flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'beside' ? [...block.tables] : [])))
const itemsOf = (document: ReportDocument, name: Table['name']) =>
  tables(document).filter((table) => table.name === name).flatMap((table) => table.groups.flatMap(({ rows }) => rows.flatMap(({ items }) => items ?? [])))

/** Every run of text and every call, wherever it stands. */
function inlines(value: unknown): Inline[] {
  if (Array.isArray(value)) return value.flatMap(inlines)
  if (typeof value !== 'object' || value === null) return []
  const kinds = ['text', 'call', 'link', 'reference', 'address', 'pages', 'tlp', 'break']
  if ('kind' in value && kinds.includes(String(value.kind)) && !('blocks' in value)) return [value as Inline]
  return Object.values(value).flatMap(inlines)
}
const words = (rich: Rich | unknown) => inlines(rich).map((part) => (part.kind === 'text' ? part.text : '')).join('')

/** One source with a text, one accepted passage, one event that rests on it. */
function minimal(): Shipped {
  const exact = 'expressed its support'
  const text = `Heading\n\nThe EU has ${exact} for the Czech Republic.`
  const start = text.indexOf(exact)
  const textSha256 = 'a'.repeat(64)
  const incident = emptyIncident({ id: 'eu-support', title: 'EU support', createdAt: '2025-10-06T08:00:00Z' })
  incident.sources['s1'] = {
    id: 's1', citation: { id: 's1', type: 'webpage', title: 'EU Provides Support' }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'C',
    repeats: null, capture: null, text: { sha256: textSha256, length: text.length, nature: 'original' }, note: '', tags: [],
  }
  incident.annotations['a1'] = { id: 'a1', sourceId: 's1', anchor: { textSha256, start, end: start + exact.length, exact, prefix: '', suffix: '' }, type: 'response', tags: [], note: '', state: 'accepted', createdAt: '2025-10-06T08:00:00Z', createdBy: '' }
  incident.events['e1'] = {
    id: 'e1', title: 'EU expresses support', description: '', date: { edtf: '2025-05-28', wording: null }, lane: 'diplomatic', evidence: [{ kind: 'quote', annotationId: 'a1', stance: 'for', credibility: '2', note: '' }],
    credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed', tags: [],
  }
  return { incident: incidentSchema.parse(incident), texts: { [textSha256]: text } }
}

describe.each(caseNames)('%s', (name) => {
  const shipped = load(name)
  const language = name < 'f' ? 'en' : 'cs'
  const document = report(shipped, { language })
  const html = reportHtml(document)

  it('shows one set of records in figure, timeline table and table of acts', () => {
    const items = timelineItems(shipped.incident, itemTitles(language)).map(({ key }) => key).toSorted()
    const acts = items.filter((key) => !key.startsWith('events/'))
    const drawn = [...html.matchAll(/data-key="([^"]+)"/g)].map((match) => match[1] ?? '').toSorted()
    expect(itemsOf(document, 'timeline').toSorted()).toEqual(items)
    expect(itemsOf(document, 'responses').toSorted()).toEqual(acts)
    expect(drawn).toEqual(items)
  })

  it('leads from every call to a note, from every note back and to its sources, and dangles nowhere', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
    const targets = new Set([...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? ''))
    expect(ids.length).toBe(new Set(ids).size)
    expect([...targets].filter((target) => !ids.includes(target))).toEqual([])
    const calls = inlines(document.sections).flatMap((part) => (part.kind === 'call' ? [part] : []))
    expect(document.notes.flatMap((note) => note.calls).toSorted()).toEqual(calls.map(({ id }) => id).toSorted())
    for (const note of document.notes) expect([note.number, note.calls.every((call) => targets.has(call)), note.pieces.every((piece) => targets.has(`s-${piece.sourceId}`))]).toEqual([note.number, true, true])
  })

  it('numbers notes in the order in which a reader meets them', () => {
    const first = new Map<number, number>()
    for (const [index, part] of inlines(document.sections).entries()) if (part.kind === 'call' && !first.has(part.note)) first.set(part.note, index)
    expect([...first.keys()]).toEqual(document.notes.map(({ number }) => number))
  })

  it('holds no style, no script and no address but those of its sources', () => {
    expect(html).not.toMatch(/ style=|<script|<img|<link|url\((?!#hatch)/)
    const known = new Set(Object.values(shipped.incident.sources).map(({ citation }) => citation.URL))
    const outside = [...html.matchAll(/href="(?!#)([^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'"))
    expect(outside.filter((address) => !known.has(address))).toEqual([])
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  })
})

describe('the Czech case', () => {
  it('is the same document for the same input', () => {
    expect(reportHtml(report(czech))).toBe(reportHtml(report(structuredClone(czech))))
  })

  it('quotes only what is exact; words of a desk note are labelled as our own', () => {
    const document = report(czech)
    const own = document.notes.flatMap(({ pieces }) => pieces).filter(({ quote }) => quote?.ownWords === true)
    expect(own.length).toBeGreaterThan(10)
    const quoted = inlines(document.annexes[0]).flatMap((part) => (part.kind === 'text' && part.look === 'quote' ? [part.text] : []))
    expect(own.map((piece) => piece.quote?.exact).filter((exact) => exact !== undefined && quoted.includes(exact))).toEqual([])
    expect(words(document.annexes[0])).toContain('own words')
  })

  it('says the same counts in sentence and table', () => {
    const document = report(czech)
    const intro = words(document.sections.find(({ name }) => name === 'responses')?.blocks[0])
    const offsets = tables(document).find(({ name }) => name === 'responses')?.groups[0]?.rows.map(({ cells }) => words(cells.at(-1))) ?? []
    expect(intro).toContain(`${offsets.filter((offset) => offset === 'D+0').length} acts fall on the day of disclosure`)
  })

  it('keeps Czech lines from ending in a one-letter word and dates from breaking', () => {
    const ours = [...Object.values(report(czech, { language: 'cs' }).front), report(czech, { language: 'cs' }).deck].map((part) => (typeof part === 'string' ? part : words(part.value)))
    expect(ours.join(' ')).toContain('28.\u00a0května\u00a02025')
    const intro = words(report(czech, { language: 'cs' }).sections.find(({ name }) => name === 'attribution')?.blocks[0])
    expect(intro).toContain('solidarita s\u00a0obětí')
    expect(report(czech, { language: 'cs' }).sections.map(({ title }) => title)).toEqual(['Podstata věci', 'Hlavní závěry', 'Karta případu', 'Časová osa', 'Činnost', 'Atribuce', 'Reakce', 'Rozporná tvrzení', 'Mezery'])
  })

  it('computes the newest source and the cut-off of the title block', () => {
    const front = Object.fromEntries(report(czech).front.map(({ label, value }) => [label, words(value).replaceAll('\u00a0', ' ')]))
    expect(front).toMatchObject({ Report: 'KR-2025-014, version 1.0', Issued: '6 October 2025', 'Information cut-off': '30 September 2025, 22:00 UTC', 'Newest source': '11 September 2025' })
  })

  it('has fourteen pairs in its case card', () => {
    const card = report(czech).sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'card')
    expect(card?.kind === 'card' ? card.pairs.map(({ value }) => words(value) !== '') : []).toEqual(Array.from({ length: 14 }, () => true))
  })

  it('refers to the timeline table by the number the figure names', () => {
    expect(report(czech).numbers).toMatchObject({ 'f-timeline': '1', 't-timeline': '1' })
  })
})

describe('a small incident', () => {
  it('quotes the marked words with source, paragraph and grade', () => {
    const document = report(minimal())
    const [note] = document.notes
    expect(note).toMatchObject({ number: 1, calls: ['r1'], pieces: [{ sourceId: 's1', reliability: 'C', credibility: '2', quote: { exact: 'expressed its support', paragraph: 2, ownWords: false } }] })
    expect(reportHtml(document)).toContain('<span class="quote" lang="en">“expressed its support”</span>')
  })

  it('never exports a suggestion, even when evidence names it', () => {
    for (const state of ['suggested', 'rejected'] as const) {
      const shipped = minimal()
      const annotation = shipped.incident.annotations['a1']
      if (annotation) annotation.state = state
      const document = report(shipped)
      expect([document.notes, reportHtml(document).includes('expressed its support')]).toEqual([[], false])
    }
  })

  it('says that a translation is ours, and which words contradict the quote', () => {
    const shipped = minimal()
    const annotation = shipped.incident.annotations['a1']
    if (!annotation) throw new Error('no annotation')
    annotation.translation = { language: 'cs', text: 'vyjádřila podporu' }
    shipped.incident.annotations['a2'] = { ...annotation, id: 'a2', translation: null, relations: [{ kind: 'contradicts', annotationId: 'a1' }] }
    const html = reportHtml(report(shipped))
    expect(html).toContain('our translation:')
    expect(html).toContain('lang="cs">vyjádřila podporu<')
    expect(html).toContain('contradicted by')
    shipped.incident.annotations['a2'] = { ...shipped.incident.annotations['a2'], state: 'suggested' }
    expect(reportHtml(report(shipped))).not.toContain('contradicted by')
  })

  it('leaves competing claims out and numbers the rest without a hole', () => {
    expect(report(minimal()).sections.map(({ name, number }) => `${number} ${name}`)).toEqual(['1 bottom-line', '2 judgements', '3 card', '4 timeline', '5 activity', '6 attribution', '7 responses', '8 gaps'])
  })

  it('gives no offsets without a day of disclosure', () => {
    expect(tables(report(minimal())).find(({ name }) => name === 'timeline')?.columns.length).toBe(3)
  })

  it('prints hostile words as words', () => {
    const shipped = minimal()
    const { incident } = shipped
    const hostile = '</svg><script>alert(1)</script>"\'&<img src=x onerror=1> \u0000 \ud800'
    incident.title = hostile
    incident.bottomLine = hostile
    const [event, annotation, source] = [incident.events['e1'], incident.annotations['a1'], incident.sources['s1']]
    if (event) event.title = hostile
    if (annotation) annotation.anchor.exact = hostile
    if (source) source.citation = { ...source.citation, title: hostile, publisher: hostile, URL: 'javascript:alert(1)' }
    const html = reportHtml(report(shipped))
    expect(html).not.toMatch(/<script|<img|javascript:alert\(1\)"|href="javascript/)
    expect(html.includes('\u0000')).toBe(false)
    expect(html).toContain('&lt;/svg&gt;&lt;script&gt;')
    expect([...html.matchAll(/<svg/g)].length).toBe([...html.matchAll(/<\/svg>/g)].length)
  })

  it('calls the same note again under a second id', () => {
    const shipped = minimal()
    const event = shipped.incident.events['e1']
    if (event) shipped.incident.events['e2'] = { ...event, id: 'e2', title: 'Once more' }
    expect(report(shipped).notes.map(({ calls }) => calls)).toEqual([['r1', 'r1-2']])
  })
})

describe('the words a date was read from', () => {
  const timeline = ({ incident, texts }: Shipped) => inlines(tables(report({ incident, texts })).find(({ name }) => name === 'timeline'))
  const dated = (nature: 'original' | 'own-words'): Shipped => {
    const shipped = minimal()
    const { incident } = shipped
    if (incident.sources['s1']?.text) incident.sources['s1'].text.nature = nature
    if (incident.events['e1']) incident.events['e1'].date = { edtf: '2025-05', wording: 'late last month' }
    return shipped
  }

  it('stand in quotation marks when they are those of a source', () => {
    expect(timeline(dated('original'))).toContainEqual({ kind: 'text', text: 'late last month', look: 'quote' })
  })

  it('are called our own when a note of the desk says them', () => {
    const said = timeline(dated('own-words'))
    expect(said).toContainEqual({ kind: 'text', text: 'late last month' })
    expect(said).toContainEqual({ kind: 'text', text: 'own words: ', look: 'quiet' })
  })

  it('are called our own when no source is cited for them', () => {
    const shipped = dated('original')
    if (shipped.incident.events['e1']) shipped.incident.events['e1'].evidence = []
    const said = timeline(shipped)
    expect(said).toContainEqual({ kind: 'text', text: 'own words: ', look: 'quiet' })
    expect(said).not.toContainEqual({ kind: 'text', text: 'late last month', look: 'quote' })
  })
})
