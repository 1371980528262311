type Host = { isUnsaved: () => boolean; ask: () => void }

/** Holds the window back while something could not be saved: that is in memory alone, so it would go with the program. */
export function closing({ isUnsaved, ask }: Host) {
  let answered = false
  return {
    /** A person decided, or nothing is at stake. */
    allow: (): void => {
      answered = true
    },
    /** @param canAsk whether there is a page left that shows the question */
    hold: (event: { preventDefault: () => void }, canAsk: boolean): void => {
      if (answered || !canAsk || !isUnsaved()) return
      event.preventDefault()
      ask()
    },
  }
}
export type Closing = ReturnType<typeof closing>
