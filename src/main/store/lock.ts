import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { createExclusively } from './durable-file.ts'
import { systemCode } from './errors.ts'
import type { Files } from './files.ts'

const holderSchema = z.strictObject({
  host: z.string(),
  pid: z.int(),
  time: z.iso.datetime(),
  /** When the process began, as the system counts, so that a reused process number is not taken for the holder. */
  began: z.string().nullable(),
  token: z.string(),
})
export type Holder = z.infer<typeof holderSchema>

/** Held: by us, with the undoing; tookOver: from one who died without giving it back. Taken: by someone else; null when the lock cannot be read. */
export type Lock = { held: true; tookOver: boolean; release: () => Promise<void> } | { held: false; by: Holder | null }

/** A lock file that is still empty after this long was left by a process that died while writing it. */
const writingMilliseconds = 5000
const attempts = 10
const pauseMilliseconds = 10

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

/** Takes the library for writing, also from a process that is dead. Waits for nobody but another taker, and briefly. */
export async function takeLock(path: string, now: Date, files: Files): Promise<Lock> {
  const own: Holder = { host: hostname(), pid: process.pid, time: now.toISOString(), began: beganOf(process.pid), token: randomUUID() }
  let by: Holder | null = null
  let tookOver = false
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await created(path, own, files)) return { held: true, tookOver, release: () => release(path, own, files) }
    const found = await readLock(path, files)
    if (found === 'gone') continue
    by = found.holder
    if (!found.stale) break
    tookOver = true
    if (!(await clear(path, files))) await setTimeout(pauseMilliseconds)
  }
  return { held: false, by }
}

/** Whether the last writer died without giving its lock back, and nobody has taken it over. */
export async function isAbandoned(path: string, files: Files): Promise<boolean> {
  const found = await readLock(path, files)
  return found !== 'gone' && found.stale
}

/** Who writes here now, without taking anything: null when nobody does. `by` is null when the lock cannot be read. */
export async function lockedBy(path: string, files: Files): Promise<{ by: Holder | null } | null> {
  const found = await readLock(path, files)
  return found === 'gone' || found.stale ? null : { by: found.holder }
}

async function created(path: string, content: Holder, files: Files): Promise<boolean> {
  try {
    await createExclusively(path, Buffer.from(`${JSON.stringify(content)}\n`), files)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
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
 * Removes a stale lock. Only one at a time may, and looks again first: of two who find the same dead holder the slower
 * one must not remove the lock that the faster one has taken meanwhile.
 * @returns false when another one is at it
 */
async function clear(path: string, files: Files): Promise<boolean> {
  const claim = `${path}.claim`
  try {
    await (await files.open(claim, 'wx', 0o600)).close()
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    const age = await files.stat(claim).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > writingMilliseconds) await files.unlink(claim).catch(() => undefined)
    return false
  }
  try {
    const found = await readLock(path, files)
    if (found !== 'gone' && found.stale) await files.unlink(path)
  } finally {
    await files.unlink(claim)
  }
  return true
}

async function release(path: string, own: Holder, files: Files) {
  const found = await readLock(path, files)
  if (found !== 'gone' && found.holder?.token === own.token) await files.unlink(path)
}
