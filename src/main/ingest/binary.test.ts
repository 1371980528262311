import { zipSync } from 'fflate'
import { createServer } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceSchema } from '#domain/incident/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { inProcess, Reader } from './in-process.ts'
import { readSupplied } from './read-supplied.ts'
import { sourceFrom } from './source-from.ts'
import { bytesIn, docxOf, mailOf, pdfOf, wordParagraph } from './testing.ts'

const read = async (name: string, bytes: Uint8Array) => {
  const supplied = await readSupplied({ name, bytes })
  if (supplied.kind !== 'text') throw new Error('is no text')
  return supplied
}
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error)

const report = pdfOf(
  [
    [{ text: 'Statement of the Government', size: 18 }, '', 'The Government of the Czech Republic identifies the People\x92s Republic of', 'China as being responsible for the malicious cyber cam-', 'paign against its Ministry of Foreign Affairs.', '', '1. The campaign began in 2022', 'and was carried out by APT31, which the', { text: 'Page 1', y: 40 }],
    ['authorities associate with the Ministry of State Security.', '', 'A second paragraph on the second page.', { text: 'Page 2', y: 40 }],
    ['The last page.', { text: 'Page 3', y: 40 }],
  ],
  { Title: 'Statement (official)', Author: 'Government', CreationDate: "D:20250528101500+02'00'" },
)

describe('a PDF', () => {
  it('becomes paragraphs in reading order, with pages, a heading and what it says about itself', async () => {
    const { text, structure, proposed, mediaType } = await read('statement.pdf', report)
    expect(text).toBe(
      'Statement of the Government\n\nThe Government of the Czech Republic identifies the People’s Republic of China as being responsible for the malicious cyber campaign against its Ministry of Foreign Affairs.\n\n1. The campaign began in 2022 and was carried out by APT31, which the authorities associate with the Ministry of State Security.\n\nA second paragraph on the second page.\n\nThe last page.\n',
    )
    expect(mediaType).toBe('application/pdf')
    expect(proposed).toMatchObject({ title: 'Statement (official)', author: 'Government', date: null, created: '2025-05-28', language: 'en', languageFrom: 'word-counts' })
    const pages = structure?.filter(({ kind }) => kind === 'page')
    // The second page begins within a sentence: a quote over the break is one quote.
    expect(pages).toEqual([{ kind: 'page', start: 0, page: 1 }, { kind: 'page', start: text.indexOf('authorities'), page: 2 }, { kind: 'page', start: text.indexOf('The last page'), page: 3 }])
    expect(structure).toContainEqual({ kind: 'heading', start: 0, end: 'Statement of the Government'.length, level: 2 })
    const source = sourceFrom(await read('statement.pdf', report), { id: 's1', capturedAt: '2025-06-01T00:00:00.000Z', tlp: 'CLEAR' })
    expect(sourceSchema.safeParse(source).error).toBeUndefined()
    // The day on which a file was made is not the day on which it was published.
    expect(source).toMatchObject({ date: null, proposed: { title: 'document', author: 'document', language: 'word-counts', created: '2025-05-28' } })
  })

  it('has a word that a line cuts in one, and a compound with its hyphen where the document shows that it is one', async () => {
    const { text } = await read('hyphens.pdf', pdfOf([['The attack on the mail servers of the ministry is the work of China-', 'linked hackers, who are linked to the state in China by their cam-', 'paign. Other state-sponsored groups joined them, so that state-', 'sponsored activity grew.']]))
    expect(text).toBe('The attack on the mail servers of the ministry is the work of China-linked hackers, who are linked to the state in China by their campaign. Other state-sponsored groups joined them, so that state-sponsored activity grew.\n')
  })

  it('that is broken or of pictures only is refused in words', async () => {
    expect(await refusal(read('cut.pdf', report.subarray(0, 200)))).toBeInstanceOf(Refusal)
    expect(await refusal(read('pictures.pdf', pdfOf([[''], ['']])))).toMatchObject({ code: 'empty', detail: expect.stringContaining('pictures only') as string })
  })
})

describe('a page', () => {
  it('says what it is in JSON-LD, too; what a person stated is not proposed', async () => {
    const linked = JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Ambassador summoned', author: { '@type': 'Person', name: 'Jana Nová' }, publisher: { '@type': 'Organization', name: 'The Daily' }, datePublished: '2025-05-28T10:00:00+02:00' })
    const page = Buffer.from(`<!doctype html><html><head><script type="application/ld+json">${linked}</script></head><body><article><p>${'The ambassador was summoned to the ministry. '.repeat(20)}</p></article></body></html>`)
    const supplied = await read('a.html', page)
    expect(supplied.proposed).toMatchObject({ title: 'Ambassador summoned', author: 'Jana Nová', publisher: 'The Daily', date: '2025-05-28' })
    const made = (stated: { publisher?: string; sourceDate?: string }) => sourceFrom(supplied, { id: 's', capturedAt: '2025-06-01T00:00:00.000Z', tlp: 'CLEAR' }, stated).proposed
    expect(made({})).toMatchObject({ title: 'document', publisher: 'document', date: 'document' })
    expect(made({ publisher: 'Desk', sourceDate: '2025' })).toEqual({ title: 'document', author: 'document', language: 'word-counts' })
  })

  it('keeps which of its words are headings and list items', async () => {
    const { text, structure } = await read('a.html', Buffer.from('<!doctype html><html><body><h1>Statement</h1><p>Words of it.</p><h3>Why</h3><ul><li>One</li></ul></body></html>'))
    expect(text).toBe('Statement\n\nWords of it.\n\nWhy\n\n• One\n')
    expect(structure?.map((entry) => [entry.kind, 'level' in entry ? entry.level : null, 'end' in entry ? text.slice(entry.start, entry.end) : null])).toEqual([['heading', 1, 'Statement'], ['heading', 3, 'Why'], ['list-item', null, '• One']])
  })
})

