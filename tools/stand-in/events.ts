import { EventEmitter } from 'node:events'

/** An event that listeners may prevent, as Electron's. */
export type Preventable = { preventDefault: () => void; readonly defaultPrevented: boolean }

export function preventable<Details extends object>(details?: Details): Preventable & Details {
  let prevented = false
  const event = {
    preventDefault: () => {
      prevented = true
    },
  }
  Object.defineProperty(event, 'defaultPrevented', { get: () => prevented, enumerable: true })
  return Object.assign(event, details) as unknown as Preventable & Details
}

/** Tells listeners, and answers whether one of them prevented what would follow. */
export function prevented(emitter: EventEmitter, name: string, details: object, ...more: unknown[]): boolean {
  const event = preventable(details)
  emitter.emit(name, event, ...more)
  return event.defaultPrevented
}
