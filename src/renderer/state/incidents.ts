import type { OpenIncident } from '#contract/index.ts'
import { AppError, call } from '../api.ts'
import { restart, type View } from './navigation.ts'
import { report } from './notices.ts'
import { show, useOpened } from './open-incident.ts'
import { rememberView, useSession } from './session.ts'

function enter(opened: OpenIncident, view: View) {
  show(opened)
  restart({ view, sourceId: firstReadable(opened) })
  rememberView('openIncident', opened.incident.id)
}

const firstReadable = ({ incident }: OpenIncident) => Object.values(incident.sources).find((source) => source.text)?.id ?? null

/** Where an incident opens: in the reader when there is a text to read. */
const viewFor = (opened: OpenIncident): View => (firstReadable(opened) ? 'reader' : 'overview')

/** @param unless asked once main has answered: the person may have gone elsewhere meanwhile, and stays there */
export async function openIncident(id: string, { view, unless }: { view?: View; unless?: () => boolean } = {}): Promise<void> {
  try {
    const opened = await call('incident:open', { id })
    if (unless?.()) return
    enter(opened, view ?? viewFor(opened))
  } catch (error) {
    if (isDamage(error)) openRecovery(id)
    else report(error)
  }
}

const damages = new Set(['missing', 'unreadable', 'corrupt', 'newer', 'invalid'])
const isDamage = (error: unknown) => error instanceof AppError && error.failure.code === 'refused' && damages.has(error.failure.reason ?? '')

/** What is known of an incident whose files cannot be followed, and the ways out. */
export function openRecovery(id: string): void {
  show(null)
  restart({ view: 'recovery', about: id })
}

export async function openSample(): Promise<void> {
  try {
    const opened = await call('sample:open', {})
    enter(opened, viewFor(opened))
  } catch (error) {
    report(error)
  }
}

/** A new incident opens on its overview, where the title is the first thing to write. */
export async function createIncident(title: string): Promise<void> {
  try {
    enter(await call('incident:create', { title }), 'overview')
  } catch (error) {
    report(error)
  }
}

/** Moves an own incident to the library's trash. */
export async function removeIncident(id: string): Promise<boolean> {
  try {
    await call('incident:remove', { id })
    useSession.setState(({ incidents, total }) => ({ incidents: incidents.filter((incident) => incident.id !== id), total: total - 1 }))
    if (useOpened.getState().current?.incident.id === id) closeIncident()
    return true
  } catch (error) {
    report(error)
    return false
  }
}

export function closeIncident(): void {
  rememberView('openIncident', null)
  show(null)
  restart({ view: 'library' })
}
