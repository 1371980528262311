import { describe, expect, it } from 'vitest'
import { drawDate, ticksOf } from './date-drawing.ts'

const kinds = (edtf: string) => drawDate(edtf)?.parts.map((part) => part.kind)
const iso = (time: number | undefined) => new Date(time ?? Number.NaN).toISOString().slice(0, 10)

describe('what is drawn for a date', () => {
  it('draws a point only for a day', () => {
    expect(drawDate('2025-05-28')).toMatchObject({ parts: [], point: Date.UTC(2025, 4, 28, 12) - 0.5 })
    expect(drawDate('2022')?.point).toBeNull()
  })
  it('draws a year as a stretch in which the moment lies', () => {
    const [part] = drawDate('2022')?.parts ?? []
    expect([part?.kind, iso(part?.from), iso(part?.to)]).toEqual(['hatch', '2022-01-01', '2022-12-31'])
  })
  it('hatches three days around an approximate day', () => {
    const [part] = drawDate('2025-05-28~')?.parts ?? []
    expect([iso(part?.from), iso(part?.to)]).toEqual(['2025-05-25', '2025-05-31'])
  })
  it('keeps an unknown end apart from one that is still open', () => {
    expect(kinds('2022/')).toEqual(['hatch', 'open-end'])
    expect(kinds('2022/..')).toEqual(['hatch', 'ongoing'])
    expect(kinds('/2025-05-28')).toEqual(['open-start'])
  })
  it('is certain only between the limits', () => {
    expect(kinds('2022-07-01/2022-12-31')).toEqual(['solid'])
    expect(kinds('2020/2022')).toEqual(['hatch', 'solid', 'hatch'])
    expect(kinds('2022?/2023?')).toEqual(['hatch'])
  })
  it('draws nothing when neither end is known', () => expect(drawDate('/..')).toBeNull())
})

it('puts ticks at round dates', () => {
  expect(ticksOf(Date.UTC(2021, 10, 1), Date.UTC(2025, 5, 1)).map(({ time }) => iso(time))).toEqual(['2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01'])
  expect(ticksOf(Date.UTC(2025, 4, 20), Date.UTC(2025, 5, 3)).every(({ label }) => label === 'day')).toBe(true)
})
