import { raw, token, type Doc } from './doc.ts'

export type Run = { first: number; end: number }
export const sameName = (doc: Doc, a: number, b: number) => doc.list[a]?.sentence === doc.list[b]?.sentence && doc.list[b]?.gap !== 'blank'
export const isCapital = (doc: Doc, at: number) => token(doc, at)?.word.capital === true && doc.list[at]!.word.letters && !doc.at[at]
export const small = new Set(['of', 'for', 'on', 'the', 'and', '&', 'to', 'in', 'de', 'für', 'der', 'des', 'la', 'du', 'against'])

/** A nationality or country directly in front, which belongs to the name unless it is a possessive or stands before an abbreviation. */
export function withNationality(doc: Doc, first: number): number {
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    const hit = doc.nationalities.get(at) ?? doc.places.get(at)
    if (hit && hit.end === first && !doc.at[at] && sameName(doc, at, first) && doc.list[first]!.gap !== 'none') return at
  }
  const before = raw(doc, first - 1)
  return (before === 'EU' || before === 'NATO' || before === 'UN') && !doc.at[first - 1] ? first - 1 : first
}
