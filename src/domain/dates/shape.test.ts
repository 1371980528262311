import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDate } from '../compare/testing-edtf.ts'
import { askedShape, shapeOf } from './shape.ts'

const outcome = (read: () => unknown) => {
  try {
    return read()
  } catch {
    return 'refused'
  }
}

test('plain dates are read as the library reads them', () => {
  fc.assert(fc.property(anyDate, ({ edtf }) => { expect(outcome(() => shapeOf(edtf))).toEqual(outcome(() => askedShape(edtf))) }), { numRuns: 2000 })
  const digits = fc.integer({ min: 0, max: 35 }).map((value) => String(value).padStart(2, '0'))
  const limit = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.option(digits), fc.option(digits), fc.constantFrom('', '', '~', '?', '%')).map(([year, month, day, mark]) => `${String(year).padStart(4, '0')}${month === null ? '' : `-${month}${day === null ? '' : `-${day}`}`}${mark}`)
  const end = fc.oneof(limit, limit, fc.constantFrom('', '..'))
  fc.assert(fc.property(fc.oneof(limit, fc.tuple(end, end).map((ends) => ends.join('/'))), (edtf) => { expect([edtf, outcome(() => shapeOf(edtf))]).toEqual([edtf, outcome(() => askedShape(edtf))]) }), { numRuns: 4000 })
})
