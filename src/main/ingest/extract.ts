import { Refusal } from '#domain/exchange/refusal.ts'
import { docxType, type BinaryType, type Extracted, type TextType } from './extracted.ts'
import { extractHtml } from './html.ts'
import { extractMarkdown } from './markdown.ts'
import { extractPlain } from './plain.ts'

/** The work that hostile input could make endless; it runs in a process of its own (in-process.ts). */
export type ExtractionTask = { name: string; mediaType: TextType; decoded: string }

const byType: Record<TextType, (task: ExtractionTask) => Extracted> = {
  'text/plain': ({ decoded }) => extractPlain(decoded),
  'text/markdown': ({ decoded }) => extractMarkdown(decoded),
  'text/html': ({ decoded }) => extractHtml(decoded),
}

/**
 * The frozen text of a decoded document and what it says about itself.
 * @throws Refusal empty or too-deep
 */
export function extract(task: ExtractionTask): Extracted {
  let extracted: Extracted
  try {
    extracted = byType[task.mediaType](task)
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('too-deep', task.name, 'nested more deeply than can be read')
    throw error
  }
  if (extracted.text.trim() === '') throw new Refusal('empty', task.name, 'holds no words: nothing is left without markup and scripts')
  return extracted
}

export type BinaryTask = { name: string; mediaType: BinaryType; bytes: Uint8Array }

/** The same for documents in formats of their own; the programs that read them are loaded when one comes. */
export async function extractBinary({ name, mediaType, bytes }: BinaryTask): Promise<Extracted> {
  if (mediaType === 'application/pdf') return (await import('./pdf.ts')).extractPdf(name, bytes)
  if (mediaType === docxType) return (await import('./docx.ts')).extractDocx(name, bytes)
  return (await import('./mail.ts')).extractMail(name, bytes)
}
