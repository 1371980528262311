import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const local = join(import.meta.dirname, '../../../../node_modules/.bin/node')
/** The runtime that understands TypeScript sources, for child processes. */
export const node = existsSync(local) ? local : process.execPath

/**
 * Kills a process some time after its first words, with a signal it cannot answer.
 * @returns the whole lines it had written to its standard output; rejects when it ended by itself
 */
export function killedWhileTalking(child: ChildProcess, afterMilliseconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let out = ''
    let errors = ''
    child.stdout?.on('data', (data: Buffer) => {
      if (out === '') setTimeout(() => child.kill('SIGKILL'), afterMilliseconds)
      out += data.toString()
    })
    child.stderr?.on('data', (data: Buffer) => (errors += data.toString()))
    child.on('close', (_, signal) => {
      const whole = out.slice(0, out.lastIndexOf('\n') + 1).trim().split('\n')
      if (signal === 'SIGKILL') resolve(whole)
      else reject(new Error(`it ended by itself: ${errors}`))
    })
  })
}
