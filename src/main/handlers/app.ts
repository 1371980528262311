import { basename } from 'node:path'
import { firstPage, type Bootstrap, type Handlers } from '#contract/index.ts'
import type { Ports } from './ports.ts'

function noticeOf({ lockedBy, unreadable }: Ports['library']): string | null {
  if (lockedBy) return `in-use: process ${lockedBy.pid} on ${lockedBy.host}`
  return unreadable.length > 0 ? `unreadable: ${unreadable.map(({ id }) => id).join(', ')}` : null
}

export function appHandlers(ports: Ports): Pick<Handlers, 'app:bootstrap' | 'app:quit' | 'settings:update'> {
  const { library, references, desk } = ports
  const bootstrap = async (): Promise<Bootstrap> => ({
    version: ports.version,
    runtime: ports.runtime(),
    settings: desk.settings(),
    library: { name: library.name || basename(library.path), path: library.path, readOnly: library.readOnly, notice: noticeOf(library) },
    ...library.page(0, firstPage),
    references: await references.list(),
    openFirst: ports.openFirst(),
    save: library.saveState,
  })
  return {
    'app:bootstrap': bootstrap,
    'app:quit': async () => {
      // After the answer is on its way: the window that asked is about to close.
      setImmediate(ports.quit)
      return {}
    },
    'settings:update': async (changes) => {
      const settings = await desk.update(changes)
      ports.settingsChanged(settings)
      return settings
    },
  }
}
