import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, mainBundle, node24, stop } from './places.mjs'

const built = [mainBundle, inRoot('out', 'preload', 'index.cjs'), inRoot('out', 'renderer', 'index.html')]
const inputs = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts']

/** Builds when nothing is built or something was changed after the last build. */
export function buildIfNeeded() {
  if (isBuilt()) return
  console.error('Building Kronika…')
  const { status, stdout, stderr } = spawnSync(node24(), [inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: inRoot(), encoding: 'utf8' })
  if (status !== 0) stop(`${stdout}${stderr}\nThe build failed.`)
}

function isBuilt() {
  if (!built.every((file) => existsSync(file))) return false
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return inputs.every((name) => newest(inRoot(name)) <= oldest)
}

/** When something in a folder was changed last; tests do not go into the program. */
function newest(path) {
  const about = statSync(path)
  if (!about.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : about.mtimeMs
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
