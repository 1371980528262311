import type { OpenIncident } from '#contract/index.ts'
import { call } from '../api.ts'
import { restart, type View } from './navigation.ts'
import { report } from './notices.ts'
import { show } from './open-incident.ts'
import { rememberView } from './session.ts'

function enter(opened: OpenIncident, view: View) {
  show(opened)
  restart({ view, sourceId: firstReadable(opened) })
  rememberView('openIncident', opened.incident.id)
}

const firstReadable = ({ incident }: OpenIncident) => Object.values(incident.sources).find((source) => source.text)?.id ?? null

/** Where an incident opens: in the reader when there is a text to read. */
const viewFor = (opened: OpenIncident): View => (firstReadable(opened) ? 'reader' : 'overview')

export async function openIncident(id: string, view?: View): Promise<void> {
  try {
    const opened = await call('incident:open', { id })
    enter(opened, view ?? viewFor(opened))
  } catch (error) {
    report(error)
  }
}

export async function openSample(): Promise<void> {
  try {
    const opened = await call('sample:open', {})
    enter(opened, viewFor(opened))
  } catch (error) {
    report(error)
  }
}

export async function createIncident(title: string): Promise<void> {
  try {
    enter(await call('incident:create', { title }), 'reader')
  } catch (error) {
    report(error)
  }
}

export function closeIncident(): void {
  rememberView('openIncident', null)
  show(null)
  restart({ view: 'library' })
}
