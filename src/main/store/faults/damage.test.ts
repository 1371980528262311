import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLibrary, encryptLibrary, newVault, openLibrary, type Damage, type Library } from '../index.ts'
import { addAnnotation, inFolder, makeIncident, options, rename, texts } from '../testing.ts'
import { sealedPath } from '../vault/names.ts'
import { cheapKdf, passphrase } from '../vault/testing.ts'
import { amount, count } from './counts.ts'

const all = amount('DAMAGES', 100)
const seed = amount('SEED', 20250528)

/** The 32-bit generator "mulberry32" by Tommy Ettinger (public domain). */
let state = seed
function chance(limit: number): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
}

const names = ['index.jsonl', 'incidents/one.json', 'incidents/one.history.jsonl'] as const
const edits = 12

function damaged(bytes: Buffer): Buffer {
  if (chance(2) === 0) return bytes.subarray(0, chance(bytes.length))
  const flipped = Buffer.from(bytes)
  const place = chance(bytes.length)
  flipped[place] = (flipped[place] ?? 0) ^ (1 << chance(8))
  return flipped
}

async function quarantined(folder: string): Promise<Buffer[]> {
  return Promise.all((await readdir(join(folder, 'quarantine'))).map((name) => readFile(join(folder, 'quarantine', name))))
}

/** Takes the way that loses least. @returns the revision it promised to lead to */
async function wayOut(library: Library, { ways, whole }: Damage): Promise<number> {
  const [best] = ways.filter(({ choice }) => choice !== 'open-read-only')
  if (!best) throw new Error('no way out is offered')
  if (best.choice === 'restore-backup') await library.restore(best.backup.name)
  else if (best.choice === 'recover-from-history') await library.recoverFromHistory('one', whole)
  else await library.recoverFromSnapshot('one')
  return best.lost
}

const vault = await newVault(passphrase, cheapKdf)
const kinds = [{ kind: '', key: null, rounds: all }, { kind: ' of an encrypted library', key: vault.key, rounds: Math.ceil(all / 4) }]

for (const { kind, key, rounds } of kinds) {
  it(`${rounds} truncations and flipped bits of snapshot, history and index${kind}: seen, kept, and nothing overwritten unasked`, { timeout: 2000 * rounds }, () =>
    inFolder(async (folder) => {
      if (key) {
        await (await openLibrary(folder, options())).close()
        await encryptLibrary(folder, vault, { now: new Date() })
      }
      const placeOf = (name: string) => (key ? sealedPath(folder, name.split('/'), key) : join(folder, name))
      const first = await openLibrary(folder, options({ key }))
      await first.create(makeIncident('one'), texts)
      for (let edit = 1; edit <= edits; edit += 1) await first.apply('one', edit % 3 === 0 ? addAnnotation(`a${edit}`, edit) : rename(`Edit ${edit}`))
      await first.close()
      const good = new Map(await Promise.all(names.map(async (name) => [name, await readFile(placeOf(name))] as const)))
      const sound = (await openLibrary(folder, options({ key, readOnly: true })).then(async (library) => library.open('one'))).incident
      const seen = { healed: 0, told: 0, overwritten: 0 }
      for (let round = 0; round < rounds; round += 1) {
        for (const name of await readdir(join(folder, 'quarantine'))) await rm(join(folder, 'quarantine', name))
        for (const [name, bytes] of good) await writeFile(placeOf(name), bytes)
        const name = names[chance(names.length)] ?? names[0]
        const bad = damaged(good.get(name) ?? Buffer.alloc(0))
        expect(bad.equals(good.get(name) ?? bad)).toBe(false)
        await writeFile(placeOf(name), bad)
        const library = await openLibrary(folder, options({ key }))
        const found = await library.state('one')
        if (found.state === 'ok') {
          const opened = await library.open('one')
          expect([round, name, opened.sequence, opened.incident]).toEqual([round, name, edits + 1, sound])
          expect(library.list()).toMatchObject([{ id: 'one', sequence: edits + 1 }])
          await library.close()
          seen.healed += 1
          // A history that lost only its last newline is whole; an index cut in what it had not finished is derived.
          const kept = (await quarantined(folder)).some((bytes) => bytes.equals(bad))
          if (name === 'incidents/one.json') expect(kept).toBe(true)
        } else {
          expect(name).toBe('incidents/one.history.jsonl')
          const outcome = await library.apply('one', rename('Over it')).catch((error: unknown) => error)
          expect(outcome).toMatchObject({ name: 'HistoryDamaged' })
          if (!(await readFile(placeOf(name))).equals(bad)) seen.overwritten += 1
          const lost = await wayOut(library, found)
          expect(lost).toBe(0)
          expect((await library.open('one')).incident).toEqual(sound)
          await library.close()
          expect((await quarantined(folder)).some((bytes) => bytes.equals(bad))).toBe(bad.length > 0)
          seen.told += 1
        }
        expect((await checkLibrary(folder, undefined, key)).problems).toEqual([])
      }
      expect(seen.healed + seen.told).toBe(rounds)
      expect(seen.told).toBeGreaterThan(0)
      expect(seen.overwritten).toBe(0)
      count({ what: `truncations and bit flips${kind}`, bar: '0 overwritten', runs: rounds, fired: rounds, corrupt: 0, lost: 0, more: `${seen.told} told with a way out, ${seen.healed} derived and healed, ${seen.overwritten} overwritten` })
    }))
}
