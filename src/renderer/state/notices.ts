import { create } from 'zustand'
import type { Failure } from '#contract/index.ts'
import { AppError } from '../api.ts'

/** A line that tells what happened, with one thing that can be done about it. Failures stay until dismissed. */
export type Notice = {
  id: number
  /** What is kept stays until it is put away, as a failure does. */
  tone: 'done' | 'kept' | 'failed'
  /** Plain words, or a failure that the notice list phrases in the person's language. */
  text: string | Failure
  action?: { label: string | 'delete-together'; run: () => void }
}

let next = 1
export const useNotices = create<{ notices: Notice[] }>(() => ({ notices: [] }))

const doneFor = 6000

export function notify(notice: Omit<Notice, 'id'>): void {
  const id = next++
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-3), { ...notice, id }] }))
  if (notice.tone === 'done') setTimeout(() => dismiss(id), doneFor)
}

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

/** Shows a refusal or failure of a call. */
export function report(error: unknown): void {
  const failure: Failure = error instanceof AppError ? error.failure : { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
  if (failure.code !== 'cancelled') notify({ tone: 'failed', text: failure })
}

/** A removal refused because others rest on the item; they are listed with the way to remove them together. */
export function offerTogether(error: AppError, run: () => void): void {
  notify({ tone: 'failed', text: error.failure, action: { label: 'delete-together', run } })
}
