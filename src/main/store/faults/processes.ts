import { existsSync } from 'node:fs'
import { join } from 'node:path'

const local = join(import.meta.dirname, '../../../../node_modules/.bin/node')
/** The runtime that understands TypeScript sources, for child processes. */
export const node = existsSync(local) ? local : process.execPath
