import type { BackupKeeper } from './backup-keeper.ts'
import type { IncidentSession, SessionHost } from './incident-session.ts'
import type { Layout } from './layout.ts'
import type { LibraryEvent, Settled } from './library-options.ts'
import type { Sources } from './sources.ts'
import type { Summaries } from './summaries.ts'

/** Puts what a session holds into the list. */
export function noteSession(summaries: Summaries, { view: { incident, sequence }, changedAt, size }: IncidentSession): void {
  summaries.set({ incident, sequence, changedAt, historyBytes: size })
}

type Around = { at: Layout; options: Settled; sources: Sources; summaries: Summaries; keeper: BackupKeeper; emit: (event: LibraryEvent) => void }

/** What the sessions of a library stand on, and whom they tell: its list, its backups and those who listen. */
export function sessionHost({ at, options: { files, author, now, schema }, sources, summaries, keeper, emit }: Around): SessionHost {
  return {
    at, schema, files, author, now,
    readText: (sha256) => sources.readText(sha256),
    touched: (id) => summaries.touch(id),
    changed: (change, historyBytes, changedAt) => {
      summaries.set({ incident: change.incident, sequence: change.sequence, changedAt, historyBytes })
      keeper.changed(change.id)
      emit({ type: 'change', change })
    },
    reloaded: (session) => {
      noteSession(summaries, session)
      emit({ type: 'list' })
    },
    saveState: (id, save) => emit({ type: 'save', id, save }),
  }
}
