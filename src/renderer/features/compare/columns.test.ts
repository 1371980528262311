import { describe, expect, it } from 'vitest'
import { comparedCase } from '#domain/compare/index.ts'
import { incidentWith } from '#domain/compare/testing-incident.ts'
import { columns, sorted } from './columns.ts'

const cases = [
  incidentWith({ id: 'none', title: 'Čáp' }),
  incidentWith({ id: 'wide', title: 'Beta', dates: { activity: '2020', detected: '2021', disclosed: '2023-01-10' } }),
  incidentWith({ id: 'near', title: 'Alfa', dates: { activity: '2022', detected: '2023-01-01', disclosed: '2023-01-10' } }),
].map(comparedCase)
const ids = (column: Parameters<typeof sorted>[1]) => sorted(cases, column, 'cs').map(({ id }) => id)

describe('the table of intervals', () => {
  it('stands in the order of the chart until it is sorted', () => expect(ids(null)).toEqual(['none', 'wide', 'near']))
  it('sorts by dates and by days, both ways, with what is missing last both ways', () => {
    expect(ids({ column: 'activity', down: false })).toEqual(['wide', 'near', 'none'])
    expect(ids({ column: 'activity', down: true })).toEqual(['near', 'wide', 'none'])
    expect(ids({ column: 'detection-disclosure', down: false })).toEqual(['near', 'wide', 'none'])
    expect(ids({ column: 'detection-disclosure', down: true })).toEqual(['wide', 'near', 'none'])
  })
  it('sorts names as the language does', () => expect(ids({ column: 'case', down: false })).toEqual(['near', 'wide', 'none']))
  it('has each column once', () => expect(new Set(columns).size).toBe(11))
})
