import { expect, test } from 'vitest'
import { around, feed, mostMarks } from './feed.ts'

const day = 86_400_000
/** mulberry32, so that a failure comes again. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
const next = random(7)
const lanes = ['activity', 'detection', 'attribution', 'diplomatic', 'legal', 'media']
const items = Array.from({ length: 5000 }, (_, at) => {
  const from = next() * 4000 * day
  return { key: `events/e${at}`, lane: lanes[at % lanes.length]!, from, to: from + (at % 9 === 0 ? next() * 900 * day : day) }
})
const touching = ({ from, to }: { from: number; to: number }) => items.filter((item) => item.to >= from && item.from <= to)

test('the counts drawn are the events near the window, each once, in 1,000 random windows', () => {
  for (let at = 0; at < 1000; at++) {
    const from = next() * 4000 * day
    const window = { from, to: from + (7 + next() ** 3 * 4000) * day }
    const { bins } = feed(items, window, 900, null)
    expect(bins.length).toBeLessThanOrEqual(mostMarks)
    const drawn = bins.flatMap((bin) => bin.items.map(({ key }) => key))
    expect(drawn.toSorted()).toEqual(touching(around(window)).map(({ key }) => key).toSorted())
    expect(new Set(bins.map(({ id }) => id)).size).toBe(bins.length)
  }
})

test('the selected event is drawn as itself at every zoom', () => {
  for (const span of [30, 300, 4000]) {
    const { bins } = feed(items, { from: 0, to: span * day }, 900, items.find(({ from }) => from < 30 * day)!.key)
    expect(bins.find(({ items: [first] }) => first!.key === items.find(({ from }) => from < 30 * day)!.key)?.items).toHaveLength(1)
  }
})
