import type { Moment } from '#contract/index.ts'
import { call } from '../api.ts'
import { go, goBack, restart, useNavigation } from './navigation.ts'
import { report } from './notices.ts'
import { show, useOpened } from './open-incident.ts'

/** Shows an incident as it was, read-only, in the very views of the present one. */
export async function showPast(id: string, at: Moment): Promise<void> {
  try {
    const { incident, sequence, time, author } = await call('incident:then', { id, at })
    const isOpen = useOpened.getState().current?.incident.id === id
    show({ incident, sequence, readOnly: true, undo: null, redo: null }, { at, sequence, time, author })
    if (isOpen) go({ view: 'overview', itemKey: null })
    else restart({ view: 'overview' })
  } catch (error) {
    report(error)
  }
}

/** Back to the incident as it is, and to where the look at the past began. */
export async function leavePast(): Promise<void> {
  const { current, past } = useOpened.getState()
  if (!current || !past) return
  const { id } = current.incident
  try {
    show(await call('incident:open', { id }))
  } catch {
    // A damaged incident has no present to go back to; its own screen says why.
    show(null)
    return restart({ view: 'recovery', about: id })
  }
  if (useNavigation.getState().back.some(({ view }) => view === 'history')) while (useNavigation.getState().place.view !== 'history') goBack()
}

/** Puts an earlier state in place as a new revision. @returns the revision it became, or null when it was refused */
export async function putBack(id: string, at: Moment): Promise<number | null> {
  try {
    const { sequence } = await call('incident:put-back', { id, at })
    await leavePast()
    return sequence
  } catch (error) {
    report(error)
    return null
  }
}
