import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { createExclusively } from './durable-file.ts'
import { systemCode } from './errors.ts'
import { files as realFiles, type Files } from './files.ts'

const holderSchema = z.strictObject({
  host: z.string(),
  pid: z.int(),
  time: z.iso.datetime(),
  /** When the process began, as the system counts, so that a reused process number is not taken for the holder. */
  began: z.string().nullable(),
  token: z.string(),
})
export type Holder = z.infer<typeof holderSchema>

/** Held: by us, with the undoing. Taken: by someone else; null when the lock cannot be read. */
export type Lock = { held: true; release: () => Promise<void> } | { held: false; by: Holder | null }

/** A lock file that is still empty after this long was left by a process that died while writing it. */
const writingMilliseconds = 5000

/** Boot and start of a process on Linux; null elsewhere or when there is no such process. */
function beganOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // Field 22 (starttime), counted behind the name, which may hold spaces and brackets: proc(5).
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19]
    return `${boot}:${ticks}`
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

/** A holder on another computer cannot be asked, so it counts as alive. */
function isStale(holder: Holder): boolean {
  if (holder.host !== hostname()) return false
  if (!isAlive(holder.pid)) return true
  return holder.began !== null && holder.began !== (beganOf(holder.pid) ?? holder.began)
}

/** Takes the library for writing, also from a process that is dead. Never waits. */
export async function takeLock(path: string, now: Date, files: Files = realFiles): Promise<Lock> {
  const own: Holder = { host: hostname(), pid: process.pid, time: now.toISOString(), began: beganOf(process.pid), token: randomUUID() }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await createExclusively(path, Buffer.from(`${JSON.stringify(own)}\n`), files)
      return { held: true, release: () => release(path, own, files) }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
    const found = await readLock(path, files)
    if (found === 'gone') continue
    if (!found.stale) return { held: false, by: found.holder }
    await clear(path, found.holder?.token ?? null, files)
  }
  return { held: false, by: null }
}

async function readLock(path: string, files: Files): Promise<'gone' | { holder: Holder | null; stale: boolean }> {
  try {
    const holder = parse(await files.readFile(path, 'utf8'))
    if (holder) return { holder, stale: isStale(holder) }
    const { mtimeMs } = await files.stat(path)
    return { holder: null, stale: Date.now() - mtimeMs > writingMilliseconds }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'gone'
    throw error
  }
}

function parse(text: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/**
 * Removes a stale lock. It is moved aside first and looked at again: two who find the same dead holder must not remove
 * each other's fresh lock.
 */
async function clear(path: string, token: string | null, files: Files) {
  const aside = `${path}.${randomUUID()}`
  try {
    await files.rename(path, aside)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return
    throw error
  }
  const moved = parse(await files.readFile(aside, 'utf8'))
  if ((moved?.token ?? null) === token) await files.unlink(aside)
  else await files.rename(aside, path)
}

async function release(path: string, own: Holder, files: Files) {
  const found = await readLock(path, files)
  if (found !== 'gone' && found.holder?.token === own.token) await files.unlink(path)
}
