import { create } from 'zustand'
import type { Input, Output } from '#contract/index.ts'
import { call } from '../api.ts'
import { compareStrings } from '../strings/compare.ts'
import { shell } from '../strings/shell.ts'
import { translate } from '../strings/index.ts'
import { notify, report } from './notices.ts'
import { useOpened } from './open-incident.ts'
import { reportOptions } from './report-options.ts'
import { useSession } from './session.ts'

export type ExportFormat = Input<'export:run'>['format']
export type Exported = { format: ExportFormat; path: string; sha256: string | null }

/** Which format is being written, and the last file written of the open incident. */
export const useExports = create<{ busy: ExportFormat | null; last: Exported | null }>(() => ({ busy: null, last: null }))

/** Writes the open incident as one file that another Kronika can take; main asks where. */
export async function exportBundle(withHistory: boolean): Promise<void> {
  const { current } = useOpened.getState()
  if (!current) return
  try {
    const { path, sha256 } = await call('bundle:export', { id: current.incident.id, withHistory })
    if (path !== null) notify({ tone: 'done', text: translate(shell, useSession.getState().settings.language, 'exported', { path, sha256: sha256 ?? '' }) })
  } catch (error) {
    report(error)
  }
}

/** One export at a time, told when it is done. @param write answers null when the person changed their mind */
export async function exporting(format: ExportFormat, write: () => Promise<Output<'export:run'>>): Promise<void> {
  if (useExports.getState().busy !== null) return
  useExports.setState({ busy: format })
  try {
    const { path, sha256 } = await write()
    if (path === null) return
    useExports.setState({ last: { format, path, sha256 } })
    notify({ tone: 'done', text: translate(shell, useSession.getState().settings.language, 'exported', { path, sha256: sha256 ?? '' }) })
  } catch (error) {
    report(error)
  } finally {
    useExports.setState({ busy: null })
  }
}

/** Puts something on the clipboard, and says so. */
export async function copying(told: 'copiedPicture' | 'copiedTable', write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
    notify({ tone: 'done', text: translate(compareStrings, useSession.getState().settings.language, told) })
  } catch (error) {
    report(error)
  }
}

/** The timeline of the open incident as a picture on the clipboard. */
export async function copyPicture(): Promise<void> {
  const { current } = useOpened.getState()
  if (current) await copying('copiedPicture', () => call('picture:copy', { id: current.incident.id, options: reportOptions(current.incident) }))
}

/** Writes the open incident with its report settings; main asks where. */
export async function runExport(format: ExportFormat): Promise<void> {
  const { current } = useOpened.getState()
  if (current) await exporting(format, () => call('export:run', { id: current.incident.id, format, options: reportOptions(current.incident) }))
}
