import { elementType, textType, walk, type HtmlElement, type HtmlNode } from './html-dom.ts'

/** Elements whose content is no words of the document: programs, drawings, forms, and what is shown elsewhere. */
const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'embed', 'applet', 'svg', 'math', 'canvas', 'audio', 'video', 'select', 'textarea', 'input', 'button', 'datalist', 'dialog', 'noembed', 'noframes', 'xmp', 'plaintext'])
const blocks = new Set(['html', 'body', 'p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'table', 'caption', 'figure', 'figcaption', 'hr', 'address', 'form', 'fieldset', 'legend', 'details', 'summary', 'center'])

const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === elementType

function isSilent(element: HtmlElement): boolean {
  return silent.has(element.localName) || element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true'
}

/** "• " or "2. ", as a browser would show it. */
function listMark(item: HtmlElement): string {
  const parent = item.parentNode
  if (parent?.localName !== 'ol') return '• '
  let number = 1
  for (let child = parent.firstChild; child && child !== item; child = child.nextSibling) if (child.localName === 'li') number += 1
  return `${number}. `
}

/** `level`: 1 to 6 of a heading; 0: a list item; null: neither. */
export type Block = { text: string; level: number | null }

/** Collects words into lines and blocks the way a page shows them. */
class Page {
  readonly done: Block[] = []
  level: number | null = null
  line = ''
  keepSpace = 0

  words(value: string): void {
    // Control characters can be written as character references; they are no words.
    const clean = value.replace(/(?![\t\n\f\r])\p{Cc}/gu, '')
    this.line += this.keepSpace > 0 ? clean.replace(/\r\n?|\f/g, '\n') : clean.replace(/[ \t\r\n\f]+/g, ' ')
  }
  endBlock(): void {
    const text = this.line
      .split('\n')
      .map((line) => (this.keepSpace > 0 ? line.trimEnd() : line.replace(/ {2,}/g, ' ').replace(/^ | $/g, '')))
      .join('\n')
      .replace(/^\n+|\s+$/g, '')
    // A lone list mark waits for its words, which may stand in a block of their own.
    if (/^(?:•|\d+\.)$/.test(text) && /[•.] $/.test(this.line)) return
    if (text.trim() !== '') this.done.push({ text, level: this.level })
    this.line = ''
    this.level = null
  }
}

function enter(page: Page, node: HtmlNode): boolean {
  if (node.nodeType === textType) page.words(node.nodeValue ?? '')
  if (!isElement(node)) return true
  if (isSilent(node)) return true
  const name = node.localName
  if (blocks.has(name)) page.endBlock()
  if (/^h[1-6]$/.test(name)) page.level = Number(name[1])
  if (name === 'li') {
    page.line = listMark(node)
    page.level = 0
  }
  if (name === 'br' || name === 'tr') page.line += '\n'
  if (name === 'td' || name === 'th') page.line += page.line === '' || page.line.endsWith('\n') ? '' : '\t'
  if (name === 'pre') page.keepSpace += 1
  return false
}

function leave(page: Page, node: HtmlNode): void {
  if (!isElement(node) || isSilent(node)) return
  if (blocks.has(node.localName)) page.endBlock()
  if (node.localName === 'li') page.line = ''
  if (node.localName === 'pre') page.keepSpace -= 1
}

/** The words under a node as blocks: headings, paragraphs, list items, tables with a tab between cells. */
export const blocksOfHtml = (root: HtmlNode): string[] => structuredBlocks(root).map(({ text }) => text)

/** The same with what each block was set as. */
export function structuredBlocks(root: HtmlNode): Block[] {
  const page = new Page()
  const steps = walk(root)
  let step = steps.next()
  while (!step.done) {
    const { node, entering } = step.value
    if (entering) step = steps.next(enter(page, node))
    else {
      leave(page, node)
      step = steps.next()
    }
  }
  page.endBlock()
  return page.done.map(({ text, level }) => ({ text: text.toWellFormed(), level }))
}
