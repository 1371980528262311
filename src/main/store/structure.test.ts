import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Beside files.ts: the type of a handle, flags, and /proc for the lock; generate.ts fills an empty folder with made-up data. */
const allowed = [/^import type /, /^import \{ constants \} from 'node:fs'$/, /^import \{ readFileSync \} from 'node:fs'$/]

it('reaches the disk through files.ts alone, so that an encrypted library has no way around its seal', async () => {
  const names = (await readdir(import.meta.dirname, { recursive: true })).filter((name) => name.endsWith('.ts') && !/\.test\.ts$|testing|faults\/|^generate\.ts$|^files\.ts$/.test(name))
  expect(names.length).toBeGreaterThan(30)
  const around: string[] = []
  for (const name of names) {
    const text = await readFile(join(import.meta.dirname, name), 'utf8')
    for (const [line] of text.matchAll(/^.*(?:node:fs|process\.binding|require\().*$/gm)) if (!allowed.some((shape) => shape.test(line))) around.push(`${name}: ${line}`)
    // The real disk is a default only where a library is named by its folder, never below.
    const opens = /^(?:open-library|library-state|check|vault\/unlock|vault\/convert)\.ts$/
    if (/realFiles/.test(text) && !opens.test(name)) around.push(`${name}: realFiles`)
  }
  expect(around).toEqual([])
})
