import { expect, it } from 'vitest'
import { partsOf } from '../features/reader/marks.ts'
import { numberAt } from './paragraph-numbers.ts'

const text = '# A heading\n\nThe first paragraph.\n\nThe second one.\n'

it('numbers paragraphs as the gutter of the reader does: headings have no number', () => {
  expect(numberAt(text, text.indexOf('heading'))).toBeNull()
  expect(numberAt(text, text.indexOf('first'))).toBe(1)
  expect(numberAt(text, text.indexOf('second'))).toBe(2)
  for (const { start, number } of partsOf(text)) expect(numberAt(text, start)).toBe(number)
})
