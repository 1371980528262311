import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { checkLibrary, openLibrary } from '../index.ts'
import { inFolder, makeIncident, options, texts } from '../testing.ts'
import { amount, count } from './counts.ts'
import { cutPower, makeDisk, mountDisk, mountsMissing, syncAll, unmount, type FileSystem } from './mounts.ts'
import { node } from './processes.ts'

const cuts = amount('POWER_CUTS', 3)
const writer = join(import.meta.dirname, '..', 'testing-writer.ts')
const missing = cuts === 0 ? 'is part of npm run test:faults' : mountsMissing(['xfs_io', 'mkfs.ext4', 'mkfs.xfs'])
if (missing) process.stderr.write(`SKIPPED: a power cut ${missing}\n`)

/** One cut, a while after the first acknowledgement. @returns what was promised, and what is there afterwards */
async function cut(outer: string, kind: FileSystem, run: number) {
  const [image, folder] = [join(outer, `${kind}-${run}.img`), join(outer, `${kind}-${run}`)]
  await mkdir(folder)
  makeDisk(image, kind)
  mountDisk(image, folder)
  const { promised, refused } = await workUntilCut(folder, run).finally(() => unmount(folder))
  mountDisk(image, folder)
  try {
    const root = join(folder, 'library')
    const { problems } = await checkLibrary(root)
    const after = await openLibrary(root, options())
    const { sequence } = await after.open('one')
    await after.close()
    return { promised, sequence, problems, fired: refused && promised > 1 }
  } finally {
    unmount(folder)
  }
}

async function workUntilCut(folder: string, run: number) {
  const root = join(folder, 'library')
  const library = await openLibrary(root, options())
  await library.create(makeIncident('one'), texts)
  await library.close()
  // A file system that was never synced would fake a loss.
  syncAll()
  const child = spawn(node, [writer, root, 'one', String(run)], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  let out = ''
  await new Promise<void>((resolve) => child.stdout.on('data', (data: Buffer) => ((out += data.toString()), resolve())))
  await setTimeout(400 + ((run * 377) % 1600))
  // Only what was acknowledged before the cut began: an fsync under way while the log of XFS is aborted may say that it
  // succeeded, because the abort unpins the inode and xfs_file_fsync then skips the log (fs/xfs/xfs_file.c). A machine
  // without power would not have answered at all.
  const acknowledged = out
  cutPower(folder)
  const refused = await writeFile(join(folder, 'probe'), '').then(() => false, () => true)
  child.kill('SIGKILL')
  await ended
  return { promised: Number(acknowledged.slice(0, acknowledged.lastIndexOf('\n')).split('\n').at(-1)), refused }
}

describe.skipIf(missing !== null)('a power cut', () => {
  for (const kind of ['ext4', 'xfs'] as const) {
    it(`${cuts} times on ${kind}: nothing acknowledged is lost`, { timeout: 60_000 * Math.max(1, cuts) }, () =>
      inFolder(async (outer) => {
        const sum = { runs: 0, fired: 0, corrupt: 0, lost: 0, promised: 0 }
        for (let run = 0; run < cuts; run += 1) {
          const { promised, sequence, problems, fired } = await cut(outer, kind, run)
          sum.runs += 1
          sum.fired += Number(fired)
          sum.corrupt += problems.length
          sum.lost += Math.max(0, promised - sequence)
          sum.promised += promised
        }
        count({ what: `power cut, ${kind}`, bar: '0 lost, 0 corrupt', runs: sum.runs, fired: sum.fired, corrupt: sum.corrupt, lost: sum.lost, more: `${sum.promised} acknowledged edits` })
        expect(sum).toMatchObject({ fired: cuts, corrupt: 0, lost: 0 })
      }))
  }
})
