import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import { Refusal, type RefusalCode } from '#domain/exchange/refusal.ts'
import type { Bundle } from '../bundle/read-bundle.ts'
import type { ExtractionTask } from './extract.ts'
import type { Extracted } from './extracted.ts'

export type DocumentTask = { name: string; mediaType: 'application/json'; decoded: string }
/** The media type of a portable case. */
export const bundleType = 'application/vnd.kronika.bundle'
export type BundleTask = { name: string; mediaType: typeof bundleType; bytes: Uint8Array }
export type Task = ExtractionTask | DocumentTask | BundleTask
export type Answer = { done: Extracted | IncidentDocument | Bundle } | { refused: { code: RefusalCode; where: string; detail: string } }
export type Limits = { milliseconds: number; megabytes: number }

const limits: Limits = { milliseconds: 20_000, megabytes: 2048 }

/** Beside this file as a source; beside the bundle, or one folder up from a chunk of it, once built. */
function workerFile(): URL {
  const places = ['./ingest-worker.ts', './ingest-worker.js', '../ingest-worker.js'].map((place) => new URL(place, import.meta.url))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('ingest-worker is missing from the program')
  return found
}

/**
 * Reads input in a thread of its own, so that none can stop the program or take its memory.
 * @throws Refusal what was refused there, or too-large when it took more time or memory than it may
 */
export async function inWorker(task: ExtractionTask, limit?: Limits): Promise<Extracted>
export async function inWorker(task: DocumentTask, limit?: Limits): Promise<IncidentDocument>
export async function inWorker(task: BundleTask, limit?: Limits): Promise<Bundle>
export async function inWorker(task: Task, { milliseconds, megabytes }: Limits = limits): Promise<Extracted | IncidentDocument | Bundle> {
  const worker = new Worker(workerFile(), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const timer = setTimeout(() => reject(new Refusal('too-large', task.name, `reading it took more than ${milliseconds / 1000} s`)), milliseconds)
  worker.once('message', resolve)
  worker.once('error', (error: Error & { code?: string }) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('too-large', task.name, `reading it took more than ${megabytes} MB of memory`) : error)
  })
  try {
    const answer = await promise
    if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.where, answer.refused.detail)
    return answer.done
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
