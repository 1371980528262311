import { Readability } from '@mozilla/readability'
import { proposedFrom, titled, type Extracted } from './extracted.ts'
import { parseHtml, walk, type HtmlDocument, type HtmlNode } from './html-dom.ts'
import { joinedBlocks } from './blocks.ts'
import { blocksOfHtml, structuredBlocks, type Block } from './html-text.ts'

/** Readability recurses and scores every element; past these it is not asked. */
const depthLimit = 400
const nodeLimit = 200_000
/** What is found as the article must be this much of the page's words, or the page is taken whole. */
const leastArticle = 140

type Article = { content: HtmlNode | null; title: string | null; byline: string | null; siteName: string | null; publishedTime: string | null }

function isModest(root: HtmlNode): boolean {
  let nodes = 0
  for (const { depth, entering } of walk(root)) {
    if (entering) nodes += 1
    if (depth > depthLimit || nodes > nodeLimit) return false
  }
  return true
}

function articleOf(html: string): Article | null {
  // Readability takes its document apart, so it gets one of its own.
  const document = parseHtml(html)
  if (!document.documentElement || !isModest(document.documentElement)) return null
  const options = { serializer: (node: unknown) => node as HtmlNode, maxElemsToParse: nodeLimit }
  const found = new Readability<HtmlNode>(document as never, options).parse()
  return found && { content: found.content ?? null, title: found.title ?? null, byline: found.byline ?? null, siteName: found.siteName ?? null, publishedTime: found.publishedTime ?? null }
}

const lengthOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + text.length, 0)

/** The article where one is found, under the page's own heading; else every word of the page. */
function blocksOf(document: HtmlDocument, article: Article | null): Block[] {
  const whole = document.documentElement ? structuredBlocks(document.documentElement) : []
  // The article comes with its headings moved by a level; the page says which they had.
  const levels = new Map(whole.filter(({ level }) => level !== null && level > 0).map(({ text, level }) => [text, level]))
  const found = (article?.content ? structuredBlocks(article.content) : []).map(({ text, level }) => ({ text, level: level ? (levels.get(text) ?? level) : level }))
  if (lengthOf(found) < Math.min(leastArticle, lengthOf(whole))) return whole
  const headings = [...document.querySelectorAll('h1')].map((heading) => blocksOfHtml(heading).join(' '))
  const heading = headings.find((words) => words !== '')
  return headings.length > 1 || heading === undefined || found.some(({ text }) => text === heading) ? found : [{ text: heading, level: 1 }, ...found]
}

function meta(document: HtmlDocument, ...names: string[]): string | null {
  const wanted = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop'))?.toLowerCase()
    const content = element.getAttribute('content')?.trim()
    if (name && content && !wanted.has(name)) wanted.set(name, content)
  }
  return names.map((name) => wanted.get(name)).find((content) => content !== undefined) ?? null
}

/**
 * An HTML page as text. Scripts, styles and templates never contribute a word; markup becomes blank lines.
 */
export function extractHtml(decoded: string): Extracted {
  const html = decoded.replace(/^\ufeff/, '')
  const document = parseHtml(html)
  const article = articleOf(html)
  const blocks = blocksOf(document, article)
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null
  const proposed = proposedFrom({
    title: meta(document, 'og:title', 'dc.title', 'citation_title') ?? (article?.title || null) ?? document.querySelector('title')?.textContent,
    publisher: meta(document, 'og:site_name', 'dc.publisher', 'citation_publisher', 'application-name') ?? article?.siteName,
    author: meta(document, 'author', 'dc.creator', 'citation_author') ?? article?.byline,
    date: meta(document, 'article:published_time', 'og:published_time', 'datepublished', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'citation_publication_date', 'pubdate', 'date') ?? article?.publishedTime,
    language: document.documentElement?.getAttribute('lang') ?? meta(document, 'og:locale', 'dc.language'),
    url: meta(document, 'og:url') ?? canonical,
  })
  const { text, structure } = blocks.length === 0 ? { text: '', structure: [] } : joinedBlocks(blocks)
  return { text, structure, proposed: titled(proposed, blocks[0]?.text.slice(0, 200)) }
}
