import { create } from 'zustand'
import type { ImportResult } from '#contract/index.ts'
import { call, listen } from '../api.ts'
import { droppedFiles, pendingOf, type Pending } from './dropped-files.ts'
import { openIncident } from './incidents.ts'
import { useNavigation } from './navigation.ts'
import { report } from './notices.ts'
import { newId, useOpened } from './open-incident.ts'

/** One drop, paste or choice of files: how far it is, and what became of each file. It stays until it is put away. */
export type ImportJob = {
  id: string
  /** stopped: something other than a file stood in the way, such as a full disk. */
  state: 'looking' | 'running' | 'cancelling' | 'done' | 'stopped'
  done: number
  total: number
  /** What is being read. */
  name: string
  results: ImportResult[]
}
/** The newest job first. A job whose dialog is still open is none yet. */
export const useImports = create<{ jobs: ImportJob[] }>(() => ({ jobs: [] }))

export const isRunning = ({ state }: ImportJob): boolean => state === 'looking' || state === 'running' || state === 'cancelling'
const jobOf = (id: string) => useImports.getState().jobs.find((job) => job.id === id)

function change(id: string, changes: Partial<ImportJob>): void {
  const started: ImportJob = { id, state: 'running', done: 0, total: 0, name: '', results: [], ...changes }
  useImports.setState(({ jobs }) => ({ jobs: jobs.some((job) => job.id === id) ? jobs.map((job) => (job.id === id ? { ...job, ...changes } : job)) : [started, ...jobs] }))
}

/** Of what has ended, the lines go, and what main kept for copies with them. */
export function putAway(id: string): void {
  useImports.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }))
  void call('document:cancel', { job: id }).catch(report)
}

/** What came in stays. */
export function cancelImport(id: string): void {
  const job = jobOf(id)
  if (!job || !isRunning(job) || job.state === 'cancelling') return
  change(id, { state: 'cancelling' })
  void call('document:cancel', { job: id }).catch(report)
}

/** Cancels whatever is running; answers whether there was something. */
export function cancelImports(): boolean {
  const running = useImports.getState().jobs.filter((job) => isRunning(job) && job.state !== 'cancelling')
  for (const { id } of running) cancelImport(id)
  return running.length > 0
}

/** Files go into the open incident; without one, or into a read-only one, they start a new incident. */
export function importTarget(): string | null {
  const { current } = useOpened.getState()
  return current && !current.readOnly ? current.incident.id : null
}

/** Opens what an import began, once, and only for a person who is still where they asked for it. */
function arrival(): (incidentId: string | null) => Promise<void> {
  const target = importTarget()
  const { jump } = useNavigation.getState().place
  let opened = false
  const isHere = () => useNavigation.getState().place.jump === jump
  return async (incidentId) => {
    if (opened || incidentId === null || incidentId === target || !isHere()) return
    opened = true
    await openIncident(incidentId, { unless: () => !isHere() })
  }
}

const unread = (name: string, code: string, detail = ''): ImportResult => ({ name, outcome: 'refused', incidentId: null, sourceId: null, code, where: '', detail })
const notReached = (name: string): ImportResult => ({ name, outcome: 'cancelled', incidentId: null, sourceId: null, code: null, where: '', detail: '' })

type SuppliedFile = { name: string; base64: string; mediaType?: string }

