import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { referenceCases } from './cases.ts'

const root = join(import.meta.dirname, '../../..')
const dossier = join(root, '../shared/dossier/cases.json')
const missing = !existsSync(dossier)
if (missing) process.stderr.write('SKIPPED: ../shared/dossier is not here, so the cases are not compared with what they were made from\n')

/** An end that is coarser than its start makes no interval; there the end is a background fact instead. */
const activityElsewhere: Record<string, string> = {
  'ee-ministries-unit29155-2020': '2020-11',
  'no-county-governors-apt31-2018': '2018-06~/',
  'no-storting-apt28-2020': '2020-08-24/',
  'uk-nhs-wannacry-lazarus-2017': '2017-05',
}

const dossierSchema = z.object({
  cases: z.array(z.object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    activity: z.object({ edtf: z.string() }),
    facts: z.array(z.object({ field: z.string(), status: z.string() })),
    responses: z.array(z.object({ description: z.string() })),
    sources: z.array(z.object({ id: z.string(), url: z.string(), title: z.string(), access: z.string() })),
    verification: z.array(z.object({ status: z.string(), source_ids: z.array(z.string()) })),
    techniques: z.array(z.object({ attack_id: z.string(), status: z.string() })),
  })),
})

describe.skipIf(missing)('what the cases were made from', () => {
  const cases = referenceCases(join(root, 'resources'))
  const load = async () => dossierSchema.parse(JSON.parse(await readFile(dossier, 'utf8'))).cases

  it('is carried whole: every case, and the address of every source behind a confirmed claim', async () => {
    const from = await load()
    expect(from.map(({ id }) => id).sort()).toEqual((await cases.list()).map(({ id }) => id).sort())
    let addresses = 0
    for (const original of from) {
      const { incident } = await cases.open(original.id)
      const urls = new Set(Object.values(incident.sources).map(({ citation }) => citation.URL))
      const confirmed = new Set(original.verification.filter(({ status }) => status === 'confirmed').flatMap(({ source_ids }) => source_ids))
      for (const source of original.sources.filter(({ id }) => confirmed.has(id))) {
        expect(urls, `${original.id} ${source.id}`).toContain(source.url)
        addresses += 1
      }
    }
    expect(addresses).toBeGreaterThan(150)
  })

  it('keeps its dates, titles of sources and its marks of confirmed and background', async () => {
    for (const original of await load()) {
      const { incident } = await cases.open(original.id)
      expect(incident.dates.activity.edtf, original.id).toBe(activityElsewhere[original.id] ?? original.activity.edtf)
      for (const source of original.sources) expect(incident.sources[source.id], source.id).toMatchObject({ access: source.access, citation: { title: source.title.replace('NUKIB', 'NÚKIB') } })
      for (const fact of original.facts) expect(Object.values(incident.facts).find(({ field }) => field === fact.field)?.standing, `${original.id} ${fact.field}`).toBe(fact.status)
      for (const technique of original.techniques) expect(Object.values(incident.techniques).find(({ attackId }) => attackId === technique.attack_id)?.standing, original.id).toBe(technique.status)
    }
  })

  it('lends no sentence: summaries and descriptions are written anew', async () => {
    for (const original of await load()) {
      const { incident } = await cases.open(original.id)
      const ours = JSON.stringify([incident.summary, incident.bottomLine, Object.values(incident.responses).map(({ description }) => description)])
      for (const sentence of original.summary.split(/(?<=\.)\s/)) expect(ours, original.id).not.toContain(sentence)
      for (const { description } of original.responses.filter((response) => response.description.split(' ').length > 8)) expect(ours, original.id).not.toContain(description)
    }
  })

  it('lends the notes of the Czech case no run of eight words but names and terms', async () => {
    const runsOf = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []
      return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '))
    }
    const lent = new Set(JSON.stringify(JSON.parse(await readFile(dossier, 'utf8'))).split('"').flatMap(runsOf))
    const { texts } = await cases.open('cz-mfa-apt31-2022')
    const shared = Object.values(texts).flatMap(runsOf).filter((run) => lent.has(run))
    expect(lent.size).toBeGreaterThan(1000)
    expect(shared.filter((run) => !/^publicly associated with the ministry of state security$|bronze vinewood judgement panda/.test(run))).toEqual([])
  })
})
