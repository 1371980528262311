import { pageLimit } from '#contract/index.ts'
import type { IncidentSummary } from '#domain/incident/index.ts'
import { call, listen } from '../api.ts'
import { report } from './notices.ts'
import { useSession } from './session.ts'

/** One incident as it is now, first in the list when it is new. */
function putSummary(summary: IncidentSummary): void {
  useSession.setState(({ incidents, total }) => {
    const at = incidents.findIndex(({ id }) => id === summary.id)
    if (at < 0) return { incidents: [summary, ...incidents], total: Math.max(total, incidents.length + 1) }
    return { incidents: incidents.with(at, summary) }
  })
}

/** The reading that is under way; a later one takes its place. */
let reading = 0

/**
 * Reads the whole list in pages, so that tens of thousands of incidents keep nobody waiting: what was read is shown
 * meanwhile. Pages are cut by the time of the last change, so an edit may move an incident over the edge of one; then
 * the count does not come out and the list is read once more.
 */
async function readList(attempts = 3): Promise<void> {
  reading += 1
  const mine = reading
  const found = new Map<string, IncidentSummary>()
  try {
    for (let offset = 0; ; offset += pageLimit) {
      const { total, incidents } = await call('library:page', { offset, limit: pageLimit })
      if (mine !== reading) return
      for (const summary of incidents) found.set(summary.id, summary)
      const isLast = offset + pageLimit >= total
      // What is shown already stays until there is more, so that no row comes and goes.
      if (!isLast) useSession.setState(({ incidents: shown }) => (found.size < 5 * shown.length ? { total } : { incidents: [...found.values()], total }))
      else if (found.size === total || attempts <= 1) return useSession.setState({ incidents: [...found.values()], total })
      else return readList(attempts - 1)
    }
  } catch (error) {
    report(error)
  }
}

/** Reads what the first page left out, and follows the library from then on. */
export function followList(): void {
  listen('library:changed', ({ summary, damaged }) => {
    useSession.setState({ damaged })
    if (summary) putSummary(summary)
    else void readList()
  })
  const { incidents, total } = useSession.getState()
  if (incidents.length < total) void readList()
}
