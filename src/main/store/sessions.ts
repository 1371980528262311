import type { SaveState } from '#contract/ipc.ts'
import type { IncidentSession } from './incident-session.ts'

type Slot = { session: Promise<IncidentSession>; ready: IncidentSession | null; users: number }

/** Incidents kept open at once, beyond those with work on its way. */
const openLimit = 16

const severity = { saved: 0, saving: 1, failed: 2 } as const

/** The open incidents: each loaded once, the one not used for longest let go first. */
export class Sessions {
  readonly #load: (id: string) => Promise<IncidentSession>
  readonly #slots = new Map<string, Slot>()
  /** Incidents that are being let go; who wants one again waits. */
  readonly #closing = new Map<string, Promise<void>>()

  constructor(load: (id: string) => Promise<IncidentSession>) {
    this.#load = load
  }

  async use<T>(id: string, work: (session: IncidentSession) => Promise<T>): Promise<T> {
    const slot = this.#slots.get(id) ?? this.#opened(id)
    // Last in the map: used last.
    this.#slots.delete(id)
    this.#slots.set(id, slot)
    slot.users += 1
    try {
      return await work(await slot.session)
    } finally {
      slot.users -= 1
      this.#letGo()
    }
  }

  /** Does something to an incident's files while it is open nowhere. */
  async without(id: string, work: () => Promise<void>): Promise<void> {
    await this.#closing.get(id)
    return this.#close(id, work)
  }

  saveState(): SaveState {
    let worst: SaveState = { state: 'saved', at: null, reason: null, detail: '' }
    for (const { ready } of this.#slots.values()) {
      if (!ready) continue
      const { saveState } = ready
      const later = severity[saveState.state] === severity[worst.state] && (saveState.at ?? 0) > (worst.at ?? 0)
      if (severity[saveState.state] > severity[worst.state] || later) worst = saveState
    }
    return worst
  }

  /** The incidents with changes that could not be saved. */
  failed(): IncidentSession[] {
    return [...this.#slots.values()].flatMap(({ ready }) => (ready?.saveState.state === 'failed' ? [ready] : []))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#slots.keys()].map((id) => this.#close(id)))
    await Promise.all(this.#closing.values())
  }

  #opened(id: string): Slot {
    const session = (this.#closing.get(id) ?? Promise.resolve()).then(() => this.#load(id))
    const slot: Slot = { session, ready: null, users: 0 }
    session.then(
      (ready) => (slot.ready = ready),
      () => this.#slots.get(id) === slot && this.#slots.delete(id),
    )
    return slot
  }

  #letGo() {
    if (this.#slots.size <= openLimit) return
    for (const [id, { ready, users }] of this.#slots) {
      if (users === 0 && ready?.atRest) void this.#close(id)
      if (this.#slots.size <= openLimit) return
    }
  }

  #close(id: string, after: () => Promise<void> = async () => undefined): Promise<void> {
    const slot = this.#slots.get(id)
    this.#slots.delete(id)
    const done = (async () => {
      const session = await slot?.session.catch(() => undefined)
      await session?.close()
      await after()
    })()
    const settled = done
      .catch(() => undefined)
      .then(() => {
        if (this.#closing.get(id) === settled) this.#closing.delete(id)
      })
    this.#closing.set(id, settled)
    return done
  }
}