async function supplied(file: File): Promise<SuppliedFile> {
  const base64 = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^data:[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} cannot be read`)))
    reader.readAsDataURL(file)
  })
  return { name: file.name, base64, ...(file.type ? { mediaType: file.type } : {}) }
}

const tooLarge = 50 * 1024 * 1024

/** A file's bytes, when its turn has come; one over the limit is refused before its bytes are copied. */
async function read({ name, open }: Pending): Promise<SuppliedFile | ImportResult> {
  try {
    const file = await open()
    return file.size > tooLarge ? unread(name, 'too-large') : await supplied(file)
  } catch (error) {
    return unread(name, 'unreadable', error instanceof Error ? error.message : String(error))
  }
}

type Way = { id: string; total: number; incidentId: string | null; opens: (incidentId: string | null) => Promise<void> }

async function bringIn({ id, total, incidentId, opens }: Way, pending: Pending): Promise<ImportResult[]> {
  if (jobOf(id)?.state === 'cancelling') return [notReached(pending.name)]
  change(id, { name: pending.name })
  const file = await read(pending)
  if ('outcome' in file) return [file]
  const answer = await call('document:import', { job: id, total, incidentId, files: [file] })
  await opens(answer.incidentId)
  return answer.results
}

/** Brings files in, one after another; each is read when its turn comes. */
async function importPending(pending: readonly Pending[], id = newId(), opens = arrival(), incidentId = importTarget()): Promise<void> {
  change(id, { state: jobOf(id)?.state === 'cancelling' ? 'cancelling' : 'running', total: pending.length })
  try {
    const results: ImportResult[] = []
    for (const one of pending) {
      results.push(...(await bringIn({ id, total: pending.length, incidentId, opens }, one)))
      change(id, { done: results.length, results: [...results] })
    }
    change(id, { state: 'done', name: '' })
  } catch (error) {
    change(id, { state: 'stopped', name: '' })
    report(error)
  }
}

export const importFiles = (files: readonly File[]): Promise<void> => (files.length === 0 ? Promise.resolve() : importPending(files.map(pendingOf)))

/** The files of a drop, folders walked through. */
export async function importDropped(data: DataTransfer): Promise<void> {
  const [id, opens, target, files] = [newId(), arrival(), importTarget(), droppedFiles(data)]
  change(id, { state: 'looking' })
  await importPending(await files, id, opens, target)
}

/** The system's dialog chooses; main reads the files and tells how far it is. @returns what became of them */
async function choose(supersedes?: string): Promise<ImportResult[]> {
  const [id, opens] = [newId(), arrival()]
  arrivals.set(id, opens)
  try {
    const { results, incidentId } = await call('document:choose', { job: id, incidentId: importTarget(), ...(supersedes === undefined ? {} : { supersedes }) })
    // The answer has everything; its last messages may come after it.
    arrivals.delete(id)
    if (results.length > 0) change(id, { state: 'done', name: '', done: results.length, total: results.length, results })
    await opens(incidentId)
    return results
  } catch (error) {
    if (jobOf(id)) change(id, { state: 'stopped', name: '' })
    report(error)
    return []
  } finally {
    arrivals.delete(id)
  }
}
export const chooseFiles = async (): Promise<void> => void (await choose())

/** One file as a newer version of a source of the open incident; null when nothing came in. */
export async function chooseNewVersion(supersedes: string): Promise<ImportResult | null> {
  return (await choose(supersedes)).find(({ outcome }) => outcome === 'imported' || outcome === 'duplicate') ?? null
}

/** What opens the incident of a job that main walks. */
const arrivals = new Map<string, (incidentId: string | null) => Promise<void>>()

export const followImports = (): (() => void) =>
  listen('import:progress', ({ job, done, total, name, result }) => {
    const opens = arrivals.get(job)
    if (!opens) return
    change(job, { done, total, name, ...(result ? { results: [...(jobOf(job)?.results ?? []), result] } : {}) })
    if (result?.outcome === 'imported') void opens(result.incidentId)
  })

/** Brings in, beside the one that has its id, an incident that was refused for that. */
export async function importCopy(id: string, result: ImportResult): Promise<void> {
  const { copyToken } = result
  if (copyToken === undefined) return
  const opens = arrival()
  try {
    const { results, incidentId } = await call('document:import-copy', { token: copyToken })
    change(id, { results: (jobOf(id)?.results ?? []).flatMap((one) => (one === result ? results : [one])) })
    await opens(incidentId)
  } catch (error) {
    report(error)
  }
}

/** Pasted text as a document of its own. */
export function importPasted(data: DataTransfer, name: string): Promise<void> {
  if (data.files.length > 0) return importFiles([...data.files])
  const text = data.getData('text/plain')
  if (text.trim() !== '') return importFiles([new File([text], `${name}.txt`, { type: 'text/plain' })])
  const html = data.getData('text/html')
  return html === '' ? Promise.resolve() : importFiles([new File([html], `${name}.html`, { type: 'text/html' })])
}
