import { expect, test } from 'vitest'
import { arranged, moved } from './lane-order.ts'

test('rows stand as they were put, and new ones after those before them', () => {
  expect(arranged(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c'])
  expect(arranged(['a', 'b', 'c'], ['c', 'a'])).toEqual(['c', 'a', 'b'])
  expect(arranged(['a', 'b'], ['gone', 'b', 'a'])).toEqual(['b', 'a'])
})

test('moving one row leaves the others in their order', () => {
  expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b'], 'b', 2)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'x', 0)).toEqual(['a', 'b'])
})
