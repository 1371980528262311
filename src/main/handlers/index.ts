import type { Handlers } from '#contract/index.ts'
import { appHandlers } from './app.ts'
import { bundleHandlers } from './bundle.ts'
import { codebookHandlers } from './codebook.ts'
import { documentHandlers } from './document.ts'
import { incidentHandlers } from './incident.ts'
import type { Ports } from './ports.ts'
import { reportHandlers } from './report.ts'

export { changeOf, openSample } from './incident.ts'
export type { DeskPort, Ports } from './ports.ts'

/** Everything a window may ask of main. */
export const allHandlers = (ports: Ports): Handlers => ({ ...appHandlers(ports), ...codebookHandlers(ports), ...bundleHandlers(ports), ...documentHandlers(ports), ...incidentHandlers(ports), ...reportHandlers(ports) })
