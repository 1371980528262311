import { Refusal } from '#domain/exchange/refusal.ts'
import type { Extracted, MediaType } from './extracted.ts'
import { extractHtml } from './html.ts'
import { extractMarkdown } from './markdown.ts'
import { extractPlain } from './plain.ts'

/** The work that hostile input could make endless; it runs in a thread of its own (in-worker.ts). */
export type ExtractionTask = { name: string; mediaType: MediaType; decoded: string }

const byType: Record<MediaType, (task: ExtractionTask) => Extracted> = {
  'text/plain': ({ decoded }) => extractPlain(decoded),
  'text/markdown': ({ decoded }) => extractMarkdown(decoded),
  'text/html': ({ name, decoded }) => extractHtml(name, decoded),
}

/**
 * The frozen text of a decoded document and what it says about itself.
 * @throws Refusal empty, too-deep or not-utf8
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
