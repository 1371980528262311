import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sha256 } from '../ingest/hash.ts'
import { workshop, type Workshop } from './testing.ts'

const words = 'On Tuesday the Czech foreign ministry said APT 31 was behind the attack.\r\n'
let shop: Workshop
beforeEach(async () => {
  shop = await workshop()
  await writeFile(join(shop.folder, 'note.txt'), words)
})
afterEach(() => shop.remove())

it('prints the decoded text with \\n line ends, its hash, and what the rules find in it', async () => {
  const { data, code, err } = await shop.kronika(['suggest', 'note.txt', '--lang', 'en', '--published', '2025-05-28'])
  expect([code, err]).toEqual([0, ''])
  expect(data.text).toBe(words.replaceAll('\r\n', '\n'))
  expect(data.textSha256).toBe(sha256(data.text))
  for (const { start, end, exact } of data.suggestions) expect(data.text.slice(start, end)).toBe(exact)
  expect(data.suggestions.map(({ type, exact, value }: { type: string; exact: string; value: string }) => [type, exact, value])).toEqual([
    ['date', 'Tuesday', '2025-05-27'],
    ['organisation', 'Czech foreign ministry', null],
    ['attribution', 'APT 31 was behind the attack', 'APT31'],
    ['actor', 'APT 31', 'APT31'],
  ])
})

it('refuses a language it has no rules for, a day that is none, and a file that is not there', async () => {
  expect((await shop.kronika(['suggest', 'note.txt', '--lang', 'de'])).code).toBe(2)
  expect((await shop.kronika(['suggest', 'note.txt', '--published', '2025-02-30'])).code).toBe(2)
  expect((await shop.kronika(['suggest', 'note.txt', 'other.txt'])).code).toBe(2)
  expect((await shop.kronika(['suggest', 'none.txt'])).code).toBe(1)
})
