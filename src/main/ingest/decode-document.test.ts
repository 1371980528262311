import { isUtf8 } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { sourceSchema } from '#domain/incident/index.ts'
import { decodeAs } from './decode-as.ts'
import { decodeDocument } from './decode-document.ts'
import { declaredEncoding } from './declared-encoding.ts'
import { readSupplied } from './read-supplied.ts'
import { sha256 } from './hash.ts'
import { sourceFrom } from './source-from.ts'
import { bytesIn } from './testing.ts'

const czech = 'Vláda České republiky označila Čínskou lidovou republiku za stát odpovědný za škodlivou kybernetickou kampaň proti neutajované síti Ministerstva zahraničních věcí. Útočník podle zjištění působil od roku 2022. Šéf diplomacie předvolal velvyslance; žádné vysvětlení však nepřišlo.\n'
const quoted = 'Ministr řekl: „Šlo o útok – a víme, kdo za ním stál.“ Později dodal, že „odpověď přijde“.\n'
const german = 'Die Bundesregierung äußerte sich über den Angriff: Die Täter hätten für längere Zeit Zugang gehabt, größere Schäden seien möglich. Außenministerin und Behörden prüfen.\n'
const french = 'Le ministère a déclaré que la campagne menée depuis 2021 visait des intérêts français, à savoir des réseaux déjà compromis où l’accès était maintenu grâce à des relais.\n'
const english = 'The minister’s words were clear: “We know who did this”. It’s the ministry’s view – and the government’s – that the group’s “tools” were theirs.\n'
const polish = 'Rząd oświadczył, że za atakiem stała grupa powiązana z wywiadem; włamanie trwało dłużej, niż sądzono, a śledztwo jeszcze się toczy.\n'

const read = (bytes: Uint8Array, isPage = false) => decodeDocument('x', bytes, isPage)
const code = (bytes: Uint8Array, isPage = false) => {
  try {
    return read(bytes, isPage).encoding ?? 'utf-8'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const page = (declared: string, words = czech) => `<!doctype html><html><head>${declared}<title>Prohlášení</title></head><body><p>${words}</p></body></html>`
const be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a text without a declaration', () => {
  it.each([
    ['windows-1250', czech],
    ['windows-1250', czech + quoted],
    ['windows-1250', polish],
    ['iso-8859-2', czech],
    ['windows-1252', german + english],
    ['windows-1252', french],
    ['windows-1252', english],
  ])('in %s is read by its letters: %s', (encoding, text) => {
    const bytes = bytesIn(encoding, text)
    expect(isUtf8(bytes)).toBe(false)
    const decoded = read(bytes)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding).toMatchObject({ from: 'bytes' })
    // Where two encodings come to the same text it does not matter by which it was read.
    if (decoded.encoding?.name !== encoding) expect(decodeAs(decoded.encoding?.name ?? '', bytes)).toBe(text)
  })

  it('is read by name where the names differ', () => {
    expect(read(bytesIn('windows-1250', czech)).encoding).toEqual({ name: 'windows-1250', from: 'bytes' })
    expect(read(bytesIn('iso-8859-2', czech)).encoding).toEqual({ name: 'iso-8859-2', from: 'bytes' })
    expect(read(bytesIn('windows-1252', french)).encoding).toEqual({ name: 'windows-1252', from: 'bytes' })
  })

  it('that more than one encoding makes a text of is refused', () => {
    // "č" or "è", "ř" or "ø": each makes words of some language.
    expect(code(bytesIn('windows-1252', 'La situation est trè grave, aprè le problème du siècle et le système'))).toBe('not-utf8')
    expect(code(bytesIn('windows-1250', 'Příliš'))).toBe('not-utf8')
    expect(code(bytesIn('windows-1251', 'Правительство заявило, что за атакой стояла группа.'))).toBe('not-utf8')
    expect(code(bytesIn('koi8-r', 'Правительство заявило, что за атакой стояла группа.'))).toBe('not-utf8')
    // Czech of DOS, code page 852: "Příliš žluťoučký kůň úpěl".
    expect(code(Buffer.from([0x50, 0xfd, 0xa1, 0x6c, 0x69, 0xe7, 0x20, 0xa7, 0x6c, 0x75, 0x9c, 0x6f, 0x75, 0x9f, 0x6b, 0xec, 0x20, 0x6b, 0x85, 0xe5, 0x20, 0xa3, 0x70, 0xd8, 0x6c]))).toBe('not-utf8')
  })

  it('in UTF-8 that is cut or damaged is never taken for another', () => {
    const whole = Buffer.from(czech)
    expect(code(whole)).toBe('utf-8')
    const end = whole.lastIndexOf(0xc5)
    expect(code(whole.subarray(0, end + 1))).toBe('not-utf8')
    expect(() => read(whole.subarray(0, end + 1))).toThrow(new RegExp(`byte 0xc5 at offset ${end}`))
    const damaged = Buffer.from(whole)
    damaged[20] = 0xff
    expect(code(damaged)).toBe('not-utf8')
    // UTF-8 with an apostrophe of Windows pasted in: as windows-1252 each "à" would be a letter of Portuguese and a space.
    expect(code(Buffer.concat([Buffer.from('Il va à Paris, à Prague, à Berlin, à Rome, à Vienne et à l'), Buffer.of(0x92), Buffer.from('endroit convenu.')]))).toBe('not-utf8')
    expect(code(Buffer.concat([Buffer.from('Just ASCII and then half a letter '), Buffer.of(0xc5)]))).toBe('not-utf8')
  })
})

