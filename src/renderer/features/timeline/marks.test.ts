import { describe, expect, it } from 'vitest'
import { bins } from './bins.ts'
import { edgesOf, layout } from './layout.ts'
import { indexOf } from './lod.ts'
import { drawn, drawnItems, extentOf, type DrawnItem } from './marks.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'

const day = 86_400_000
const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)
const horizon = utc('2025-05-28')
const kinds = (edtf: string) => drawn(edtf, horizon)?.parts.map(({ kind }) => kind)

const item = (key: string, edtf: string | null, lane: TimelineItem['lane'] = 'diplomatic'): TimelineItem => ({
  key, collection: 'events', id: key, title: key, lane, kind: 'event', edtf, wording: null, standing: 'confirmed', context: false, evidence: [], sources: 0, tags: [],
})

describe('what is drawn of an item', () => {
  it('draws a point for one exact day alone', () => {
    for (const edtf of ['2022', '2025-05', '2022/', '2022/2023', '2022?', '2020-23']) expect(drawn(edtf, horizon)?.point, edtf).toBeNull()
    expect(drawn('2025-05-28', horizon)).toMatchObject({ parts: [], point: horizon + day / 2 - 0.5 })
  })
  it('hatches a year over its whole length', () => {
    expect(drawn('2022', horizon)).toMatchObject({ from: utc('2022-01-01'), to: utc('2023-01-01') - 1, parts: [{ kind: 'hatch' }] })
  })
  it('draws an unknown end to the last record and no further', () => {
    expect(kinds('2022/')).toEqual(['hatch', 'open-end'])
    expect(drawn('2022/', horizon)?.to).toBe(horizon)
    expect(drawn('2022/', horizon)?.to).toBeLessThan(Date.now())
  })
  it('tells what is still going on from what has no known end', () => {
    expect(kinds('2022/..')).toEqual(['hatch', 'ongoing'])
    expect(kinds('2022-07-01/2022-12-31')).toEqual(['solid'])
  })
  it('puts three days of doubt behind an approximate day', () => {
    const drawing = drawn('2025-06-12~', horizon)
    expect(drawing?.parts).toMatchObject([{ kind: 'hatch', from: utc('2025-06-09') }])
    expect(drawing?.point).not.toBeNull()
  })
  it('keeps what has no date or a bad one as undated', () => {
    const { dated, undated } = drawnItems([item('a', null), item('b', 'not a date'), item('c', '/..'), item('d', '2022')])
    expect([dated.map(({ key }) => key), undated.map(({ key }) => key)]).toEqual([['d'], ['a', 'b', 'c']])
  })
  it('takes the horizon from stated limits only', () => {
    const { horizon, dated } = drawnItems([item('a', '2022/'), item('b', '2023-01-05/..')])
    expect(horizon).toBe(utc('2023-01-01') - 1)
    expect(dated[0]).toMatchObject({ from: utc('2022-01-01'), to: utc('2022-12-31') + 46 * day - 1 })
    expect(drawnItems([item('a', '2022/'), item('b', '2025-05-28')]).dated[0]).toMatchObject(drawn('2022/', utc('2025-05-29') - day / 2 - 0.5)!)
    expect(drawnItems([item('a', null)]).horizon).toBe(0)
    expect(extentOf([])).toBeNull()
  })
})

const spread = (count: number, step: number, lane: TimelineItem['lane'] = 'media'): DrawnItem[] =>
  drawnItems(Array.from({ length: count }, (_, index) => item(`${lane}${index}`, new Date(utc('2020-01-01') + index * step * day).toISOString().slice(0, 10), lane))).dated
const window = { from: utc('2020-01-01'), to: utc('2021-01-01') }
const total = (list: { items: unknown[] }[]) => list.reduce((sum, bin) => sum + bin.items.length, 0)

describe('bins', () => {
  it.each([100, 400, 928, 5000])('count every event once at %d px', (width) => {
    const items = [...spread(300, 1), ...spread(40, 9, 'legal'), ...drawnItems([item('year', '2020', 'legal')]).dated]
    const found = bins(items, window, width)
    expect(total(found)).toBe(341)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  })
  it('join marks closer than ten pixels and open when there is room', () => {
    const items = spread(5, 1)
    expect(bins(items, window, 366)).toMatchObject([{ id: 'bin:media0' }])
    expect(bins(items, { from: window.from, to: window.from + 30 * day }, 930)).toHaveLength(5)
  })
  it('open even for the events of one day when a day has room', () => {
    const items = drawnItems(Array.from({ length: 4 }, (_, index) => item(`same${index}`, '2020-01-15', 'media'))).dated
    expect(bins(items, window, 928)).toHaveLength(1)
    expect(bins(items, { from: utc('2020-01-10'), to: utc('2020-01-24') }, 928)).toHaveLength(4)
  })
  it('keep lanes and bars apart', () => {
    const year = drawnItems([item('year', '2020', 'media'), item('same', '2020-07-01', 'media'), item('law', '2020-07-01', 'legal')]).dated
    expect(bins(year, window, 928)).toHaveLength(3)
  })
  it('never cover more than their own width', () => {
    for (const bin of bins(spread(366, 1), window, 928)) expect((bin.to - bin.from) * (928 / (366 * day))).toBeLessThanOrEqual(28.01)
  })
})

describe('layout', () => {
  const width = 928
  const x = (time: number) => ((time - window.from) / (window.to - window.from)) * width
  const measured = (items: DrawnItem[], folded: string[] = []) =>
    layout({ index: indexOf(items), lanes: ['media', 'legal'], folded, window, width, labelOf: (bin) => bin.items.map(({ title }) => title).join(), measure: (text) => text.length * 6 })

  it('lets nothing of one row overlap and clips no label', () => {
    const items = spread(60, 6)
    const { marks } = measured(items)
    const boxes = marks.map((mark) => {
      const { left, right } = edgesOf(mark.bin, x)
      const label = mark.label.length * 6 + 8
      return { row: mark.row, from: mark.side === 'left' ? left - label : left, to: mark.side === 'right' ? right + label : right }
    })
    for (const a of boxes) {
      expect(a.to).toBeLessThanOrEqual(width + 8)
      expect(a.from).toBeGreaterThanOrEqual(-8)
      for (const b of boxes) if (a !== b && a.row === b.row) expect(a.to < b.from || b.to < a.from).toBe(true)
    }
    expect(marks.at(-1)?.side).toBe('left')
  })
  it('holds the label of a bar that fills the window', () => {
    const [mark] = measured(drawnItems([item('long', '2018/2023', 'media')]).dated).marks
    expect(mark?.side).toBe('held')
    expect(edgesOf(mark!.bin, x).left + mark!.labelX).toBeGreaterThanOrEqual(0)
  })
  it('stacks claims that compete, and keeps others out from between them', () => {
    const items = spread(12, 25).map((one, at) => (at === 2 || at === 7 ? { ...one, contest: 0 } : one))
    const { marks } = measured(items)
    const rows = marks.filter(({ bin }) => bin.items[0]!.contest === 0).map(({ row }) => row)
    expect(rows).toHaveLength(2)
    expect(rows[1]! - rows[0]!).toBe(1)
  })
  it('folds a lane to one row without labels', () => {
    const { lanes, marks } = measured(spread(60, 6), ['media'])
    expect(lanes.find(({ lane }) => lane === 'media')?.rows).toBe(1)
    expect(marks.every(({ label }) => label === '')).toBe(true)
  })
})
