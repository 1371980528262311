import { describe, expect, it } from 'vitest'
import { superfluous } from './rotation.ts'

const hour = 3_600_000
const at = (iso: string) => Date.parse(iso)

/** Makes a backup at each moment of a clock and lets the superfluous go each time, as the library does. */
function kept(moments: number[]): string[] {
  let backups: { time: number }[] = []
  for (const time of moments) {
    backups.push({ time })
    const gone = new Set(superfluous(backups))
    backups = backups.filter((backup) => !gone.has(backup))
  }
  return backups.map(({ time }) => new Date(time).toISOString().slice(0, 13))
}

describe('which backups stay', () => {
  it('all of the first ten', () => {
    expect(superfluous(Array.from({ length: 10 }, (_, index) => ({ time: index })))).toEqual([])
  })

  it('ten recent, seven daily and four weekly of eight weeks of hourly work', () => {
    const start = at('2025-03-31T00:00:00Z')
    const names = kept(Array.from({ length: 8 * 7 * 24 }, (_, index) => start + index * hour))
    // Sunday 25 May is the last day: its ten newest hours, the last hour of each day of its week, Sundays before it.
    const hours = Array.from({ length: 10 }, (_, index) => `2025-05-25T${14 + index}`)
    const daily = ['19', '20', '21', '22', '23', '24'].map((day) => `2025-05-${day}T23`)
    expect(names).toEqual(['2025-05-04T23', '2025-05-11T23', '2025-05-18T23', ...daily, ...hours])
  })

  it('days without work do not push older ones out', () => {
    const early = Array.from({ length: 12 }, (_, index) => at('2025-01-01T00:00:00Z') + index * hour)
    const names = kept([...early, ...Array.from({ length: 12 }, (_, index) => at('2025-06-01T00:00:00Z') + index * hour)])
    expect(names[0]).toBe('2025-01-01T11')
    expect(names).toHaveLength(11)
  })

  it('the order in which they are given does not matter', () => {
    const backups = Array.from({ length: 40 }, (_, index) => ({ time: (index * 7919) % 40 * 5 * hour }))
    expect(superfluous(backups.toReversed())).toEqual(superfluous(backups))
  })
})
