import { unzipSync, zipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Revision } from '#domain/command/index.ts'
import { Refusal, stableJson, writeIncidentDocument } from '#domain/exchange/index.ts'
import { fingerprint } from '../cli/testing.ts'
import { importSupplied } from '../ingest/index.ts'
import { referenceCases } from '../reference/index.ts'
import { encodeLine, sealLine } from '../store/history.ts'
import { checkLibrary, openLibrary, type Library } from '../store/index.ts'
import { addAnnotation, inFolder, makeAnnotation, makeIncident, options, rename, texts } from '../store/testing.ts'
import { portableFrom, portableReference, readBundle, writeBundle } from './index.ts'

// Every bundle is read in a thread of its own, which takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const original = Buffer.from('The bytes of the file as they came.')
const originalHash = createHash('sha256').update(original).digest('hex')
const now = () => new Date('2025-06-01T08:00:00.000Z')

/** A library with one incident of seven revisions, an undo and a redo among them, and an original file. */
async function withCase(folder: string): Promise<Library> {
  const library = await openLibrary(folder, options())
  const incident = makeIncident('one')
  const source = incident.sources['s1']
  if (!source) throw new Error('no source')
  source.capture = { capturedAt: '2025-05-28T10:00:00.000Z', fileName: 'statement.txt', mediaType: 'text/plain', byteLength: original.length, sha256: originalHash }
  await library.create(incident, texts, [{ sha256: originalHash, bytes: original }])
  await library.apply('one', addAnnotation('a1', 3))
  await library.apply('one', rename('Renamed'))
  await library.undo('one')
  await library.redo('one')
  await library.apply('one', { type: 'batch', label: 'two', commands: [{ type: 'annotation.add', item: makeAnnotation('a2', 5) }, { type: 'annotation.update', id: 'a1', changes: { note: 'ž' } }] })
  return library
}

const supplied = (bytes: Uint8Array, name = 'case.kronika') => [{ name, bytes }]
const refusalOf = (bytes: Uint8Array): unknown => {
  try {
    readBundle(bytes, 'case.kronika')
  } catch (error) {
    return error
  }
  return null
}

