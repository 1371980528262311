import { describe, expect, it } from 'vitest'
import type { FigureItem } from '../document.ts'
import { drawing, openEnd, overlap, scaleOf, takenPlaces, type Box } from './geometry.ts'
import { drawTimeline, figureSvg, measureInter } from './index.ts'
import { place, wrap, type Label } from './labels.ts'
import { panelsOf } from './panels.ts'
import { drawShape, shapeFor } from './shapes.ts'

const scale = scaleOf(Date.UTC(2020, 0, 1), Date.UTC(2026, 0, 1))
const shape = (edtf: string) => {
  const found = shapeFor(edtf, scale)
  if (found === null) throw new Error('no shape')
  return found
}
const item = (key: string, edtf: string | null, more: Partial<FigureItem> = {}): FigureItem => ({ key, title: `Title of ${key}`, lane: 'diplomatic', kind: 'statement', edtf, context: false, ...more })

describe('a date is drawn at the precision it has', () => {
  it('gives a mark to an exact day and to nothing else', () => {
    expect(['2025-05-28', '2025-05-28~', '2025-05', '2022', '2022/', '2022?/2023?'].map((edtf) => shape(edtf).exact)).toEqual([true, false, false, false, false, false])
    expect(drawShape(shape('2022'), 'attribution', 0)).not.toContain('<path')
  })

  it.each([
    ['2022', ['hatch']],
    ['2022~', ['dashed']],
    ['2022?/2023?', ['dashed']],
    ['2022-07-01/2022-12-31', ['span']],
    ['2021/2022', ['hatch', 'hatch']],
    ['2021/2023', ['span', 'hatch', 'hatch']],
    ['2022/', ['hatch', 'unknown']],
    ['2022/..', ['hatch', 'open']],
    ['/2022', ['hatch', 'unknown']],
  ])('%s', (edtf, signs) => {
    expect(shape(edtf).signs).toEqual(signs)
  })

  it('never lets an open end run on: its stub is twelve millimetres', () => {
    const { parts } = shape('2022/')
    const stub = parts.find((part) => part.kind === 'stub')
    expect(stub?.kind === 'stub' ? stub.to - stub.from : 0).toBeCloseTo(openEnd)
    const last = shape('2025-12/').parts.find((part) => part.kind === 'stub')
    expect(last?.kind === 'stub' ? last.to : Infinity).toBeLessThanOrEqual(drawing.plotRight)
  })

  it('widens an uncertain date, but not an interval whose ends already are uncertain', () => {
    const width = (edtf: string) => shape(edtf).right - shape(edtf).left
    expect(width('2022~')).toBeGreaterThan(width('2022') * 2.9)
    const bar = shape('2022?/2023?').parts.find((part) => part.kind === 'bar')
    expect(bar?.kind === 'bar' ? bar.from : 0).toBeCloseTo(scale.x(Date.UTC(2022, 0, 1)))
  })

  it('has no shape for a date without any limit', () => {
    expect(shapeFor('/..', scale)).toBeNull()
  })
})

describe('labels', () => {
  const label = (left: number, width = 30): Label => ({ settings: [{ lines: ['x'], width }], left, right: left + 3, top: 0 })

  it('takes the right of the shape, then the left, then a line below, and never a taken place', () => {
    const box = { x: 60, y: 0.6, width: 3, height: 3.2 }
    expect(place(label(60), takenPlaces([box]), null)).toMatchObject({ x: 64.2, y: 0.55 })
    const right = { x: 64, y: 0, width: 40, height: 4 }
    const second = place(label(60), takenPlaces([box, right]), null)
    expect([second.x.toFixed(1), second.align]).toEqual(['28.8', 'end'])
    const left = { x: 27, y: 0, width: 32, height: 4 }
    expect(place(label(60), takenPlaces([box, right, left]), null).y).toBeGreaterThanOrEqual(4)
  })

  it('keeps off the line of day zero and inside the plot', () => {
    for (const left of [30, 60, 100, 140, 165, 170]) {
      const at = place(label(left, 50), takenPlaces(), 110)
      expect([at.x >= drawing.plotLeft - 0.02, at.x + at.width <= drawing.plotRight + 0.02, at.x + at.width < 110 || at.x > 110]).toEqual([true, true, true])
    }
  })

  it('grows instead of dropping a label: forty on one day all stand free', () => {
    const boxes: Box[] = []
    const taken = takenPlaces()
    for (let index = 0; index < 40; index += 1) {
      const at = place(label(100, 60), taken, null)
      const box = { x: at.x, y: at.y, width: at.width, height: 3.2 }
      expect(boxes.some((other) => overlap(box, other, 0.5))).toBe(false)
      boxes.push(box)
      taken.add(box)
    }
  })

  it('breaks a word that is wider than the line', () => {
    const lines = wrap('W'.repeat(80), 30, measureInter)
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.join('')).toBe('W'.repeat(80))
    expect(Math.max(...lines.map((words) => measureInter(words, 2.54)))).toBeLessThanOrEqual(30)
  })
})

