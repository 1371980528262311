import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { Refusal } from '#domain/exchange/refusal.ts'
import { readZip, type ZipLimits } from './read-zip.ts'
import { writeZip } from './write-zip.ts'

const limits: ZipLimits = { entries: 10, bytes: 20_000_000, ratio: 100 }
const bytes = (text: string) => new TextEncoder().encode(text)
const refusal = (archive: Uint8Array, with_ = limits) => {
  try {
    readZip(archive, 'a.zip', with_)
  } catch (error) {
    return error
  }
  return null
}

it('gives back what was put in, and the same bytes for the same files in any order', () => {
  const files = new Map([['b.txt', bytes('second')], ['a/b.txt', bytes('first')]])
  const archive = writeZip(files)
  expect(readZip(archive, 'a.zip', limits)).toEqual(files)
  expect(writeZip(new Map([...files].toReversed()))).toEqual(archive)
})

it('refuses a bomb before inflating it, and one that lies about its size', () => {
  const bomb = zipSync({ 'zeros.bin': new Uint8Array(19_000_000) })
  expect(bomb.length).toBeLessThan(30_000)
  expect(refusal(bomb)).toMatchObject({ code: 'too-large', detail: 'unpacks to more than 100 times its size' })
  expect(refusal(zipSync({ 'a.bin': new Uint8Array(15_000_000), 'b.bin': new Uint8Array(15_000_000) }), { ...limits, ratio: 1e9 })).toMatchObject({ code: 'too-large', detail: 'holds more than 20 MB' })
  // The size is stated in the local head and in the directory; both are made to say 10 bytes.
  const lying = Buffer.from(bomb)
  for (let at = lying.indexOf(Buffer.from([0xc0, 0xea, 0x21, 0x01])); at >= 0; at = lying.indexOf(Buffer.from([0xc0, 0xea, 0x21, 0x01]), at)) lying.writeUInt32LE(10, at)
  expect(refusal(lying)).toBeInstanceOf(Refusal)
  const before = process.memoryUsage().arrayBuffers
  expect(refusal(lying)).toMatchObject({ code: 'damaged-archive' })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
})

it('refuses names that lead elsewhere or are given twice, too many entries, and what is no zip', () => {
  for (const name of ['../up.txt', '/root.txt', 'a/../../b', 'c:\\x', 'a\u0000b', './a']) expect([name, refusal(zipSync({ [name]: bytes('x') }))]).toEqual([name, expect.objectContaining({ code: 'damaged-archive' })])
  const twice = Buffer.from(zipSync({ 'aa.txt': bytes('1'), 'ab.txt': bytes('2') }))
  for (let at = twice.indexOf('ab.txt'); at >= 0; at = twice.indexOf('ab.txt', at)) twice.write('aa.txt', at)
  expect(refusal(twice)).toMatchObject({ code: 'damaged-archive', detail: 'has the entry aa.txt twice' })
  expect(refusal(zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, bytes('x')]))))).toMatchObject({ code: 'too-large' })
  expect(refusal(bytes('PK no zip'))).toMatchObject({ code: 'damaged-archive' })
  const archive = zipSync({ 'a.txt': bytes('x'.repeat(500)) })
  for (let cut = 1; cut < archive.length; cut += 7) expect(refusal(archive.subarray(0, cut))).toBeInstanceOf(Refusal)
})
