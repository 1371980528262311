import { openIncident } from '../state/incidents.ts'
import { restart } from '../state/navigation.ts'
import { useSession } from '../state/session.ts'

/** What the window shows first: what main asks for, else the library, else the first-run choice. */
export async function openFirst(): Promise<void> {
  const { openFirst, incidents } = useSession.getState()
  restart({ view: incidents.length > 0 ? 'library' : 'first-run' })
  if (openFirst) await openIncident(openFirst)
}
