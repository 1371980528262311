import { fork } from 'node:child_process'

/** A process that reads documents, as the program talks to it: one message in, one out. */
export type ReaderProcess = {
  post: (message: unknown) => void
  /** Told of every answer. */
  onMessage: (listener: (message: unknown) => void) => void
  /** Told once when the process has ended, for whatever reason. */
  onExit: (listener: () => void) => void
  kill: () => void
  /** Whether the program should go on living for its sake. */
  hold: (held: boolean) => void
}
export type StartReader = (file: string, megabytes: number) => ReaderProcess

/** Node's own child process; Electron, which forbids itself to be run as Node, has another (desktop/reader-process.ts). */
const startChild: StartReader = (file, megabytes) => {
  const child = fork(file, [], { execArgv: [`--max-old-space-size=${megabytes}`, '--disable-warning=ExperimentalWarning'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} })
  child.on('error', () => child.kill('SIGKILL'))
  return {
    post: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
    hold: (held) => {
      if (held) {
        child.ref()
        child.channel?.ref()
      } else {
        child.unref()
        child.channel?.unref()
      }
    },
  }
}

let start: StartReader = startChild
/** Where another runtime starts processes in its own way. */
export function startReadersWith(other: StartReader): void {
  start = other
}
export const startReader: StartReader = (file, megabytes) => start(file, megabytes)
