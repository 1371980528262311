import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'

/** Every regular expression written in the file, as its source and flags. */
function expressionsOf(file: string): [string, string][] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
  return [...text.matchAll(/(?<=[[(=?,:&!]\s*)\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g)].map(([, source = '', flags = '']) => [source, flags])
}

test('a quadratic expression is found, so that the judge can refuse one', () => {
  expect(checkSync('^(.+?)\\s*(.+)$', '').status).toBe('vulnerable')
})

describe.each(['parse.ts', 'is-edtf.ts', 'shape.ts', 'format.ts', 'zone.ts', 'timed.ts'])('%s', (file) => {
  const all = expressionsOf(file)
  test('is read for its expressions', () => expect(all.length).toBeGreaterThan(file === 'parse.ts' ? 30 : -1))
  if (all.length > 0) test.each(all)('/%s/%s takes linear time', (source, flags) => {
    expect(checkSync(source, flags, { timeout: 20_000 })).toMatchObject({ status: 'safe', complexity: { type: expect.stringMatching(/^(safe|linear)$/) } })
  })
})
