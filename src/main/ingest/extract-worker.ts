import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#domain/exchange/refusal.ts'
import { extract, type ExtractionTask } from './extract.ts'
import type { ExtractionAnswer } from './extract-limited.ts'

function answer(task: ExtractionTask): ExtractionAnswer {
  try {
    return { extracted: extract(task) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, where: error.where, detail: error.detail } }
    throw error
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
parentPort?.postMessage(answer(workerData as ExtractionTask))
