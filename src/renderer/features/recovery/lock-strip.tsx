import { Lock } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../api.ts'
import { report } from '../../state/notices.ts'
import { useSession } from '../../state/session.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { timeInWords } from '../../strings/times.ts'
import { Button, Strip } from '../../ui/index.ts'

/** Why the library is read-only: who writes to it and since when, or that it was opened so. */
export function LockStrip() {
  const t = useStrings(recovery)
  const language = useLanguage()
  const { readOnly, lockedBy, locked } = useSession((session) => session.library)
  const [tried, setTried] = useState(false)
  if (!readOnly) return null
  async function again() {
    setTried(false)
    try {
      await call('library:open', { way: 'again' })
      const { library } = await call('app:bootstrap', {})
      if (!library.readOnly) return window.location.reload()
      useSession.setState({ library })
      setTried(true)
    } catch (error) {
      report(error)
    }
  }
  const who = lockedBy ? t('lockedBy', { host: lockedBy.host, pid: lockedBy.pid, time: timeInWords(lockedBy.time, language) }) : t('lockedUnknown')
  return (
    <Strip tone="note" icon={Lock} actions={<Button small onClick={() => void again()}>{t(locked ? 'tryAgain' : 'openForWriting')}</Button>}>
      {locked ? <>{who} {t('lockedSo')} {tried ? <strong>{t('stillLocked')}</strong> : null}</> : t('lookedAt')}
    </Strip>
  )
}
