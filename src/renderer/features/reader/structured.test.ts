import { expect, it } from 'vitest'
import { partsOf } from './marks.ts'
import { pagesOf, structuredParts } from './structured.ts'

const text = 'Statement\n\nBackground of it\n\nA sentence that runs over\nthe page.\n\nFirst point\n\nThe end.\n'
const at = (words: string) => text.indexOf(words)
const span = (words: string) => ({ start: at(words), end: at(words) + words.length })

it('shows headings, list items and pages as the document set them, and keeps the numbers of the text', () => {
  const plain = partsOf(text)
  const parts = structuredParts(plain, [
    { kind: 'page', start: 0, page: 1 },
    { kind: 'heading', ...span('Background of it'), level: 3 },
    { kind: 'page', start: at('the page'), page: 2 },
    { kind: 'list-item', ...span('First point') },
    { kind: 'page', start: at('First point'), page: 3 },
    // Between two parts: begins with the next one.
    { kind: 'page', start: at('The end.') - 1, page: 4 },
  ])
  expect(parts.map(({ kind, level }) => [kind, level])).toEqual([['heading', undefined], ['heading', 3], ['paragraph', undefined], ['list-item', undefined], ['paragraph', undefined]])
  expect(parts.map(({ number }) => number)).toEqual(plain.map(({ number }) => number))
  expect(parts.map(pagesOf)).toEqual([{ from: 1, to: 1 }, null, { from: 1, to: 2 }, { from: 3, to: 3 }, { from: 4, to: 4 }])
})

it('leaves a text without structure, and one whose structure lies elsewhere, as it is', () => {
  const plain = partsOf(text)
  expect(structuredParts(plain, undefined)).toEqual(plain)
  expect(structuredParts(plain, [{ kind: 'heading', start: 3, end: 5, level: 1 }, { kind: 'page', start: 99_999, page: 9 }])).toEqual(plain)
  expect(structuredParts([], [{ kind: 'page', start: 0, page: 1 }])).toEqual([])
})
