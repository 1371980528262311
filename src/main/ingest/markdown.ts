import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { normaliseText } from '#domain/text/index.ts'
import { proposedFrom, titled, type Extracted } from './extracted.ts'

const silent = /^<(script|style|template)\b/i

/** The words of inline content; raw HTML is no words, and neither is what stands inside a script. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  let closing: string | null = null
  const parts: string[] = []
  for (const node of nodes) {
    if (node.type === 'html') {
      const opened = silent.exec(node.value)?.[1]
      if (closing === null && opened) closing = `</${opened.toLowerCase()}`
      else if (closing !== null && node.value.toLowerCase().startsWith(closing)) closing = null
    } else if (closing === null) parts.push(inline(node))
  }
  return parts.join('')
}

function inline(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replaceAll('\n', ' ')
  if (node.type === 'break') return '\n'
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? wordsOf(node.children) : ''
}

function* blocks(node: Nodes): Generator<string> {
  if (node.type === 'heading' || node.type === 'paragraph') yield wordsOf(node.children)
  else if (node.type === 'code') yield node.value
  else if (node.type === 'list') {
    let number = node.start ?? 1
    for (const item of node.children) {
      const mark = node.ordered ? `${number}. ` : '- '
      let first = true
      for (const child of item.children) {
        for (const block of blocks(child)) {
          yield first ? `${mark}${block}` : block
          first = false
        }
      }
      number += 1
    }
  } else if ('children' in node) for (const child of node.children) yield* blocks(child)
}

/** The lines "key: value" between two "---" at the very beginning, as many note-takers write them. */
function frontMatter(text: string): { said: Record<string, string>; body: string } {
  const match = /^---\n((?:[A-Za-z][\w-]*:[^\n]*\n)+)---\n/.exec(text)
  if (!match) return { said: {}, body: text }
  const lines = (match[1] ?? '').trimEnd().split('\n')
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim().replace(/^(["'])(.*)\1$/, '$2')] as const)
  return { said: Object.fromEntries(pairs), body: text.slice(match[0].length) }
}

const firstHeading = (children: readonly RootContent[]) => {
  const heading = children.find((node) => node.type === 'heading')
  return heading ? wordsOf(heading.children) : null
}

/** Markdown (CommonMark) as the words a reader sees: blocks apart by blank lines, link texts without addresses. */
export function extractMarkdown(decoded: string): Extracted {
  const { said, body } = frontMatter(normaliseText(decoded))
  const root = fromMarkdown(body)
  const parts = [...blocks(root)].map((part) => part.trim()).filter((part) => part !== '')
  const proposed = proposedFrom({
    title: said['title'],
    publisher: said['publisher'],
    author: said['author'],
    date: said['date'],
    language: said['lang'] ?? said['language'],
    url: said['url'] ?? said['source'],
  })
  return { text: parts.length === 0 ? '' : `${parts.join('\n\n')}\n`, proposed: titled(proposed, firstHeading(root.children) ?? parts[0]?.slice(0, 200)) }
}
