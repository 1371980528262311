import type { Channel, EventName } from './channels.ts'

/** What the preload puts on window.api: nothing more. Payloads are parsed in main and typed in renderer/api.ts. */
export type Bridge = {
  call: (channel: Channel, input: unknown) => Promise<unknown>
  /** Subscribes; returns the undoing. */
  on: (name: EventName, listener: (payload: unknown) => void) => () => void
}
