import type { Citation } from './source.ts'

/** The CSL date of an EDTF date: parts where it is one plain date, the EDTF text itself where it is less certain. */
export function issuedFrom(edtf: string): NonNullable<Citation['issued']> {
  const plain = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(edtf)
  const [, year, month, day, mark] = plain ?? []
  const isDate = year !== undefined && (month === undefined || Number(month) <= 12)
  if (!isDate) return { literal: edtf }
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number)
  return { 'date-parts': [parts], ...(mark ? { circa: true } : {}) }
}