describe('the figure', () => {
  const crowd = ['a', 'b', 'c'].map((key) => item(key, '2025-05-28'))

  it('opens a panel of days when three records share one', () => {
    const items = [item('start', '2022', { lane: 'activity', kind: 'event' }), ...crowd, item('later', '2025-07')]
    const panels = panelsOf({ items, zero: '2025-05-28' })
    expect([panels.years.map(({ key }) => key), panels.days?.all.map(({ key }) => key)]).toEqual([['start'], ['a', 'b', 'c', 'later']])
    expect(panelsOf({ items: items.slice(0, 3), zero: '2025-05-28' }).days).toBeNull()
  })

  it('draws every record once, in whichever panel, undated ones too', () => {
    const items = [item('start', '2022/'), ...crowd, item('month', '2025-07'), item('none', null), item('far', '2031')]
    const { svg } = drawTimeline({ items, zero: '2025-05-28' }, 'en', measureInter)
    expect([...svg.matchAll(/data-key="([^"]+)"/g)].map((match) => match[1]).toSorted()).toEqual(items.map(({ key }) => key).toSorted())
  })

  it('explains only the signs it uses', () => {
    const { svg } = drawTimeline({ items: [item('a', '2022')], zero: null }, 'en', measureInter)
    expect([svg.includes('date lies within'), svg.includes('known span'), svg.includes('support')]).toEqual([true, false, false])
    const days = drawTimeline({ items: crowd, zero: '2025-05-28' }, 'en', measureInter).svg
    expect([/>statement</.test(days), />support</.test(days), />legal step</.test(days)]).toEqual([true, false, false])
  })

  it('says itself to those who do not see it, and stays vector without styles', () => {
    const svg = figureSvg({ items: crowd, zero: null }, 'cs', 'Časová osa "tří" <kroků>')
    expect(svg).toContain('role="img" aria-label="Časová osa &quot;tří&quot; &lt;kroků&gt;"')
    expect(svg).not.toMatch(/style=|<image|<foreignObject/)
  })
})

describe('named periods', () => {
  const items = [item('a', '2021'), item('b', '2024-12-31')]
  const periods = [
    { key: 'periods/p1', title: 'Presidency', edtf: '2022-07-01/2022-12-31' },
    { key: 'periods/p2', title: 'Wave 1', edtf: '2022/2023' },
    { key: 'periods/p3', title: 'Before all', edtf: '2001' },
    { key: 'periods/p4', title: 'Goes on', edtf: '2024-01-01/..' },
    { key: 'periods/p5', title: 'When?', edtf: null },
  ]
  const draw = (some: typeof periods, list = items) => drawTimeline({ items: list, zero: null, periods: some }, 'en', measureInter)
  const rects = (svg: string, fill: string) => [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="([^"]+)"/g)].filter((match) => match[5] === fill).map((match) => match.slice(1, 5).map(Number))

  it('are drawn once each, behind everything, from their rows to the last lane', () => {
    const { svg } = draw(periods)
    expect([...svg.matchAll(/data-period="([^"]+)"/g)].map((match) => match[1]).toSorted()).toEqual(periods.map(({ key }) => key))
    expect(svg).toContain('>named period</text>')
    expect(svg).toContain('>When? (named period)</text>')
    const [x = 0, , width = 0, height = 0] = rects(draw(periods.slice(0, 1)).svg, '#1a1d21').find(([, , , tall = 0]) => tall > 3) ?? []
    const axis = scaleOf(Date.UTC(2021, 0, 1), Date.UTC(2025, 0, 1))
    expect([x, x + width]).toEqual([expect.closeTo(axis.x(Date.UTC(2022, 6, 1)), 1), expect.closeTo(axis.x(Date.UTC(2023, 0, 1)), 1)])
    expect(height).toBeGreaterThan(4)
    expect(svg.indexOf('fill-opacity')).toBeLessThan(svg.indexOf('>2022</text>'))
  })

  it('have margins where limits lie, and nothing certain between two that may meet', () => {
    const band = (edtf: string) => draw([{ key: 'periods/p', title: 'P', edtf }]).svg
    expect([rects(band('2022/2024'), 'url(#band-hatch)').length, rects(band('2022/2024'), '#555b63').length]).toEqual([2, 2])
    expect([rects(band('2022'), 'url(#band-hatch)').length, rects(band('2022'), '#555b63').length]).toEqual([1, 1])
    expect(rects(band('2024-01-01/..'), 'url(#fade-end)')).toHaveLength(1)
  })

  it('leave a drawing without them as it was', () => {
    const { svg } = drawTimeline({ items, zero: null }, 'en', measureInter)
    expect(draw([]).svg).toBe(svg)
    expect(svg).not.toMatch(/band|fade|period/)
  })

  it('stand apart from each other however many overlap', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ key: `periods/m${at}`, title: `A rather long name of period ${at}`, edtf: '2022' }))
    const { svg } = draw(many)
    const ys = [...svg.matchAll(/y="([\d.]+)"[^>]*>A rather long/g)].map((match) => match[1])
    expect(new Set(ys).size).toBe(9)
  })
})
