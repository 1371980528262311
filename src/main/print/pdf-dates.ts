/**
 * Sets CreationDate and ModDate of a PDF in place, at the same length, so that no offset of the file moves.
 * Chromium writes both as `(D:YYYYMMDDHHmmSS+00'00')` in plain text.
 * @throws when the file has no such dates
 */
export function setPdfDates(pdf: Uint8Array, at: Date): Uint8Array {
  const file = Buffer.from(pdf)
  const text = file.toString('latin1')
  const digits = at.toISOString().replace(/\D/g, '').slice(0, 14)
  let found = 0
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) \(D:(\d{14})/g)) {
    file.write(digits, match.index + match[0].length - digits.length, 'latin1')
    found += 1
  }
  if (found === 0) throw new Error('the PDF has no dates to set')
  return new Uint8Array(file)
}
