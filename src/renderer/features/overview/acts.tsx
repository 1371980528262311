import { History, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { compareDates, formatEdtf } from '#domain/dates/index.ts'
import type { Attribution, Incident, Response } from '#domain/incident/index.ts'
import { itemTitles } from '#domain/timeline/index.ts'
import { recordOfKey, useWanted } from '../../state/drafts.ts'
import { goToHistory } from '../../state/navigation.ts'
import { apply, useIncident, useReadOnly } from '../../state/open-incident.ts'
import { common } from '../../strings/common.ts'
import { historyStrings } from '../../strings/history.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { responseName } from '../../strings/names.ts'
import { overview } from '../../strings/overview.ts'
import { Button, IconButton } from '../../ui/index.ts'
import styles from './acts.module.css'
import { AttributionForm } from './attribution-form.tsx'
import { ResponseForm } from './response-form.tsx'
import { BackgroundMark, Section, SomeEvidence } from './section.tsx'

/** What one party did: its date, what it was, its words, and what can be done with the record. */
function Act({ itemKey, date, readOnly, name, onEdit, onDelete, children }: { itemKey: string; date: string | null; readOnly: boolean; name: string; onEdit: () => void; onDelete: () => void; children: ReactNode }) {
  const words = useStrings(common)
  const h = useStrings(historyStrings)
  const language = useLanguage()
  return (
    <li className={styles['act']} data-key={itemKey} tabIndex={-1}>
      <span className={styles['date']}>{formatEdtf(date, language)}</span>
      <div className={styles['body']}>{children}</div>
      {readOnly ? null : (
        <div className={styles['tools']}>
          <IconButton small label={`${h('historyOf')}: ${name}`} onClick={() => goToHistory(itemKey)}><History size={14} strokeWidth={1.75} /></IconButton>
          <IconButton small label={`${words('edit')}: ${name}`} onClick={onEdit}><Pencil size={14} strokeWidth={1.75} /></IconButton>
          <IconButton small label={`${words('delete')}: ${name}`} onClick={onDelete}><Trash2 size={14} strokeWidth={1.75} /></IconButton>
        </div>
      )}
    </li>
  )
}

/** A full square is an own finding, an empty one goes along with somebody's, a cross disputes: never a colour alone. */
function Stance({ stance }: { stance: Attribution['stance'] }) {
  const t = useStrings(overview)
  return <span className={styles['stance']}><span className={styles['sign']} data-stance={stance} aria-hidden="true" />{t(`stance_${stance}`)}</span>
}

function AttributionLines({ incident, attribution }: { incident: Incident; attribution: Attribution }) {
  const t = useStrings(overview)
  const words = useStrings(common)
  const language = useLanguage()
  return (
    <>
      <p className={styles['who']}><strong>{attribution.by.name}</strong> <Stance stance={attribution.stance} /> <BackgroundMark standing={attribution.standing} /></p>
      <p>{t('to')}: {attribution.to.map((target) => target.name).join(', ')}</p>
      <p className={styles['quiet']}>{t('strengthLine')}: {attribution.strength ?? words('notStated')}. {t('basisLine')}: {t(`basis_${attribution.basis}`)}.</p>
      {attribution.relations.map(({ kind, attributionId }) => {
        const other = incident.attributions[attributionId]
        return other ? <p key={kind + attributionId} className={styles['quiet']}>{t(`relation_${kind}`)}: {itemTitles(language).attribution(other)}</p> : null
      })}
      {attribution.note ? <p>{attribution.note}</p> : null}
      <SomeEvidence incident={incident} evidence={attribution.evidence} />
    </>
  )
}

function ResponseLines({ incident, response }: { incident: Incident; response: Response }) {
  const t = useStrings(overview)
  const language = useLanguage()
  return (
    <>
      <p className={styles['who']}><strong>{response.actor.name}</strong> <span className={styles['stance']}>{responseName(response.type, language)}</span> <BackgroundMark standing={response.standing} /></p>
      {response.description ? <p>{response.description}</p> : null}
      {response.type === 'statement-of-support' ? <p className={styles['quiet']}>{t('support')}</p> : null}
      <SomeEvidence incident={incident} evidence={response.evidence} />
    </>
  )
}

/** Which form is open: for a new record, for the one with this id, or none. */
type Editing = 'new' | { id: string } | null
const isEditing = (editing: Editing, id: string) => editing !== null && editing !== 'new' && editing.id === id
const inOrder = <Item extends { date: { edtf: string | null } }>(items: Record<string, Item>) => Object.values(items).toSorted((a, b) => compareDates(a.date.edtf, b.date.edtf))

/** Which form is open; one with unfinished writing opens when a person asks to go on with it. */
function useEditing(form: 'attribution' | 'response') {
  const [editing, setEditing] = useState<Editing>(null)
  useWanted(form, ({ key }) => {
    const id = recordOfKey(key).split('/')[1]
    setEditing(id === undefined ? 'new' : { id })
  })
  return [editing, setEditing] as const
}

export function Attributions() {
  const t = useStrings(overview)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const [editing, setEditing] = useEditing('attribution')
  const list = inOrder(incident.attributions)
  const done = () => setEditing(null)
  return (
    <Section name="attributions" count={list.length} none={t('noneAttributions')} action={readOnly ? null : <Button small aria-label={t('newAttribution')} onClick={() => setEditing('new')}><Plus size={13} strokeWidth={1.75} aria-hidden="true" /> {t('addAttribution')}</Button>}>
      {editing === 'new' ? <AttributionForm incident={incident} onDone={done} /> : null}
      <ul>
        {list.map((attribution) =>
          isEditing(editing, attribution.id) ? (
            <li key={attribution.id}><AttributionForm incident={incident} attribution={attribution} onDone={done} /></li>
          ) : (
            <Act key={attribution.id} itemKey={`attributions/${attribution.id}`} date={attribution.date.edtf} readOnly={readOnly} name={attribution.by.name} onEdit={() => setEditing({ id: attribution.id })} onDelete={() => void apply({ type: 'attribution.remove', id: attribution.id })}>
              <AttributionLines incident={incident} attribution={attribution} />
            </Act>
          ),
        )}
      </ul>
    </Section>
  )
}

export function Responses() {
  const t = useStrings(overview)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const [editing, setEditing] = useEditing('response')
  const list = inOrder(incident.responses)
  const done = () => setEditing(null)
  return (
    <Section name="responses" count={list.length} none={t('noneResponses')} action={readOnly ? null : <Button small aria-label={t('newResponse')} onClick={() => setEditing('new')}><Plus size={13} strokeWidth={1.75} aria-hidden="true" /> {t('addResponse')}</Button>}>
      {editing === 'new' ? <ResponseForm incident={incident} onDone={done} /> : null}
      <ul>
        {list.map((response) =>
          isEditing(editing, response.id) ? (
            <li key={response.id}><ResponseForm incident={incident} response={response} onDone={done} /></li>
          ) : (
            <Act key={response.id} itemKey={`responses/${response.id}`} date={response.date.edtf} readOnly={readOnly} name={response.actor.name} onEdit={() => setEditing({ id: response.id })} onDelete={() => void apply({ type: 'response.remove', id: response.id })}>
              <ResponseLines incident={incident} response={response} />
            </Act>
          ),
        )}
      </ul>
    </Section>
  )
}
