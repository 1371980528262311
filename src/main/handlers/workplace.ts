import { channels, type Channel, type Handlers, type LibraryTrouble, type Settings } from '#contract/index.ts'
import { libraryState, setLibraryFileAside, StoreError, type Library, type VaultKey } from '../store/index.ts'
import { vaultHandlers, type VaultHost, type VaultNames } from './vault.ts'

export type OpenWay = Parameters<Handlers['library:open']>[0]['way']
/** What the workplace answers by itself, whether a library is open or not. */
export type OwnNames = 'library:state' | 'library:open' | 'library:choose' | VaultNames
export type WorkplaceHost = {
  /** Whether a library was opened there before: then none is made in the place of one that is missing. */
  isKnown: (folder: string) => boolean
  remember: (folder: string) => Promise<void>
  open: (folder: string, options: { readOnly: boolean; expected: boolean; key: VaultKey | null }) => Promise<Library>
  /** Everything a window may ask while a library is open. */
  handlers: (library: Library) => Promise<Omit<Handlers, OwnNames>>
  /** A folder, or null when the person changed their mind. */
  chooseFolder: () => Promise<string | null>
  /** Told of a folder that was chosen and could be opened: the next start begins there. */
  chosen: (folder: string) => Promise<void>
  settings: () => Settings
  /** What works without a library. */
  always: Pick<Handlers, 'app:quit' | 'settings:update'>
  now: () => Date
  progress: VaultHost['progress']
}

type Inside = Awaited<ReturnType<WorkplaceHost['handlers']>>

/**
 * The library that the windows work on, or none while a person has to choose first. Windows ask through `handlers`,
 * which stay the same; what answers behind them changes when another library is opened.
 */
