import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { checkLibrary, encryptLibrary, newVault, openLibrary, type NewVault } from '../index.ts'
import { inFolder, makeIncident, options, texts } from '../testing.ts'
import { cheapKdf, passphrase } from '../vault/testing.ts'
import { amount, count } from './counts.ts'
import { cutPower, makeDisk, mountDisk, mountsMissing, syncAll, unmount, type FileSystem } from './mounts.ts'
import { node } from './processes.ts'

const cuts = amount('POWER_CUTS', 3)
const writerOf = (vault: NewVault | null) => join(import.meta.dirname, '..', vault ? 'vault' : '', 'testing-writer.ts')
const missing = cuts === 0 ? 'is part of npm run test:faults' : mountsMissing(['xfs_io', 'mkfs.ext4', 'mkfs.xfs'])
if (missing) process.stderr.write(`SKIPPED: a power cut ${missing}\n`)

/** One cut, a while after the first acknowledgement. @returns what was promised, and what is there afterwards */
async function cut(outer: string, kind: FileSystem, run: number, vault: NewVault | null) {
  const [image, folder] = [join(outer, `${kind}-${run}.img`), join(outer, `${kind}-${run}`)]
  await mkdir(folder)
  makeDisk(image, kind)
  mountDisk(image, folder)
  const { promised, refused } = await workUntilCut(folder, run, vault).finally(() => unmount(folder))
  mountDisk(image, folder)
  try {
    const root = join(folder, 'library')
    const key = vault?.key ?? null
    const { problems } = await checkLibrary(root, undefined, key)
    const after = await openLibrary(root, options({ key }))
    const { sequence } = await after.open('one')
    await after.close()
    return { promised, sequence, problems, fired: refused && promised > 1 }
  } finally {
    unmount(folder)
  }
}

async function workUntilCut(folder: string, run: number, vault: NewVault | null) {
  const root = join(folder, 'library')
  const library = await openLibrary(root, options())
  await library.create(makeIncident('one'), texts)
  await library.close()
  if (vault) await encryptLibrary(root, vault, { now: new Date() })
  // A file system that was never synced would fake a loss.
  syncAll()
  const child = spawn(node, [writerOf(vault), root, 'one', String(run)], { stdio: ['ignore', 'pipe', 'ignore'] })
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

const vault = await newVault(passphrase, cheapKdf)
const libraries = [{ name: '', seal: null, times: cuts }, { name: ', encrypted', seal: vault, times: Math.ceil(cuts / 3) }]

describe.skipIf(missing !== null)('a power cut', () => {
  for (const { kind, name, seal, times } of libraries.flatMap((one) => (['ext4', 'xfs'] as const).map((kind) => ({ ...one, kind })))) {
    it(`${times} times on ${kind}${name}: nothing acknowledged is lost`, { timeout: 60_000 * Math.max(1, times) }, () =>
      inFolder(async (outer) => {
        const sum = { runs: 0, fired: 0, corrupt: 0, lost: 0, promised: 0 }
        for (let run = 0; run < times; run += 1) {
          const { promised, sequence, problems, fired } = await cut(outer, kind, run, seal)
          sum.runs += 1
          sum.fired += Number(fired)
          sum.corrupt += problems.length
          sum.lost += Math.max(0, promised - sequence)
          sum.promised += promised
        }
        count({ what: `power cut, ${kind}${name}`, bar: '0 lost, 0 corrupt', runs: sum.runs, fired: sum.fired, corrupt: sum.corrupt, lost: sum.lost, more: `${sum.promised} acknowledged edits` })
        expect(sum).toMatchObject({ fired: times, corrupt: 0, lost: 0 })
      }))
  }
})
