// npm start: the built program in a window, on Electron or on Chromium; without a display the same job without a window.
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { inRoot } from './places.mjs'
import { chooseRuntime, hasDisplay } from './runtime.mjs'
import { runToEnd } from './run.mjs'

if (!existsSync(inRoot('node_modules'))) {
  console.error('The dependencies are missing: run "npm ci" first.')
  process.exit(1)
}
buildIfNeeded()
const runtime = chooseRuntime()
if (!runtime) process.exit(1)
const args = process.argv.slice(2)
if (hasDisplay()) {
  console.error(`Kronika runs on ${runtime.name === 'electron' ? 'Electron' : 'Chromium'}. Close its window, or press Ctrl+C here, to end it.`)
  process.exit(await runToEnd(runtime, args))
}
console.error('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so Kronika does the same job without a window.')
process.exit(await runToEnd(runtime, ['demo', '--out', relative(process.cwd(), inRoot('kronika-demo')) || '.']))
