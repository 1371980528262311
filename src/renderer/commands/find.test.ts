import { expect, it } from 'vitest'
import { match, pieces } from './find.ts'

const marked = (query: string, text: string) => {
  const found = match(query, text)
  return found && pieces(text, found.ranges).filter((piece) => piece.marked).map((piece) => piece.text)
}

it('finds útok by utok and marks the original letters', () => {
  expect(marked('utok', 'Lipavský k útokům APT28')).toEqual(['útok'])
  expect(marked('ÚTOK', 'utok')).toEqual(['utok'])
})
it('finds letters written with combining marks', () => expect(marked('utok', 'u\u0301tok')).toEqual(['u\u0301tok']))
it('needs every word, in any order', () => {
  expect(marked('ministry czech', 'Czech foreign ministry')).toEqual(['Czech', 'ministry'])
  expect(match('ministry norway', 'Czech foreign ministry')).toBeNull()
})
it('prefers the beginning of a word', () => {
  const start = match('art', 'art of war')?.score ?? 0
  const inside = match('art', 'parts')?.score ?? 0
  expect(start).toBeGreaterThan(inside)
  expect(marked('art', 'parts and art')).toEqual(['art'])
})
it('cuts a text without loss', () => expect(pieces('a útok b', [[2, 6]]).map((piece) => piece.text).join('')).toBe('a útok b'))
