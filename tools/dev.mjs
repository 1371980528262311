// Rebuilds on every change and starts the program again: npm run dev. It is the built program, as everywhere.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { buildIfNeeded } from './build.mjs'
import { inRoot, node24 } from './places.mjs'
import { chooseRuntime } from './runtime.mjs'

buildIfNeeded()
const runtime = chooseRuntime()
if (!runtime) process.exit(1)
const builder = spawn(node24(), [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--watch', '--logLevel', 'warn'], { cwd: inRoot(), stdio: 'inherit' })

const start = () => spawn(runtime.command, [...runtime.args, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, ...runtime.env } })
let program = start()
let timer = null
let restarting = false

function follow() {
  program.once('exit', () => {
    if (restarting) return
    builder.kill()
    process.exit(0)
  })
}
follow()

// The three bundles are written one after another; half a second of quiet means that all of them are.
watch(inRoot('out'), { recursive: true }, () => {
  clearTimeout(timer)
  timer = setTimeout(restart, 500)
})

function restart() {
  if (restarting) return
  restarting = true
  program.once('exit', () => {
    restarting = false
    program = start()
    follow()
  })
  program.kill('SIGTERM')
}
