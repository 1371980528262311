import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Generator } from '../generate.ts'
import { openLibrary } from '../index.ts'
import { inFolder, options } from '../testing.ts'
import { amount, count } from './counts.ts'

const bar = 50
/** Annotations of the largest incident: 20 is what most have, 2,000 a large one, 8,000 some 4 MB of it. */
const largest = amount('BLOCKED_ANNOTATIONS', 2000)

/**
 * The longest time this thread worked without letting others in between. Processor time, not the clock's: what other
 * programs take from a busy machine is not what a save takes from the window.
 */
async function longestTurn(work: () => Promise<unknown>): Promise<{ milliseconds: number; turns: number }> {
  const seen = { milliseconds: 0, turns: 0 }
  const working = new AbortController()
  const watching = (async () => {
    let last = process.threadCpuUsage()
    while (!working.signal.aborted) {
      await setImmediate()
      const now = process.threadCpuUsage()
      seen.milliseconds = Math.max(seen.milliseconds, (now.user - last.user + now.system - last.system) / 1000)
      seen.turns += 1
      last = now
    }
  })()
  await work()
  working.abort()
  await watching
  return seen
}

it('sees a thread that is blocked', async () => {
  const { milliseconds } = await longestTurn(async () => {
    await setImmediate()
    const from = process.threadCpuUsage().user
    while (process.threadCpuUsage().user - from < 80_000);
    await setImmediate()
  })
  expect(milliseconds).toBeGreaterThan(75)
})

for (const annotations of [20, largest]) {
  it(`saves and the snapshot of ${annotations} annotations never block the thread for long`, { timeout: 60_000 }, () =>
    inFolder(async (folder) => {
      const made = new Generator(1)
      const library = await openLibrary(folder, options())
      for (const { text } of made.texts) await library.putText(text)
      const incident = made.incident('large', annotations)
      await library.create(incident)
      await library.open('large')
      const frozen = made.texts.find(({ sha256 }) => sha256 === incident.sources['s0']?.text?.sha256)
      if (!frozen) throw new Error('no text')
      const edit = (name: string) => library.apply('large', { type: 'annotation.add', item: made.annotation(name, 's0', frozen) })
      // It comes after two seconds of rest, and later on a busy machine.
      const snapshotAt = async (sequence: number) => {
        const isThere = () => readFile(join(folder, 'incidents', 'large.json')).then((bytes) => bytes.subarray(0, 200).includes(`"sequence":${sequence},`), () => false)
        for (let waits = 0; waits < 100 && !(await isThere()); waits += 1) await setTimeout(200)
        expect(await isThere()).toBe(true)
      }
      // The first of everything compiles it.
      for (let warm = 0; warm < 5; warm += 1) await edit(`warm${warm}`)
      await snapshotAt(6)
      const saves = await longestTurn(async () => {
        for (let save = 0; save < 20; save += 1) await edit(`x${save}`)
      })
      const snapshot = await longestTurn(() => snapshotAt(26))
      // Also makes a backup; said, but not what the bar is about.
      const closing = await longestTurn(() => library.close())
      const again = await openLibrary(folder, options({ readOnly: true }))
      expect(await again.open('large')).toMatchObject({ sequence: 26 })
      await again.close()
      const most = Math.max(saves.milliseconds, snapshot.milliseconds)
      const size = (JSON.stringify(incident).length / 1e6).toFixed(2)
      const shown = ({ milliseconds }: { milliseconds: number }) => milliseconds.toFixed(1)
      count({ what: `thread blocked, ${size} MB`, bar: `≤ ${bar} ms`, runs: 20, fired: saves.turns + snapshot.turns, corrupt: 0, lost: 0, more: `saves ${shown(saves)} ms, snapshot ${shown(snapshot)} ms, close with a backup ${shown(closing)} ms` })
      expect(most).toBeLessThan(bar)
    }))
}
