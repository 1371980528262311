import { app, utilityProcess } from 'electron'
import { startReadersWith, type StartReader } from '../ingest/reader-host.ts'

/**
 * A reader as a utility process: Electron's own executable may not be run as Node (a fuse), so Node's fork is not for it.
 * It can be started once Electron is ready; what is posted before that waits.
 */
const start: StartReader = (file, megabytes) => {
  const listeners = { message: [] as ((message: unknown) => void)[], exit: [] as (() => void)[] }
  let killed = false
  const started = app.whenReady().then(() => {
    const reader = utilityProcess.fork(file, [], { execArgv: [`--max-old-space-size=${megabytes}`], serviceName: 'Kronika reader', stdio: 'ignore', env: {} })
    reader.on('message', (message: unknown) => {
      for (const listener of listeners.message) listener(message)
    })
    reader.once('exit', () => {
      for (const listener of listeners.exit) listener()
    })
    if (killed) reader.kill()
    return reader
  })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes, not a window
    post: (message) => void started.then((reader) => reader.postMessage(message)),
    onMessage: (listener) => void listeners.message.push(listener),
    onExit: (listener) => void listeners.exit.push(listener),
    kill: () => {
      killed = true
      void started.then((reader) => reader.kill())
    },
    // Electron lives until it is quit, and takes its utility processes along.
    hold: () => undefined,
  }
}

/** From now on documents are read in utility processes. */
export const readInUtilityProcesses = (): void => startReadersWith(start)
