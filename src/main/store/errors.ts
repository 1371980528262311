/**
 * What the disk said, in a form that callers can tell apart:
 * missing: expected and not there · unreadable: there, but the system refuses to hand it over ·
 * encrypted: a passphrase is needed · wrong-key: it, or the recovery key, is not the one ·
 * corrupt: read, and not what was written · newer: written by a later Kronika · invalid: a value that may not be stored.
 */
export type StoreErrorCode = 'missing' | 'unreadable' | 'corrupt' | 'newer' | 'invalid' | 'exists' | 'not-found' | 'read-only' | 'not-a-library' | 'closed' | 'encrypted' | 'wrong-key'

export class StoreError extends Error {
  readonly code: StoreErrorCode
  /** A path in the library, or an id. */
  readonly where: string
  readonly detail: string
  constructor(code: StoreErrorCode, where: string, detail: string, cause?: unknown) {
    super(`${where}: ${detail}`, { cause })
    this.name = 'StoreError'
    this.code = code
    this.where = where
    this.detail = detail
  }
}

/** A history that cannot be followed to its end: damaged, or newer from that line on. Nothing is cut or overwritten; `knownUntil` revisions are whole. */
export class HistoryDamaged extends StoreError {
  /** Counted from 1. */
  readonly line: number
  readonly knownUntil: number
  constructor(where: string, line: number, knownUntil: number, detail: string, code: 'corrupt' | 'newer' = 'corrupt') {
    super(code, where, `line ${line}: ${detail}; revisions up to ${knownUntil} are whole`)
    this.name = 'HistoryDamaged'
    this.line = line
    this.knownUntil = knownUntil
  }
}

/** The file on disk is not the one that was written last. */
export class ChangedOutside extends Error {
  constructor(path: string, detail: string) {
    super(`${path}: ${detail}`)
    this.name = 'ChangedOutside'
  }
}

export type NotSavedReason = 'disk-full' | 'no-permission' | 'changed-outside' | 'io-error'

/** An edit that did not become durable. Memory is back at the last durable revision; the edit waits for retry(). */
export class NotSaved extends Error {
  readonly reason: NotSavedReason
  readonly detail: string
  constructor(reason: NotSavedReason, detail: string, cause?: unknown) {
    super(`not saved (${reason}): ${detail}`, { cause })
    this.name = 'NotSaved'
    this.reason = reason
    this.detail = detail
  }
}

const reasons: Record<string, NotSavedReason> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  // The history was there when it was opened: moved, or its disk was unplugged.
  ENOENT: 'changed-outside',
}

/** The system's code of an error, such as ENOSPC; empty when it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : ''
}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export function notSaved(error: unknown): NotSaved {
  if (error instanceof NotSaved) return error
  const reason = error instanceof ChangedOutside ? 'changed-outside' : (reasons[systemCode(error)] ?? 'io-error')
  return new NotSaved(reason, messageOf(error), error)
}

/** Runs something that writes, so that what the system refuses reaches callers as NotSaved. */
export async function saving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw systemCode(error) === '' ? error : notSaved(error)
  }
}
