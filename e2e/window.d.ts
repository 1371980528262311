import type { Bridge } from '#contract/index.ts'

// What the preload puts into the page, for code that tests evaluate there.
declare global {
  interface Window {
    readonly api: Bridge
  }
}
