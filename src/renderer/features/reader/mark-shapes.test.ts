import { describe, expect, it } from 'vitest'
import { joined, pathOf, type Run } from './mark-shapes.ts'

const run = (left: number, right: number, top = 10): Run => ({ left, right, top, bottom: top + 22, baseline: top + 17.4 })

describe('the shapes of marks', () => {
  it('fill the box of the words and draw lines 3 px below the letters, Attribution 6 px', () => {
    expect(pathOf('fill-actor', [run(40, 90.26)])).toBe('M40 10H90.3V32H40z')
    expect(pathOf('line-actor', [run(40, 90)])).toBe('M40 31H90')
    expect(pathOf('line-response', [run(40, 90)])).toBe('M40 30.5H90M40 32.5H90')
    expect(pathOf('line-attribution', [run(40, 90)])).toBe('M40 33.5H90M40 35.5H90')
    expect(pathOf('line-suggested-wide', [run(40, 90)])).toBe('M40 34.5H90')
  })
  it('draw an own type between two lines', () => {
    expect(pathOf('own-victim', [run(0, 8)])).toBe('M0 30.5H8M0 10.5H8')
  })
  it('draw a wave that ends with the words, and one over the narrowest word', () => {
    expect(pathOf('line-activity', [run(0, 10)])).toBe('M0 31.5q1.5 -3 3 0t3 0t3 0')
    expect(pathOf('line-activity', [run(0, 2)])).toBe('M0 31.5q1.5 -3 3 0')
  })
  it('go on over what is cut by other marks, and begin again on the next line', () => {
    expect(joined([run(0, 10), run(10.2, 30), run(0, 12, 39)])).toEqual([run(0, 30), run(0, 12, 39)])
    expect(joined([run(0, 10), run(14, 30)])).toHaveLength(2)
  })
})
