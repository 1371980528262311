import { dayZeroOf, intervalInWords, intervalNames, intervalTitles, isReversed, milestoneTitles, momentBounds, momentMarks, offsetInWords, offsetsFrom, startBounds, startMarks, type Alignment, type ComparedCase } from '#domain/compare/index.ts'
import { formatEdtf, readBack } from '#domain/dates/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { openRecord, openWords, useComparison, type Chosen } from '../../state/comparison.ts'
import { common } from '../../strings/common.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { Button, EvidenceList } from '../../ui/index.ts'
import { statementOf, type Statement } from './chosen.ts'
import styles from './pane.module.css'

/** Days of a statement from the day zero of its case; null on the calendar and without a day zero. */
function offsetOf({ edtf, name }: Statement, compared: ComparedCase | undefined, alignment: Alignment, language: 'en' | 'cs'): string | null {
  const zero = compared === undefined || alignment === 'absolute' ? null : dayZeroOf(compared.milestones[alignment])
  if (zero === null || edtf === null) return null
  const isStart = name === 'activity'
  return offsetInWords(offsetsFrom(zero, isStart ? startBounds(edtf) : momentBounds(edtf)), language, isStart ? startMarks(edtf) : momentMarks(edtf))
}

/** What is stated of a milestone, in whose words, and the way to its record. */
export function RecordPane({ incidents, cases, alignment, chosen }: { incidents: readonly Incident[]; cases: readonly ComparedCase[]; alignment: Alignment; chosen: Chosen | null }) {
  const t = useStrings(compareStrings)
  const words = useStrings(common)
  const language = useLanguage()
  const home = useComparison((state) => state.incidentId)
  const incident = incidents.find(({ id }) => id === chosen?.caseId)
  const statement = incident && chosen ? statementOf(incident, chosen.what, language) : null
  if (!incident || !statement) return <p className={styles['nothing']}>{t('nothingChosen')}</p>
  const compared = cases.find(({ id }) => id === incident.id)
  const { name, title, edtf, wording, itemKey, evidence } = statement
  const offset = offsetOf(statement, compared, alignment, language)
  const elsewhere = incident.id !== home
  const reversed = compared === undefined ? [] : intervalNames.filter((one) => isReversed(one, compared.intervals[one]))
  return (
    <div className={styles['body']}>
      <section className={styles['section']}>
        <p className={styles['quiet']}>{incident.shortTitle || incident.title}</p>
        <h2 className={styles['title']}>{name === null ? title : milestoneTitles[language][name]}</h2>
        {name !== null && title !== null ? <p>{title}</p> : null}
        <dl className={styles['facts']}>
          <div><dt>{words('date')}</dt><dd>{edtf === null ? t('noDate') : <><span>{formatEdtf(edtf, language)}</span> <span className="mono">{edtf}</span><br /><span className={styles['quiet']}>{name !== null && name !== 'activity' && edtf.includes('/') ? t('somewhereWithin') : readBack(edtf, language)}</span></>}</dd></div>
          {wording === null ? null : <div><dt>{t('wording')}</dt><dd className="verbatim">{wording}</dd></div>}
          {offset === null ? null : <div><dt>{t('offset')}</dt><dd>{offset}</dd></div>}
        </dl>
        {edtf !== null && itemKey === null ? <p className={styles['quiet']}>{t('onlyKeyDate')}</p> : null}
        {compared === undefined ? null : reversed.map((one) => <p key={one} className={styles['reversed']}>{intervalTitles[language][one]}: {intervalInWords(compared.intervals[one], language)}. {t('reversed')}</p>)}
        <div className={styles['buttons']}>
          <Button look="primary" small onClick={() => void openRecord(incident.id, itemKey)}>{t(itemKey === null ? 'openCase' : 'openRecord')}</Button>
          {elsewhere ? <span className={styles['quiet']}>{t('backHere')}</span> : null}
        </div>
      </section>
      {itemKey === null ? null : (
        <section className={styles['section']}>
          <EvidenceList incident={incident} evidence={evidence} {...(elsewhere ? { onOpen: (sourceId: string, annotationId: string | null) => void openWords(incident.id, sourceId, annotationId) } : {})} />
        </section>
      )}
    </div>
  )
}
