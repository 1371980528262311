import { expect, test } from 'vitest'
import { extended, kept, nothingChosen, toggled } from './choosing.ts'

const order = ['a', 'b', 'c', 'd', 'e']

test('Shift chooses a stretch from where it began, in both directions', () => {
  const down = extended(order, nothingChosen, 'b', 'd')
  expect(down).toEqual({ keys: ['b', 'c', 'd'], anchor: 'b' })
  expect(extended(order, down, 'd', 'a')).toEqual({ keys: ['a', 'b'], anchor: 'b' })
  expect(extended(order, { keys: ['x'], anchor: 'filtered away' }, null, 'c').keys).toEqual(['c'])
})

test('Ctrl takes single rows in and out, beginning with the selected one', () => {
  const two = toggled(nothingChosen, 'a', 'c')
  expect(two.keys).toEqual(['a', 'c'])
  expect(toggled(two, 'c', 'a').keys).toEqual(['c'])
  expect(toggled(kept(nothingChosen, 'a'), 'b', 'b').keys).toEqual(['a', 'b'])
  expect(toggled(nothingChosen, 'a', 'a').keys).toEqual(['a'])
})