describe('a Word document', () => {
  it('becomes its words with headings and what it says about itself', async () => {
    const bytes = docxOf(wordParagraph('Zpráva o útoku', 'Heading1') + wordParagraph('Ministerstvo oznámilo, že &lt;útok&gt; trval od roku 2022.') + wordParagraph('Druhý odstavec.'), '<dc:title>Zpráva</dc:title><dc:creator>Odbor bezpečnosti</dc:creator><dcterms:created>2025-05-28T08:00:00Z</dcterms:created><dc:language>cs-CZ</dc:language>')
    const { text, structure, proposed } = await read('zprava.docx', bytes)
    expect(text).toBe('Zpráva o útoku\n\nMinisterstvo oznámilo, že <útok> trval od roku 2022.\n\nDruhý odstavec.\n')
    expect(structure).toEqual([{ kind: 'heading', start: 0, end: 'Zpráva o útoku'.length, level: 1 }])
    expect(proposed).toMatchObject({ title: 'Zpráva', author: 'Odbor bezpečnosti', date: null, created: '2025-05-28', language: 'cs-CZ' })
  })

  it('that is a bomb, another kind of zip, or broken is refused', async () => {
    const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(), 'word/document.xml': new Uint8Array(60_000_000) })
    expect(await refusal(read('bomb.docx', bomb))).toMatchObject({ code: 'too-large' })
    expect(await refusal(read('sheet.docx', zipSync({ 'xl/workbook.xml': new Uint8Array(3) })))).toMatchObject({ code: 'unsupported-type' })
    expect(await refusal(read('cut.docx', docxOf(wordParagraph('x')).subarray(0, 90)))).toBeInstanceOf(Refusal)
  })
})

