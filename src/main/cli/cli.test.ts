import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeAnchor } from '#domain/text/index.ts'
import { bytesIn } from '../ingest/testing.ts'
import { openLibrary } from '../store/index.ts'
import { fingerprint, workshop, type Workshop } from './testing.ts'

const words = 'A ministry names the group\n\nThe ministry said on 28 May 2025 that APT31 was behind it.\n'
let shop: Workshop

beforeEach(async () => {
  shop = await workshop()
  await writeFile(join(shop.folder, 'note.txt'), words)
})
afterEach(() => shop.remove())

async function imported(...more: string[]): Promise<{ id: string; sourceId: string }> {
  const { data, code, err } = await shop.kronika(['import', 'note.txt', '--json', ...more])
  expect(err).toBe('')
  expect(code).toBe(0)
  return { id: data.incidentId, sourceId: data.results[0].sourceId }
}

async function annotation(id: string, sourceId: string) {
  const { data } = await shop.kronika(['show', id, '--json'])
  const { sha256 } = data.sources[sourceId].text
  const start = words.indexOf('APT31')
  return { id: 'note-1', sourceId, anchor: makeAnchor(words, sha256, start, start + 5), type: 'actor', tags: ['apt31'], note: '', state: 'accepted', createdAt: '2026-11-24T10:00:00Z', createdBy: '' }
}

const event = {
  id: 'event-1', title: 'The attack begins', description: '', date: { edtf: '2022/..', wording: 'since 2022' }, lane: 'activity', credibility: null, location: null, entityIds: [], context: false, standing: 'confirmed', tags: [],
  evidence: [{ kind: 'quote', annotationId: 'note-1', stance: 'for', credibility: null, note: '' }],
}

describe('import', () => {
  it('starts an incident with the frozen text as its source', async () => {
    const { id, sourceId } = await imported('--title', 'EU support', '--publisher', 'A ministry', '--source-date', '2025-05-28')
    const { data } = await shop.kronika(['show', id, '--json'])
    expect(data.title).toBe('EU support')
    expect(data.sources[sourceId]).toMatchObject({
      date: '2025-05-28',
      reliability: 'F',
      access: 'read',
      citation: { title: 'A ministry names the group', publisher: 'A ministry', issued: { 'date-parts': [[2025, 5, 28]] } },
      capture: { fileName: 'note.txt', mediaType: 'text/plain', byteLength: words.length },
      text: { length: words.length, nature: 'original' },
    })
    const kept = await readFile(join(shop.library, 'sources', `${data.sources[sourceId].text.sha256}.txt`), 'utf8')
    expect(kept).toBe(words)
  })

  it('says which encoding a text was read in, and names it in the source', async () => {
    const lie = '<!doctype html><html><head><meta charset="utf-8"><title>Stránka</title></head><body><p>Šéf diplomacie předvolal velvyslance; žádné vysvětlení však nepřišlo.</p></body></html>'
    await writeFile(join(shop.folder, 'stranka.html'), bytesIn('windows-1250', lie))
    await writeFile(join(shop.folder, 'notepad.txt'), Buffer.from('\ufeffPříliš žluťoučký kůň', 'utf16le'))
    const { out } = await shop.kronika(['import', 'stranka.html', 'notepad.txt', '--title', 'Old'])
    expect(out).toMatch(/stranka\.html .* read as windows-1250 \(recognised by its characters; the document says utf-8\)\n.*notepad\.txt .* read as utf-16le \(by its byte order mark\)\n/)
    const { data } = await shop.kronika(['import', 'stranka.html', '--title', 'Again', '--json'])
    expect(data.results[0].encoding).toEqual({ name: 'windows-1250', from: 'bytes', declared: 'utf-8' })
    const shown = await shop.kronika(['show', data.incidentId, '--json'])
    expect(shown.data.sources[data.results[0].sourceId]).toMatchObject({ citation: { title: 'Stránka' }, capture: { encoding: { name: 'windows-1250' } } })
  })

  it('adds to an incident, and knows a text it has by its bytes and by its words', async () => {
    const { id, sourceId } = await imported()
    await writeFile(join(shop.folder, 'crlf.txt'), `\ufeff${words.replaceAll('\n', '\r\n')}`)
    await writeFile(join(shop.folder, 'other.md'), '# Other\n\nWords.')
    const { data } = await shop.kronika(['import', 'note.txt', 'crlf.txt', 'other.md', '--incident', id, '--json'])
    expect(data.results.map((result: { outcome: string }) => result.outcome)).toEqual(['duplicate', 'duplicate', 'imported'])
    expect(data.results[1].sourceId).toBe(sourceId)
    const before = await fingerprint(shop.library)
    expect((await shop.kronika(['import', 'note.txt', '--incident', id])).out).toMatch(/^duplicate\s+note\.txt/)
    expect(await fingerprint(shop.library)).toEqual(before)
  })

  it('takes a document in and gives the same bytes out of another library', async () => {
    const { id, sourceId } = await imported()
    await writeFile(join(shop.folder, 'commands.json'), JSON.stringify([{ type: 'annotation.add', item: await annotation(id, sourceId) }, { type: 'event.add', item: event }]))
    expect((await shop.kronika(['apply', id, '--command', 'commands.json'])).code).toBe(0)
    expect((await shop.kronika(['export', id, '--format', 'json', '--out', 'a.json'])).code).toBe(0)
    const elsewhere = ['--library', join(shop.folder, 'second')]
    expect((await shop.kronika(['import', 'a.json', ...elsewhere])).out).toMatch(/^imported/)
    expect((await shop.kronika(['export', id, '--format', 'json', '--out', 'b.json', ...elsewhere])).code).toBe(0)
    expect(await readFile(join(shop.folder, 'b.json'))).toEqual(await readFile(join(shop.folder, 'a.json')))
    expect((await shop.kronika(['validate', 'b.json'])).code).toBe(0)
    expect((await shop.kronika(['import', 'a.json', ...elsewhere])).out).toMatch(/^duplicate/)
    await shop.kronika(['apply', id, '--command', '-', ...elsewhere], '{"type":"incident.rename","title":"Other"}\n')
    const before = await fingerprint(join(shop.folder, 'second'))
    const refused = await shop.kronika(['import', 'a.json', ...elsewhere, '--json'])
    expect([refused.code, refused.error?.code]).toEqual([1, 'exists'])
    // Beside a good file too: all of them or none.
    expect((await shop.kronika(['import', 'note.txt', 'a.json', ...elsewhere])).code).toBe(1)
    expect(await fingerprint(join(shop.folder, 'second'))).toEqual(before)
    expect((await shop.kronika(['check', ...elsewhere])).code).toBe(0)
  })
})

