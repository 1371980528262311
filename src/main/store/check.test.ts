import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Revision } from '#domain/command/index.ts'
import { checkLibrary, openLibrary } from './index.ts'
import { encodeLine } from './history.ts'
import { addAnnotation, frozenHash, inFolder, makeIncident, options, rename, texts } from './testing.ts'

async function whole(folder: string) {
  const library = await openLibrary(folder, options())
  await library.create(makeIncident('one'), texts, [])
  await library.apply('one', addAnnotation('a1', 5))
  await library.apply('one', rename('Two'))
  await library.undo('one')
  await library.putOriginal(Buffer.from('bytes'))
  await library.close()
}

const historyOf = (folder: string) => join(folder, 'incidents', 'one.history.jsonl')

/** Rewrites a revision with a checksum that fits, as only a mistake of the program could. */
async function forge(folder: string, sequence: number, change: (revision: Revision) => void) {
  const lines = (await readFile(historyOf(folder), 'utf8')).trimEnd().split('\n')
  const { checksum: _, ...revision } = JSON.parse(lines[sequence - 1] ?? '') as Revision & { checksum: string }
  change(revision)
  lines[sequence - 1] = encodeLine(revision).toString().trimEnd()
  await writeFile(historyOf(folder), `${lines.join('\n')}\n`)
  await rm(join(folder, 'incidents', 'one.json'))
}

describe('checking a library', () => {
  it('finds nothing in a sound one, says what it looked at, and touches nothing', () =>
    inFolder(async (folder) => {
      await whole(folder)
      const seen = async () => Promise.all((await readdir(folder, { recursive: true })).toSorted().map(async (name) => [name, (await stat(join(folder, name))).mtimeMs]))
      const before = await seen()
      const report = await checkLibrary(folder)
      expect(report).toEqual({ problems: [], notes: [], counts: { incidents: 1, revisions: 4, references: 1, anchors: 1, texts: 1, originals: 1, missingOriginals: 0 } })
      expect(await seen()).toEqual(before)
    }))

  const backupName = '2025-05-28T10-00-00.000Z_r1_asked.gz'
  const text = (folder: string) => join(folder, 'sources', `${frozenHash}.txt`)
  const cases: [string, (folder: string) => Promise<unknown>, string][] = [
    ['a text whose bytes changed', async (folder) => writeFile(text(folder), (await readFile(text(folder), 'utf8')).replace('group', 'troop')), `sources/${frozenHash}.txt`],
    ['a text that is gone', (folder) => rm(text(folder)), 'incidents/one.history.jsonl:sources.s1.text'],
    ['an original whose name is not its hash', (folder) => writeFile(join(folder, 'sources', 'a'.repeat(64)), 'x'), `sources/${'a'.repeat(64)}`],
    ['a file with a supplied name', (folder) => writeFile(join(folder, 'sources', 'report.pdf'), 'x'), 'sources/report.pdf'],
    ['a snapshot of another incident', (folder) => writeFile(join(folder, 'incidents', 'one.json'), '{}'), 'incidents/one.json'],
    ['an anchor beside its words', (folder) => forge(folder, 2, ({ patches }) => patches.forEach(({ value }) => Object.assign((value as { anchor: object }).anchor, { start: 6, end: 18 }))), 'incidents/one.history.jsonl:annotations.a1.anchor'],
    ['a reference to nothing', (folder) => forge(folder, 2, ({ patches }) => Object.assign(patches[0]?.value as object, { sourceId: 's9' })), 'incidents/one.history.jsonl:annotations.a1.sourceId'],
    ['a command that is none', (folder) => forge(folder, 3, (revision) => Object.assign(revision, { command: { type: 'incident.explode' } })), 'incidents/one.history.jsonl:3'],
    ['an undo of the wrong revision', (folder) => forge(folder, 4, (revision) => Object.assign(revision, { of: 2 })), 'incidents/one.history.jsonl:4'],
    ['an anchor whose context is another one, which no other library would take', (folder) => forge(folder, 2, ({ patches }) => patches.forEach(({ value }) => Object.assign((value as { anchor: object }).anchor, { prefix: 'not these words' }))), 'incidents/one.history.jsonl:incident.annotations.a1.anchor'],
    ['a backup that was cut', (folder) => writeFile(join(folder, 'backups', 'one', backupName), 'x'), `backups/one/${backupName}`],
    ['a settings file that is not one', (folder) => writeFile(join(folder, 'library.json'), '{}'), 'library.json'],
  ]
  for (const [name, harm, where] of cases) {
    it(`reports ${name}`, () =>
      inFolder(async (folder) => {
        await whole(folder)
        await harm(folder)
        expect((await checkLibrary(folder)).problems.map((problem) => problem.where)).toContain(where)
      }))
  }
})
