import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'

/** What a thread says of bytes that are about to be written: null, they read as they should; else why not. */
export type ReadBack = { problem: string | null }

/**
 * Reads a snapshot back in a thread of its own: parsing some megabytes and checking them field by field would keep the
 * windows waiting for longer than anyone should notice.
 * @returns why it cannot be read, or null; rejects when there can be no such thread
 */
export async function readBackElsewhere(bytes: Uint8Array): Promise<string | null> {
  const worker = new Worker(workerFile('read-back-worker', import.meta.url), { workerData: bytes })
  const { promise, resolve, reject } = Promise.withResolvers<ReadBack>()
  worker.once('message', resolve)
  worker.once('error', reject)
  try {
    return (await promise).problem
  } finally {
    await worker.terminate()
  }
}