describe('UTF-16', () => {
  it.each([
    ['utf-16le', 'byte-order-mark', Buffer.from(`\ufeff${czech}`, 'utf16le')],
    ['utf-16be', 'byte-order-mark', be(`\ufeff${czech}`)],
    ['utf-16le', 'bytes', Buffer.from(czech, 'utf16le')],
    ['utf-16be', 'bytes', be(czech)],
  ])('%s is read, by its %s', (name, from, bytes) => {
    expect(read(bytes)).toEqual({ text: czech, encoding: { name, from } })
    expect(code(bytes.subarray(0, -1))).toBe('utf-16')
  })

  it('with half a character, zeros, or too little to tell is refused', () => {
    expect(code(Buffer.from([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8]))).toBe('utf-16')
    expect(code(Buffer.from('\ufeffA\0B', 'utf16le'))).toBe('not-text')
    expect(code(Buffer.from('abc', 'utf16le'))).toBe('not-text')
    // The byte order mark of UTF-32 begins as that of UTF-16.
    expect(code(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]))).toBe('not-text')
    expect(code(Buffer.from([0xff, 0xfe]))).toBe('empty')
  })
})

describe('a page', () => {
  it.each([
    ['<meta charset="windows-1250">', 'windows-1250', 'windows-1250'],
    ['<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=iso-8859-2">', 'iso-8859-2', 'iso-8859-2'],
    ['<meta content="text/html;charset=cp1250" http-equiv="content-type">', 'windows-1250', 'windows-1250'],
    ["<!-- <meta charset=utf-8> --><meta name=a content='x'><meta charset='latin2'/>", 'iso-8859-2', 'iso-8859-2'],
    [`<script>var a = '<meta charset="utf-8">'${' '.repeat(3000)}</script><meta charset=windows-1250>`, 'windows-1250', 'windows-1250'],
  ])('is read as it declares: %s', (declared, encoding, name) => {
    const text = page(declared)
    expect(read(bytesIn(encoding, text), true)).toEqual({ text, encoding: { name, from: 'declaration' } })
  })

  it('may declare it as XML does, and may name what nobody knows', () => {
    const text = `<?xml version="1.0" encoding="iso-8859-2"?>\n${page('')}`
    expect(read(bytesIn('iso-8859-2', text), true).encoding).toEqual({ name: 'iso-8859-2', from: 'declaration' })
    expect(declaredEncoding(Buffer.from(page('<meta charset="klingon">')))).toBeNull()
    expect(read(bytesIn('windows-1250', page('<meta charset="klingon">')), true).encoding).toEqual({ name: 'windows-1250', from: 'bytes' })
    expect(code(Buffer.from(page('<meta charset="windows-1250">', 'Only ASCII').replace('Prohlášení', 'Title')), true)).toBe('utf-8')
  })

  it('reads what no other letters are by the page: Cyrillic and Chinese', () => {
    const russian = page('<meta charset="windows-1251">', 'Правительство заявило.').replace('Prohlášení', 'Заявление')
    expect(read(bytesIn('windows-1251', russian), true)).toEqual({ text: russian, encoding: { name: 'windows-1251', from: 'declaration' } })
    const chinese = Buffer.concat([Buffer.from('<html><meta charset=gb2312><p>'), Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]), Buffer.from('</p></html>')])
    expect(read(chinese, true)).toEqual({ text: '<html><meta charset=gb2312><p>中国</p></html>', encoding: { name: 'gbk', from: 'declaration' } })
  })

  it('that lies about it is read as its bytes are, and the lie is told', () => {
    expect(read(bytesIn('windows-1250', page('<meta charset="utf-8">')), true)).toEqual({ text: page('<meta charset="utf-8">'), encoding: { name: 'windows-1250', from: 'bytes', declared: 'utf-8' } })
    expect(read(bytesIn('iso-8859-2', page('<meta charset="windows-1250">')), true).encoding).toEqual({ name: 'iso-8859-2', from: 'bytes', declared: 'windows-1250' })
    expect(read(bytesIn('windows-1250', page('<meta charset="iso-8859-1">')), true).encoding).toEqual({ name: 'windows-1250', from: 'bytes', declared: 'iso-8859-1' })
    const marked = Buffer.from(`\ufeff${page('<meta charset="windows-1250">')}`)
    expect(read(marked, true)).toEqual({ text: page('<meta charset="windows-1250">'), encoding: { name: 'utf-8', from: 'byte-order-mark', declared: 'windows-1250' } })
    expect(read(marked.subarray(3), true).encoding).toEqual({ name: 'utf-8', from: 'bytes', declared: 'windows-1250' })
    expect(read(Buffer.from('<html><meta charset=windows-1250><p>Češi</p>'), true).text).toContain('Češi')
  })

  it('with bytes that its encoding has not is refused, never filled in', () => {
    const broken = Buffer.concat([Buffer.from('<html><meta charset=big5><p>'), Buffer.from([0x83, 0x5c, 0xff]), Buffer.from('</p>')])
    expect(code(broken, true)).toBe('not-utf8')
    expect(() => read(broken, true)).toThrow(/says its characters are big5/)
    // Node gives a code point for private use here, where the standard gives an error.
    expect(decodeAs('big5', Buffer.from([0x83, 0x5c]))).toBeNull()
    expect(decodeAs('windows-1250', Buffer.from([0x81]))).toBeNull()
    expect(decodeAs('windows-1252', Buffer.from([0x80, 0x92, 0x9f, 0xff]))).toBe('€’Ÿÿ')
  })

  it('is searched for its declaration in a time that grows with its length alone', () => {
    for (const hostile of ['<script>'.repeat(9000), '<meta '.repeat(11_000), `<meta content="${'charset '.repeat(8000)}`, `<?xml ${' encoding'.repeat(7000)}`, '<!--'.repeat(16_000), `<a ${'b= '.repeat(20_000)}`]) {
      expect(declaredEncoding(Buffer.from(hostile))).toBeNull()
    }
  })
})

