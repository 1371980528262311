import { randomUUID } from 'node:crypto'

/** A report page with its own style sheet: both are made for one report, and neither is ever written to disk. */
export type ReportPage = { html: (cssAddress: string) => string; css: string }
export type ShelfFile = { type: 'html' | 'css' | 'svg'; text: string }

/** Pages that app:// serves from memory, under names nobody can guess. */
export type ReportShelf = {
  /** @returns the address of the page, relative to the program's origin */
  put: (page: ReportPage) => string
  /** A page that holds one picture and nothing else. @returns its address */
  putPicture: (svg: string) => string
  get: (path: string) => ShelfFile | undefined
  drop: (address: string) => void
}

/** @param room how many pages are kept; the oldest goes first */
export function reportShelf(room = 8): ReportShelf {
  const pages = new Map<string, Map<string, ShelfFile>>()
  const keep = (files: (name: string) => [type: ShelfFile['type'], text: string][]): string => {
    const name = `/report-${randomUUID()}`
    pages.set(name, new Map(files(name).map(([type, text]) => [`${name}.${type}`, { type, text }])))
    for (const oldest of [...pages.keys()].slice(0, -room)) pages.delete(oldest)
    return `${name}.html`
  }
  return {
    put: ({ html, css }) => keep((name) => [['html', html(`${name}.css`)], ['css', css]]),
    putPicture: (svg) => keep((name) => [['html', `<!doctype html><meta charset="utf-8"><title>Picture</title><img src="${name}.svg" alt="">`], ['svg', svg]]),
    get: (path) => pages.get(path.replace(/\.(html|css|svg)$/, ''))?.get(path),
    drop: (address) => void pages.delete(address.replace(/\.html$/, '')),
  }
}
