// Runs each benchmark in turn: npm run bench [-- part of a name]. lib.ts is what they share.
import { readdirSync } from 'node:fs'
import { buildIfNeeded } from './build.mjs'
import { inRoot, node24 } from './places.mjs'
import { runToEnd } from './run.mjs'
import { chooseRuntime } from './runtime.mjs'

buildIfNeeded()
const runtime = chooseRuntime()
const wanted = process.argv[2] ?? ''
const names = readdirSync(inRoot('bench')).filter((name) => name.endsWith('.ts') && !['lib.ts', 'timeline-page.ts'].includes(name) && name.includes(wanted))
let code = 0
for (const name of names.sort()) {
  console.log(`\n# ${name}`)
  const ended = await runToEnd({ command: node24(), args: ['--disable-warning=ExperimentalWarning', '--expose-gc', inRoot('bench', name)], env: runtime?.env ?? {} }, [])
  if (ended !== 0) console.error(`${name} ended with ${ended}.`)
  code ||= ended
}
process.exit(code)
