import type { Bridge, Channel, EventName, EventPayload, Failure, Input, Output, Result } from '#contract/index.ts'

declare global {
  interface Window {
    readonly api: Bridge
  }
}

/** A call that main refused; views phrase it by `code` and `reason`. */
export class AppError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'AppError'
    this.failure = failure
  }
}

/** Calls main. @throws AppError when main refuses. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = (await window.api.call(channel, input)) as Result<Output<C>>
  if (!result.ok) throw new AppError(result.error)
  return result.value
}

/** Subscribes to what main says; returns the undoing. */
export function listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.api.on(name, (payload) => listener(payload as EventPayload<N>))
}
