import type { IncidentSummary } from '#domain/incident/index.ts'
import type { EventName } from './channels.ts'
import type { ImportProgress } from './imports.ts'
import type { Change, SaveState } from './ipc.ts'
import type { Damaged } from './safety.ts'
import type { VaultProgress } from './vault.ts'

/** What main tells the windows without being asked. */
export type Events = {
  'incident:changed': Change
  /** One incident of the list is as said now; null: the list is another one, to be asked for again. `damaged`: those that cannot be followed. */
  'library:changed': { summary: IncidentSummary | null; damaged: Damaged[] }
  'save:state': SaveState
  /** A native menu item was chosen; the id is one of the command registry. */
  'menu:command': { id: string }
  'theme:changed': { dark: boolean }
  'vault:progress': VaultProgress
  'import:progress': ImportProgress
}
type Complete = { [N in EventName]: Events[N] }
export type EventPayload<N extends EventName> = Complete[N]
