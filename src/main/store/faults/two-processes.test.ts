import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '../index.ts'
import { inFolder, makeIncident, options, rename, texts } from '../testing.ts'
import { amount, count } from './counts.ts'
import { node } from './processes.ts'

const seconds = amount('TWO_SECONDS', 5)
const writer = join(import.meta.dirname, '..', 'testing-writer.ts')

it(`one process writes for ${seconds} s, another reads and may not write: no torn read`, { timeout: (seconds + 30) * 1000 }, () =>
  inFolder(async (folder) => {
    const first = await openLibrary(folder, options())
    await first.create(makeIncident('one'), texts)
    await first.close()
    const child = spawn(node, [writer, folder, 'one', '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    await new Promise<void>((resolve) => child.stdout.on('data', (data: Buffer) => ((out += data.toString()), resolve())))
    const promised = () => Number(out.slice(0, out.lastIndexOf('\n')).split('\n').at(-1))
    const until = Date.now() + seconds * 1000
    const seen = { reads: 0, torn: 0, refused: 0, newer: 0 }
    let last = 0
    while (Date.now() < until) {
      const atLeast = promised()
      const reader = await openLibrary(folder, options())
      expect(reader).toMatchObject({ readOnly: true, lockedBy: { pid: child.pid } })
      const refusal = await reader.apply('one', rename('No')).catch((error: unknown) => error)
      expect(refusal).toMatchObject({ code: 'read-only' })
      seen.refused += 1
      const view = await reader.open('one').catch(() => null)
      if (!view || view.sequence < atLeast || view.sequence < last) seen.torn += 1
      if (view && view.sequence > last) seen.newer += 1
      last = view?.sequence ?? last
      seen.reads += 1
      await reader.close()
    }
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('close', resolve))
    // Two processes were at it at the same time.
    expect(seen.reads).toBeGreaterThan(5)
    expect(seen.newer).toBeGreaterThan(3)
    expect(seen.torn).toBe(0)
    count({ what: `two processes, ${seconds} s`, bar: '0 torn reads', runs: seen.reads, fired: seen.newer, corrupt: seen.torn, lost: 0, more: `${seen.refused} writes of the second refused` })
  }))
