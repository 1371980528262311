import { fork } from 'node:child_process'
import type { ForkOptions, UtilityProcess } from 'electron'

type Started = Pick<UtilityProcess, 'postMessage' | 'kill'> & { on: (name: 'message' | 'exit', listener: (value: unknown) => void) => unknown; once: (name: 'exit', listener: (code: number) => void) => unknown }

/** A utility process as a child process of Node: messages are what Electron's would be, without the event around them. */
export const utilityProcess = {
  fork(file: string, args: string[] = [], { execArgv = [], env }: ForkOptions = {}): Started {
    const child = fork(file, args, { execArgv: [...execArgv, '--disable-warning=ExperimentalWarning'], env: { ...(env ?? process.env) } as NodeJS.ProcessEnv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.on('error', () => child.kill('SIGKILL'))
    return {
      on: (name, listener) => child.on(name, listener),
      once: (name, listener) => child.once(name, (code) => listener(code ?? 1)),
      postMessage: (message) => void child.send(message as object),
      kill: () => child.kill('SIGKILL'),
    }
  },
}
