import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint, workshop, type Workshop } from './testing.ts'

const fixture = readFileSync(new URL('../../domain/exchange/fixtures/v1.json', import.meta.url), 'utf8')
let shop: Workshop
let before: Awaited<ReturnType<typeof fingerprint>>

beforeAll(async () => {
  shop = await workshop()
  await writeFile(join(shop.folder, 'good.txt'), 'A text\n\nWith words.\n')
  await writeFile(join(shop.folder, 'good.json'), fixture)
  expect((await shop.kronika(['import', 'good.txt', 'good.json'])).code).toBe(0)
  before = await fingerprint(shop.library)
})
afterAll(() => shop.remove())

const changed = (from: string, to: string) => {
  expect(fixture).toContain(from)
  return fixture.replace(from, to)
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

const cases: [name: string, file: string, content: string | Buffer, code: string, where: RegExp, message: RegExp][] = [
  ['an empty file', 'a.txt', '', 'empty', /^a\.txt$/, /empty/],
  ['white space', 'a.txt', '\ufeff \n\t\n', 'empty', /^a\.txt$/, /white space/],
  ['a page of scripts alone', 'a.html', '<html><script>alert(1)</script></html>', 'empty', /^a\.html$/, /no words/],
  ['zeros', 'a.txt', Buffer.from([0x41, 0, 0, 0, 0x42]), 'not-text', /^a\.txt$/, /byte 0x00 at offset 1/],
  ['a PDF', 'a.txt', '%PDF-1.7\n1 0 obj\n', 'invalid', /^a\.txt$/, /a PDF/],
  ['a ZIP', 'a.docx', Buffer.from('PK\x03\x04\x14\0'), 'damaged-archive', /^a\.docx$/, /zip/],
  ['a PNG', 'a.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'not-text', /^a\.md$/, /PNG/],
  ['a JPEG', 'a.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x41]), 'not-utf8', /^a\.txt$/, /JPEG/],
  ['Latin-2', 'a.txt', Buffer.from([0x50, 0xf8, 0xed, 0x6c, 0x69, 0x9a]), 'not-utf8', /^a\.txt$/, /byte 0xf8 at offset 1/],
  ['an overlong sequence', 'a.txt', Buffer.from([0x41, 0x42, 0xc0, 0xaf]), 'not-utf8', /^a\.txt$/, /byte 0xc0 at offset 2/],
  ['half a surrogate pair in bytes', 'a.txt', Buffer.from([0x41, 0xed, 0xa0, 0x80]), 'not-utf8', /^a\.txt$/, /offset 1/],
  ['UTF-16 with a mark and zeros', 'a.txt', Buffer.from('\ufeffPří\0liš', 'utf16le'), 'not-text', /^a\.txt$/, /U\+0000 at character 3/],
  ['UTF-16 with half a character', 'a.txt', Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x41]), 'utf-16', /^a\.txt$/, /ends within a character/],
  ['JSON in UTF-16', 'a.json', Buffer.from('\ufeff{}', 'utf16le').swap16(), 'utf-16', /^a\.json$/, /big-endian/],
  ['JSON in UTF-16 without its mark', 'a.json', Buffer.from('{"format":"kronika-incident"}', 'utf16le'), 'utf-16', /^a\.json$/, /without a byte order mark/],
  ['a page in neither what it says nor anything clear', 'a.html', Buffer.from('<html><meta charset="utf-8"><p>P\u00f8\u00edli\u009a', 'latin1'), 'not-utf8', /^a\.html$/, /says its characters are utf-8/],
  ['an unknown version', 'a.json', changed('"schemaVersion": 1', '"schemaVersion": 0'), 'unknown-version', /^a\.json: schemaVersion$/, /0/],
  ['a newer version', 'a.json', changed('"schemaVersion": 1', '"schemaVersion": 99'), 'newer-version', /^a\.json: schemaVersion$/, /99/],
  ['a wrong label', 'a.json', changed('"tlp": "GREEN"', '"tlp": "WHITE"'), 'wrong-tlp', /^a\.json: incident\..*tlp, line \d+/, /CLEAR, GREEN, AMBER, AMBER\+STRICT, RED/],
  ['a broken reference', 'a.json', changed('"attribution-1"\n', '"attribution-9"\n'), 'broken-reference', /^a\.json: incident\.responses\.response-1\.answers\.0/, /attribution-9/],
  ['a broken anchor', 'a.json', changed('"exact": "APT31 was', '"exact": "APT30 was'), 'broken-anchor', /^a\.json: incident\.annotations\.note-1/, /words/],
  ['a duplicate key', 'a.json', changed('"tlp": "GREEN"', '"tlp": "RED",\n"tlp": "CLEAR"'), 'duplicate-key', /^a\.json: incident\..*tlp, line \d+, column \d+/, /twice/],
  ['a key that reaches prototypes', 'a.json', '{"__proto__":{"isAdmin":true}}', 'forbidden-key', /^a\.json: __proto__/, /not allowed/],
  ['depth 65', 'a.json', nested(65), 'too-deep', /^a\.json: line 1, column 65/, /64/],
  ['depth 5,000,000', 'a.json', nested(5_000_000), 'too-deep', /^a\.json: line 1, column 65/, /64/],
  ['a number that would change', 'a.json', '{"a":12345678901234567890}', 'unsafe-number', /^a\.json: a, line 1, column 6/, /12345678901234567890/],
  ['an infinite number', 'a.json', '{"a":1e400}', 'unsafe-number', /^a\.json: a, line 1/, /1e400/],
  ['no JSON', 'a.json', '{"a":}', 'not-json', /^a\.json: line 1, column 6/, /JSON/],
  ['another JSON', 'a.json', '{"type":"bundle"}', 'not-kronika', /^a\.json: format$/, /kronika-incident/],
]

describe('bad input', () => {
  it.each(cases)('refuses %s and changes nothing', async (_name, file, content, code, where, message) => {
    await writeFile(join(shop.folder, file), content)
    for (const args of [['import', file], ['import', 'good.txt', file]]) {
      const refused = await shop.kronika([...args, '--json'])
      expect(refused.code).toBe(1)
      expect(refused.out).toBe('')
      expect(refused.error).toMatchObject({ code, where: expect.stringMatching(where), message: expect.stringMatching(message) })
      expect(await fingerprint(shop.library)).toEqual(before)
    }
    if (!file.endsWith('.json')) return
    const validated = await shop.kronika(['validate', file, '--json'])
    expect([validated.code, validated.error?.code]).toEqual([1, code])
  })

  it('asks the size before it reads: 1 GB is refused at once', async () => {
    const handle = await open(join(shop.folder, 'big.txt'), 'w')
    await handle.truncate(1_000_000_000)
    await handle.close()
    const began = performance.now()
    const { error } = await shop.kronika(['import', 'big.txt', '--json'])
    expect(error).toMatchObject({ code: 'too-large', where: 'big.txt', message: expect.stringContaining('1000.0 MB') })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(await fingerprint(shop.library)).toEqual(before)
  })

  it('takes 50 MB and not a byte more', async () => {
    const line = `${'word '.repeat(19)}end.\n`
    await writeFile(join(shop.folder, 'most.txt'), `${line.repeat(500_000)}`.slice(0, 50_000_000))
    await writeFile(join(shop.folder, 'more.txt'), `${line.repeat(510_000)}`.slice(0, 50_000_001))
    const elsewhere = ['--library', join(shop.folder, 'big')]
    expect((await shop.kronika(['import', 'more.txt', '--json', ...elsewhere])).error?.code).toBe('too-large')
    expect(await fingerprint(join(shop.folder, 'big'))).toBeNull()
    expect((await shop.kronika(['import', 'most.txt', ...elsewhere])).code).toBe(0)
  })

  it('refuses what is not there, and a folder', async () => {
    await mkdir(join(shop.folder, 'folder.txt'))
    expect((await shop.kronika(['import', 'nothing.txt', '--json'])).error).toEqual({ code: 'not-found', where: 'nothing.txt', message: 'there is no such file' })
    expect((await shop.kronika(['import', 'folder.txt', '--json'])).error).toMatchObject({ code: 'empty', where: 'folder.txt' })
    expect(await fingerprint(shop.library)).toEqual(before)
  })

  it('reads a byte order mark as none', async () => {
    const elsewhere = ['--library', join(shop.folder, 'marked')]
    await writeFile(join(shop.folder, 'bom.json'), `\ufeff${fixture}`)
    await writeFile(join(shop.folder, 'bom.txt'), '\ufeffPříliš žluťoučký kůň\r\n')
    const { data, err } = await shop.kronika(['import', 'bom.json', 'bom.txt', '--json', ...elsewhere])
    expect(err).toBe('')
    const { data: incident } = await shop.kronika(['show', data.incidentId, '--json', ...elsewhere])
    const { text } = incident.sources[data.results[1].sourceId]
    expect(await readFile(join(shop.folder, 'marked', 'sources', `${text.sha256}.txt`), 'utf8')).toBe('Příliš žluťoučký kůň\n')
  })
})

describe('hostile names', () => {
  const file = '../shared/hostile/file-names.json'
  const present = existsSync(file)
  if (!present) process.stdout.write(`skipped: ${file} is not here\n`)

  it.skipIf(!present)('are shown and never followed', async () => {
    const { importSupplied } = await import('../ingest/index.ts')
    const { openLibrary } = await import('../store/index.ts')
    const { names, with_control_characters } = JSON.parse(readFileSync(file, 'utf8')) as { names: string[]; with_control_characters: string[] }
    const paths = existsSync('../shared/hostile/path-traversal.txt') ? readFileSync('../shared/hostile/path-traversal.txt', 'utf8').split('\n').slice(0, 40) : []
    const folder = join(shop.folder, 'named')
    const library = await openLibrary(folder, { author: () => '', now: () => new Date() })
    const all = [...names, ...with_control_characters, ...paths]
    const files = all.map((name, index) => ({ name, bytes: Buffer.from(`Words number ${index}.`), mediaType: 'text/plain' }))
    const { results, incidentId } = await importSupplied(library, { incidentId: null, title: 'Names', now: () => new Date() }, files)
    const { incident } = await library.open(incidentId ?? '')
    await library.close()
    expect(all.length).toBeGreaterThan(60)
    // A name that ends in .json promises a document; these hold none.
    for (const { name, outcome, code } of results) expect([outcome, code], name).toEqual(name.toLowerCase().endsWith('.json') ? ['refused', 'not-json'] : ['imported', null])
    const shown = Object.values(incident.sources).map((source) => source.capture?.fileName ?? '')
    expect(shown.filter((name) => /[/\\\p{Cc}]/u.test(name) || name === '' || name.length > 255)).toEqual([])
    const beside = Object.keys((await fingerprint(shop.folder)) ?? {}).filter((path) => !path.startsWith('named'))
    expect(beside.filter((path) => /outside|abs|etc|passwd/.test(path))).toEqual([])
    const inside = Object.keys((await fingerprint(folder)) ?? {})
    expect(inside.filter((path) => !/^(library\.json|index\.jsonl?|(incidents|sources|backups|trash|quarantine|cache|drafts)(\/[0-9a-f-]+(\.txt|\.json|\.history\.jsonl|\/[0-9TZ.-]+_r\d+_[a-z]+\.gz)?)?)$/.test(path))).toEqual([])
  })
})
