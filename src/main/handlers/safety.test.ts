import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { IncidentTrouble } from '#contract/index.ts'
import { readIncidentDocument } from '#domain/exchange/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { makeAnchor } from '#domain/text/index.ts'
import { sampleId } from '../reference/index.ts'
import { files as realFiles } from '../store/files.ts'
import type { Library } from '../store/index.ts'
import { sha256Of } from '../store/sources.ts'
import { started } from './testing.ts'

let library: Library
afterEach(() => library.close())

async function withSample(...given: Parameters<typeof started>) {
  const all = await started(...given)
  library = all.library
  await all.call('sample:open', {})
  const rename = (title: string) => all.call('incident:apply', { id: sampleId, command: { type: 'incident.rename', title } })
  const page = async (query = {}) => (await all.call('history:page', { id: sampleId, offset: 0, limit: 100, text: '', types: [], record: null, ...query })) as { total: number; matching: number; entries: { sequence: number }[] }
  return { ...all, rename, page, history: join(all.folder, 'library', 'incidents', `${sampleId}.history.jsonl`) }
}
const sequences = ({ entries }: { entries: { sequence: number }[] }) => entries.map(({ sequence }) => sequence)

describe('the history of an incident', () => {
  it('comes in pages, the newest first, and goes on as the incident does', async () => {
    const { rename, page } = await withSample()
    for (let edit = 2; edit <= 30; edit += 1) await rename(`Edit ${edit}`)
    expect(await page({ offset: 10, limit: 5 })).toMatchObject({ total: 30, matching: 30, entries: [{ sequence: 20 }, {}, {}, {}, { sequence: 16 }] })
    expect(sequences(await page({ offset: 28, limit: 5 }))).toEqual([2, 1])
    await rename('One more')
    expect(sequences(await page({ limit: 1 }))).toEqual([31])
    expect(sequences(await page({ text: 'edit 13' }))).toEqual([14, 13])
    expect(sequences(await page({ record: 'incident', limit: 2 }))).toEqual([31, 30])
    expect(await page({ record: 'events/none' })).toMatchObject({ total: 31, matching: 0, entries: [] })
  })

  it('knows where the marks of a source stood before it took them over', async () => {
    const { call } = await withSample()
    const { incident } = (await call('incident:open', { id: sampleId })) as { incident: Incident }
    const [mark] = Object.values(incident.annotations)
    const other = Object.values(incident.sources).find(({ id, text }) => text && id !== mark?.sourceId)
    if (!mark || !other?.text) throw new Error('the sample has no marks in two texts')
    const { text } = (await call('source:text', { incidentId: sampleId, sha256: other.text.sha256 })) as { text: string }
    await call('incident:apply', { id: sampleId, command: { type: 'annotation.update', id: mark.id, changes: { sourceId: other.id, anchor: makeAnchor(text, other.text.sha256, 0, 5) } } })
    const places = async () => ((await call('version:taken-over', { id: sampleId, sourceId: other.id })) as { places: unknown[] }).places
    expect(await places()).toEqual([{ id: mark.id, sourceId: mark.sourceId, start: mark.anchor.start, end: mark.anchor.end }])
    await call('incident:undo', { id: sampleId })
    expect(await places()).toEqual([])
  })

  it('shows an earlier state with its texts, and puts it back as a revision that can be undone', async () => {
    const { call, rename } = await withSample()
    const opened = (await call('incident:open', { id: sampleId })) as { incident: { title: string; events: object } }
    const [eventId = ''] = Object.keys(opened.incident.events)
    await call('incident:apply', { id: sampleId, command: { type: 'event.remove', id: eventId, together: true } })
    await rename('Later')
    const at = { kind: 'revision', sequence: 1 }
    const then = (await call('incident:then', { id: sampleId, at })) as { incident: { title: string; events: object; sources: Record<string, { text: { sha256: string } | null }> } }
    expect(then).toMatchObject({ sequence: 1, author: 'eva', incident: { title: opened.incident.title, events: { [eventId]: {} } } })
    const sha256 = Object.values(then.incident.sources).find(({ text }) => text)?.text?.sha256
    expect(await call('source:text', { incidentId: sampleId, sha256, at })).toMatchObject({ text: expect.any(String) })
    expect(await call('incident:put-back', { id: sampleId, at })).toEqual({ sequence: 4 })
    expect(await call('incident:open', { id: sampleId })).toMatchObject({ incident: { title: opened.incident.title, events: { [eventId]: {} } }, undo: { type: 'incident.restore' } })
    await call('incident:undo', { id: sampleId })
    expect(await call('incident:open', { id: sampleId })).toMatchObject({ incident: { title: 'Later' } })
  })
})