describe('a mail', () => {
  it('becomes its head and its plain words; what was attached is named', async () => {
    const bytes = mailOf(['From: =?utf-8?Q?Jana_Nov=C3=A1=C4=8Dkov=C3=A1?= <jana@example.org>', 'To: desk@example.org', 'Date: Wed, 28 May 2025 10:15:00 +0200', 'Subject: =?utf-8?B?UMWZZWR2b2zDoW7DrSB2ZWx2eXNsYW5jZQ==?=', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', 'Ministr p=C5=99edvolal velvyslance.', '', 'Druh=C3=BD odstavec.', '--b', 'Content-Type: application/pdf; name=note.pdf', 'Content-Disposition: attachment; filename=note.pdf', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--b--', ''])
    const { text, proposed } = await read('mail.eml', bytes)
    expect(text).toBe('From: Jana Nováčková <jana@example.org>\nTo: desk@example.org\nDate: Wed, 28 May 2025 10:15:00 +0200\nSubject: Předvolání velvyslance\nAttachments, not imported: note.pdf\n\nMinistr předvolal velvyslance.\n\nDruhý odstavec.\n')
    expect(proposed).toMatchObject({ title: 'Předvolání velvyslance', author: 'Jana Nováčková', date: '2025-05-28' })
  })

  it('in letters that it does not declare is read by them where that is clear, and counts what is unreadable where it is not', async () => {
    const words = 'Šéf diplomacie předvolal velvyslance; žádné vysvětlení však nepřišlo.'
    const mail = (more: string[], body: Buffer) => read('m.eml', Buffer.concat([mailOf(['From: a@b.c', 'Subject: S', 'MIME-Version: 1.0', ...more, '', '']), body]))
    for (const [label, encoding, declared] of [['', 'windows-1250', undefined], ['; charset=us-ascii', 'windows-1250', 'us-ascii'], ['; charset="utf-8"', 'iso-8859-2', 'utf-8'], ['; charset=us-ascii', 'utf-8', 'us-ascii']] as const) {
      const found = await mail([`Content-Type: text/plain${label}`, 'Content-Transfer-Encoding: 8bit'], encoding === 'utf-8' ? Buffer.from(words) : bytesIn(encoding, words))
      expect(found.text, label).toContain(words)
      expect(found.encoding).toEqual({ name: encoding, from: 'bytes', ...(declared ? { declared } : {}) })
      expect(found.unreadable).toBe(0)
    }
    const declared = await mail(['Content-Type: text/plain; charset=windows-1250', 'Content-Transfer-Encoding: 8bit'], bytesIn('windows-1250', words))
    expect([declared.text.includes(words), declared.encoding]).toEqual([true, null])
    const short = await mail(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'], bytesIn('windows-1250', 'Dobrý den'))
    expect(short).toMatchObject({ encoding: null, unreadable: 1 })
    expect(sourceSchema.parse(sourceFrom(short, { id: 's1', capturedAt: '2025-06-01T00:00:00.000Z', tlp: 'CLEAR' })).capture?.unreadable).toBe(1)
  })

  it('of HTML alone is read as text, and one without head, words or end is refused', async () => {
    const html = await read('h.eml', mailOf(['From: a@b.c', 'Subject: S', 'Content-Type: text/html', '', '<p>One</p><script>alert(1)</script><img src="http://127.0.0.1/x"><p>Two</p>']))
    expect(html.text).toContain('One\n\nTwo\n')
    expect(html.text).not.toContain('alert')
    expect(await refusal(read('e.eml', mailOf(['From: a@b.c', 'Subject: S', '', ''])))).toMatchObject({ code: 'empty' })
    expect(await refusal(read('n.eml', mailOf(['', 'just words'])))).toMatchObject({ code: 'invalid' })
    const nested = ['From: a@b.c', 'Subject: deep']
    for (let depth = 0; depth < 1000; depth += 1) nested.push(`Content-Type: multipart/mixed; boundary=b${depth}`, '', `--b${depth}`)
    expect(await refusal(read('deep.eml', mailOf([...nested, 'Content-Type: text/plain', '', 'x'])))).toBeInstanceOf(Refusal)
  })
})

describe('hostile documents', () => {
  let asked = 0
  const server = createServer((_, answer) => {
    asked += 1
    answer.end()
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as { port: number }).port
  })
  afterAll(() => void server.close())

  it('ask nothing of anyone and run nothing: PDF actions, Word links and pictures, mail pictures', async () => {
    const address = `http://127.0.0.1:${port}`
    expect((await fetch(address)).status).toBe(200)
    expect(asked).toBe(1)
    const script = `/AA << /O << /S /JavaScript /JS (app.launchURL\\("${address}/js"\\)) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /URI /URI (${address}/uri) >> >>]`
    await read('script.pdf', pdfOf([['Words of the page.']], {}, script))
    const linked = docxOf(wordParagraph('Words.') + '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rx"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>', '', {
      'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rx" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}/picture.png" TargetMode="External"/><Relationship Id="ry" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
    })
    expect((await read('linked.docx', linked)).text).toBe('Words.\n')
    await read('m.eml', mailOf(['From: a@b.c', 'Subject: S', 'Content-Type: text/html', '', `<img src="${address}/pixel"><link rel="stylesheet" href="${address}/css"><p>Words</p>`]))
    await setTimeout(300)
    expect(asked).toBe(1)
  })

  it('that never end are ended with their process, and the program answers all the while', async () => {
    const reader = new Reader(512)
    const before = await children()
    const own = async () => (await children()).filter((pid) => !before.includes(pid))
    let isRead = false
    const reading = refusal(reader.run({ name: 'deep.md', mediaType: 'text/markdown', decoded: '>'.repeat(300_000) }, { milliseconds: 5000 }, null)).finally(() => (isRead = true))
    // How soon a process is there depends on the machine; that it is there before the limit is all that counts.
    await expect.poll(own, { interval: 20, timeout: 4500 }).not.toEqual([])
    const during = await own()
    // One turn after another, each with a wait of its own, while the document is still being read: nobody holds the program up.
    for (let turn = 0; turn < 10; turn += 1) await setTimeout(1)
    expect(isRead).toBe(false)
    expect(await reading).toMatchObject({ code: 'too-large', detail: 'reading it took more than 5 s' })
    await expect.poll(async () => (await own()).filter((pid) => during.includes(pid)), { interval: 20, timeout: 10_000 }).toEqual([])
    // The next document gets a reader of its own.
    expect(await reader.run({ name: 'a.md', mediaType: 'text/markdown', decoded: '# A' }, { milliseconds: 20_000 }, null)).toMatchObject({ done: { text: 'A\n' } })
  }, 60_000)

  it('can be given up midway', async () => {
    const giveUp = new AbortController()
    const reading = refusal(inProcess({ name: 'deep.md', mediaType: 'text/markdown', decoded: '>'.repeat(300_000) }, { milliseconds: 20_000 }, giveUp.signal))
    await setTimeout(300)
    giveUp.abort(new Error('given up'))
    expect(await reading).toMatchObject({ message: 'given up' })
  })
})

/** Process ids of this process's children (proc(5)); none where there is no /proc. */
async function children(): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const parents = await Promise.all(pids.map(async (pid) => ({ pid, parent: Number((await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).replace(/^.*\) /s, '').split(' ')[1]) })))
  return parents.filter(({ parent }) => parent === process.pid).map(({ pid }) => pid)
}
