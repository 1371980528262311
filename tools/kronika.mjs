// The command line: node tools/kronika.mjs VERB … (npm run -s kronika -- VERB …). Needs no Electron, except to print
// a PDF or draw a PNG where there is no Chromium.
import { buildIfNeeded } from './build.mjs'
import { mainBundle, node24 } from './places.mjs'
import { chooseRuntime, installedChromium, onChromium } from './runtime.mjs'
import { runToEnd } from './run.mjs'

buildIfNeeded()
const args = process.argv.slice(2)
// Whatever is typed here is for the command line, also a switch where a verb should be.
process.exit(await runToEnd(runtime(), ['--cli', ...(args.length > 0 ? args : ['help'])]))

function runtime() {
  const chromium = installedChromium()
  if (chromium) return onChromium(chromium)
  const needsPage = args.some((word) => /^(--format=)?(pdf|png)$/.test(word))
  if (!needsPage) return { name: 'node', command: node24(), args: [mainBundle], env: {} }
  return chooseRuntime() ?? process.exit(1)
}
