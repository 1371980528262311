import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referenceCases } from './cases.ts'
import { techniqueVocabularySchema, vocabularies } from './vocabularies.ts'

const resources = join(import.meta.dirname, '../../../resources')
const { actors, techniques } = vocabularies(resources)

describe('the vocabularies', () => {
  it('hold 27 actors, each alias with its standing and its source', async () => {
    const { actors: all, sources } = await actors()
    expect(all).toHaveLength(27)
    const cases = referenceCases(resources)
    const caseSources = new Set((await Promise.all((await cases.list()).map(({ id }) => cases.open(id)))).flatMap(({ incident }) => Object.keys(incident.sources)))
    const known = (id: string | null) => id !== null && (sources.some((source) => source.id === id) || caseSources.has(id))
    for (const { name, standing, source } of all.flatMap(({ aliases }) => aliases)) expect(standing === 'background' || known(source), name).toBe(true)
    for (const { sponsor, name } of all) if (sponsor?.standing === 'confirmed') expect(known(sponsor.source), name).toBe(true)
  })

  it('hold 127 techniques under 14 tactics, and every technique of a case', async () => {
    const { techniques: all, tactics } = await techniques()
    expect(all).toHaveLength(127)
    expect(tactics).toHaveLength(14)
    const names = new Map(all.map(({ id, name }) => [id, name]))
    const cases = referenceCases(resources)
    for (const { id } of await cases.list()) {
      for (const technique of Object.values((await cases.open(id)).incident.techniques)) expect(names.get(technique.attackId), `${id} ${technique.attackId}`).toBe(technique.name)
    }
  })

  it('refuse a technique of an unknown tactic', async () => {
    const good = await techniques()
    const bad = { ...good, techniques: [...good.techniques, { id: 'T9999', name: 'Nothing', tactics: ['TA9999'] }] }
    expect(techniqueVocabularySchema.safeParse(good).success).toBe(true)
    expect(techniqueVocabularySchema.safeParse(bad).success).toBe(false)
  })
})
