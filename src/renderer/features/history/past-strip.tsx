import { History as HistoryIcon, RotateCcw } from 'lucide-react'
import { useOpened } from '../../state/open-incident.ts'
import { leavePast } from '../../state/past.ts'
import { useSession } from '../../state/session.ts'
import { historyStrings } from '../../strings/history.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { exactTime, timeInWords } from '../../strings/times.ts'
import { Button, Strip } from '../../ui/index.ts'
import { offerPutBack } from './put-back.ts'

/** Says that what is shown is not the incident as it is, and leads back to it. */
export function PastStrip() {
  const t = useStrings(historyStrings)
  const language = useLanguage()
  const past = useOpened((state) => state.past)
  const id = useOpened((state) => state.current?.incident.id ?? '')
  const libraryReadOnly = useSession((session) => session.library.readOnly)
  if (!past) return null
  const { at, sequence, time, author } = past
  const origin = at.kind === 'backup' ? `${t('pastRevision', { n: sequence })}, ${t('pastBackup')}` : t('pastRevision', { n: sequence })
  return (
    <Strip
      tone="past" icon={HistoryIcon}
      actions={
        <>
          {at.kind === 'whole' || libraryReadOnly ? null : <Button small onClick={() => void offerPutBack(id, at, { sequence, time, language })}><RotateCcw size={13} strokeWidth={1.75} aria-hidden="true" /> {t('putBack')}</Button>}
          <Button small look="primary" onClick={() => void leavePast()}>{t(at.kind === 'whole' ? 'backToRecovery' : 'backToNow')}</Button>
        </>
      }
    >
      {at.kind === 'whole' ? <strong>{t('pastWhole')}</strong> : <><strong title={exactTime(time, language)}>{t('past', { time: timeInWords(time, language) })}</strong>, {origin}{author ? `, ${t('by', { author })}` : ''}.</>} {t('readOnly')}
    </Strip>
  )
}
