import { hasTime } from '#domain/dates/index.ts'
import { rememberView, useSession } from '../../state/session.ts'

const name = 'timelineZone'
/** The zone of this machine, as an IANA name. */
export const localZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
const isUtc = /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal)$/.test(localZone)

/** Whether the choice of a zone changes anything: only where some date states a time of day, and this machine is elsewhere. */
export const zoneMatters = (items: readonly { edtf: string | null }[]): boolean => !isUtc && items.some(({ edtf }) => hasTime(edtf))

/** The zone in which times of day are read, as an IANA name: UTC unless the person chose that of the machine. Remembered. */
export const useZone = (): string => useSession(({ settings }) => (settings.view[name] === 'local' ? localZone : 'UTC'))

/** To the other of the two. */
export function switchZone(): void {
  const { view } = useSession.getState().settings
  rememberView(name, view[name] === 'local' ? 'utc' : 'local')
}
