import { Refusal } from '#domain/exchange/refusal.ts'
import type { Answer, Task } from './in-process.ts'
import { perform } from './perform.ts'

/** Electron's utility processes have a port to their parent; Node's child processes a channel. */
type Port = { postMessage: (message: unknown) => void; on: (name: 'message', listener: (event: { data: unknown }) => void) => void }
const port = (process as unknown as { parentPort?: Port }).parentPort

async function answer(task: Task): Promise<Answer> {
  try {
    return { done: await perform(task) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, where: error.where, detail: error.detail } }
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes, not a window
const say = (message: Answer) => (port ? port.postMessage(message) : process.send?.(message))
const hear = (task: unknown) => void answer(task as Task).then(say)
if (port) port.on('message', ({ data }) => hear(data))
else process.on('message', hear)
