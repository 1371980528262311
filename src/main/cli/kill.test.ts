import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { amount, count } from '../store/faults/counts.ts'
import { killedWhileTalking, node } from '../store/faults/processes.ts'
import { checkLibrary, openLibrary } from '../store/index.ts'
import { inFolder, makeIncident, options, texts } from '../store/testing.ts'

const kills = amount('STREAM_KILLS', 5)
const program = join(import.meta.dirname, 'testing-process.ts')
const title = (run: number, line: number) => `Run ${run}, line ${line}`

/** Feeds commands without end, as fast as they are taken. @returns the sequences that were answered, in order */
async function answersUntilKilled(folder: string, run: number, afterMilliseconds: number): Promise<number[]> {
  const child = spawn(node, [program, 'apply', 'one', '--command', '-', '--library', folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined)
  const answers = killedWhileTalking(child, afterMilliseconds)
  const ended = answers.then(() => true, () => true)
  for (let line = 1; !child.killed; line += 1) {
    const taken = child.stdin.write(`${JSON.stringify({ type: 'incident.rename', title: title(run, line) })}\n`)
    if (!taken && (await Promise.race([once(child.stdin, 'drain').then(() => false, () => true), ended]))) break
  }
  return (await answers).map((line) => (JSON.parse(line) as { sequence: number }).sequence)
}

it(`kronika apply --command - keeps every line it answered, killed ${kills} times`, { timeout: 10_000 * kills }, () =>
  inFolder(async (folder) => {
    const first = await openLibrary(folder, options())
    await first.create(makeIncident('one'), texts)
    await first.close()
    const sum = { fired: 0, answered: 0, lost: 0, corrupt: 0 }
    let before = 1
    for (let run = 0; run < kills; run += 1) {
      const answers = await answersUntilKilled(folder, run, (run * 13) % 120)
      // Nothing is answered twice, skipped, or out of turn.
      expect(answers).toEqual(answers.map((_, index) => before + 1 + index))
      sum.corrupt += (await checkLibrary(folder)).problems.length
      const reader = await openLibrary(folder, options({ readOnly: true }))
      const history = await reader.history('one')
      await reader.close()
      for (const [index, sequence] of answers.entries()) {
        const command = history[sequence - 1]?.command
        if (command?.type !== 'incident.rename' || command.title !== title(run, index + 1)) sum.lost += 1
      }
      sum.answered += answers.length
      sum.fired += Number(answers.length > 0)
      before = history.length
    }
    count({ what: 'kill -9 of kronika apply -', bar: '0 lost, 0 corrupt', runs: kills, fired: sum.fired, corrupt: sum.corrupt, lost: sum.lost, more: `${sum.answered} answered lines` })
    expect(sum).toMatchObject({ fired: kills, lost: 0, corrupt: 0 })
  }))
