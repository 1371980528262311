import { expect, test } from 'vitest'
import { feed, mostMarks } from './feed.ts'
import { indexOf, touchCount } from './lod.ts'

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
  const key = `events/e${at}`
  return { id: key, key, lane: lanes[at % lanes.length]!, from, to: from + (at % 9 === 0 ? next() * 900 * day : day) }
})
const index = indexOf(items)
const touches = ({ from, to }: { from: number; to: number }) => items.filter((item) => item.to >= from && item.from <= to).map(({ key }) => key).toSorted()
const nobody = new Set<string>()

test('the counts drawn are the events of the stretch that was fed, each once, in 1,000 random windows', () => {
  for (let at = 0; at < 1000; at++) {
    const from = next() * 4000 * day
    const window = { from, to: from + (7 + next() ** 3 * 4000) * day }
    const { bins, holds } = feed(index, lanes, window, 900, nobody)
    expect(bins.length).toBeLessThanOrEqual(mostMarks)
    expect(holds.from <= window.from && holds.to >= window.to).toBe(true)
    expect(bins.flatMap((bin) => bin.items.map(({ key }) => key)).toSorted()).toEqual(touches(holds))
    expect(new Set(bins.map(({ id }) => id)).size).toBe(bins.length)
  }
})

test('events are counted by halving as by looking at each', () => {
  for (let at = 0; at < 1000; at++) {
    const from = next() * 5000 * day - 500 * day
    const window = { from, to: from + next() ** 3 * 4000 * day }
    expect([...index.lanes.values()].reduce((sum, lane) => sum + touchCount(lane, window), 0)).toBe(touches(window).length)
  }
})

test('panning within what was fed does not regroup it', () => {
  const window = { from: 1000 * day, to: 2000 * day }
  const ids = (at: number) => new Set(feed(index, lanes, { from: window.from + at * day, to: window.to + at * day }, 900, nobody).bins.filter(({ from, to }) => from > 1100 * day && to < 1900 * day).map(({ id }) => id))
  expect(ids(0).size).toBeGreaterThan(10)
  expect(ids(40)).toEqual(ids(0))
})

test('every event is reached by zooming', () => {
  for (const item of items.slice(0, 200)) {
    const middle = (item.from + item.to) / 2
    const shown = [4000, 400, 40, 8].some((span) => feed(index, lanes, { from: middle - (span / 2) * day, to: middle + (span / 2) * day }, 900, nobody).bins.some((bin) => bin.items.length === 1 && bin.items[0] === item))
    expect(shown).toBe(true)
  }
})

test('the selected event is drawn as itself at every zoom, and counted once', () => {
  const { key } = items.find(({ from }) => from < 30 * day)!
  for (const span of [30, 300, 4000]) {
    const { bins } = feed(index, lanes, { from: 0, to: span * day }, 900, new Set([key]))
    expect(bins.filter((bin) => bin.items.some((item) => item.key === key)).map((bin) => bin.items.length)).toEqual([1])
  }
})

test('it steps out of a crowd of few, too', () => {
  const few = Array.from({ length: 8 }, (_, at) => ({ id: `e${at}`, key: `e${at}`, lane: 'media', from: 0, to: day }))
  const { bins } = feed(indexOf(few), ['media'], { from: -500 * day, to: 500 * day }, 900, new Set(['e3']))
  expect(bins.map((bin) => bin.items.length).toSorted()).toEqual([1, 7])
})
