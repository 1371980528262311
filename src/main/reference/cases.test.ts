import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal, stableJson, writeIncidentDocument, type IncidentDocument } from '#domain/exchange/index.ts'
import { incidentSchema, integrityProblems, type Evidence, type Incident } from '#domain/incident/index.ts'
import { itemTitles, timelineItems } from '#domain/timeline/index.ts'
import { caseIndex, readCaseFile, referenceCases, sampleId, UnknownCase } from './cases.ts'

const resources = join(import.meta.dirname, '../../../resources')
const cases = referenceCases(resources)
const ids = (await readdir(join(resources, 'cases'))).filter((name) => name !== 'index.json').map((name) => name.replace(/\.json$/, ''))
const documents = new Map<string, IncidentDocument>()
beforeAll(async () => {
  for (const id of ids) documents.set(id, await readCaseFile(join(resources, 'cases', `${id}.json`)))
})
const incidents = (): Incident[] => [...documents.values()].map(({ incident }) => incident)

describe('the reference cases', () => {
  it('are 24, each readable with every reference, hash and anchor checked', () => {
    expect(documents.size).toBe(24)
    for (const [id, { incident }] of documents) {
      expect(incident).toMatchObject({ id, origin: 'reference', status: 'reference', tlp: 'CLEAR' })
      expect(integrityProblems(incident)).toEqual([])
    }
  })

  it.each(ids)('%s has the bytes that the product itself writes', async (id) => {
    const document = documents.get(id)
    expect(document && writeIncidentDocument(document.incident, document.texts)).toBe(await readFile(join(resources, 'cases', `${id}.json`), 'utf8'))
  })

  it('are listed by an index that is not stale (vitest -u writes it anew)', async () => {
    await expect(stableJson(caseIndex(incidents()))).toMatchFileSnapshot(join(resources, 'cases/index.json'))
    expect((await cases.list()).map(({ id }) => id)).toEqual(ids.toSorted())
  })

  it('carry what a report needs: title, summary, bottom line, cut-off, a dated record and a gap', () => {
    for (const incident of incidents()) {
      expect(incident.shortTitle.length, incident.id).toBeGreaterThan(2)
      expect(incident.shortTitle.length, incident.id).toBeLessThanOrEqual(32)
      expect(incident.summary.split(/[.!?]\s/).length, incident.id).toBeGreaterThanOrEqual(2)
      expect(incident.bottomLine, incident.id).not.toBe('')
      expect(incident.cutOff, incident.id).not.toBeNull()
      expect(incident.victims.length, incident.id).toBeGreaterThan(0)
      expect(incident.actorIds.length, incident.id).toBeGreaterThan(0)
      expect(Object.keys(incident.gaps).length, incident.id).toBeGreaterThan(0)
      expect(timelineItems(incident, itemTitles('en')).some((item) => item.edtf !== null), incident.id).toBe(true)
    }
  })

  it('have distinct short titles', () => {
    expect(new Set(incidents().map(({ shortTitle }) => shortTitle)).size).toBe(24)
  })

  it('rest every claim on evidence or mark it as background', () => {
    for (const incident of incidents()) {
      const records = [incident.events, incident.attributions, incident.responses, incident.facts, incident.techniques, incident.entities].flatMap((collection) => Object.values(collection))
      for (const record of records) expect(record.evidence.length > 0 || record.standing === 'background', `${incident.id}/${record.id}`).toBe(true)
      for (const claim of Object.values(incident.conflicts).flatMap(({ claims }) => claims)) expect(claim.evidence.length, `${incident.id}/${claim.id}`).toBeGreaterThan(0)
    }
  })

  it('never rest a confirmed record on unread sources alone', () => {
    for (const incident of incidents()) {
      for (const record of [incident.events, incident.attributions, incident.responses].flatMap((collection) => Object.values(collection))) {
        const evidence: readonly Evidence[] = record.evidence
        const read = evidence.some((piece) => piece.kind === 'quote' || incident.sources[piece.sourceId]?.access === 'read')
        expect(read || record.standing === 'background', `${incident.id}/${record.id}`).toBe(true)
      }
    }
  })

  it('show nothing twice: no event repeats an attribution or a response', () => {
    for (const incident of incidents()) {
      const items = timelineItems(incident, itemTitles('en')).map(({ edtf, title }) => `${edtf} ${title}`)
      expect(new Set(items).size, incident.id).toBe(items.length)
      const acts = [...Object.values(incident.attributions).map((item) => ({ date: item.date.edtf, party: item.by.entityId })), ...Object.values(incident.responses).map((item) => ({ date: item.date.edtf, party: item.actor.entityId }))]
      for (const event of Object.values(incident.events)) {
        const doubled = acts.filter(({ date, party }) => date !== null && date === event.date.edtf && party !== null && event.entityIds.includes(party))
        expect(doubled, `${incident.id}/${event.id}`).toEqual([])
        expect(event.lane !== 'attribution' || event.context, `${incident.id}/${event.id}`).toBe(true)
      }
    }
  })
})

describe('opening a case', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kronika-cases-'))
    await cp(join(resources, 'cases'), join(folder, 'cases'), { recursive: true })
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each(['nothing-of-the-kind', '../cases/cz-mfa-apt31-2022', 'index'])('knows no case "%s"', async (id) => {
    await expect(cases.open(id)).rejects.toBeInstanceOf(UnknownCase)
  })

  it('refuses a file whose frozen text was changed', async () => {
    const path = join(folder, 'cases/cz-mfa-apt31-2022.json')
    const text = await readFile(path, 'utf8')
    const changed = text.replace('How the intruders got in, what they used', 'How the intruders got out, what they used')
    expect(changed).not.toBe(text)
    await writeFile(path, changed)
    await expect(referenceCases(folder).open('cz-mfa-apt31-2022')).rejects.toBeInstanceOf(Refusal)
  })

  it('gives the Czech case as the sample, with an id and a state of its own', async () => {
    const sample = await cases.sampleIncident()
    const original = documents.get('cz-mfa-apt31-2022')
    expect(incidentSchema.parse(sample.incident)).toMatchObject({ id: sampleId, origin: 'sample', status: 'in-progress' })
    expect(sample.texts).toEqual(original?.texts)
    expect({ ...sample.incident, id: '', origin: '', status: '' }).toEqual({ ...original?.incident, id: '', origin: '', status: '' })
  })
})
