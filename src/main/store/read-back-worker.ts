import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from './errors.ts'
import type { ReadBack } from './read-back.ts'
import { decodeSnapshot } from './snapshot.ts'

function answer(bytes: Uint8Array): ReadBack {
  try {
    decodeSnapshot(bytes)
    return { problem: null }
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
parentPort?.postMessage(answer(workerData as Uint8Array))