describe('a bundle', () => {
  it('keeps named periods and every step of their history, the first and the last as well', () =>
    inFolder(async (folder) => {
      const library = await withCase(join(folder, 'home'))
      const period = { id: 'p1', title: 'Presidency', date: { edtf: '2022-07/2022-12', wording: null }, note: '', ink: null, evidence: [] }
      await library.apply('one', { type: 'period.add', item: period })
      await library.apply('one', { type: 'period.remove', id: 'p1' })
      await library.undo('one')
      await library.apply('one', { type: 'period.update', id: 'p1', changes: { title: 'Czech Presidency' } })
      const bytes = writeBundle(await portableFrom(library, 'one', true))
      const away = await openLibrary(join(folder, 'away'), options())
      expect((await importSupplied(away, { incidentId: null, now }, supplied(bytes))).results).toMatchObject([{ outcome: 'imported' }])
      expect((await away.open('one')).incident.periods).toEqual({ p1: { ...period, title: 'Czech Presidency' } })
      expect(await away.history('one')).toEqual(await library.history('one'))
      for (let step = 0; step < 2; step += 1) await away.undo('one')
      expect(Object.hasOwn((await away.open('one')).incident, 'periods')).toBe(false)
      expect((await importSupplied(away, { incidentId: null, now, asCopy: true }, supplied(bytes))).results).toMatchObject([{ outcome: 'imported' }])
      const copy = away.list().find(({ id }) => id !== 'one')
      expect((await away.open(copy?.id ?? '')).incident.periods?.['p1']?.title).toBe('Czech Presidency')
      await away.close()
      await library.close()
      expect(await checkLibrary(join(folder, 'away'))).toMatchObject({ problems: [], notes: [] })
    }))

  it('carries incident, originals, texts and history, gives the same bytes again, and comes whole into another library', () =>
    inFolder(async (folder) => {
      const library = await withCase(join(folder, 'home'))
      const bytes = writeBundle(await portableFrom(library, 'one', true))
      expect(writeBundle(await portableFrom(library, 'one', true))).toEqual(bytes)
      expect(Object.keys(unzipSync(bytes)).toSorted()).toEqual(['history.jsonl', 'incident.json', 'manifest.json', `sources/${originalHash}`])
      const away = await openLibrary(join(folder, 'away'), options())
      expect((await importSupplied(away, { incidentId: null, now }, supplied(bytes))).results).toMatchObject([{ outcome: 'imported', incidentId: 'one' }])
      expect(stableJson((await away.open('one')).incident)).toBe(stableJson((await library.open('one')).incident))
      expect(await away.history('one')).toEqual(await library.history('one'))
      expect(await away.readOriginal(originalHash)).toEqual(original)
      // What was done elsewhere can be taken back here.
      expect(await away.undo('one')).toMatchObject({ sequence: 7 })
      expect((await importSupplied(away, { incidentId: null, now }, supplied(bytes))).results).toMatchObject([{ outcome: 'refused', code: 'exists' }])
      expect((await importSupplied(away, { incidentId: null, now, asCopy: true }, supplied(bytes))).results).toMatchObject([{ outcome: 'imported' }])
      expect(away.list()).toHaveLength(2)
      await away.close()
      await library.close()
      expect(await checkLibrary(join(folder, 'away'))).toMatchObject({ problems: [], notes: [] })
    }))

  it('is made of every reference case too, and those come in as they are', async () => {
    const cases = referenceCases(resolve('resources'))
    const all = await cases.list()
    expect(all).toHaveLength(24)
    for (const { id } of all) {
      const document = await cases.open(id)
      const read = readBundle(writeBundle(portableReference(document)), 'case.kronika')
      expect(writeIncidentDocument(read.incident, read.texts)).toBe(writeIncidentDocument(document.incident, document.texts))
      expect([read.originals, read.revisions]).toEqual([[], null])
    }
  })

  it('that was touched anywhere is refused with the place, and the library stays as it was', () =>
    inFolder(async (folder) => {
      const library = await withCase(join(folder, 'home'))
      const good = unzipSync(writeBundle(await portableFrom(library, 'one', true)))
      await library.close()
      const awayFolder = join(folder, 'away')
      await (await openLibrary(awayFolder, options())).close()
      const before = await fingerprint(awayFolder)
      const json = (name: string) => JSON.parse(Buffer.from(good[name] ?? []).toString()) as Record<string, unknown>
      const manifest = (changes: Record<string, unknown>) => Buffer.from(stableJson({ ...json('manifest.json'), ...changes }))
      const flipped = Buffer.from(good['incident.json'] ?? [])
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1
      const { ['incident.json']: _, ...withoutIncident } = good
      const { ['manifest.json']: __, ...withoutManifest } = good
      const touched: [string, Record<string, Uint8Array>, object][] = [
        ['a byte of the incident', { ...good, 'incident.json': flipped }, { code: 'altered', where: 'case.kronika: incident.json' }],
        ['a file is missing', withoutIncident, { code: 'altered', where: 'case.kronika: incident.json' }],
        ['a file too many', { ...good, 'run.sh': Buffer.from('x') }, { code: 'altered', where: 'case.kronika: run.sh' }],
        ['no manifest', withoutManifest, { code: 'not-kronika' }],
        ['a newer version', { ...good, 'manifest.json': manifest({ schemaVersion: 2 }) }, { code: 'newer-version' }],
        ['another format', { ...good, 'manifest.json': manifest({ format: 'x' }) }, { code: 'not-kronika' }],
        ['another incident', { ...good, 'manifest.json': manifest({ incidentId: 'two' }) }, { code: 'invalid' }],
        ['a manifest that says one thing twice', { ...good, 'manifest.json': Buffer.from('{"format":"kronika-bundle","format":"kronika-bundle"}') }, { code: 'duplicate-key' }],
      ]
      for (const [name, files, expected] of touched) {
        const bytes = zipSync(files)
        expect([name, refusalOf(bytes)]).toEqual([name, expect.objectContaining(expected)])
        const away = await openLibrary(awayFolder, options())
        expect((await importSupplied(away, { incidentId: null, now }, supplied(bytes))).results).toMatchObject([{ outcome: 'refused' }])
        await away.close()
        expect(await fingerprint(awayFolder)).toEqual(before)
      }
    }))
})

