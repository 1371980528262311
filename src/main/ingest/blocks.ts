import type { Extracted, Structure } from './extracted.ts'
import type { Block } from './html-text.ts'

/** Blocks as one text with blank lines between, and where in it the headings and list items lie. */
export function joinedBlocks(blocks: readonly Block[], before = ''): Required<Pick<Extracted, 'text' | 'structure'>> {
  const structure: Structure = []
  let text = before
  for (const block of blocks) {
    const [start, end] = [text.length, text.length + block.text.length]
    if (block.level === 0) structure.push({ kind: 'list-item', start, end })
    else if (block.level !== null) structure.push({ kind: 'heading', start, end, level: block.level })
    text += `${block.text}\n\n`
  }
  return { text: text.replace(/\n+$/, '\n'), structure }
}
