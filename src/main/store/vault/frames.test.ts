import { randomInt } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { amount, count } from '../faults/counts.ts'
import { addAnnotation, makeIncident, rename, texts } from '../testing.ts'
import { emptyTail, newSeal, openSealed, partsOf, sealFrame, tailOf, type Tail } from './frames.ts'
import { VaultKey } from './keys.ts'
import { openName, sealName } from './names.ts'
import { encrypted } from './testing.ts'

const flips = amount('FLIPS', 1000)

/** Lines as a journal has them, each sealed. @returns the bytes and where each frame ends */
function journal(lines: string[], key = VaultKey.fresh()) {
  const seal = newSeal(key)
  let tail: Tail = emptyTail
  const parts = [seal.head]
  for (const line of lines) {
    const frame = sealFrame(seal, tail, Buffer.from(line))
    parts.push(frame.bytes)
    tail = frame.tail
  }
  return { key, parts, bytes: Buffer.concat(parts) }
}

const lines = ['first\n', 'second\n', 'third\n', 'fourth\n']
const text = async (bytes: Buffer, key: VaultKey) => (await openSealed(bytes, key)).toString()

describe('a sealed file', () => {
  it('holds its lines, and none of their bytes', async () => {
    const { bytes, key } = journal(lines)
    expect(await text(bytes, key)).toBe(lines.join(''))
    expect(bytes.includes('second')).toBe(false)
    expect(await text(bytes, VaultKey.fresh())).toMatch(/^\(does not decrypt\)/)
    expect(await text(Buffer.from('{"plain":true}\n'), key)).toMatch(/^\(does not decrypt\)/)
  })

  it('tells lines that were swapped, repeated, taken out or brought from another file', async () => {
    const { parts, key } = journal(lines)
    const [head, one, two, three, four] = parts as [Buffer, Buffer, Buffer, Buffer, Buffer]
    const [, , foreign] = journal(lines, key).parts as [Buffer, Buffer, Buffer]
    const opened = (...changed: Buffer[]) => text(Buffer.concat(changed), key)
    for (const changed of [[head, two, one, three, four], [head, one, one, two, three, four], [head, one, three, four], [head, two, three, four], [head, one, foreign, three, four]]) {
      expect((await opened(...changed)).split('\n').some((line) => line.startsWith('(does not decrypt)'))).toBe(true)
    }
    expect((await opened(head, one, foreign, three, four)).split('\n').filter((line) => line.startsWith('(')).length).toBeGreaterThan(0)
  })

  it('tells a line that took the place of another one at the same index', async () => {
    const key = VaultKey.fresh()
    const seal = newSeal(key)
    const one = sealFrame(seal, emptyTail, Buffer.from('one\n'))
    const [old, now] = ['old\n', 'now\n'].map((line) => sealFrame(seal, one.tail, Buffer.from(line)))
    const after = sealFrame(seal, now?.tail ?? emptyTail, Buffer.from('after\n'))
    const between = (second: Buffer | undefined) => text(Buffer.concat([seal.head, one.bytes, second ?? Buffer.alloc(0), after.bytes]), key)
    expect(await between(now?.bytes)).toBe('one\nnow\nafter\n')
    expect(await between(old?.bytes)).toMatch(/^one\nold\n\(does not/)
  })

  it('shows a cut end as a line without an end wherever it was cut, and damage before it as damage', async () => {
    const { bytes, key, parts } = journal(lines)
    const whole = bytes.length - (parts.at(-1)?.length ?? 0)
    for (let length = whole; length < bytes.length; length += 1) {
      const opened = await text(bytes.subarray(0, length), key)
      expect(opened.startsWith('first\nsecond\nthird\n')).toBe(true)
      expect(opened.endsWith('\n')).toBe(length === whole)
      expect(tailOf(bytes.subarray(0, length))?.boundaries.at(-1)?.plainEnd).toBe(19)
    }
    // Blocks that were allotted and never filled.
    for (const hole of [Buffer.alloc(500), Buffer.concat([bytes.subarray(whole, whole + 20), Buffer.alloc(300)])]) {
      const opened = await text(Buffer.concat([bytes.subarray(0, whole), hole]), key)
      expect(opened.startsWith('first\nsecond\nthird\n') && !opened.endsWith('\n')).toBe(true)
    }
    expect(await text(bytes.subarray(0, 10), key)).not.toMatch(/\n$/)
  })

  it('loses no more than the line that a changed byte struck', async () => {
    const { bytes, key, parts } = journal(lines)
    const start = (parts[0]?.length ?? 0) + (parts[1]?.length ?? 0)
    for (let at = start; at < start + (parts[2]?.length ?? 0); at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const opened = (await text(changed, key)).split('\n')
      expect([opened[0], opened.at(-3), opened.at(-2)]).toEqual(['first', 'third', 'fourth'])
      expect(opened[1]).toMatch(/^\(does not decrypt\)/)
    }
    expect(partsOf(bytes)).toHaveLength(4)
  })
})

it(`tells each of ${flips} changed bytes across every kind of file`, { timeout: 120_000 }, async () => {
  await encrypted(async ({ folder, vault, open }) => {
    const library = await open()
    await library.create(makeIncident('one'), texts)
    await library.create(makeIncident('two'), texts)
    await library.putOriginal(Buffer.from('an original '.repeat(500)))
    await library.putDraft('note', 'a draft')
    for (let edit = 0; edit < 10; edit += 1) await library.apply('one', addAnnotation(`a${edit}`, edit))
    await library.backupNow('asked')
    await library.remove('two')
    await library.apply('one', rename('Last'))
    await library.close()
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const sealed = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('vault.')).map((entry) => join(entry.parentPath, entry.name))
    const kinds = new Set(sealed.map((path) => path.slice(folder.length + 1).split('/')[0]))
    expect([...kinds].toSorted()).toEqual(['backups', 'drafts', 'incidents', 'index.jsonl', 'library.json', 'sources', 'trash'])
    let detected = 0
    let tried = 0
    for (const path of sealed) {
      const bytes = await readFile(path)
      const plain = await openSealed(bytes, vault.key)
      const some = Array.from({ length: Math.ceil(flips / sealed.length) }, () => randomInt(bytes.length))
      // Each byte of the head and of the first frame's head, and bytes anywhere.
      for (const at of [...Array.from({ length: 68 }, (_, index) => index), ...some]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << randomInt(8))
        const opened = await openSealed(changed, vault.key)
        tried += 1
        if (!opened.equals(plain) && /\(does not decrypt\) ?.*\n/.test(opened.toString('latin1'))) detected += 1
      }
    }
    expect(detected).toBe(tried)
    expect(tried).toBeGreaterThan(flips)
    count({ what: 'bytes changed in an encrypted library', bar: 'all detected', runs: tried, fired: tried, corrupt: tried - detected, lost: 0 })
  })
})

describe('names', () => {
  it('come back, are the same each time, differ with the key, and fit a file system', () => {
    const key = VaultKey.fresh()
    for (const name of ['one.history.jsonl', `${'a'.repeat(64)}.txt`, `${'x'.repeat(80)}.history.2026-01-01T00-00-00.000Z.jsonl.123e4567-e89b-12d3-a456-426614174000`]) {
      const sealed = sealName(name, key)
      expect(openName(sealed, key)).toBe(name)
      expect(sealName(name, key)).toBe(sealed)
      expect(sealName(name, VaultKey.fresh())).not.toBe(sealed)
      expect(sealed.length).toBeLessThanOrEqual(255)
      expect(sealed).toMatch(/^[\w-]+$/)
    }
    expect(openName('notes.txt', key)).toBe('notes.txt')
    expect(openName(sealName('one.json', VaultKey.fresh()), key)).not.toBe('one.json')
  })
})
