import { zipSync, strToU8 } from 'fflate'
import { decodeAs } from './decode-as.ts'

/** Documents for tests, made of their real bytes. */

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')

/** A PDF of one font with the given lines on each page, 14 points apart (PDF 1.4; WinAnsi letters only). */
export function pdfOf(pages: readonly (readonly (string | { text: string; size?: number; y?: number })[])[], info: Record<string, string> = {}, extra = ''): Buffer {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [index, lines] of pages.entries()) {
    let y = 760
    const content = lines.map((line) => {
      const { text, size = 11, y: at } = typeof line === 'string' ? { text: line } : line
      y = at ?? y - (text === '' ? 20 : 14)
      return text === '' ? '' : `BT /F1 ${size} Tf 1 0 0 1 60 ${y} Tm (${escaped(text)}) Tj ET`
    })
    const stream = content.join('\n')
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> ${extra} >>`)
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  add(`<< ${Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`).join(' ')} >>`)
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${body}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}

const wordNames = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
export const wordParagraph = (text: string, style = ''): string => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A Word document with a body, core properties and whatever else it is given. */
export function docxOf(body: string, core = '', more: Record<string, string> = {}): Buffer {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ...(core === '' ? {} : { 'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>` }),
    ...more,
  }
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
}

/** A mail with CRLF line ends. */
export const mailOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))

/** The bytes of a text in an encoding of one byte a letter. @throws when the encoding has not all of its letters */
export function bytesIn(encoding: string, text: string): Buffer {
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decodeAs(encoding, Uint8Array.of(byte)), byte]))
  return Buffer.from(Array.from(text, (letter) => {
    const byte = codes.get(letter)
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`)
    return byte
  }))
}
