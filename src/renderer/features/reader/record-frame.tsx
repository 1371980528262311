import type { KeyboardEvent, ReactNode } from 'react'
import { useIncident } from '../../state/open-incident.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { Button, EvidenceQuote, sourceName } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { leaveRecord } from './records.ts'
import type { RecordDraft } from './record-draft.ts'

/** Enter in a field of one line ends a form, as everywhere; in prose it begins a line, on a button it presses. */
export const savesByEnter = ({ target, shiftKey, altKey, nativeEvent }: Pick<KeyboardEvent, 'target' | 'shiftKey' | 'altKey' | 'nativeEvent'>): boolean =>
  !shiftKey && !altKey && !nativeEvent.isComposing && target instanceof HTMLElement && target.matches('input:not([type=checkbox]):not([type=radio]), select')

/** A form beside the text: the words it is about, Enter or Ctrl+Enter saves, Escape leaves. `missing`: what is still needed. */
export function RecordFrame({ draft, title, missing, onSave, children }: { draft: RecordDraft; title: string; missing: string | null; onSave: () => void; children: ReactNode }) {
  const t = useStrings(marking)
  const words = useStrings(common)
  const incident = useIncident()
  const source = incident.sources[draft.sourceId]
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') leaveRecord()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || savesByEnter(event))) {
      if (missing === null) onSave()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className={styles['form']} aria-label={title} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <h3>{title}</h3>
      <EvidenceQuote quote={draft.quote} place={source ? sourceName(source) : ''} />
      {children}
      {missing === null ? null : <p className={styles['problem']} role="status">{t('missing', { what: missing })}</p>}
      <div className={styles['buttons']}>
        <Button small look="primary" shortcut="Ctrl+Enter" disabled={missing !== null} title={missing === null ? undefined : t('missing', { what: missing })} onClick={onSave}>{words('save')}</Button>
        <Button small onClick={leaveRecord}>{words('cancel')}</Button>
      </div>
    </form>
  )
}
