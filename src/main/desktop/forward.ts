import { changeOf, damagedOf } from '../handlers/index.ts'
import type { Library } from '../store/index.ts'
import { broadcast } from './broadcast.ts'

/** Tells every window what happens in the library. */
export function forward(library: Library): void {
  library.on((event) => {
    if (event.type === 'change') broadcast('incident:changed', changeOf(event.change))
    if (event.type === 'save') return broadcast('save:state', library.saveState)
    broadcast('library:changed', { summary: event.type === 'change' ? library.summary(event.change.id) : null, damaged: damagedOf(library) })
  })
}
