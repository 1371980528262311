import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { inProcess, Reader } from './in-process.ts'
import type { TextType } from './extracted.ts'
import { kindOf, shownName } from './file-kind.ts'
import { sha256 } from './hash.ts'
import { readSupplied } from './read-supplied.ts'
import { issuedFrom } from '#domain/incident/index.ts'

const read = (mediaType: TextType, decoded: string) => extract({ name: 'x', mediaType, decoded })
const html = (decoded: string) => read('text/html', decoded).text
const markdown = (decoded: string) => read('text/markdown', decoded)
const sentence = 'Ministerstvo oznámilo, že za útokem na jeho síť, který trval od roku 2022, stála skupina APT31. '

const page = `<!doctype html><html lang="cs-CZ"><head><meta charset="utf-8"><title>Velvyslanec předvolán | Deník</title>
<meta property="og:site_name" content="Deník"><meta name="author" content="Jana Nováková"><link rel="canonical" href="https://example.org/a">
<meta property="article:published_time" content="2025-05-28T23:30:00+02:00"><script>document.write('<p>written</p>')</script><style>p{}</style></head>
<body><nav><a href="/">Domů</a><a href="/b">Byznys</a></nav><article><h1>Velvyslanec předvolán</h1><p>${sentence.repeat(4)}</p>
<p>Druhý <b>odstavec</b> s <a href="javascript:alert(1)">odkazem</a><br>na dva
   řádky. ${sentence.repeat(4)}</p><template><p>hidden</p></template><ul><li>jedna</li><li><p>dvě</p></li></ul><ol><li>x</li><li>y</li></ol>
<pre>a
  b</pre><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></article><footer>Sušenky</footer></body></html>`

describe('HTML', () => {
  it('becomes the words of the article in blocks', () => {
    const { text } = read('text/html', page)
    expect(text.split('\n\n')).toEqual([
      'Velvyslanec předvolán',
      sentence.repeat(4).trim(),
      `Druhý odstavec s odkazem\nna dva řádky. ${sentence.repeat(4).trim()}`,
      '• jedna',
      '• dvě',
      '1. x',
      '2. y',
      'a\n  b',
      'A\tB\n1\t2\n',
    ])
  })

  it('says what it is', () => {
    expect(read('text/html', page).proposed).toEqual({ title: 'Velvyslanec předvolán | Deník', publisher: 'Deník', author: 'Jana Nováková', date: '2025-05-28', language: 'cs-CZ', url: 'https://example.org/a' })
  })

  it('is taken whole when there is no article', () => {
    expect(html('<p>One</p>two<div>three</div>')).toBe('One\n\ntwo\n\nthree\n')
    expect(html('just words &amp; <i>more</i>')).toBe('just words & more\n')
    expect(html('<body hidden-not><p hidden>no</p><p aria-hidden="true">no</p><p>yes</p>')).toBe('yes\n')
  })

  it('cannot bring in control characters or half characters', () => {
    expect(html('<p>a&#27;[31m&#0;&#xD800;b</p>')).toMatch(/^a\[31m\ufffd*b\n$/)
  })

  const file = '../shared/hostile/html-payloads.json'
  const present = existsSync(file)
  if (!present) process.stdout.write(`skipped: ${file} is not here\n`)
  it.skipIf(!present)('of attackers gives no script and no handler', () => {
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { title: string; payload: string }[] }
    expect(cases).toHaveLength(51)
    for (const { title, payload } of cases) {
      const text = html(`<p>Before</p>${payload}<p>After</p>`)
      expect(text, title).toMatch(/^Before\n/)
      expect(text, title).not.toMatch(/<\/?(script|img|iframe|svg|style|object)|onerror|onload|javascript:/i)
    }
  })

  it('nested beyond reason is refused or read, and stops no one', async () => {
    const task = { name: 'deep.md', mediaType: 'text/markdown' as const, decoded: '>'.repeat(200_000) }
    const began = performance.now()
    await expect(inProcess(task, { milliseconds: 500 })).rejects.toMatchObject({ code: 'too-large', where: 'deep.md' })
    expect(performance.now() - began).toBeLessThan(5000)
    const wide = { name: 'wide.html', mediaType: 'text/html' as const, decoded: '<p>x</p>'.repeat(2_000_000) }
    await expect(new Reader(48).run(wide, { milliseconds: 20_000 }, null)).rejects.toMatchObject({ code: 'too-large', detail: expect.stringContaining('memory') })
  })
})

