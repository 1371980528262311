/** The key of the item before or after in the order given; from nothing, the first or the last. Stays at the ends. */
export function neighbour(items: readonly { key: string }[], key: string | null, step: 1 | -1): string | null {
  const at = items.findIndex((item) => item.key === key)
  if (at < 0) return (step === 1 ? items[0] : items.at(-1))?.key ?? null
  return (items[at + step] ?? items[at])!.key
}
