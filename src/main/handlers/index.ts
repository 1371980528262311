import type { Handlers } from '#contract/index.ts'
import { appHandlers } from './app.ts'
import { bundleHandlers } from './bundle.ts'
import { codebookHandlers } from './codebook.ts'
import { compareHandlers } from './compare.ts'
import { documentHandlers } from './document.ts'
import { historyHandlers } from './history.ts'
import { incidentHandlers } from './incident.ts'
import type { Ports } from './ports.ts'
import { reportHandlers } from './report.ts'
import { safetyHandlers } from './safety.ts'
import { suggestHandlers } from './suggest.ts'
import type { OwnNames } from './workplace.ts'

export { alwaysHandlers } from './app.ts'
export { changeOf, damagedOf, openSample } from './incident.ts'
export { Workplace } from './workplace.ts'
export type { DeskPort, Ports } from './ports.ts'

/** Everything a window may ask of main while a library is open; which library that is the workplace answers. */
export const allHandlers = (ports: Ports): Omit<Handlers, OwnNames> => ({
  ...appHandlers(ports),
  ...codebookHandlers(ports),
  ...bundleHandlers(ports),
  ...compareHandlers(ports),
  ...documentHandlers(ports),
  ...incidentHandlers(ports),
  ...reportHandlers(ports),
  ...historyHandlers(ports),
  ...safetyHandlers(ports),
  ...suggestHandlers(ports),
})
