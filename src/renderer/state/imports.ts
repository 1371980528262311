import { create } from 'zustand'
import type { ImportResult, Output } from '#contract/index.ts'
import { call } from '../api.ts'
import { openIncident } from './incidents.ts'
import { report } from './notices.ts'
import { useOpened } from './open-incident.ts'

/** What is being read in, and what became of each file; the list stays until it is put away. */
type Imports = { busy: number; results: ImportResult[] }
export const useImports = create<Imports>(() => ({ busy: 0, results: [] }))
export const putAwayResults = (): void => useImports.setState({ results: [] })

/** Files go into the open incident; without one, or into a read-only one, they start a new incident. */
export function importTarget(): string | null {
  const { current } = useOpened.getState()
  return current && !current.readOnly ? current.incident.id : null
}

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

async function follow(count: number, run: () => Promise<Output<'document:import'>>): Promise<void> {
  const target = importTarget()
  useImports.setState(({ busy }) => ({ busy: busy + count, results: [] }))
  try {
    const { results, incidentId } = await run()
    useImports.setState({ results })
    if (incidentId !== null && incidentId !== target) await openIncident(incidentId)
  } catch (error) {
    report(error)
  } finally {
    useImports.setState(({ busy }) => ({ busy: busy - count }))
  }
}

/** As many as one call takes. */
const mostFiles = 500
const tooLarge = 50 * 1024 * 1024

/** Brings files in; those over the limit are refused here, before their bytes are copied. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const fitting = files.filter((file) => file.size <= tooLarge)
  const refused = files.filter((file) => file.size > tooLarge).map((file): ImportResult => ({ name: file.name, outcome: 'refused', incidentId: null, sourceId: null, code: 'too-large', where: '', detail: '' }))
  if (fitting.length === 0) {
    useImports.setState({ results: refused })
    return
  }
  await follow(fitting.length, async () => {
    const answer = await call('document:import', { incidentId: importTarget(), files: await Promise.all(fitting.map(supplied)) })
    return { ...answer, results: [...answer.results, ...refused] }
  })
}

/** Brings in, beside the one that has its id, an incident that was refused for that. */
export async function importCopy(result: ImportResult): Promise<void> {
  const { copyToken } = result
  if (copyToken === undefined) return
  try {
    const { results, incidentId } = await call('document:import-copy', { token: copyToken })
    useImports.setState(({ results: shown }) => ({ results: shown.flatMap((one) => (one === result ? results : [one])) }))
    if (incidentId !== null) await openIncident(incidentId)
  } catch (error) {
    report(error)
  }
}

/** The system's dialog chooses; main reads the files. */
export const chooseFiles = (): Promise<void> => follow(1, () => call('document:choose', { incidentId: importTarget() }))

/** Pasted text as a document of its own. */
export function importPasted(data: DataTransfer, name: string): Promise<void> {
  if (data.files.length > 0) return importFiles([...data.files])
  const text = data.getData('text/plain')
  if (text.trim() !== '') return importFiles([new File([text], `${name}.txt`, { type: 'text/plain' })])
  const html = data.getData('text/html')
  return html === '' ? Promise.resolve() : importFiles([new File([html], `${name}.html`, { type: 'text/html' })])
}

/** The files of a drop, folders walked through. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The items are gone after the event, so all of them are taken before anything is awaited.
  const dropped = [...data.items].filter((item) => item.kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const lists = await Promise.all(dropped.map(({ entry, file }) => (entry?.isDirectory ? filesOf(entry) : file ? [file] : [])))
  return lists.flat().slice(0, mostFiles)
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  // A reader hands out its entries in portions until one is empty.
  for (let portion = await readPortion(reader); portion.length > 0 && files.length < mostFiles; portion = await readPortion(reader)) {
    files.push(...(await Promise.all(portion.map(filesOf))).flat())
  }
  return files
}
const readPortion = (reader: FileSystemDirectoryReader) => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
