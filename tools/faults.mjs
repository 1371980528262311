// Runs the fault tests of the store in their long form and prints what they counted: npm run test:faults [-- --quick].
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot, node24 } from './places.mjs'
import { runToEnd } from './run.mjs'

const long = { KILLS: 1000, STREAM_KILLS: 100, TYPING_KILLS: 20, LEVELS: 116, NTH: 200, DAMAGES: 1000, TWO_SECONDS: 60, POWER_CUTS: 50, BLOCKED_ANNOTATIONS: 8000 }
const quick = { KILLS: 100, STREAM_KILLS: 5, TYPING_KILLS: 3, LEVELS: 116, NTH: 30, DAMAGES: 100, TWO_SECONDS: 5, POWER_CUTS: 3, BLOCKED_ANNOTATIONS: 2000 }
const amounts = process.argv.includes('--quick') ? quick : long
const tests = ['store/kill', 'store/drafts', 'store/faults', 'store/schema', 'cli/kill']

const folder = mkdtempSync(join(tmpdir(), 'kronika-faults-'))
const counts = join(folder, 'counts.jsonl')
writeFileSync(counts, '')
const env = { KRONIKA_FAULT_COUNTS: counts, ...Object.fromEntries(Object.entries(amounts).map(([name, value]) => [`KRONIKA_${name}`, process.env[`KRONIKA_${name}`] ?? String(value)])) }
const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
const paths = tests.map((name) => `src/main/${name}`)
// One file at a time: the tests measure what a disk and a scheduler do.
const code = await runToEnd({ command: node24(), args: [vitest, 'run', '--no-file-parallelism', ...paths], env }, [], { cwd: inRoot() })

const rows = readFileSync(counts, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const heads = ['what', 'bar', 'runs', 'fault fired', 'corrupt', 'acknowledged and lost', '']
const cells = rows.map(({ what, bar, runs, fired, corrupt, lost, more }) => [what, bar, runs, fired, corrupt, lost, more ?? ''].map(String))
const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column].length)))
const line = (row) => row.map((cell, column) => (column > 1 && column < 6 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd()
console.log([`\nFaults (${process.platform}, ${process.argv.includes('--quick') ? 'short' : 'long'} form)`, line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n'))
rmSync(folder, { recursive: true, force: true })
process.exit(code)