export class Workplace {
  readonly #host: WorkplaceHost
  #folder: string
  #library: Library | null = null
  #inside: Inside | null = null
  /** Opens the library while it is encrypted and unlocked. */
  #key: VaultKey | null = null
  #failure: unknown = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(host: WorkplaceHost, folder: string) {
    this.#host = host
    this.#folder = folder
  }

  get library(): Library | null {
    return this.#library
  }

  /** Something could not be saved: it is in memory alone, and goes when the library is closed. */
  get hasUnsaved(): boolean {
    return this.#library?.saveState.state === 'failed'
  }

  /** Opens what is there. What cannot be opened stays closed until a person chooses; nothing is written. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#open({ readOnly: false, expected: this.#host.isKnown(this.#folder) }))
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => undefined)
    await this.#let()
  }

  readonly handlers: Handlers = (() => {
    const own: Pick<Handlers, OwnNames> = {
      ...vaultHandlers(this.#vaultHost()),
      'library:state': () => this.#state(),
      'library:open': async ({ way }) => {
        await this.#inTurn(() => this.#choose(way))
        return {}
      },
      'library:choose': async () => {
        this.#requireSaved()
        const folder = await this.#host.chooseFolder()
        if (folder === null) return { opened: false }
        await this.#inTurn(() => this.#move(folder))
        return { opened: true }
      },
    }
    const answer = (channel: Channel) => (input: never) => {
      const handler = channel in own ? own[channel as keyof typeof own] : (this.#inside?.[channel as keyof Inside] ?? this.#withoutLibrary(channel))
      return (handler as (input: never) => Promise<unknown>)(input)
    }
    return Object.fromEntries(channels.map((channel) => [channel, answer(channel)])) as unknown as Handlers
  })()

  #withoutLibrary(channel: Channel) {
    const { always } = this.#host
    if (channel in always) return always[channel as keyof typeof always]
    return () => Promise.reject(this.#isLocked ? new StoreError('encrypted', this.#folder, 'the library is locked') : new StoreError('closed', this.#folder, 'no library is open'))
  }

  /** Waits for its passphrase, or cannot be opened because its key cannot be read. */
  get #isLocked(): boolean {
    const failure = this.#failure
    return this.#library === null && failure instanceof StoreError && (failure.code === 'encrypted' || /(?:vault(?:\.copy)?|conversion)\.json$/.test(failure.where))
  }

  #vaultHost(): VaultHost {
    return {
      settings: () => this.#host.settings(),
      now: () => this.#host.now(),
      progress: (progress) => this.#host.progress(progress),
      folder: () => this.#folder,
      library: () => this.#library,
      close: () =>
        this.#inTurn(async () => {
          await this.#let()
          this.#key = null
          this.#failure = new StoreError('encrypted', this.#folder, 'the library is locked')
        }),
      open: (key) =>
        this.#inTurn(async () => {
          await this.#let()
          this.#key = key
          await this.#open({ readOnly: false, expected: true })
          if (this.#failure !== null) throw this.#failure
        }),
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #state(): Promise<LibraryTrouble> {
    const { language, theme } = this.#host.settings()
    const found = await libraryState(this.#folder, { expected: this.#host.isKnown(this.#folder) })
    const shown = { path: found.path, language, theme, detail: 'detail' in found ? found.detail : '', by: null, ways: [] }
    if (found.state === 'locked') return { ...shown, state: 'locked', by: found.by && { host: found.by.host, pid: found.by.pid, time: found.by.time }, ways: ['read-only'] }
    if (found.state === 'ok' && this.#failure !== null) return { ...shown, state: 'unreadable', detail: this.#failure instanceof Error ? this.#failure.message : String(this.#failure), ways: ['read-only'] }
    if (found.state === 'encrypted') return { ...shown, state: 'ok' }
    if (found.state === 'ok' || found.state === 'none') return { ...shown, state: found.state, ways: found.state === 'none' ? ['create'] : [] }
    const ways = found.ways.map((way) => (way === 'open-read-only' ? ('read-only' as const) : way))
    return { ...shown, state: found.state, ways: found.state === 'missing' ? [...ways, 'create'] : ways }
  }

  /** @throws when it cannot be opened that way either; then no library is open */
  async #choose(way: OpenWay): Promise<void> {
    if (way === 'set-aside') await setLibraryFileAside(this.#folder, this.#host.now())
    await this.#let()
    await this.#open({ readOnly: way === 'read-only', expected: way !== 'create' && this.#host.isKnown(this.#folder) })
    if (this.#failure !== null) throw this.#failure
  }

  #requireSaved() {
    if (this.hasUnsaved) throw new StoreError('invalid', 'library', 'something is not saved yet; retry or save a copy first')
  }

  /** Another folder, where one was chosen that can be opened; else everything stays as it was. */
  async #move(folder: string): Promise<void> {
    this.#requireSaved()
    const state = await libraryState(folder, { expected: false })
    if (state.state !== 'ok' && state.state !== 'locked' && state.state !== 'encrypted' && state.state !== 'none') throw new StoreError(state.state === 'missing' ? 'missing' : state.state, folder, state.detail)
    await this.#let()
    this.#folder = folder
    this.#key = null
    await this.#open({ readOnly: false, expected: false })
    // An encrypted one is there, and asks for its passphrase.
    if (this.#failure !== null && !this.#isLocked) throw this.#failure
    await this.#host.chosen(folder).catch(() => undefined)
  }

  async #open(options: { readOnly: boolean; expected: boolean }): Promise<void> {
    this.#failure = null
    try {
      this.#library = await this.#host.open(this.#folder, { ...options, key: this.#key })
      this.#inside = await this.#host.handlers(this.#library)
    } catch (error) {
      this.#failure = error
      await this.#let()
      return
    }
    // That it was opened here is a convenience; it must not stand in the way.
    await this.#host.remember(this.#folder).catch(() => undefined)
  }

  async #let(): Promise<void> {
    const library = this.#library
    this.#library = null
    this.#inside = null
    await library?.close()
  }
}