describe('a history from elsewhere', () => {
  /** The bundle with its history changed and everything else made to fit, checksums too: what a forger would do. */
  async function forged(folder: string, change: (revisions: Revision[]) => void | string[]): Promise<unknown> {
    await mkdir(folder, { recursive: true })
    const library = await withCase(join(folder, 'home'))
    const portable = await portableFrom(library, 'one', true)
    await library.close()
    const revisions = structuredClone(portable.revisions) as Revision[]
    const raw = change(revisions)
    const history = raw ? Buffer.concat(raw.map((line) => sealLine(line))) : Buffer.concat(revisions.map((revision) => encodeLine(revision)))
    const files = unzipSync(writeBundle({ ...portable, revisions }))
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as { files: Record<string, object> }
    manifest.files['history.jsonl'] = { bytes: history.length, sha256: createHash('sha256').update(history).digest('hex') }
    return refusalOf(zipSync({ ...files, 'history.jsonl': history, 'manifest.json': Buffer.from(stableJson(manifest)) }))
  }
  const at = (revisions: Revision[], sequence: number) => revisions[sequence - 1] as Revision

  const forgeries: [string, (revisions: Revision[]) => void | string[], string][] = [
    ['patches that do more than their command', (all) => void at(all, 2).patches.push({ op: 'replace', path: ['tlp'], value: 'CLEAR' }), 'its patches do not do what its command says'],
    ['an inverse that leads elsewhere', (all) => void (at(all, 6).inverse = [{ op: 'replace', path: ['tlp'], value: 'CLEAR' }]), 'its inverse does not lead back'],
    ['an undo that does something else', (all) => void (at(all, 4).patches = [{ op: 'replace', path: ['title'], value: 'Forged' }]), 'does not take back what it names'],
    ['an undo of what was not next', (all) => void (at(all, 4).of = 2), 'is the undo of a revision that was not the next one to undo'],
    ['another end', (all) => void all.pop(), 'does not lead to the incident of this bundle'],
    ['a second beginning', (all) => void (at(all, 3).command = at(all, 1).command), 'is no change of an incident'],
    ['a command that would be refused', (all) => void (at(all, 3).command = { type: 'annotation.remove', id: 'none' }), 'annotations.none: there is no such item'],
    ['a line that says one thing twice', (all) => all.map((one) => JSON.stringify(one)).with(2, JSON.stringify(at(all, 3)).replace('"author":', '"author":"Eva","author":')), 'stands twice in one object'],
    ['a patch of a prototype', (all) => all.map((one) => JSON.stringify(one)).with(2, JSON.stringify({ ...at(all, 3), patches: [{ op: 'add', path: ['__proto__', 'x'], value: 1 }] })), ''],
  ]
  for (const [name, change, detail] of forgeries) {
    it(`with ${name} is refused`, () =>
      inFolder(async (folder) => {
        const refused = await forged(folder, change)
        expect(refused).toBeInstanceOf(Refusal)
        if (detail !== '' && !detail.includes('twice')) expect(refused).toMatchObject({ code: 'broken-history' })
        if (detail !== '') expect(refused).toMatchObject({ detail: expect.stringContaining(detail) as string })
        expect(({} as { x?: number }).x).toBeUndefined()
      }))
  }

  it('that nobody touched is taken', () => inFolder(async (folder) => expect(await forged(folder, () => undefined)).toBeNull()))
})

it('a source whose original is damaged does not travel unnoticed; one that is not kept does', () =>
  inFolder(async (folder) => {
    const library = await withCase(folder)
    await writeFile(join(folder, 'sources', originalHash), 'other bytes')
    await expect(portableFrom(library, 'one', false)).rejects.toMatchObject({ code: 'corrupt' })
    await library.close()
  }))
