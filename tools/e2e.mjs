// The end-to-end tests on the built program: node tools/e2e.mjs [--electron] [Playwright's own arguments].
import { buildIfNeeded } from './build.mjs'
import { inRoot, node24 } from './places.mjs'
import { runToEnd } from './run.mjs'
import { chooseRuntime, installedElectron } from './runtime.mjs'

const onElectronOnly = process.argv.includes('--electron')
const args = process.argv.slice(2).filter((argument) => argument !== '--electron')

if (onElectronOnly && !installedElectron()) {
  console.log('SKIPPED: could not run on Electron, because its binary is not here (node_modules/.bin/install-electron fetches it).')
  process.exit(0)
}
buildIfNeeded()
if (onElectronOnly) process.env.KRONIKA_RUNTIME = 'electron'
const runtime = chooseRuntime()
if (!runtime) process.exit(1)
console.log(`End-to-end tests on ${runtime.name === 'electron' ? 'Electron' : 'Chromium through the stand-in'}.`)
const playwright = { command: node24(), args: ['--disable-warning=ExperimentalWarning', inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test'], env: { ...runtime.env, KRONIKA_RUNTIME: runtime.name } }
process.exit(await runToEnd(playwright, args, { cwd: inRoot() }))
