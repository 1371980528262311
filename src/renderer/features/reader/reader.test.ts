import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readTags } from '#domain/codebook/tags.ts'
import { applyCommand } from '#domain/command/index.ts'
import { emptyIncident, type Annotation, type AnnotationType, type Source } from '#domain/incident/index.ts'
import { suggest } from '#domain/suggest/index.ts'
import { makeAnchor } from '#domain/text/index.ts'
import { draftEvent, draftEventOfDate } from './event-draft.ts'
import { inScope, linksOf, noListFilter, passesFilter, recentTags, stateCounts, tagCounts, withSuggested } from './list-filters.ts'
import { annotationsOf, fillsOf, inTextOrder, marksAt, marksByPart, partAt, partsOf, placed, textOrder, trimSpan } from './marks.ts'
import { groupSources } from './source-groups.ts'

const text = 'Heading\n\nOn 28 May 2025 the government named APT31, a group tied to a ministry.\n\nThe activity lasted from 2022. Nothing is known of its end.'
const sha256 = createHash('sha256').update(text).digest('hex')
const parts = partsOf(text)
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
let made = 0
const mark = (words: string, type: AnnotationType, more: Partial<Annotation> = {}): Annotation => ({
  id: `a${++made}`, sourceId: 's1', anchor: makeAnchor(text, sha256, span(words).start, span(words).end), type, tags: [], note: '', state: 'accepted',
  createdAt: `2025-06-01T10:00:${String(made % 60).padStart(2, '0')}Z`, createdBy: '', ...more,
})
const source = (id: string, more: Partial<Source> = {}): Source => ({
  id, citation: { id, type: 'document', title: id }, date: null, kind: 'press', access: 'read', language: 'en', tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null,
  text: { sha256, length: text.length, nature: 'original' }, note: '', tags: [], ...more,
})
const incidentWith = (annotations: Annotation[], sources: Source[] = [source('s1')]) =>
  ({ ...emptyIncident({ id: 'i1', title: 'T', createdAt: '2025-06-01T00:00:00Z' }), sources: Object.fromEntries(sources.map((s) => [s.id, s])), annotations: Object.fromEntries(annotations.map((a) => [a.id, a])) })

