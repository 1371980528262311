import type { FieldChange, Json } from './changes.ts'

const most = 400
/** So much of what both texts share stands before the first difference. */
const lead = 60

function cut(text: string, start: number): string {
  const from = start > lead ? start - lead : 0
  const part = text.slice(from, from + most)
  return `${from > 0 ? '…' : ''}${part.isWellFormed() ? part : part.toWellFormed()}${from + most < text.length ? '…' : ''}`
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

/** Two values of a field; texts longer than 400 UTF-16 units are cut round the place where they begin to differ. */
export function excerpts(from: Json | undefined, to: Json | undefined): Pick<FieldChange, 'from' | 'to'> {
  const [a, b] = [typeof from === 'string' ? from : '', typeof to === 'string' ? to : '']
  const at = a !== '' && b !== '' ? firstDifference(a, b) : 0
  const short = (value: Json | undefined) => (typeof value === 'string' && value.length > most ? cut(value, at) : value)
  return { from: short(from), to: short(to) }
}
