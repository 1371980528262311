import { spawn } from 'node:child_process'

/** Runs the program in this terminal. @returns its exit code */
export function runToEnd({ command, args, env }, programArgs, options = {}) {
  const child = spawn(command, [...args, ...programArgs], { stdio: 'inherit', env: { ...process.env, ...env }, ...options })
  // The program ends in order by itself; this process only waits for it. A terminal's Ctrl+C reaches both.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGTERM' ? 0 : 1)))
  })
}
