import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { Refusal } from '#domain/exchange/refusal.ts'
import { readZip, type ZipLimits } from '../zip/read-zip.ts'
import { joinedBlocks } from './blocks.ts'
import { proposedFrom, titled, type Extracted } from './extracted.ts'
import { parseHtml, walk } from './html-dom.ts'
import { structuredBlocks } from './html-text.ts'

/** reliability-and-security.md 4: counted while inflating. */
const limits: ZipLimits = { entries: 1000, bytes: 100_000_000, ratio: 100 }

/** What the document says about itself (OPC core properties, ISO/IEC 29500-2 part 11), by element name. */
function coreProperties(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  const xml = files.get('docProps/core.xml')
  const root = xml && parseHtml(Buffer.from(xml).toString('utf8').replace(/<\?xml[^>]*\?>/, '')).documentElement
  const said: Record<string, string> = {}
  if (root) for (const { node, entering } of walk(root)) if (entering && node.localName?.includes(':') && node.firstChild) said[node.localName] = node.firstChild.nodeValue ?? ''
  return said
}

/**
 * The words of a Word document with its headings and lists; pictures are left out and nothing outside of it is followed.
 * @throws Refusal invalid, too-large, empty
 */
export async function extractDocx(name: string, bytes: Uint8Array): Promise<Extracted> {
  const files = readZip(bytes, name, limits)
  if (!files.has('[Content_Types].xml') || ![...files.keys()].some((file) => file.startsWith('word/'))) throw new Refusal('unsupported-type', name, 'is a zip, but no Word document')
  // Two programs can read one zip differently: the next one gets the files that were checked, not the archive.
  const checked = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }))
  const { value: html } = await mammoth
    .convertToHtml({ buffer: checked }, { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeEmbeddedStyleMap: false })
    .catch((error: unknown) => {
      throw new Refusal('invalid', name, `is not a Word document that can be read: ${error instanceof Error ? error.message : String(error)}`)
    })
  const root = parseHtml(html).documentElement
  const { text, structure } = joinedBlocks(root ? structuredBlocks(root) : [])
  if (text.trim() === '') throw new Refusal('empty', name, 'holds no words')
  const said = coreProperties(files)
  const proposed = proposedFrom({ title: said['dc:title'], author: said['dc:creator'], created: said['dcterms:created'], language: said['dc:language'] })
  return { text, structure, proposed: titled(proposed, text.slice(0, text.indexOf('\n'))) }
}
