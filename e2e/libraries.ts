import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Command } from '../src/domain/command/index.ts'
import { referenceCases, sampleId } from '../src/main/reference/index.ts'
import { openLibrary } from '../src/main/store/index.ts'

export { sampleId }

/** Libraries as people find them one morning: made with the store itself, then damaged byte by byte. */

const people = ['Jana Nová', 'Petr Dvořák']
const at = (library: string, ...path: string[]) => join(library, ...path)
export const historyOf = (library: string): string => at(library, 'incidents', `${sampleId}.history.jsonl`)
export const snapshotOf = (library: string): string => at(library, 'incidents', `${sampleId}.json`)

export async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'kronika-e2e-'))
}

/** What two people do to the sample, one revision each after the first. */
export const steps: Command[] = [
  { type: 'incident.update', changes: { summary: 'A campaign against one unclassified network.' } },
  { type: 'incident.rename', title: 'APT31 and the Czech foreign ministry' },
  { type: 'event.add', item: { id: 'e-debrief', title: 'Debriefing with the embassy in Brussels', description: '', date: { edtf: '2025-06', wording: null }, lane: 'diplomatic', evidence: [], credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed', tags: [] } },
  { type: 'event.update', id: 'e-debrief', changes: { date: { edtf: '2025-06-03', wording: 'on 3 June' }, lane: 'attribution' } },
  { type: 'incident.update', changes: { status: 'in-review', tags: ['apt31', 'prague'] } },
]

type Made = { library: string; revisions: number }

/** The sample with the steps above; `backupAfter`: the only backup is of that revision. `further`: so many more edits. */
export async function sampleLibrary({ backupAfter = 0, further = 0, folder }: { backupAfter?: number; further?: number; folder?: string } = {}): Promise<Made> {
  const library = folder ?? join(await emptyFolder(), 'library')
  let author = people[0] ?? ''
  const open = await openLibrary(library, { author: () => author, now: () => new Date() })
  const { incident, texts } = await referenceCases(resolve('resources')).sampleIncident()
  await open.create(incident, texts)
  const more = Array.from({ length: further }, (_, index): Command => ({ type: 'incident.rename', title: `Working title ${index + 1}` }))
  let revisions = 1
  for (const command of [...steps, ...more]) {
    author = people[revisions % 2] ?? ''
    await open.apply(sampleId, command)
    revisions += 1
    if (revisions === backupAfter) await open.backupNow('asked')
  }
  await open.close()
  const backups = at(library, 'backups', sampleId)
  for (const name of await readdir(backups)) if (!name.includes(`_r${backupAfter}_`)) await rm(join(backups, name))
  return { library, revisions }
}

/** Changes one letter in a line of the history, counted from 1. @returns the damaged bytes */
export async function damageLine(library: string, line: number): Promise<Buffer> {
  const lines = (await readFile(historyOf(library), 'utf8')).split('\n')
  lines[line - 1] = (lines[line - 1] ?? '').replace('"time":"2', '"time":"3')
  await writeFile(historyOf(library), lines.join('\n'))
  return readFile(historyOf(library))
}

/** Whether bytes lie in the quarantine folder of a library, whole. */
export async function isKept(library: string, bytes: Buffer): Promise<boolean> {
  const names = await readdir(at(library, 'quarantine')).catch(() => [])
  const files = await Promise.all(names.map((name) => readFile(at(library, 'quarantine', name))))
  return files.some((file) => file.equals(bytes))
}

/** library.json as a later version of the program would have written it: whole, and not to be understood. */
export async function makeNewer(library: string): Promise<void> {
  const head = { format: 'kronika-library', schemaVersion: 99, sequence: 1 }
  const body = { name: 'library', createdAt: '2031-01-01T00:00:00.000Z', colour: 'blue' }
  const sha256 = createHash('sha256').update(JSON.stringify({ ...head, body })).digest('hex')
  await writeFile(at(library, 'library.json'), JSON.stringify({ ...head, sha256, body }))
}