describe('what is no text', () => {
  it('stays refused, whatever it is called', () => {
    expect(code(Buffer.from('A text\0with a zero'))).toBe('not-text')
    expect(code(Buffer.concat([bytesIn('windows-1250', czech), Buffer.of(0)]))).toBe('not-text')
    expect(code(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))).toBe('not-text')
    // Bytes of every kind but control characters, as compressed data has them.
    let state = 1
    const noise = Buffer.from(Array.from({ length: 20_000 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return 0x20 + (Math.floor(state / 65_536) % 0xe0)
    }))
    expect(code(noise)).toBe('not-utf8')
    expect(code(noise, true)).toBe('not-utf8')
  })
})

describe('a source', () => {
  const supplied = async (name: string, bytes: Buffer) => {
    const found = await readSupplied({ name, bytes })
    if (found.kind !== 'text') throw new Error('is no text')
    return found
  }
  it('says how its bytes were read and keeps them', async () => {
    const bytes = bytesIn('windows-1250', page('<meta charset="windows-1250">'))
    const text = await supplied('stranka.html', bytes)
    expect(text.text).toContain(czech.trim())
    const source = sourceFrom(text, { id: 's1', capturedAt: '2025-06-01T00:00:00.000Z', tlp: 'CLEAR' })
    expect(sourceSchema.parse(source).capture).toMatchObject({ sha256: sha256(bytes), byteLength: bytes.length, encoding: { name: 'windows-1250', from: 'declaration' } })
    const plain = sourceFrom(await supplied('a.txt', Buffer.from(`\ufeff${czech}`)), { id: 's1', capturedAt: '2025-06-01T00:00:00.000Z', tlp: 'CLEAR' })
    expect(plain.capture).not.toHaveProperty('encoding')
  })
  it('of UTF-16 is a page where it begins as one, and JSON has to be UTF-8', async () => {
    expect((await supplied('pasted', Buffer.from(`\ufeff<!doctype html><html><body><p>${czech}</p></body></html>`, 'utf16le'))).mediaType).toBe('text/html')
    await expect(readSupplied({ name: 'a.json', bytes: Buffer.from('\ufeff{}', 'utf16le') })).rejects.toMatchObject({ code: 'utf-16' })
    await expect(readSupplied({ name: 'a.json', bytes: bytesIn('windows-1250', JSON.stringify({ czech })) })).rejects.toMatchObject({ code: 'not-utf8' })
  })
})
