import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { amount, count } from './faults/counts.ts'
import { killedWhileTalking, node } from './faults/processes.ts'
import { checkLibrary, openLibrary } from './index.ts'
import { inFolder, makeIncident, options, texts } from './testing.ts'

const kills = amount('KILLS', 100)
const writer = join(import.meta.dirname, 'testing-writer.ts')

/** Runs the writer until some time after its first acknowledgement. @returns the last sequence it was promised */
async function runAndKill(folder: string, run: number, afterMilliseconds: number): Promise<number> {
  const lines = await killedWhileTalking(spawn(node, [writer, folder, 'one', String(run)], { stdio: ['ignore', 'pipe', 'pipe'] }), afterMilliseconds)
  return Number(lines.at(-1))
}

it(`loses no acknowledged edit in ${kills} kills`, { timeout: 5000 * kills }, () =>
  inFolder(async (folder) => {
    const first = await openLibrary(folder, options())
    await first.create(makeIncident('one'), texts)
    await first.close()
    let last = 1
    let withProgress = 0
    for (let run = 0; run < kills; run += 1) {
      const promised = await runAndKill(folder, run, (run * 7) % 60)
      const report = await checkLibrary(folder)
      expect(report.problems).toEqual([])
      const reader = await openLibrary(folder, options({ readOnly: true }))
      const { sequence } = await reader.open('one')
      await reader.close()
      expect(sequence).toBeGreaterThanOrEqual(promised)
      if (promised > last) withProgress += 1
      last = sequence
    }
    expect(withProgress).toBe(kills)
    count({ what: 'kill -9 while saving', bar: '0 lost, 0 corrupt', runs: kills, fired: withProgress, corrupt: 0, lost: 0, more: `${last} acknowledged edits` })
    // The lock of the last dead writer is taken over, and its work goes on.
    const after = await openLibrary(folder, options())
    expect(after.readOnly).toBe(false)
    expect((await after.undo('one')).sequence).toBe(last + 1)
    await after.close()
    expect(await checkLibrary(folder)).toMatchObject({ problems: [], notes: [] })
  }))
