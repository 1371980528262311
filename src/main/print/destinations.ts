/**
 * Named destinations of a PDF that Chromium printed, as pages counted from 1.
 *
 * Chromium's writer (Skia, PDF 1.4) keeps every object but streams in plain text, has a classic
 * cross-reference table, and lists destinations in one dictionary of the catalogue. So the few objects on the
 * way are read by their offsets; a general PDF library would cost a second for each print.
 * @throws when the file is built in another way: a wrong page number must never be printed
 */
export function readDestinations(pdf: Uint8Array): Map<string, number> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const objectAt = crossReferences(file)
  const catalogue = objectAt(reference(trailer(file), 'Root'))
  const pages = pagesIn(objectAt, reference(catalogue, 'Pages'))
  const destinations = optionalReference(catalogue, 'Dests')
  const numbers = new Map<string, number>()
  if (destinations === null) return numbers
  for (const [, name = '', object = ''] of objectAt(destinations).matchAll(/\/([A-Za-z0-9_-]+)\s*\[(\d+) 0 R/g)) {
    const page = pages.get(Number(object))
    if (page === undefined) throw new Error(`the destination ${name} leads to no page`)
    numbers.set(name, page)
  }
  return numbers
}

type ObjectAt = (number: number) => string

function trailer(file: string): string {
  const start = file.lastIndexOf('trailer')
  if (start < 0) throw new Error('the PDF has no trailer')
  return file.slice(start)
}

/** Offsets of all objects: "0000000015 00000 n " for each, numbered from the head of its part. */
function crossReferences(file: string): ObjectAt {
  const start = Number(/startxref\s+(\d+)/.exec(trailer(file))?.[1])
  const table = /^xref\s+0 (\d+)\s+/.exec(file.slice(start, start + 40))
  if (table === null) throw new Error('the PDF has no cross-reference table')
  const first = start + table[0].length
  return (number) => {
    const offset = Number(file.slice(first + number * 20, first + number * 20 + 10))
    const body = file.slice(offset, file.indexOf('endobj', offset))
    if (!body.startsWith(`${number} 0 obj`)) throw new Error(`object ${number} is not where the PDF says`)
    return body
  }
}

function optionalReference(object: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object)
  return found === null ? null : Number(found[1])
}

function reference(object: string, key: string): number {
  const found = optionalReference(object, key)
  if (found === null) throw new Error(`the PDF names no ${key}`)
  return found
}

/** Object number of each page to its place in the document. */
function pagesIn(objectAt: ObjectAt, root: number): Map<number, number> {
  const pages = new Map<number, number>()
  const visit = (node: number) => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objectAt(node))
    if (kids === null) pages.set(node, pages.size + 1)
    else for (const [, kid] of (kids[1] ?? '').matchAll(/(\d+) 0 R/g)) visit(Number(kid))
  }
  visit(root)
  return pages
}
