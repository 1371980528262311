import { fileURLToPath } from 'node:url'
import type { IncidentDocument } from '#domain/exchange/document.ts'
import { Refusal, type RefusalCode } from '#domain/exchange/refusal.ts'
import type { Bundle } from '../bundle/read-bundle.ts'
import type { BinaryTask, ExtractionTask } from './extract.ts'
import type { Extracted } from './extracted.ts'
import { workerFile } from '../worker-file.ts'
import { startReader, type ReaderProcess } from './reader-host.ts'

export type DocumentTask = { name: string; mediaType: 'application/json'; decoded: string }
/** The media type of a portable case. */
export const bundleType = 'application/vnd.kronika.bundle'
export type BundleTask = { name: string; mediaType: typeof bundleType; bytes: Uint8Array }
export type Task = ExtractionTask | BinaryTask | DocumentTask | BundleTask
export type Answer = { done: Extracted | IncidentDocument | Bundle } | { refused: { code: RefusalCode; where: string; detail: string } } | { failed: string }
export type Limits = { milliseconds: number }

/** Of the memory that scripts have; a reader that wants more is ended by the system's own hand. */
const megabytes = 2048
const limits: Limits = { milliseconds: 20_000 }
/** A reader waits so long for the next document before it ends. */
const idleMilliseconds = 5000

type Job = { task: Task; limits: Limits; signal: AbortSignal | null; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/** One process at a time, used for one document after another and ended when it is over a limit, cancelled, or idle. */
export class Reader {
  readonly #megabytes: number
  #process: ReaderProcess | null = null
  #job: Job | null = null
  readonly #waiting: Job[] = []
  #idle: NodeJS.Timeout | null = null

  /** @param memory MB of memory its scripts may have */
  constructor(memory: number) {
    this.#megabytes = memory
  }

  run(task: Task, wanted: Limits, signal: AbortSignal | null): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.#waiting.push({ task, limits: wanted, signal, resolve, reject })
    this.#next()
    return promise
  }

  #next() {
    if (this.#job) return
    const job = this.#waiting.shift()
    if (!job) return this.#rest()
    if (this.#idle) clearTimeout(this.#idle)
    this.#job = job
    const ended = new Refusal('too-large', job.task.name, `reading it took more than ${job.limits.milliseconds / 1000} s`)
    const timer = setTimeout(() => finish(() => job.reject(ended), true), job.limits.milliseconds)
    const cancel = () => finish(() => job.reject(job.signal?.reason), true)
    const finish = (settle: () => void, kill: boolean) => {
      if (this.#job !== job) return
      clearTimeout(timer)
      job.signal?.removeEventListener('abort', cancel)
      this.#job = null
      if (kill) this.#end()
      settle()
      this.#next()
    }
    job.signal?.addEventListener('abort', cancel)
    if (job.signal?.aborted) return cancel()
    this.#finish = finish
    this.#started().post(job.task)
  }

  #finish: (settle: () => void, kill: boolean) => void = () => undefined

  #started(): ReaderProcess {
    if (this.#process) {
      this.#process.hold(true)
      return this.#process
    }
    const process = startReader(fileURLToPath(workerFile('ingest-process', import.meta.url)), this.#megabytes)
    this.#process = process
    process.onMessage((message) => this.#process === process && this.#answered(message as Answer))
    process.onExit(() => {
      if (this.#process !== process) return
      this.#process = null
      const job = this.#job
      if (job) this.#finish(() => job.reject(new Refusal('too-large', job.task.name, `reading it took more than ${this.#megabytes} MB of memory, or broke the reader`)), false)
    })
    return process
  }

  #answered(answer: Answer) {
    const job = this.#job
    if (job) this.#finish(() => job.resolve(answer), false)
  }

  #rest() {
    this.#process?.hold(false)
    this.#idle = setTimeout(() => this.#end(), idleMilliseconds).unref()
  }

  #end() {
    const process = this.#process
    this.#process = null
    process?.kill()
  }
}
const reader = new Reader(megabytes)

/**
 * Reads input in a process of its own, so that none can stop the program or take its memory.
 * @throws Refusal what was refused there, or too-large when it took more time or memory than it may · the signal's reason
 */
export async function inProcess(task: ExtractionTask | BinaryTask, limit?: Limits, signal?: AbortSignal): Promise<Extracted>
export async function inProcess(task: DocumentTask, limit?: Limits, signal?: AbortSignal): Promise<IncidentDocument>
export async function inProcess(task: BundleTask, limit?: Limits, signal?: AbortSignal): Promise<Bundle>
export async function inProcess(task: Task, limit: Limits = limits, signal?: AbortSignal): Promise<Extracted | IncidentDocument | Bundle> {
  const answer = await reader.run(task, limit, signal ?? null)
  if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.where, answer.refused.detail)
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.done
}
