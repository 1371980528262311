import { ArrowRight, Eye, RotateCcw } from 'lucide-react'
import { goToHistory } from '../../state/navigation.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { fieldName } from '../../strings/field-names.ts'
import { historyStrings } from '../../strings/history.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { exactTime, timeInWords } from '../../strings/times.ts'
import { Button } from '../../ui/index.ts'
import styles from './history.module.css'
import { valueInWords } from './values.ts'
import { What } from './list.tsx'
import { changeLead, changeName, type Entry, type RecordChange } from './words.ts'

type Field = RecordChange['fields'][number]

function Side({ field, side, collection }: { field: Field; side: 'from' | 'to'; collection: RecordChange['collection'] }) {
  const t = useStrings(historyStrings)
  const language = useLanguage()
  const incident = useIncident()
  const { text, quiet } = valueInWords(field[side], { collection, path: field.path, incident, language })
  const Tag = side === 'from' ? 'del' : 'ins'
  return (
    <Tag className={styles['value']} data-quiet={quiet}>
      <span className="visually-hidden">{t(side)}: </span>
      {text}
    </Tag>
  )
}

/** One field, from what to what. */
function FieldLine({ field, collection }: { field: Field; collection: RecordChange['collection'] }) {
  const language = useLanguage()
  return (
    <div className={styles['field']}>
      <dt>{fieldName(field.path, language)}</dt>
      <dd>
        <Side field={field} side="from" collection={collection} />
        <ArrowRight size={13} strokeWidth={1.75} aria-hidden="true" />
        <Side field={field} side="to" collection={collection} />
      </dd>
    </div>
  )
}

function Change({ change }: { change: RecordChange }) {
  const t = useStrings(historyStrings)
  const language = useLanguage()
  const { collection, id, fields, verb } = change
  const name = changeName(change, language)
  const key = collection === 'incident' ? 'incident' : `${collection}/${id}`
  return (
    <li className={styles['change']}>
      <p className={styles['changeHead']}>
        <span className={styles['verb']} data-verb={verb}>{changeLead(change, language)}</span>
        <Button small look="quiet" title={t('historyOf')} aria-label={`${t('historyOf')}: ${name || t('theIncident')}`} onClick={() => goToHistory(key)}>{t('history')}</Button>
      </p>
      {name === '' ? null : collection === 'annotations' ? <q className={styles['verbatimBlock']}>{name}</q> : <p>{name}</p>}
      {fields.length > 0 ? <dl>{fields.map((field) => <FieldLine key={field.path.join('.')} field={field} collection={collection} />)}</dl> : null}
    </li>
  )
}

type DetailsProps = { entry: Entry | undefined; isNewest: boolean; onView: (entry: Entry) => void; onPutBack: (entry: Entry) => void }

/** One revision: who, when, what, each field from old to new; and the ways to look at it and to put it back. */
export function RevisionDetails({ entry, isNewest, onView, onPutBack }: DetailsProps) {
  const t = useStrings(historyStrings)
  const language = useLanguage()
  const readOnly = useReadOnly()
  if (!entry) return <aside className={styles['details']} aria-label={t('details')} />
  const more = entry.changed - entry.changes.length
  return (
    <aside className={styles['details']} data-pane="revision" aria-label={t('details')}>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('revision', { n: entry.sequence })}>
        <header className={styles['detailsHead']}>
          <h2>{t('revision', { n: entry.sequence })}{isNewest ? <span className={styles['aside']}> {t('newest')}</span> : null}</h2>
          <p className={styles['quiet']} title={exactTime(entry.time, language)}>{timeInWords(entry.time, language)}, {t('by', { author: entry.author || t('nobody') })}</p>
          <p className={styles['whole']}><What entry={entry} /></p>
        </header>
        {entry.changes.length > 0 ? (
          <section aria-label={t('changes')}>
            <h3>{t('changes')}</h3>
            <ul>{entry.changes.map((change) => <Change key={`${change.collection}/${change.id}`} change={change} />)}</ul>
            {more > 0 ? <p className={styles['quiet']}>{t('more', { n: more })}</p> : null}
          </section>
        ) : null}
      </div>
      <footer className={styles['foot']}>
        {isNewest ? <span className={styles['quiet']}>{t('isNow')}</span> : (
          <>
            <Button look="primary" shortcut="Enter" onClick={() => onView(entry)}><Eye size={14} strokeWidth={1.75} aria-hidden="true" /> {t('view')}</Button>
            {readOnly ? null : <Button onClick={() => onPutBack(entry)}><RotateCcw size={14} strokeWidth={1.75} aria-hidden="true" /> {t('putBack')}</Button>}
          </>
        )}
      </footer>
    </aside>
  )
}
