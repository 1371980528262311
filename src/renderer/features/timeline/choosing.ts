/** Rows chosen together, and the row a stretch of them is counted from. Empty: the selected row alone. */
export type Chosen = { keys: readonly string[]; anchor: string | null }
export const nothingChosen: Chosen = { keys: [], anchor: null }

/** From the anchor to a row, as Shift does; without an anchor from the row that is selected. `order` is that on screen. */
export function extended(order: readonly string[], { anchor }: Chosen, selected: string | null, to: string): Chosen {
  const from = [anchor, selected].find((key) => key !== null && order.includes(key)) ?? to
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  return { keys: order.slice(Math.min(a, b), Math.max(a, b) + 1), anchor: from }
}

/** One row in or out, as Ctrl does. The selected row is the first of those chosen. */
export function toggled({ keys }: Chosen, selected: string | null, key: string): Chosen {
  const before = keys.length > 0 || selected === null || selected === key ? keys : [selected]
  return { keys: before.includes(key) ? before.filter((one) => one !== key) : [...before, key], anchor: key }
}

/** The selected row stays chosen while the focus moves away from it. */
export const kept = (chosen: Chosen, selected: string | null): Chosen => (chosen.keys.length > 0 || selected === null ? chosen : { keys: [selected], anchor: selected })
