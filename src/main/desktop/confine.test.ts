import { existsSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { confine } from './confine.ts'

const folder = resolve('/srv/renderer')
const corpus = resolve('../shared/hostile/path-traversal.txt')
const haveCorpus = existsSync(corpus)
if (!haveCorpus) process.stderr.write('skipped: ../shared/hostile/path-traversal.txt is not here\n')

describe('a path of an address', () => {
  it.each([
    ['/index.html', 'index.html'],
    ['/assets/index-B2f_x9.js', 'assets/index-B2f_x9.js'],
    ['/assets/@scope/a.css', 'assets/@scope/a.css'],
    ['/assets/%61.js', 'assets/a.js'],
  ])('%s stays below the folder', (path, file) => expect(confine(folder, path)).toBe([folder, ...file.split('/')].join(sep)))

  it.each(['', '/', 'index.html', '//index.html', '/../secret', '/a/../../secret', '/%2e%2e/secret', '/%2e%2e%2fsecret', '/%252e%252e/secret', '/..%5csecret', '/a\\..\\secret', '/a%00.html', '/.hidden', '/a/.git/config', '/a//b', '/C:/windows', '/%', '/a b.html', '/ů.html', '/./a', '/a/.'])('%j is refused', (path) => expect(confine(folder, path)).toBeNull())
})

describe.skipIf(!haveCorpus)('the traversal corpus', () => {
  const lines = haveCorpus ? readFileSync(corpus, 'utf8').split('\n').filter((line) => line !== '') : []
  const escapes = (path: string) => {
    const file = confine(folder, path)
    return file !== null && !resolve(file).startsWith(folder + sep)
  }
  it('never gets out, as a path or after the path of the program', () => {
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => escapes(line) || escapes(`/${line}`) || escapes(`/assets/${line}`))).toEqual([])
  })
  it('never gets out as part of an address that Chromium would tidy first', () => {
    const tidied = lines.flatMap((line) => (URL.canParse(line, 'app://kronika/') ? [new URL(line, 'app://kronika/').pathname] : []))
    expect(tidied.filter(escapes)).toEqual([])
  })
})
