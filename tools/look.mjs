// Pictures of the built program: node tools/look.mjs --out DIR [--size 1280x800] [--theme dark] [--language cs]
// [--view reader] [--no-sample]. Builds first when needed.
import { spawnSync } from 'node:child_process'
import { buildIfNeeded } from './build.mjs'
import { inRoot, node24 } from './places.mjs'

buildIfNeeded()
const { status } = spawnSync(node24(), ['--disable-warning=ExperimentalWarning', inRoot('tools', 'look.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)
