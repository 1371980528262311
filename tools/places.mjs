// Where things are in the project. Written so that Node 20 runs it: it is what runs before Node 24 is found.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const inRoot = (...names) => join(root, ...names)
export const mainBundle = inRoot('out', 'main', 'index.js')
export const standIn = inRoot('tools', 'stand-in', 'hook.ts')

/** Says one line and ends: what is missing and how to mend it. */
export function stop(message) {
  console.error(message)
  process.exit(1)
}

/** Node 24, which the npm package "node" brings; the program and its tests run on it, whatever Node the machine has. */
export function node24() {
  const own = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  for (const candidate of [own, process.execPath]) {
    if (existsSync(candidate) && majorOf(candidate) >= 24) return candidate
  }
  return stop('Node 24 is missing: run "npm ci" again; npm must be allowed to run the install script of the package "node" (npm approve-scripts node, or npm ci --foreground-scripts).')
}

function majorOf(path) {
  if (path === process.execPath) return Number(process.versions.node.split('.')[0])
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}
