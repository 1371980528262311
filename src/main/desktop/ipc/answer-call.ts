import type { z } from 'zod'
import type { Failure, Result } from '#contract/index.ts'
import { CommandError } from '#domain/command/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { NotSaved, StoreError } from '../../store/errors.ts'

export type CallEvent = { readonly senderFrame: { readonly url: string; readonly parent: unknown } | null }
type Call = {
  trusted: boolean
  schema: z.ZodType
  handler: (input: unknown) => Promise<unknown>
  raw: unknown
  /** Told only what nobody foresaw. */
  log: (error: unknown) => void
}

/** Answers one call of a window: who asks, what is asked, then the work. Never throws: Electron would pass on the message alone. */
export async function answerCall({ trusted, schema, handler, raw, log }: Call): Promise<Result<unknown>> {
  if (!trusted) return failed({ code: 'untrusted', message: 'this page may not call the program' })
  const input = schema.safeParse(raw)
  if (!input.success) {
    const issue = input.error.issues[0]
    return failed({ code: 'invalid', message: issue?.message ?? 'invalid', where: issue?.path.join('.') ?? '' })
  }
  try {
    return { ok: true, value: await handler(input.data) }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'unexpected') log(error)
    return failed(failure)
  }
}

const failed = (error: Failure): Result<never> => ({ ok: false, error })

/** What a view can phrase, of an error that the program knows. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommandError) return ofCommand(error)
  if (error instanceof Refusal) return { code: 'refused', message: error.message, reason: error.code, where: error.where }
  if (error instanceof NotSaved) return { code: 'not-saved', message: error.message, reason: error.reason }
  if (error instanceof StoreError) return ofStore(error)
  if (error instanceof Cancelled) return { code: 'cancelled', message: error.message }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}

/** The person changed their mind. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}

function ofCommand({ code, message, path, dependents }: CommandError): Failure {
  const known = code === 'in-use' || code === 'not-found' ? code : 'refused'
  const resting = [...new Set(dependents.map(({ from }) => `${from.collection}/${from.id}`))]
  return { code: known, message, reason: code, where: path, ...(code === 'in-use' ? { dependents: resting } : {}) }
}

function ofStore({ code, message, where }: StoreError): Failure {
  const known = code === 'not-found' || code === 'read-only' ? code : 'refused'
  return { code: known, message, reason: code, where }
}
