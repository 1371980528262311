import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLibrary, encryptLibrary, newVault, openLibrary, type NewVault } from '../index.ts'
import { addAnnotation, inFolder, makeIncident, options, texts } from '../testing.ts'
import { cheapKdf, passphrase } from '../vault/testing.ts'
import { amount, count } from './counts.ts'
import { mountMemory, mountsMissing, unmount } from './mounts.ts'

/** Levels of free space, 8 KB apart; each level is a fresh library that is worked with until it is closed. */
const levels = amount('LEVELS', 116)
const missing = levels === 0 ? 'is part of npm run test:faults; a shorter form runs always' : mountsMissing([])
if (missing) process.stderr.write(`SKIPPED: every level of free space ${missing}\n`)

async function level(folder: string, step: number, vault: NewVault | null) {
  const root = join(folder, 'library')
  const key = vault?.key ?? null
  if (vault) {
    await (await openLibrary(root, options())).close()
    await encryptLibrary(root, vault, { now: new Date() })
  }
  const library = await openLibrary(root, options({ key }))
  await library.create(makeIncident('one'), texts)
  await writeFile(join(folder, 'filler'), Buffer.alloc(step * 8192)).catch(() => undefined)
  let [saved, refused] = [1, 0]
  const note = (error: unknown) => {
    refused += 1
    expect(error).toMatchObject({ name: 'NotSaved', reason: 'disk-full' })
  }
  for (let edit = 0; edit < 60; edit += 1) await library.apply('one', addAnnotation(`a${edit}`, edit)).then(() => (saved += 1), note)
  await library.create(makeIncident('two')).then(() => undefined, note)
  await library.putText('x'.repeat(300_000)).then(() => undefined, note)
  await library.close().catch(() => (refused += 1))
  const { problems } = await checkLibrary(root, undefined, key)
  const temps = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.tmp'))
  const reader = await openLibrary(root, options({ key, readOnly: true }))
  const { sequence } = await reader.open('one')
  await reader.close()
  return { refused, problems: problems.length, temps: temps.length, lost: Math.max(0, saved - sequence) }
}

const vault = await newVault(passphrase, cheapKdf)
const kinds = [{ name: '', seal: null, tries: levels }, { name: ', encrypted', seal: vault, tries: Math.ceil(levels / 4) }]

describe.skipIf(missing !== null)('a full disk', () => {
  for (const { name, seal, tries } of kinds) {
    it(`at ${tries} levels of free space${name}: old or new, told, and no temp left`, { timeout: 10_000 * Math.max(1, tries) }, () =>
      inFolder(async (outer) => {
        const sum = { fired: 0, corrupt: 0, temps: 0, lost: 0 }
        for (let turn = 0; turn < tries; turn += 1) {
          // Fewer levels lie as far apart as all of them together reach.
          const step = Math.floor((turn * levels) / tries)
          const folder = join(outer, `level-${step}`)
          await mkdir(folder)
          mountMemory(folder, 1024)
          try {
            const { refused, problems, temps, lost } = await level(folder, step, seal)
            sum.fired += Number(refused > 0)
            sum.corrupt += problems
            sum.temps += temps
            sum.lost += lost
          } finally {
            unmount(folder)
          }
        }
        count({ what: `full disk (tmpfs)${name}`, bar: '0 corrupt, told, 0 temps', runs: tries, fired: sum.fired, corrupt: sum.corrupt, lost: sum.lost, more: `${sum.temps} temps left` })
        expect(sum).toMatchObject({ corrupt: 0, temps: 0, lost: 0 })
        expect(sum.fired).toBeGreaterThan(tries / 10)
      }))
  }
})
