import { parseHTML } from 'linkedom'

/** The little of the DOM that reading words needs; the layer of main has no DOM types. */
export type HtmlNode = {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly localName?: string
  readonly parentNode: HtmlNode | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
}
export type HtmlElement = HtmlNode & {
  readonly localName: string
  readonly textContent: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}
export type HtmlDocument = { readonly documentElement: HtmlElement | null; querySelector: HtmlElement['querySelector']; querySelectorAll: HtmlElement['querySelectorAll'] }

export const elementType = 1
export const textType = 3

const parsed = (html: string) => (parseHTML(html) as unknown as { document: HtmlDocument }).document

/** A document of its own: nothing in it runs and nothing it names is loaded. */
export function parseHtml(html: string): HtmlDocument {
  const wrapped = () => parsed(`<!doctype html><html><head></head><body>${html}</body></html>`)
  // The parser takes what comes first as the document; a fragment needs one around it.
  if (!/<html[\s>]/i.test(html)) return wrapped()
  const document = parsed(html)
  return document.documentElement?.localName === 'html' ? document : wrapped()
}

/** Every node under a root in document order; a loop, because documents can be nested deeper than the stack. */
export function* walk(root: HtmlNode): Generator<{ node: HtmlNode; depth: number; entering: boolean }, void, boolean | undefined> {
  let node: HtmlNode = root
  let depth = 0
  for (;;) {
    const skip = yield { node, depth, entering: true }
    if (node.firstChild && skip !== true) {
      node = node.firstChild
      depth += 1
      continue
    }
    yield { node, depth, entering: false }
    while (node !== root && !node.nextSibling) {
      node = node.parentNode as HtmlNode
      depth -= 1
      yield { node, depth, entering: false }
    }
    if (node === root || !node.nextSibling) return
    node = node.nextSibling
  }
}
