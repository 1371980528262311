import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#domain/exchange/refusal.ts'
import type { Answer, Task } from './in-worker.ts'
import { perform } from './perform.ts'

function answer(task: Task): Answer {
  try {
    return { done: perform(task) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, where: error.where, detail: error.detail } }
    throw error
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
parentPort?.postMessage(answer(workerData as Task))
