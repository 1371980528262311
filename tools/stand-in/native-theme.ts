import type { NativeTheme } from 'electron'
import { EventEmitter } from 'node:events'

type Source = NativeTheme['themeSource']

class StandInTheme extends EventEmitter {
  #source: Source = 'system'
  #systemIsDark = false

  get themeSource(): Source {
    return this.#source
  }
  set themeSource(source: Source) {
    this.#source = source
    this.emit('source', source)
    this.emit('updated', {})
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark'
  }
  /** Pages ask Chromium, and Chromium asks the desktop; a page passes on what it heard. */
  heardFromPage(dark: boolean) {
    if (this.#source !== 'system' || dark === this.#systemIsDark) return
    this.#systemIsDark = dark
    this.emit('updated', {})
  }
}

type Used = Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
export const nativeTheme = new StandInTheme() satisfies Used
