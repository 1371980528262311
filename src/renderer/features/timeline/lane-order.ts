/** Rows in the order a person gave them; those without a place in it keep their usual one, after the rows that come before them there. */
export function arranged(rows: readonly string[], order: readonly string[]): string[] {
  const known = order.filter((id) => rows.includes(id))
  const out = [...known]
  for (const [at, id] of rows.entries()) {
    if (known.includes(id)) continue
    const before = rows.slice(0, at).findLast((one) => out.includes(one))
    out.splice(before === undefined ? 0 : out.indexOf(before) + 1, 0, id)
  }
  return out
}

/** The order with one row moved to another's place; unchanged where either is not there. */
export function moved(order: readonly string[], id: string, to: number): string[] {
  const from = order.indexOf(id)
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const rest = order.toSpliced(from, 1)
  return rest.toSpliced(to, 0, id)
}