describe('a damaged incident', () => {
  it('says what each way gives up, and comes back by a choice; what was damaged is named', async () => {
    const { call, rename, history } = await withSample()
    await call('backups:make', {})
    for (const title of ['Two', 'Three', 'Four']) await rename(title)
    const lines = (await readFile(history, 'utf8')).split('\n')
    await library.close()
    await writeFile(history, lines.map((line, index) => (index === 2 ? line.replace('Three', 'Thr33') : line)).join('\n'))
    const again = await started({}, { folder: join(history, '..', '..', '..') })
    library = again.library
    await expect(again.call('incident:open', { id: sampleId })).rejects.toMatchObject({ code: 'corrupt' })
    expect(await again.call('app:bootstrap', {})).toMatchObject({ damaged: [{ id: sampleId, state: 'corrupt' }] })
    const state = (await again.call('incident:state', { id: sampleId })) as IncidentTrouble
    expect(state).toMatchObject({ state: 'corrupt', line: 3, whole: 2, lastKnown: 4 })
    const cut = state.ways.find(({ choice }) => choice === 'recover-from-history')
    expect([cut?.lost, cut?.lostEdits.map(({ author, sequence, changes }) => [sequence, author, changes[0]?.fields[0]?.to])]).toEqual([2, [[3, 'eva', 'Three'], [4, 'eva', 'Four']]])
    expect(await again.call('incident:then', { id: sampleId, at: { kind: 'whole' } })).toMatchObject({ incident: { title: 'Four' } })
    const { kept } = (await again.call('incident:recover', { id: sampleId, choice: 'recover-from-history', revision: 2, backup: null })) as { kept: string[] }
    expect(kept.length).toBeGreaterThan(0)
    expect(await again.call('quarantine:list', {})).toMatchObject({ files: expect.arrayContaining(kept.map((name) => ({ name, bytes: expect.any(Number), time: expect.any(String) }))) })
    expect(await again.call('incident:open', { id: sampleId })).toMatchObject({ incident: { title: 'Two' }, sequence: 2 })
  })
})

describe('backups', () => {
  it('are made, listed, looked at and put back', async () => {
    const { call, rename } = await withSample()
    await rename('Backed up')
    expect(await call('backups:make', {})).toEqual({ made: 1, failed: [] })
    await rename('Later')
    expect(await call('backups:overview', {})).toMatchObject({ incidents: [{ id: sampleId, count: 1 }], problem: null })
    const { backups } = (await call('backups:list', { id: sampleId })) as { backups: { name: string }[] }
    expect(backups).toMatchObject([{ revision: 2, kept: 'recent', reason: 'asked', problem: null }])
    const at = { kind: 'backup', name: backups[0]?.name }
    expect(await call('incident:then', { id: sampleId, at })).toMatchObject({ sequence: 2, incident: { title: 'Backed up' } })
    await call('incident:put-back', { id: sampleId, at })
    expect(await call('incident:open', { id: sampleId })).toMatchObject({ incident: { title: 'Backed up' }, sequence: 4 })
  })
})

describe('a failed save', () => {
  it('is told in words with what the disk holds, and a copy holds what could not be saved', async () => {
    let fail = false
    let fired = 0
    const open: typeof realFiles.open = async (...given) => {
      if (fail && String(given[0]).endsWith('.history.jsonl') && given[1] !== undefined && given[1] !== 'r' && given[1] !== 'wx') {
        fired += 1
        throw Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' })
      }
      return realFiles.open(...given)
    }
    const folder = await mkdtemp(join(tmpdir(), 'kronika-handlers-'))
    const path = join(folder, 'copy.json')
    const { call, rename } = await withSample({ dialogs: { chooseDocuments: async () => null, saveAs: async () => path } }, { folder, files: { ...realFiles, open } })
    fail = true
    await expect(rename('Not saved')).rejects.toMatchObject({ reason: 'disk-full' })
    expect(fired).toBeGreaterThan(0)
    expect(await call('save:failures', {})).toMatchObject({ failures: [{ id: sampleId, reason: 'disk-full', waiting: [{ type: 'incident.rename', changes: [{ fields: [{ to: 'Not saved' }] }] }], disk: { sequence: 1, author: 'eva' }, diskProblem: null }] })
    expect(await call('save:copy', { id: sampleId })).toEqual({ path })
    expect(readIncidentDocument(await readFile(path, 'utf8'), sha256Of).incident.title).toBe('Not saved')
    fail = false
    await call('incident:retry-save', { id: sampleId })
    expect(await call('save:failures', {})).toEqual({ failures: [] })
  })
})
