import { expect, test } from 'vitest'
import { feed } from './feed.ts'
import { indexOf } from './lod.ts'
import { drawnItems, extentOf, type DrawnItem, type Window } from './marks.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { mostListed, zoomInto } from './opening.ts'

const day = 86_400_000
/** As the lanes limit it. */
const least = 7 * day
const item = (at: number, edtf: string): TimelineItem => ({ key: `events/e${at}`, collection: 'events', id: `e${at}`, title: `E${at}`, lane: 'media', kind: 'event', edtf, wording: null, standing: 'confirmed', context: false, evidence: [], sources: 0, tags: [] })
const clamped = ({ from, to }: Window): Window => {
  const half = Math.max(least, to - from) / 2
  return { from: (from + to) / 2 - half, to: (from + to) / 2 + half }
}

/** Clicks on the largest bin until it opens as a list; answers after how many clicks, and on how many events. */
function clicksUntilListed(edtfs: readonly string[]): { clicks: number; listed: number } {
  const { dated } = drawnItems(edtfs.map((edtf, at) => item(at, edtf)))
  const index = indexOf<DrawnItem>(dated)
  let window = extentOf(dated)!
  for (let clicks = 1; clicks < 40; clicks++) {
    const { bins } = feed(index, ['media'], window, 900, new Set())
    const bin = bins.toSorted((a, b) => b.items.length - a.items.length)[0]!
    const next = zoomInto(bin, window, window.to - window.from > least * 1.01)
    if (next === null) return { clicks, listed: bin.items.length }
    expect(next.to - next.from).toBeLessThan(window.to - window.from)
    window = clamped(next)
  }
  return { clicks: Infinity, listed: 0 }
}

test.each([
  ['a crowd on one day', Array.from({ length: 300 }, () => '2025-05-28')],
  ['a crowd in one week of years', Array.from({ length: 900 }, (_, at) => (at < 20 ? String(2005 + at) : `2025-05-${String(20 + (at % 7))}`))],
  ['bars that reach beyond every window', Array.from({ length: 400 }, (_, at) => (at % 2 ? '2010/' : '2025-05-28'))],
])('%s opens after a few clicks', (_, edtfs) => {
  const { clicks, listed } = clicksUntilListed(edtfs)
  expect(clicks).toBeLessThan(12)
  expect(listed).toBeGreaterThan(1)
})

test('few events are listed at once, many are zoomed into', () => {
  const bin = (n: number) => ({ items: Array.from({ length: n }), from: 0, to: 30 * day })
  const window = { from: -400 * day, to: 400 * day }
  expect(zoomInto(bin(mostListed), window, true)).toBeNull()
  expect(zoomInto(bin(mostListed + 1), window, true)).toMatchObject({ from: expect.closeTo(-1.8 * day) })
  expect(zoomInto(bin(mostListed + 1), window, false)).toBeNull()
})