describe('parts and marks', () => {
  it('number paragraphs, not headings, and are found by halving', () => {
    expect(parts.map(({ kind, number }) => [kind, number])).toEqual([['heading', null], ['paragraph', 1], ['paragraph', 2]])
    expect(partAt(parts, 0)?.index).toBe(0)
    expect(partAt(parts, span('APT31').start)?.index).toBe(1)
    expect(partAt(parts, text.length)?.index).toBe(2)
    expect(partAt([], 3)).toBeUndefined()
  })
  it('draw the shortest span on top, never two fills on one stretch', () => {
    const outer = mark('named APT31, a group', 'attribution')
    const inner = mark('APT31', 'actor')
    const fills = fillsOf(parts[1]!, [outer, inner], outer.id)
    expect(fills.map(({ start, end, type, current }) => [text.slice(start, end), type, current])).toEqual([['named ', 'attribution', true], ['APT31', 'actor', false], [', a group', 'attribution', true]])
  })
  it('give dates and suggestions no fill', () => {
    expect(fillsOf(parts[1]!, [mark('28 May 2025', 'date'), mark('APT31', 'actor', { state: 'suggested' })], null)).toEqual([])
  })
  it('are filled in one way through a paragraph of thousands, the shortest on top and of equals the later one', () => {
    let asked = 0
    const long = { start: 0, end: 20_000 }
    const marks = Array.from({ length: 2000 }, (_, nth): Annotation => {
      const anchor = { textSha256: sha256, start: nth * 9 + (nth % 4), end: nth * 9 + (nth % 4) + 10 + ((nth * 7) % 30), exact: '', prefix: '', suffix: '' }
      const type = (['actor', 'victim', 'place', 'date'] as const)[nth % 4] ?? 'actor'
      return { ...mark('APT31', type, { state: nth % 11 === 0 ? 'suggested' : 'accepted' }), get anchor() { asked++; return anchor } }
    }).sort(inTextOrder)
    asked = 0
    const fills = fillsOf(long, marks, marks[7]?.id ?? null)
    expect(asked).toBeLessThan(marks.length * 100)
    const filled = marks.filter(({ id, state, type }) => state === 'accepted' && (type !== 'date' || id === marks[7]?.id))
    const ends = new Set(marks.flatMap(({ anchor }) => [anchor.start, anchor.end]))
    const of = (at: number) => filled.filter(({ anchor }) => anchor.start <= at && anchor.end > at).reduce<Annotation | undefined>((top, one) => (!top || one.anchor.end - one.anchor.start <= top.anchor.end - top.anchor.start ? one : top), undefined)
    for (const at of [...ends].filter((_, nth) => nth % 37 === 0)) expect(fills.find(({ start, end }) => start <= at && end > at)?.type, String(at)).toBe(of(at)?.type)
    expect(fills.length).toBeGreaterThan(2000)
  })
  it('stand in every part they touch; rejected ones in none', () => {
    const wide = mark(text.slice(span('ministry').start, span('activity').end), 'activity')
    const lists = marksByPart(parts, [wide, mark('APT31', 'actor', { state: 'rejected' })])
    expect(lists.map((list) => list.length)).toEqual([0, 1, 1])
  })
  it('are found under an offset, the shortest first', () => {
    const outer = mark('named APT31, a group', 'attribution')
    const inner = mark('APT31', 'actor')
    expect(marksAt([outer, inner], span('APT31').end).map(({ type }) => type)).toEqual(['actor', 'attribution'])
    expect(marksAt([outer, inner], span('named').start).map(({ type }) => type)).toEqual(['attribution'])
  })
  it('whose words are gone are orphaned and not placed', () => {
    const good = mark('APT31', 'actor')
    const bad = { ...mark('APT31', 'actor'), anchor: { ...good.anchor, exact: 'APT30' } }
    const { anchored, orphaned } = placed([good, bad], source('s1'), text)
    expect(anchored).toEqual([good])
    expect([...orphaned]).toEqual([bad.id])
  })
  it('lose the white space at their ends', () => {
    expect(trimSpan(text, { start: span('APT31').start - 1, end: span('APT31').end })).toEqual(span('APT31'))
    expect(trimSpan('  \n ', { start: 0, end: 4 })).toBeNull()
  })
})

describe('an event', () => {
  const reading = { language: 'en', published: null } as const
  it('of marked words has their date or that of their sentence, and a sentence as title of a bare date', () => {
    const draft = draftEvent({ sourceId: 's1', annotationId: 'a1', span: span('named APT31'), type: 'attribution' }, text, reading)
    expect(draft).toMatchObject({ title: 'named APT31', lane: 'attribution', edtf: '2025-05-28', wording: '28 May 2025', quote: 'named APT31' })
    expect(draftEvent({ sourceId: 's1', annotationId: 'a1', span: span('28 May 2025'), type: 'date' }, text, reading).title).toBe('On 28 May 2025 the government named APT31, a group tied to a ministry.')
    expect(draftEvent({ sourceId: 's1', annotationId: null, span: span('known'), type: 'activity' }, text, reading)).toMatchObject({ title: 'known', edtf: null, wording: null })
  })
  it('of a suggested date stands on the sentence, and marks the date along with it', () => {
    const all = suggest(text, { language: 'en' })
    const date = all.find(({ exact }) => exact === '2022')!
    expect(draftEventOfDate('from', 's1', date, text, all)).toEqual({
      sourceId: 's1', annotationId: null, span: span('The activity lasted from 2022.'), type: 'activity', quote: 'The activity lasted from 2022.', title: 'The activity lasted from 2022.', lane: 'activity',
      edtf: '2022/..', wording: 'from 2022', credibility: null, also: [{ span: { start: date.start, end: date.end }, type: 'date' }], from: 'from',
    })
  })
})

