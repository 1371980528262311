import { describe, expect, it } from 'vitest'
import { alignments, type Alignment } from '../../compare/index.ts'
import { attribution, incidentWith, response, timelineEvent } from '../../compare/testing-incident.ts'
import type { Incident } from '../../incident/index.ts'
import { comparisonSvg, comparisonFigure, drawComparison, measureInter, plotOf } from '../index.ts'
import { scaleOf } from './geometry.ts'
import { shapeFor } from './shapes.ts'

const first = incidentWith({
  id: 'a', title: 'Ministry & <office>', dates: { activity: '2022/', detected: '2022?/2023?', disclosed: '2025-05-28', attributed: '2025-05-28' }, sponsorStates: ['CN'],
  events: [timelineEvent('e', { lane: 'activity', edtf: '2022/' })],
  attributions: [attribution('gov', { by: 'A government', edtf: '2025-05-28' })],
  responses: [response('summons', { edtf: '2025-05-28', type: 'summons-of-ambassador' }), response('denial', { edtf: '2025-05-30', type: 'denial', country: 'CN' })],
})
const fuzzy = incidentWith({ id: 'b', title: 'Fuzzy', dates: { activity: '2020', disclosed: '2021', attributed: '2022-07-18' }, attributions: [attribution('gov', { edtf: '2022-07-18' })] })
const silent = incidentWith({ id: 'c', title: 'Silent', dates: { activity: '2020' } })

const svg = (alignment: Alignment, incidents: readonly Incident[] = [first, fuzzy, silent]) => comparisonSvg(incidents, { alignment, language: 'en', tlp: 'AMBER' })
const texts = (picture: string) => [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words.replaceAll('\u00a0', ' '))

describe('the picture of several cases', () => {
  it('says title, label, period, zone, axis, legend and source', () => {
    const words = texts(svg('disclosure')).join('\n')
    for (const part of ['Ministry &amp; &lt;office&gt;, beside 2 other cases', 'TLP:AMBER', 'Day 0, disclosure; 2020 to 2025, time zone UTC', 'date lies within', 'end not known', 'attribution', 'of 3 cases']) expect(words).toContain(part)
  })
  it('has no lanes for a case without day zero, and says so', () => {
    const figure = comparisonFigure([first, silent], { alignment: 'disclosure', language: 'en' })
    expect(figure.groups[1]).toMatchObject({ lanes: [], zero: null, note: 'disclosure not stated, so there is no day 0' })
    expect(texts(svg('disclosure'))).toContain('disclosure not stated, so there is no day 0')
    const open = incidentWith({ id: 'd', title: 'Open', dates: { disclosed: '2021/' } })
    expect(comparisonFigure([open], { alignment: 'disclosure', language: 'en' }).groups[0]?.note).toContain('day 0 has a limit that no source states')
  })
  it('shows how far a case may shift whose day zero is a stretch', () => {
    expect(texts(svg('disclosure'))).toContain('day 0 within ± 182 days')
    expect(texts(svg('attribution'))).not.toContain('day 0 within ± 182 days')
  })
  it('counts ranges from day zero, and acts of one date once', () => {
    const labels = comparisonFigure([first, fuzzy], { alignment: 'disclosure', language: 'en' }).groups.flatMap(({ lanes }) => lanes.flatMap(({ items }) => items.map(({ title }) => title.replaceAll('\u00a0', ' '))))
    expect(labels).toEqual(['from 2022, end not known', 'detected, −1,243 to −514?', 'A government and 1 act, +0', 'denial, +2', '2020', 'A government, +199 to +563'])
  })
  it('tells how many acts it does not draw', () => {
    const many = incidentWith({ id: 'm', title: 'Many', responses: Array.from({ length: 9 }, (_, index) => response(`r${index}`, { edtf: `2024-0${index + 1}-01`, type: 'statement' })) })
    const items = comparisonFigure([many], { alignment: 'absolute', language: 'en' }).groups[0]?.lanes[0]?.items ?? []
    expect(items).toHaveLength(6)
    expect(items.at(-1)?.title).toContain('3 later acts not drawn')
  })
  it.each(alignments)('is well formed, without script, style or address, and the same each time: %s', (alignment) => {
    const picture = svg(alignment)
    expect(picture).toBe(svg(alignment))
    expect(picture.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/<script|style=|<style|href=|https?:|NaN|undefined|Infinity/)
    const opened = [...picture.matchAll(/<([a-z]+)[^>]*?(\/?)>/g)].filter(([, , closed]) => closed === '').map(([, name]) => name)
    const closed = [...picture.matchAll(/<\/([a-z]+)>/g)].map(([, name]) => name)
    expect(opened.toSorted()).toEqual(closed.toSorted())
  })
  it('uses no colour as the only sign: it has inks of grey but for the label', () => {
    const colours = new Set([...svg('disclosure').matchAll(/#[0-9a-f]{6}/gi)].map(([colour]) => colour.toLowerCase()))
    const saturation = (colour: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      return Math.max(r, g, b) - Math.min(r, g, b)
    }
    expect([...colours].filter((colour) => saturation(colour) > 20)).toEqual(['#ffc000'])
  })
  it('draws as wide as it is asked to, all texts inside', () => {
    const figure = comparisonFigure([first, fuzzy], { alignment: 'disclosure', language: 'en' })
    for (const width of [174, 260, 400]) {
      const { svg: drawn } = drawComparison(figure, 'en', measureInter, plotOf(width))
      const xs = [...drawn.matchAll(/<text x="([\d.-]+)"/g)].map(([, x]) => Number(x))
      expect(Math.max(...xs)).toBeLessThanOrEqual(width)
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    }
    const rightmost = (width: number) => Math.max(...[...drawComparison(figure, 'en', measureInter, plotOf(width)).svg.matchAll(/x2="([\d.]+)"/g)].map(([, x]) => Number(x)))
    expect(rightmost(400)).toBe(400)
  })
  it('stands without any dated record', () => {
    expect(texts(svg('absolute', [incidentWith({ id: 'x', title: 'Empty' })]))).toContain('no dated milestone on record')
  })
})

describe('a date beyond an end of the axis', () => {
  const scale = scaleOf(Date.UTC(2020, 0, 1), Date.UTC(2022, 0, 1))
  it('is an arrow at that end, and never a mark or a bar', () => {
    expect(shapeFor('2025-05-28', scale)?.signs).toEqual(['beyond'])
    expect(shapeFor('2010', scale)?.parts).toEqual([{ kind: 'beyond', x: scale.plot.left, side: -1 }])
  })
  it('has the part that lies on the axis, and an arrow', () => {
    expect(shapeFor('2019/2021', scale)?.parts.map(({ kind }) => kind)).toContain('beyond')
    expect(shapeFor('2020/2021', scale)?.parts.map(({ kind }) => kind)).not.toContain('beyond')
  })
})
