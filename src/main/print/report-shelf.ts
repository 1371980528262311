import { randomUUID } from 'node:crypto'

/** A report page with its own style sheet: both are made for one report, and neither is ever written to disk. */
export type ReportPage = { html: (cssAddress: string) => string; css: string }
export type ShelfFile = { type: 'html' | 'css'; text: string }

/** Pages that app:// serves from memory, under names nobody can guess. */
export type ReportShelf = {
  /** @returns the address of the page, relative to the program's origin */
  put: (page: ReportPage) => string
  get: (path: string) => ShelfFile | undefined
  drop: (address: string) => void
}

/** @param room how many pages are kept; the oldest goes first */
export function reportShelf(room = 8): ReportShelf {
  const pages = new Map<string, Map<string, ShelfFile>>()
  return {
    put({ html, css }) {
      const name = `/report-${randomUUID()}`
      pages.set(name, new Map([[`${name}.html`, { type: 'html', text: html(`${name}.css`) }], [`${name}.css`, { type: 'css', text: css }]]))
      for (const oldest of [...pages.keys()].slice(0, -room)) pages.delete(oldest)
      return `${name}.html`
    },
    get: (path) => pages.get(path.replace(/\.(html|css)$/, ''))?.get(path),
    drop: (address) => void pages.delete(address.replace(/\.html$/, '')),
  }
}