describe('list and show', () => {
  it('list incidents and, when asked, reference cases', async () => {
    const { id } = await imported('--title', 'Ours')
    expect((await shop.kronika(['list'])).out).toMatch(new RegExp(`^${id}  TLP:CLEAR  undated  1 source  0 dated records  Ours\n$`))
    expect((await shop.kronika(['list', '--json'])).data).toHaveLength(1)
    expect((await shop.kronika(['list', '--references', '--json'])).data.length).toBeGreaterThan(24)
  })

  it('show an incident or a reference case, in words or as data', async () => {
    const { id } = await imported()
    expect((await shop.kronika(['show', id])).out).toContain('TLP:CLEAR')
    const reference = await shop.kronika(['show', 'cz-mfa-apt31-2022'])
    expect(reference.out).toContain('reference case, read-only')
    expect(reference.out).toContain('28 May 2025')
    const unknown = await shop.kronika(['show', 'nobody', '--json'])
    expect([unknown.code, unknown.error?.code, unknown.error?.where]).toEqual([1, 'not-found', 'nobody'])
  })

  it('never send what a document could use to drive the terminal', async () => {
    await writeFile(join(shop.folder, 'evil.md'), '# Title &#27;[31mred&#x9b;2J\n\nWords.')
    const { out } = await shop.kronika(['import', 'evil.md'])
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  })
})

describe('apply', () => {
  it('applies a file of commands as one revision, or none of them', async () => {
    const { id, sourceId } = await imported()
    const commands = [{ type: 'annotation.add', item: await annotation(id, sourceId) }, { type: 'event.add', item: event }]
    await writeFile(join(shop.folder, 'good.json'), JSON.stringify(commands))
    await writeFile(join(shop.folder, 'bad.json'), JSON.stringify([{ type: 'incident.rename', title: 'Half done' }, { type: 'event.remove', id: 'nobody' }]))
    expect((await shop.kronika(['apply', id, '--command', 'good.json', '--json'])).data).toEqual({ sequence: 2 })
    const before = await fingerprint(shop.library)
    const refused = await shop.kronika(['apply', id, '--command', 'bad.json', '--json'])
    expect([refused.code, refused.error?.code, refused.error?.where]).toEqual([1, 'not-found', 'events.nobody'])
    expect(await fingerprint(shop.library)).toEqual(before)
    expect((await shop.kronika(['show', id])).out).toContain('The attack begins')
  })

  it('answers each line when it is durable and stops at the first refused one', async () => {
    const { id } = await imported()
    const rename = (title: unknown) => `${JSON.stringify({ type: 'incident.rename', title })}\n`
    const { code, out, err } = await shop.kronika(['apply', id, '--command', '-'], `${rename('Two')}\n${rename('Three')}${rename(4)}${rename('Five')}`)
    const answers = out.trim().split('\n').map((line) => JSON.parse(line) as { error?: { where: string } })
    expect(code).toBe(1)
    expect(answers.slice(0, 2)).toEqual([{ sequence: 2 }, { sequence: 3 }])
    expect(answers[2]?.error?.where).toMatch(/^line 4: title, line 1/)
    expect(answers).toHaveLength(3)
    expect(err).toMatch(/^kronika: line 4: title/)
    expect((await shop.kronika(['show', id, '--json'])).data.title).toBe('Three')
  })

  it('refuses an unknown incident, a file that is no command and a beginning', async () => {
    const { id } = await imported()
    await writeFile(join(shop.folder, 'c.json'), '{"type":"incident.rename","title":"x"}')
    await writeFile(join(shop.folder, 'n.json'), '{"type":"incident.explode"}')
    const { data } = await shop.kronika(['show', id, '--json'])
    await writeFile(join(shop.folder, 'create.json'), JSON.stringify({ type: 'incident.create', incident: data }))
    expect((await shop.kronika(['apply', 'nobody', '--command', 'c.json', '--json'])).error?.code).toBe('not-found')
    expect((await shop.kronika(['apply', id, '--command', 'n.json', '--json'])).error).toMatchObject({ code: 'invalid', where: 'n.json: type, line 1, column 9' })
    expect((await shop.kronika(['apply', id, '--command', 'create.json', '--json'])).error?.code).toBe('invalid')
    expect((await shop.kronika(['apply', id])).code).toBe(2)
  })

  it('is refused while another holds the library', async () => {
    const { id } = await imported()
    const held = await openLibrary(shop.library, { author: () => '', now: () => new Date() })
    const { code, error } = await shop.kronika(['apply', id, '--command', '-', '--json'], '{"type":"incident.rename","title":"x"}\n')
    const looked = await shop.kronika(['list'])
    await held.close()
    expect([code, error?.code]).toEqual([1, 'read-only'])
    expect(looked.code).toBe(0)
  })
})

