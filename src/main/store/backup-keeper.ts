import type { IncidentSummary } from '#domain/incident/index.ts'
import type { BackupReason } from './backup-file.ts'
import type { BackupInfo, Backups } from './backups.ts'
import { messageOf } from './errors.ts'

/** So long nothing must have changed. */
const idleMilliseconds = 60_000
/** The least time between two automatic backups of an incident while the library stays open. */
const spacingMilliseconds = 600_000
/** Backups made at once on close: the disk takes more than one, the memory not all. */
const atOnce = 4

/** Decides when backups are made: on close, in idle time, and when asked. */
export class BackupKeeper {
  readonly #backups: Backups
  readonly #now: () => Date
  readonly #changed = new Set<string>()
  readonly #made = new Map<string, number>()
  #timer: NodeJS.Timeout | null = null
  #running: Promise<unknown> = Promise.resolve()
  /** Why the last one could not be made. */
  problem: string | null = null

  constructor(backups: Backups, now: () => Date) {
    this.#backups = backups
    this.#now = now
  }

  changed(id: string): void {
    this.#changed.add(id)
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => void this.#idle(), idleMilliseconds).unref()
  }

  gone(id: string): void {
    this.#changed.delete(id)
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running
    await this.#make([...this.#changed], 'close')
  }

  /** Of all incidents, those that changed since their newest backup. */
  async make(reason: BackupReason, all: readonly IncidentSummary[]): Promise<{ made: BackupInfo[]; failed: { id: string; message: string }[] }> {
    const behind: string[] = []
    for (const { id, sequence } of all) if (this.#changed.has(id) || (await this.#backups.revisionOf(id, reason === 'asked')) !== sequence) behind.push(id)
    return this.#make(behind, reason)
  }

  #idle() {
    const before = this.#now().getTime() - spacingMilliseconds
    const due = [...this.#changed].filter((id) => (this.#made.get(id) ?? -Infinity) <= before)
    this.#running = this.#running.then(() => this.#make(due, 'idle'))
    if (due.length < this.#changed.size) this.#timer?.refresh()
    return this.#running
  }

  async #make(ids: string[], reason: BackupReason) {
    const made: BackupInfo[] = []
    const failed: { id: string; message: string }[] = []
    const one = async (id: string) => {
      this.#changed.delete(id)
      try {
        const info = await this.#backups.make(id, reason)
        if (info) made.push(info)
        this.#made.set(id, this.#now().getTime())
        this.problem = null
      } catch (error) {
        this.#changed.add(id)
        this.problem = messageOf(error)
        failed.push({ id, message: this.problem })
      }
    }
    for (let start = 0; start < ids.length; start += atOnce) await Promise.all(ids.slice(start, start + atOnce).map(one))
    return { made, failed }
  }
}
