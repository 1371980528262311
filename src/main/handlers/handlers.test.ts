import { mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sampleId } from '../reference/index.ts'
import type { Library } from '../store/index.ts'
import type { Ports } from './index.ts'
import { czech, started as startedHandlers } from './testing.ts'

const options = { tlp: 'CLEAR', language: 'en' } as const
let library: Library
afterEach(() => library.close())

async function started(changes: Partial<Ports> = {}) {
  const all = await startedHandlers(changes)
  library = all.library
  return all
}

describe('a window', () => {
  it('learns everything in one call, empty or not', async () => {
    const { call } = await started()
    expect(await call('app:bootstrap', {})).toMatchObject({ version: '1.2.3', incidents: [], library: { readOnly: false, locked: false, lockedBy: null }, damaged: [] })
    await call('sample:open', {})
    expect(await call('app:bootstrap', {})).toMatchObject({ incidents: [{ id: sampleId, origin: 'sample' }] })
  })

  it('opens the sample twice and has one', async () => {
    const { call } = await started()
    await call('sample:open', {})
    await call('incident:apply', { id: sampleId, command: { type: 'incident.rename', title: 'Mine' } })
    expect(await call('sample:open', {})).toMatchObject({ incident: { title: 'Mine' }, sequence: 2 })
  })

  it('makes an incident, changes it, takes it back, and sees who did what by name', async () => {
    const { call } = await started()
    const { incident } = (await call('incident:create', { title: 'First' })) as { incident: { id: string } }
    await call('incident:apply', { id: incident.id, command: { type: 'incident.rename', title: 'Second' } })
    expect(await call('incident:undo', { id: incident.id })).toMatchObject({ sequence: 3, undo: null, redo: { type: 'incident.rename' } })
    const { entries } = (await call('history:page', { id: incident.id, offset: 0, limit: 50, text: '', types: [], record: null })) as { entries: unknown[] }
    expect(entries).toMatchObject([{ kind: 'undo', of: 2, type: 'incident.rename' }, { kind: 'do', type: 'incident.rename' }, { type: 'incident.create', author: 'eva' }])
    await call('incident:remove', { id: incident.id })
    expect(await call('library:page', { offset: 0, limit: 10 })).toEqual({ total: 0, incidents: [] })
  })

  it('reads a reference case and cannot change it', async () => {
    const { call } = await started()
    expect(await call('incident:open', { id: czech })).toMatchObject({ readOnly: true, sequence: 0, undo: null })
    await expect(call('incident:apply', { id: czech, command: { type: 'incident.rename', title: 'x' } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(call('incident:open', { id: 'none' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([czech, sampleId])('gets the frozen texts of %s and no others', async (id) => {
    const { call } = await started()
    await call('sample:open', {})
    const { incident } = (await call('incident:open', { id })) as { incident: { sources: Record<string, { text: { sha256: string; length: number } | null }> } }
    const texts = Object.values(incident.sources).flatMap(({ text }) => text ?? [])
    expect(texts.length).toBeGreaterThan(3)
    for (const { sha256, length } of texts) expect((await call('source:text', { incidentId: id, sha256 })) as { text: string }).toHaveProperty('text.length', length)
    await expect(call('source:text', { incidentId: id, sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('documents', () => {
  it('come in as bytes, and the refused ones say why', async () => {
    const { call } = await started()
    const files = [{ name: 'a.txt', base64: Buffer.from('Praha, 28. května 2025').toString('base64') }, { name: 'b.txt', base64: '' }]
    expect(await call('document:import', { job: 'one', total: 2, incidentId: null, files })).toMatchObject({ incidentId: expect.any(String), results: [{ name: 'a.txt', outcome: 'imported' }, { name: 'b.txt', outcome: 'refused', code: 'empty' }] })
  })

  it('are chosen in a dialog; what is too large is not read, and a cancelled dialog does nothing', async () => {
    const place = await mkdtemp(join(tmpdir(), 'kronika-chosen-'))
    const [good, huge, none] = ['good.md', 'huge.txt', 'none.txt'].map((name) => join(place, name)) as [string, string, string]
    await writeFile(good, '# Praha\n\nText.')
    await writeFile(huge, '')
    await truncate(huge, 2 ** 40).catch(() => truncate(huge, 60 * 2 ** 20))
    let chosen: string[] | null = [good, huge, none]
    const { call } = await started({ dialogs: { chooseDocuments: async () => chosen, saveAs: async () => null } })
    const answer = (await call('document:choose', { job: 'chosen', incidentId: null })) as { results: { name: string; outcome: string; code: string | null }[] }
    expect(answer.results.map(({ name, outcome, code }) => [name, outcome, code]).toSorted()).toEqual([['good.md', 'imported', null], ['huge.txt', 'refused', 'too-large'], ['none.txt', 'refused', 'not-found']])
    chosen = null
    expect(await call('document:choose', { job: 'chosen', incidentId: null })).toEqual({ results: [], incidentId: null })
  })
})

describe('exports', () => {
  it.each([['pdf', '%PDF-1.4'], ['svg', '<svg/>']] as const)('write %s whole, under a name that says how it may be shared', async (format, bytes) => {
    const { call, folder } = await started()
    const answer = (await call('export:run', { id: czech, format, options })) as { path: string }
    expect(answer.path).toBe(join(folder, `${czech}_TLP-CLEAR_en.${format}`))
    expect(await readFile(answer.path, 'utf8')).toBe(bytes)
  })

  it('write the same JSON each time, which comes in again as it was', async () => {
    const { call } = await started()
    const first = (await call('export:run', { id: czech, format: 'json', options })) as { path: string; sha256: string }
    const bytes = await readFile(first.path)
    expect(await call('export:run', { id: czech, format: 'json', options })).toMatchObject({ sha256: first.sha256 })
    await call('document:import', { job: 'one', total: 1, incidentId: null, files: [{ name: 'case.json', base64: bytes.toString('base64') }] })
    expect(await call('export:run', { id: czech, format: 'json', options })).toMatchObject({ sha256: first.sha256 })
  })

  it('write nothing when the dialog is cancelled', async () => {
    const { call, folder } = await started({ dialogs: { chooseDocuments: async () => null, saveAs: async () => null } })
    expect(await call('export:run', { id: czech, format: 'json', options })).toEqual({ path: null, sha256: null })
    expect(await readdir(folder)).toEqual(['library'])
  })

  it('are refused before anything is asked when the label is too low', async () => {
    const { call, asked } = await started()
    const { incident } = (await call('incident:create', { title: 'Secret' })) as { incident: { id: string } }
    await call('incident:apply', { id: incident.id, command: { type: 'incident.update', changes: { tlp: 'AMBER' } } })
    await expect(call('export:run', { id: incident.id, format: 'pdf', options })).rejects.toMatchObject({ code: 'wrong-tlp' })
    expect(asked).toEqual([])
    expect(await call('report:preview', { id: incident.id, options })).toMatchObject({ problems: expect.arrayContaining([{ code: 'tlp-too-low', severity: 'must', where: 'tlp' }]) })
  })
})
