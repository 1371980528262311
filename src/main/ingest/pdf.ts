import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The reader's other half, in this process: it is one of its own already, and nothing is to be looked for by address.
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { Refusal } from '#domain/exchange/refusal.ts'
import { normaliseText } from '#domain/text/index.ts'
import { proposedFrom, titled, type Extracted, type Structure } from './extracted.ts'
import { linesOf, type PdfItem, type PdfLine } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'

Object.assign(globalThis, { pdfjsWorker })

const pageLimit = 3000
/** Characters of text: more than this is no document that anyone reads. */
const textLimit = 20_000_000

/** "D:20250528101500+02'00'" is a day in its own zone (ISO 32000-1, 7.9.4). */
const dayOf = (date: unknown): string | null => {
  const [, year, month, day] = /^D:(\d{4})(\d\d)?(\d\d)?/.exec(typeof date === 'string' ? date : '') ?? []
  return year === undefined ? null : [year, month, day].filter((part) => part !== undefined).join('-')
}
const said = (info: Record<string, unknown>, key: string) => (typeof info[key] === 'string' ? info[key] : null)

async function opened(name: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // No scripts are compiled, no fonts built, nothing fetched. pdf.js takes the bytes over, so it gets its own.
    return await getDocument({ data: new Uint8Array(bytes), disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false, enableXfa: false, stopAtErrors: false, verbosity: 0 }).promise
  } catch (error) {
    if (error instanceof PasswordException) throw new Refusal('unsupported-type', name, 'the PDF is locked with a password; save it without one')
    throw new Refusal('invalid', name, `is not a PDF that can be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function pagesOf(name: string, document: PDFDocumentProxy): Promise<PdfLine[][]> {
  if (document.numPages > pageLimit) throw new Refusal('too-large', name, `has ${document.numPages} pages; at most ${pageLimit} are read`)
  const pages: PdfLine[][] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch((error: unknown) => {
      throw new Refusal('invalid', `${name}: page ${number}`, error instanceof Error ? error.message : String(error))
    })
    const { items } = await page.getTextContent()
    const lines = linesOf(items.filter((item): item is typeof item & PdfItem => 'str' in item))
    characters += lines.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > textLimit) throw new Refusal('too-large', name, `holds more than ${textLimit / 1e6} million characters`)
    pages.push(lines)
    page.cleanup()
  }
  return pages
}

/**
 * The words of a PDF in reading order, pages apart by a form of their own in the structure: a paragraph that runs over a
 * page break stays one, so that a quote over it is one quote.
 * @throws Refusal invalid, too-large, empty, unsupported-type for a locked one
 */
export async function extractPdf(name: string, bytes: Uint8Array): Promise<Extracted> {
  const document = await opened(name, bytes)
  try {
    const { info } = await document.getMetadata().catch(() => ({ info: {} }))
    const facts = info as Record<string, unknown>
    const { text, structure } = joined(paragraphsOf(await pagesOf(name, document)))
    if (text.trim() === '') throw new Refusal('empty', name, `holds pictures only: none of its ${document.numPages} pages has text that can be read`)
    const first = text.slice(0, text.indexOf('\n\n') >= 0 ? text.indexOf('\n\n') : 200).replaceAll('\n', ' ')
    return {
      text,
      structure,
      proposed: titled(proposedFrom({ title: said(facts, 'Title'), author: said(facts, 'Author'), created: dayOf(facts['CreationDate']), language: said(facts, 'Language') }), first.length <= 200 ? first : null),
    }
  } finally {
    await document.loadingTask.destroy()
  }
}

type Paragraph = ReturnType<typeof paragraphsOf>[number]

/** Paragraphs as one text with blank lines between, and where in it each page begins. */
function joined(paragraphs: readonly Paragraph[]): { text: string; structure: Structure } {
  const structure: Structure = []
  let text = ''
  for (const { words, heading, pages } of paragraphs) {
    const start = text.length
    const clean = normaliseText(words)
    for (const { page, at } of pages) structure.push({ kind: 'page', start: start + Math.min(at, clean.length), page })
    if (heading) structure.push({ kind: 'heading', start, end: start + clean.length, level: 2 })
    text += `${clean}\n\n`
  }
  return { text: text.replace(/\n+$/, '\n'), structure }
}
