const dateEntry = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d{2}'\d{2}'?\)/g
const creatorEntry = /\/Creator \((?:[^()\\]|\\.)*\)/g
const elementName = /\(node(\d{8})\)/g

/** Tagged elements are named after node numbers that one browser counts on from print to print: made to count from 1. */
function settleNames(file: string): string {
  const numbers = new Set([...file.matchAll(elementName)].map(([, number = '']) => number))
  // In the same order and width, since the file lists the names sorted.
  const places = new Map([...numbers].toSorted().map((number, index) => [number, String(index + 1).padStart(8, '0')]))
  return file.replace(elementName, (_name, number: string) => `(node${places.get(number) ?? number})`)
}

/**
 * Sets the dates a PDF carries to one moment and the names of its tagged elements to a count from 1, so that the same
 * report printed twice is the same file, and takes out the description of the browser and system it was printed on.
 * Byte for byte in place: every offset stays right.
 * Works on Chromium's PDFs, whose document information stands outside compressed streams.
 * @throws when the file has no such dates: then it is not one of those
 */
export function settlePdfFacts(pdf: Uint8Array, time: Date): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  const stamp = time.toISOString().slice(0, 19).replaceAll(/\D/g, '')
  let dates = 0
  const dated = file.replace(dateEntry, (entry, name: string) => {
    dates += 1
    return `/${name} (D:${stamp}+00'00')`.padEnd(entry.length)
  })
  const settled = settleNames(dated).replace(creatorEntry, (entry) => '/Creator (Kronika)'.padEnd(entry.length))
  if (dates === 0) throw new Error('the PDF has no dates to set')
  if (settled.length !== file.length) throw new Error('setting the facts changed the length of the PDF')
  return new Uint8Array(Buffer.from(settled, 'latin1'))
}
