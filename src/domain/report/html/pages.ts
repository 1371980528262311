/** Pages of named destinations, counted from 1. */
export type PageNumbers = ReadonlyMap<string, number>

const cell = /<a class="page" href="#([a-z0-9-]+)">[^<]*<\/a>/g
const list = /<span class="pages">(.*?)<\/span>/g

/**
 * Puts page numbers into the HTML of a report. Contents get the page of their section; a note gets one number
 * for each page that calls it. A destination without a page keeps its place empty, as in a preview.
 */
export function fillPages(html: string, pages: PageNumbers): string {
  const lists = html.replace(list, (whole, inner: string) => {
    const [arrow = ''] = inner.split('<a ', 1)
    const ids = [...inner.matchAll(cell)].map((match) => match[1] ?? '')
    const seen = new Set<number>()
    const links = ids.flatMap((id) => {
      const page = pages.get(id)
      if (page === undefined || seen.has(page)) return []
      seen.add(page)
      return [`<a class="page" href="#${id}">${page}</a>`]
    })
    if (links.length > 0) return `<span class="pages">${arrow}${links.join(', ')}</span>`
    return pages.size > 0 ? whole : `<span class="pages">${ids.map((id) => `<a class="back" href="#${id}">↑</a>`).join('\u00a0')}</span>`
  })
  const contentsOnly = /(<\/a>)<a class="page" href="#([a-z0-9-]+)">[^<]*<\/a>(<\/li>)/g
  return lists.replace(contentsOnly, (_, before: string, id: string, after: string) => `${before}<a class="page" href="#${id}">${pages.get(id) ?? ''}</a>${after}`)
}

/**
 * Prints until the page numbers stand still. A destination that no link leads to any more keeps its earlier
 * page; without that rule dropping repeated links would swing for ever.
 * @param html the body with placeholders
 * @param print one print of a body to PDF bytes
 * @param read the destinations of a PDF
 * @throws after four prints without rest
 */
export async function printWithPages(html: string, print: (html: string) => Promise<Uint8Array>, read: (pdf: Uint8Array) => PageNumbers): Promise<{ pdf: Uint8Array; pages: PageNumbers; prints: number }> {
  let pdf = await print(html)
  let pages = read(pdf)
  for (let prints = 2; prints <= 4; prints += 1) {
    pdf = await print(fillPages(html, pages))
    const next: PageNumbers = new Map([...pages, ...read(pdf)])
    if ([...next].every(([id, page]) => pages.get(id) === page)) return { pdf, pages, prints }
    pages = next
  }
  throw new Error('the page numbers of the report do not come to rest')
}
