/** Electron carries only an error's message across, so every call answers with one of these instead of throwing. */
export type FailureCode = 'untrusted' | 'invalid' | 'refused' | 'in-use' | 'not-found' | 'read-only' | 'not-saved' | 'cancelled' | 'unexpected'
export type Failure = {
  code: FailureCode
  message: string
  /** A RefusalCode or CommandErrorCode, where there is one. */
  reason?: string
  where?: string
  /** For in-use: what rests on the item, as "collection/id". */
  dependents?: string[]
}
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }
