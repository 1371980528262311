import { basename } from 'node:path'
import { firstPage, type Bootstrap, type Handlers } from '#contract/index.ts'
import { damagedOf } from './incident.ts'
import type { Ports } from './ports.ts'

/** Who else writes to the library, as the windows say it. */
const lockedByOf = ({ lockedBy }: Ports['library']) => lockedBy && { host: lockedBy.host, pid: lockedBy.pid, time: lockedBy.time }

/** What a window may ask whether a library is open or not. */
export function alwaysHandlers({ desk, quit, settingsChanged }: Pick<Ports, 'desk' | 'quit' | 'settingsChanged'>): Pick<Handlers, 'app:quit' | 'settings:update'> {
  return {
    'app:quit': async () => {
      // After the answer is on its way: the window that asked is about to close.
      setImmediate(quit)
      return {}
    },
    'settings:update': async (changes) => {
      const settings = await desk.update(changes)
      settingsChanged(settings)
      return settings
    },
  }
}

export function appHandlers(ports: Ports): Pick<Handlers, 'app:bootstrap' | 'app:quit' | 'settings:update'> {
  const { library, references, desk } = ports
  const bootstrap = async (): Promise<Bootstrap> => ({
    version: ports.version,
    runtime: ports.runtime(),
    settings: desk.settings(),
    library: { name: library.name || basename(library.path), path: library.path, readOnly: library.readOnly, locked: library.locked, lockedBy: lockedByOf(library) },
    ...library.page(0, firstPage),
    damaged: damagedOf(library),
    references: await references.list(),
    openFirst: ports.openFirst(),
    save: library.saveState,
  })
  return { ...alwaysHandlers(ports), 'app:bootstrap': bootstrap }
}
