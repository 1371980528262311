import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summarise, type Incident } from '#domain/incident/index.ts'
import { incidentWith } from '#domain/compare/testing-incident.ts'
import { referenceCases } from '../reference/index.ts'
import { findSimilar, shippedCases } from './corpus.ts'

const references = referenceCases(resolve('resources'))
const shipped = shippedCases(references)

/** Incidents of a library, by the ids they are read under; one that is not there cannot be read. */
function library(incidents: readonly Incident[], damaged: readonly string[] = []) {
  const asked: string[] = []
  const summaries = incidents.map((incident) => summarise(incident, { sequence: 1, changedAt: incident.createdAt }))
  const read = async (id: string) => {
    asked.push(id)
    const found = incidents.find((one) => one.id === id)
    if (found === undefined || damaged.includes(id)) throw new Error(`${id} cannot be read`)
    return found
  }
  return { asked, shelf: { incidents: () => summaries, references: shipped, read } }
}

describe('similar cases', () => {
  const own = incidentWith({ id: 'own', actors: ['Group X'], sponsorStates: ['CN'], sectors: ['parliament'] })
  const twin = incidentWith({ id: 'twin', actors: ['Group X'], sponsorStates: ['CN'] })

  it('are found among the library and the shipped cases at once', async () => {
    const { shelf } = library([own, twin])
    const { similar, of } = await findSimilar(shelf, own)
    expect(similar[0]?.id).toBe('twin')
    expect(similar.length).toBeGreaterThan(5)
    expect(of).toBe(25)
  })
  it('do without a case that cannot be read', async () => {
    const { shelf } = library([own, twin], ['twin'])
    expect((await findSimilar(shelf, own)).similar.map(({ id }) => id)).not.toContain('twin')
  })
  it('have the sample and the case it was made from once, and never the incident itself', async () => {
    const { incident: sample } = await references.sampleIncident()
    const { shelf } = library([own, sample])
    const ids = (await findSimilar(shelf, own)).similar.map(({ id }) => id)
    expect(ids).toContain('cz-mfa-apt31-2022')
    expect(ids).not.toContain(sample.id)
    expect((await findSimilar(shelf, sample)).similar.map(({ id }) => id)).not.toContain('cz-mfa-apt31-2022')
  })
  it('of a large library are read only where the list entries share most', async () => {
    const many = Array.from({ length: 400 }, (_, index) => incidentWith({ id: `i${index}`, sponsorStates: ['IR'] }))
    const { shelf, asked } = library([own, ...many, twin])
    expect((await findSimilar(shelf, own)).similar[0]?.id).toBe('twin')
    expect(asked).toHaveLength(200)
    expect(asked[0]).toBe('twin')
  })
})
