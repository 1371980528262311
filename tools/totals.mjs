// The one line a build server reads: node tools/totals.mjs EXIT-CODE. Sums what vitest and Playwright wrote as JSON.
import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from './places.mjs'

const folder = ['node_modules', '.cache', 'kronika', 'totals']
const read = (name) => {
  const path = inRoot(...folder, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

const unit = read('unit.json')
const e2e = read('e2e.json')
const code = Number(process.argv[2] ?? 0)
const passed = (unit?.numPassedTests ?? 0) + (e2e ? e2e.stats.expected + e2e.stats.flaky : 0)
const failedTests = (unit?.numFailedTests ?? 0) + (e2e?.stats.unexpected ?? 0)
const skipped = (unit?.numPendingTests ?? 0) + (e2e?.stats.skipped ?? 0)
// A step that failed without a failing test, such as the types or the build, counts as one.
const failed = code !== 0 && failedTests === 0 ? 1 : failedTests
if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${passed} passed, ${failed} failed`)
