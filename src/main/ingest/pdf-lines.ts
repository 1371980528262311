/** The part of a pdf.js text item that is looked at: words, their place (PDF units, from the lower left) and height. */
export type PdfItem = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }
export type PdfLine = { text: string; x: number; y: number; right: number; height: number }

/** Pieces on one base line are one line, unless a gap as wide as a column lies between. */
const sameLine = (a: PdfLine, y: number, height: number) => Math.abs(a.y - y) <= Math.max(1, Math.min(a.height, height) * 0.45)

/** Items in the order of the file, which is the reading order of what programs write, joined to lines. */
export function linesOf(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let current: PdfLine | null = null
  for (const { str, transform, width, height, hasEOL } of items) {
    const [x = 0, y = 0] = [transform[4], transform[5]]
    const tall = height || Math.abs(transform[3] ?? 0)
    if (str !== '') {
      const gap: number = current ? x - current.right : 0
      if (current && sameLine(current, y, tall) && gap > -tall && gap < tall * 4) {
        const apart = gap > tall * 0.18 && !/\s$/.test(current.text) && !/^\s/.test(str)
        current.text += (apart ? ' ' : '') + str
        current.right = Math.max(current.right, x + width)
        current.height = Math.max(current.height, tall)
      } else {
        current = { text: str, x, y, right: x + width, height: tall }
        lines.push(current)
      }
    }
    if (hasEOL && str !== '') current = null
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/[ \t]+/g, ' ').trim() })).filter(({ text }) => text !== '')
}