describe('export', () => {
  it('hands reports over with label and language', async () => {
    const { id } = await imported()
    const { data } = await shop.kronika(['export', id, '--format', 'pdf', '--out', 'r.pdf', '--tlp', 'TLP:AMBER+STRICT', '--lang', 'cs', '--json'])
    expect(data).toMatchObject({ path: 'r.pdf', format: 'pdf', tlp: 'AMBER+STRICT' })
    expect(await readFile(join(shop.folder, 'r.pdf'), 'utf8')).toBe(`pdf AMBER+STRICT cs ${id}`)
    expect(Object.values(shop.jobs[0]?.texts ?? {})).toEqual([words])
  })

  it('never under a label laxer than the material', async () => {
    const { id, sourceId } = await imported()
    await shop.kronika(['apply', id, '--command', '-'], `${JSON.stringify({ type: 'source.update', id: sourceId, changes: { tlp: 'RED' } })}\n`)
    const { code, error } = await shop.kronika(['export', id, '--format', 'pdf', '--out', 'r.pdf', '--tlp', 'AMBER', '--json'])
    expect([code, error?.code]).toEqual([1, 'wrong-tlp'])
    expect((await shop.kronika(['export', id, '--format', 'pdf', '--out', 'r.pdf', '--json'])).data.tlp).toBe('RED')
    expect((await shop.kronika(['export', id, '--format', 'pdf', '--out', 'r.pdf', '--tlp', 'WHITE'])).code).toBe(2)
  })

  it('writes to the standard output and exports reference cases', async () => {
    const { out, code } = await shop.kronika(['export', 'cz-mfa-apt31-2022', '--format', 'json', '--out', '-'])
    expect(code).toBe(0)
    expect(out).toBe(await readFile(new URL('../../../resources/cases/cz-mfa-apt31-2022.json', import.meta.url), 'utf8'))
    expect((await shop.kronika(['validate', 'cz-mfa-apt31-2022', '--json'])).data.valid).toBe(true)
    expect((await shop.kronika(['export', 'cz-mfa-apt31-2022', '--format', 'json', '--out', 'no/such/folder.json', '--json'])).error?.code).toBe('not-found')
  })
})

describe('check', () => {
  it('finds a byte that changed', async () => {
    const { id, sourceId } = await imported()
    expect((await shop.kronika(['check', '--json'])).data.problems).toEqual([])
    const { data } = await shop.kronika(['show', id, '--json'])
    await writeFile(join(shop.library, 'sources', `${data.sources[sourceId].text.sha256}.txt`), `${words.slice(0, -2)}!\n`)
    const { code, error } = await shop.kronika(['check', '--json'])
    expect([code, error?.code]).toEqual([1, 'corrupt'])
  })
})

describe('usage', () => {
  it.each([[['explode']], [['import']], [['import', 'note.txt', '--colour']], [['import', 'a', '--incident', 'x', '--title', 'y']], [['import', 'note.txt', '--source-date', 'May']], [['show']], [['export', 'x', '--format', 'docx', '--out', 'y']], [['export', 'x', '--format', 'pdf']], [['list', 'x']], [['validate']]])('%j is wrong usage', async (args) => {
    const { code, err, out } = await shop.kronika(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^kronika: .+\nTry: kronika help\n$/)
    expect(await fingerprint(shop.library)).toBeNull()
  })
  it('help and version are answered', async () => {
    expect((await shop.kronika(['help'])).out).toMatch(/^Kronika/)
    expect((await shop.kronika(['show', '--help'])).code).toBe(0)
    expect((await shop.kronika(['--version'])).out).toBe('1.2.3\n')
  })
})
