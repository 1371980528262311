import { expect, test } from 'vitest'
import { emptyIncident } from '#domain/incident/index.ts'
import { acrossLanes } from './across.ts'

const now = Date.UTC(2025, 9, 6)
const incident = { ...emptyIncident({ id: 'i', title: 'A case', createdAt: '2025-05-28T10:00:00Z' }), cutOff: '2025-09-30T22:00:00Z' }
const ids = (attributed: string | null) => acrossLanes({ ...incident, dates: { ...incident.dates, attributed: { edtf: attributed, wording: null } } }, null, 'en', now).map(({ id }) => id)

test('only a day that is known is drawn as a line', () => {
  expect(ids('2025-05-28')).toEqual(['attributed', 'cut-off', 'today'])
  expect(ids('2025-05')).toEqual(['cut-off', 'today'])
  expect(ids(null)).toEqual(['cut-off', 'today'])
})

test('the line of an instant stands at the instant, that of a day in its middle', () => {
  const at = (edtf: string) => acrossLanes({ ...incident, dates: { ...incident.dates, attributed: { edtf, wording: null } } }, null, 'en', now)[0]?.from
  expect(at('2025-05-28')).toBe(Date.UTC(2025, 4, 28, 12))
  expect(at('2025-05-28T10:30')).toBe(Date.UTC(2025, 4, 28, 12))
  expect(Math.abs(at('2025-05-28T10:30:00Z')! - Date.UTC(2025, 4, 28, 10, 30))).toBeLessThan(1000)
})

test('a period is drawn over its whole length, and an open side has an end on paper', () => {
  const [period] = acrossLanes(incident, { from: '2022', to: '2023-06', sure: true }, 'en', now)
  expect(period).toMatchObject({ id: 'period', from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 6, 1) - 1 })
  const [open] = acrossLanes(incident, { from: '2022', to: null, sure: false }, 'en', now)
  expect(Number.isFinite(open?.to)).toBe(true)
})