describe('the list', () => {
  const event = (annotationId: string) => ({
    id: 'e1', title: 'Named', description: '', date: { edtf: null, wording: null }, lane: 'attribution' as const, evidence: [{ kind: 'quote' as const, annotationId, stance: 'for' as const, credibility: null, note: '' }],
    credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed' as const, tags: [],
  })
  const actor = mark('APT31', 'actor', { tags: ['mss', 'group'] })
  const date = mark('28 May 2025', 'date', { tags: ['mss'] })
  const incident = applyCommand(incidentWith([actor, date, { ...mark('Heading', 'place'), sourceId: 's2' }], [source('s1'), source('s2')]), { type: 'event.add', item: event(actor.id) }).incident
  const facts = { orphaned: new Set<string>(), links: linksOf(incident) }

  it('knows what rests on each annotation, each record once', () => {
    expect([...facts.links]).toEqual([[actor.id, [{ collection: 'events', id: 'e1' }]]])
  })
  it('keeps text order and the order of sources', () => {
    expect(annotationsOf(incident, 's1').map(({ type }) => type)).toEqual(['date', 'actor'])
    expect(inScope(incident, 'all', 's1', ['s2', 's1']).map(({ type }) => type)).toEqual(['place', 'date', 'actor'])
  })
  it('has suggestions at their places, and those of the case once', () => {
    const marked = inScope(incident, 'text', 's1', ['s1'])
    const suggested = mark('28 May', 'date', { id: 'new', state: 'suggested' })
    expect(withSuggested(marked, [suggested, marked[0]!], ['s1']).map(({ id }) => id)).toEqual([date.id, 'new', actor.id])
    expect(withSuggested(marked, [], ['s1'])).toBe(marked)
  })
  it('filters by type, tag, link and state', () => {
    const shown = (filter: Partial<typeof noListFilter>) => inScope(incident, 'text', 's1', ['s1']).filter((a) => passesFilter(a, { ...noListFilter, ...filter }, facts)).map(({ type }) => type)
    expect(shown({})).toEqual(['date', 'actor'])
    expect(shown({ types: ['actor'] })).toEqual(['actor'])
    expect(shown({ tags: ['group'] })).toEqual(['actor'])
    expect(shown({ linked: 'unlinked' })).toEqual(['date'])
    expect(shown({ state: 'orphaned' })).toEqual([])
  })
  it('counts an orphan as orphaned, not as accepted', () => {
    expect(stateCounts([actor, date], new Set([date.id]))).toEqual({ all: 2, accepted: 1, suggested: 0, rejected: 0, orphaned: 1 })
  })
  it('offers tags used last first and reads what is typed', () => {
    expect(tagCounts([actor, date])).toEqual([['mss', 2], ['group', 1]])
    expect(recentTags(incident)[0]).toBe('mss')
    expect(readTags(' #mss, e-mail ,, mss ')).toEqual(['mss', 'e-mail'])
  })
  it('groups sources by what there is to do with them', () => {
    const groups = groupSources({ sources: { ...incident.sources, s3: source('s3'), s4: source('s4', { text: null }) }, annotations: incident.annotations })
    expect(groups.map(({ name, sources }) => [name, sources.map(({ id }) => id)])).toEqual([['annotated', ['s1', 's2']], ['unread', ['s3']], ['noText', ['s4']]])
  })
})

describe('the order of many marks', () => {
  it('is the same whether one came or all were sorted anew', () => {
    const at = (start: number, length: number) => ({ ...mark('APT31', 'actor'), anchor: { ...mark('APT31', 'actor').anchor, start, end: start + length } })
    let list = Array.from({ length: 400 }, (_, nth) => at((nth * 7919) % 1000, 1 + ((nth * 31) % 40)))
    for (let round = 0; round < 30; round++) {
      // One more, one changed, one gone.
      list = [...list.slice(1), at((round * 6151) % 1000, 5), { ...list[100]!, note: String(round) }].filter((_, index) => index !== 99)
      const order = textOrder(list)
      expect(order).toEqual(list.toSorted(inTextOrder))
      expect(new Set(order)).toEqual(new Set(list))
    }
  })
})
