import { describe, expect, test } from 'vitest'
import { incidentWith, namedPeriod, timelineEvent } from '../compare/testing-incident.ts'
import { changesBetween } from '../history/index.ts'
import { stableJson } from '../exchange/index.ts'
import { integrityProblems } from '../incident/index.ts'
import { applyCommand, CommandError, commandSchema, patchIncident, type Command } from './index.ts'

const incident = incidentWith({ events: [timelineEvent('e1', { lane: 'activity', edtf: '2022/' })], sourceIds: ['s1'] })
const period = namedPeriod('p1', '2022-07-01/2022-12-31', { title: 'Czech Presidency', evidence: [{ kind: 'citation', sourceId: 's1', stance: 'for', credibility: null, locator: null, note: '' }] })
const refusal = (command: unknown) => {
  try {
    applyCommand(incident, commandSchema.parse(command))
  } catch (error) {
    if (error instanceof CommandError) return [error.code, error.path]
    throw error
  }
  throw new Error('not refused')
}

describe('a named period', () => {
  test('is added, changed and removed, and each inverse leads back byte for byte, also to a document that knows of none', () => {
    const steps: Command[] = [
      { type: 'period.add', item: period },
      { type: 'period.add', item: namedPeriod('p2', null) },
      { type: 'period.update', id: 'p1', changes: { title: 'Presidency', date: { edtf: '2022-07/2022-12', wording: 'second half of 2022' } } },
      { type: 'period.remove', id: 'p2' },
      { type: 'period.remove', id: 'p1' },
    ]
    const states = [incident]
    for (const step of steps) {
      const before = states.at(-1)!
      const { incident: after, patches, inverse } = applyCommand(before, commandSchema.parse(step) as Command)
      expect(stableJson(patchIncident(before, patches))).toBe(stableJson(after))
      expect(stableJson(patchIncident(after, inverse))).toBe(stableJson(before))
      states.push(after)
    }
    expect(states[3]?.periods?.['p1']).toMatchObject({ title: 'Presidency', date: { edtf: '2022-07/2022-12', wording: 'second half of 2022' } })
    expect(stableJson(states.at(-1))).toBe(stableJson(incident))
  })

  test('is refused with the place where it rests on nothing, repeats an id, or has no readable date', () => {
    expect(refusal({ type: 'period.add', item: { ...period, evidence: [{ ...period.evidence[0], sourceId: 'gone' }] } })).toEqual(['broken-reference', 'periods.p1.evidence.0'])
    expect(refusal({ type: 'period.update', id: 'p1', changes: {} })).toEqual(['not-found', 'periods.p1'])
    expect(refusal({ type: 'period.remove', id: 'constructor' })).toEqual(['not-found', 'periods.constructor'])
    expect(commandSchema.safeParse({ type: 'period.add', item: { ...period, date: { edtf: 'wave 1', wording: null } } }).success).toBe(false)
    expect(commandSchema.safeParse({ type: 'period.add', item: { ...period, ink: 'red' } }).success).toBe(false)
    expect(integrityProblems({ ...incident, periods: { other: period } })).toMatchObject([{ path: 'periods.other.id' }])
  })

  test('keeps what it rests on from going unseen, and is released from it when asked', () => {
    const { incident: with1 } = applyCommand(incident, { type: 'period.add', item: period })
    expect(() => applyCommand(with1, { type: 'source.remove', id: 's1' })).toThrow(CommandError)
    const { incident: after } = applyCommand(with1, { type: 'source.remove', id: 's1', together: true })
    expect(after.periods?.['p1']?.evidence).toEqual([])
  })

  test('is told by the history under its name, the first as well as the last', () => {
    const added = applyCommand(incident, { type: 'period.add', item: period })
    expect(changesBetween(incident, added.incident, added.patches)).toMatchObject([{ collection: 'periods', id: 'p1', verb: 'add', record: { title: 'Czech Presidency' } }])
    expect(changesBetween(added.incident, incident, added.inverse)).toMatchObject([{ collection: 'periods', id: 'p1', verb: 'remove', record: { title: 'Czech Presidency' } }])
  })

  test('goes when an earlier state is put back that had none', () => {
    const { incident: with1 } = applyCommand(incident, { type: 'period.add', item: period })
    const { incident: back, inverse } = applyCommand(with1, { type: 'incident.restore', incident, sequence: 1 })
    expect(stableJson(back)).toBe(stableJson(incident))
    expect(stableJson(patchIncident(back, inverse))).toBe(stableJson(with1))
  })
})
