import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'

/** Every regular expression literal of this folder, read from the sources so that none can be forgotten. */
const literal = /(?<=[=(,:?|&![{ ;]\s{0,4})\/((?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g
const isComment = (line: string) => /^\s*(?:\/\/|\*|\/\*)/.test(line)

function literalsIn(folder: string): { where: string; source: string; flags: string }[] {
  const found: { where: string; source: string; flags: string }[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts') || entry.name === 'scoring.ts') continue
    for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n')) {
      if (isComment(line)) continue
      for (const [, source = '', flags = ''] of line.matchAll(literal)) {
        found.push({ where: entry.name, source, flags })
      }
    }
  }
  return found
}

it('takes time in proportion to the text, whatever the text: recheck proves each expression linear', { timeout: 120_000 }, () => {
  const all = literalsIn(import.meta.dirname)
  expect(all.length).toBeGreaterThan(25)
  const unsafe = [...new Map(all.map((each) => [`${each.source}/${each.flags}`, each])).values()].flatMap(({ where, source, flags }) => {
    const checked = checkSync(source, flags, { timeout: 20_000 })
    return checked.status === 'safe' ? [] : [`${where}: /${source}/${flags} is ${checked.status}`]
  })
  expect(unsafe).toEqual([])
})

it('builds no expression from strings, which the test above could not see', () => {
  for (const entry of readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) expect(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name).not.toContain('new RegExp')
  }
})
