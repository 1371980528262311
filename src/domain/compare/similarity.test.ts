import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Incident } from '../incident/index.ts'
import { comparedCase, facetsOf, intervalInWords, isSameCase, similarCases } from './index.ts'
import { incidentWith } from './testing-incident.ts'

const folder = fileURLToPath(new URL('../../../resources/cases/', import.meta.url))
const cases = readdirSync(folder).filter((name) => name !== 'index.json').map((name) => (JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as { incident: Incident }).incident)
const byId = (id: string): Incident => {
  const found = cases.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no case ${id}`)
  return found
}

describe('similar cases', () => {
  const own = incidentWith({ id: 'own', actors: ['APT31'], sponsorStates: ['CN'], techniques: ['T1114.002'], sectors: ['parliament'] })
  const rare = incidentWith({ id: 'rare', actors: ['APT31'], sponsorStates: ['CN'] })
  const common = incidentWith({ id: 'common', sponsorStates: ['CN'] })
  const other = incidentWith({ id: 'other', sponsorStates: ['RU'] })

  it('are ordered by what is shared, each thing weighted by how rare it is', () => {
    const [first, second, ...none] = similarCases(own, [common, rare, other])
    expect([first?.id, second?.id, none]).toEqual(['rare', 'common', []])
    expect(first?.shared.map(({ key, cases }) => `${key} ${cases}`)).toEqual(['actor:apt31 2', 'sponsor:CN 3'])
    const weights = { actor: Math.log(1 + 4 / 2), sponsor: Math.log(1 + 4 / 3) }
    const rest = 3 * Math.log(1 + 4 / 1)
    expect(first?.shared.map(({ weight }) => weight)).toEqual([weights.actor, weights.sponsor])
    expect(first?.score).toBeCloseTo((weights.actor + weights.sponsor) / (weights.actor + weights.sponsor + rest))
  })
  it('score between 0 and 1, 1 only when everything is shared', () => {
    const facets = fc.record({ actors: fc.subarray(['A', 'B', 'C']), sponsorStates: fc.subarray(['CN', 'RU', 'IR']), techniques: fc.subarray(['T1114', 'T1190', 'T1114.002']), sectors: fc.subarray(['parliament', 'defence']) })
    fc.assert(fc.property(facets, fc.array(facets, { maxLength: 6 }), (mine, others) => {
      const me = incidentWith({ id: 'me', ...mine })
      const list = others.map((one, index) => incidentWith({ id: `c${index}`, ...one }))
      for (const { id, score, shared, total } of similarCases(me, list)) {
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-12)
        expect(shared.reduce((sum, { weight }) => sum + weight, 0) / total).toBeCloseTo(score)
        const theirs = facetsOf(list.find((one) => one.id === id) ?? me).map(({ key }) => key).toSorted()
        expect(Math.abs(score - 1) < 1e-12).toBe(JSON.stringify(theirs) === JSON.stringify(facetsOf(me).map(({ key }) => key).toSorted()))
      }
    }))
  })
  it('know an actor by its ATT&CK number, whatever it is called, and none by "unnamed"', () => {
    expect(facetsOf(incidentWith({ actors: ['Unnamed actor (China)'] }))).toEqual([])
    expect(facetsOf(byId('cz-mfa-apt31-2022')).find(({ kind }) => kind === 'actor')).toMatchObject({ key: 'actor:G0128', value: 'APT31' })
  })
  it('leave out copies of the case itself', () => {
    const sample = { ...byId('cz-mfa-apt31-2022'), id: 'sample-czech-mfa-apt31', title: 'Renamed' }
    expect(isSameCase(sample, byId('cz-mfa-apt31-2022'))).toBe(true)
    expect(similarCases(sample, cases).map(({ id }) => id)).not.toContain('cz-mfa-apt31-2022')
    expect(cases.flatMap((a) => cases.filter((b) => a !== b && isSameCase(a, b)).map((b) => [a.id, b.id]))).toEqual([])
  })
  it('of the Czech case are found among the reference cases', () => {
    const found = similarCases(byId('cz-mfa-apt31-2022'), cases)
    expect(found.length).toBeGreaterThanOrEqual(5)
    expect(found[0]?.shared.map(({ kind }) => kind)).toContain('actor')
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  })
})

describe('the reference cases', () => {
  it('give the intervals worked out by hand from their dates', () => {
    const said = (id: string) => Object.values(comparedCase(byId(id)).intervals).map((interval) => intervalInWords(interval, 'en', false).replaceAll('\u00a0', ' '))
    expect(said('cz-mfa-apt31-2022')).toEqual(['0–729?', '514–1,243?', '0', '0'])
    expect(said('be-ministries-apt31-2022')).toEqual(['c. 367–1,095', '0–364', '199–563', '623–652'])
    expect(said('nl-mod-coathanger-2023')).toEqual(['0–364', '37–401', '0', 'no response on record'])
    expect(said('cz-mfa-turla-apt28-2016')).toEqual(['1–396', '0–30', '671', '0'])
  })
  it('each lead from every dated milestone back to something on record, or say that only the key date states it', () => {
    for (const incident of cases) {
      const { milestones } = comparedCase(incident)
      for (const { itemKey } of Object.values(milestones)) {
        const [collection, id] = itemKey?.split('/') ?? []
        if (collection !== undefined && id !== undefined) expect(Object.hasOwn(incident[collection as 'events'], id)).toBe(true)
      }
    }
  })
})