describe('a large document', () => {
  it('is read in a thread of its own, with the same answers', async () => {
    const fixture = readFileSync(new URL('../../domain/exchange/fixtures/v1.json', import.meta.url), 'utf8')
    // White space makes it large without making it another document.
    const large = fixture.replace('{', `{${' '.repeat(1_100_000)}`)
    const read = (text: string) => readSupplied({ name: 'a.json', bytes: Buffer.from(text) })
    expect(await read(large)).toEqual(await read(fixture))
    await expect(read(large.replace('"tlp": "GREEN"', '"tlp": "RED", "tlp": "CLEAR"'))).rejects.toMatchObject({ code: 'duplicate-key', where: expect.stringMatching(/^a\.json: incident\..*tlp, line/) })
  })
})

describe('Markdown', () => {
  it('becomes the words a reader sees', () => {
    const source = '# Nadpis\n\nText s [odkazem](http://x.y) a\n<b>tučně</b><script>alert(1)</script> konec.\\\nŘádek\n\n<div>raw</div>\n\n- a\n- b\n  - c\n\n3. x\n4. y\n\n> citát\n\n```\ncode\n```\n'
    expect(markdown(source).text.split('\n\n')).toEqual(['Nadpis', 'Text s odkazem a tučně konec.\nŘádek', '- a', '- b', '- c', '3. x', '4. y', 'citát', 'code\n'])
  })
  it('takes what its front matter says', () => {
    const { text, proposed } = markdown('---\ntitle: "A note"\ndate: May 2025\nlang: cs\nauthor: J. N.\nurl: https://example.org/\n---\n# Other\n\nWords')
    expect(text).toBe('Other\n\nWords\n')
    expect(proposed).toEqual({ title: 'A note', publisher: null, author: 'J. N.', date: '2025-05', language: 'cs', url: 'https://example.org/' })
  })
})

describe('a plain text', () => {
  it('is frozen as it is, but for its mark and line ends', async () => {
    const bytes = Buffer.from('\ufeff\r\n  <b>Title</b> \r\n\r\n a\tb\u00a0c\r')
    const supplied = await readSupplied({ name: '/a/b/note.txt', bytes })
    expect(supplied).toMatchObject({ kind: 'text', fileName: 'note.txt', mediaType: 'text/plain', text: '\n  <b>Title</b> \n\n a\tb\u00a0c\n', originalSha256: sha256(bytes), proposed: { title: '<b>Title</b>', date: null } })
  })
  it('has no title when its first line is a paragraph', () => {
    expect(read('text/plain', 'x'.repeat(201)).proposed.title).toBeNull()
  })
})

describe('names and dates', () => {
  it('say how a file is read', () => {
    expect(kindOf('A.HTM', '')).toBe('text/html')
    expect(kindOf('pasted', '', 'text/html; charset=utf-8')).toBe('text/html')
    expect(kindOf('page', '\ufeff <!DOCTYPE html><p>')).toBe('text/html')
    expect(kindOf('note.log', '<b>')).toBe('text/plain')
  })
  it.each([['../../etc/passwd', 'passwd'], ['C:\\a\\b.txt', 'b.txt'], ['', 'unnamed'], ['a\u0007\u202eb', 'a\ufffd\ufffdb']])('show %j as %j', (name, shown) => {
    expect(shownName(name)).toBe(shown)
  })
  it.each([['2025-05-28', { 'date-parts': [[2025, 5, 28]] }], ['2025-05~', { 'date-parts': [[2025, 5]], circa: true }], ['2022/..', { literal: '2022/..' }], ['2025-21', { literal: '2025-21' }]])('cite %s as CSL', (edtf, issued) => {
    expect(issuedFrom(edtf)).toEqual(issued)
  })
})
