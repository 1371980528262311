import { useEffect, useMemo, useState } from 'react'
import { comparedCase } from '#domain/compare/index.ts'
import { compareWithSimilar, comparedIncidents, enterComparison, useComparison } from '../../state/comparison.ts'
import { useIncident } from '../../state/open-incident.ts'
import { recallView, rememberView } from '../../state/session.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useStrings } from '../../strings/index.ts'
import { Button } from '../../ui/index.ts'
import { CasesPane } from './cases-pane.tsx'
import { Chart } from './chart.tsx'
import styles from './compare.module.css'
import { IntervalTable } from './interval-table.tsx'
import { RecordPane } from './record-pane.tsx'
import { Toolbar } from './toolbar.tsx'
import { Segmented } from '../../ui/index.ts'

const paneName = 'comparePane'
type Part = 'cases' | 'record'

/** The open incident beside others: one axis, one table of intervals, and the record behind every date. */
export function Compare() {
  const t = useStrings(compareStrings)
  const own = useIncident()
  const { incidentId, ids, read, alignment, chosen, loading, missing } = useComparison()
  useEffect(() => enterComparison(own.id), [own.id])
  const ready = incidentId === own.id
  const incidents = useMemo(() => (ready ? comparedIncidents(own, { ids, read }) : [own]), [ready, own, ids, read])
  const cases = useMemo(() => incidents.map(comparedCase), [incidents])
  const [open, setOpen] = useState(() => recallView(paneName) !== false)
  const [part, setPart] = useState<Part>('cases')
  const [shown, setShown] = useState(chosen)
  // What is chosen shows its record; the tab is only changed by a new choice, so one can go back to the cases.
  if (shown !== chosen) {
    setShown(chosen)
    if (chosen !== null) setPart('record')
  }
  const toggle = () => {
    setOpen(!open)
    rememberView(paneName, !open)
  }
  return (
    <main className={styles['compare']} data-pane-open={open}>
      <div className={styles['work']}>
        <Toolbar incidents={incidents} alignment={alignment} paneOpen={open} onPane={toggle} />
        <p role="status" className={styles['status']}>{loading ? t('loading') : missing.length > 0 ? t('missing', { n: missing.length }) : null}</p>
        <section className={styles['upper']} data-pane="chart" aria-label={t('chart')}>
          <Chart incidents={incidents} alignment={alignment} chosen={chosen} />
          {ids.length === 0 ? (
            <div className={styles['alone']}>
              <p><strong>{t('alone')}</strong> {t('aloneText')}</p>
              <Button look="primary" onClick={() => void compareWithSimilar()}>{t('fiveSimilar')}</Button>
            </div>
          ) : null}
        </section>
        <section className={styles['lower']} data-pane="table" aria-label={t('table')}>
          <IntervalTable cases={cases} ownId={own.id} alignment={alignment} chosen={chosen} />
        </section>
      </div>
      {open ? (
        <aside className={styles['pane']} data-pane="side" aria-label={t('pane')}>
          <header className={styles['paneHead']}>
            <Segmented label={t('tabs')} value={part} options={[{ value: 'cases', label: t('cases') }, { value: 'record', label: t('record') }]} onChange={setPart} />
          </header>
          {part === 'cases' ? <CasesPane own={own} incidents={incidents} /> : <RecordPane incidents={incidents} cases={cases} alignment={alignment} chosen={chosen} />}
        </aside>
      ) : null}
    </main>
  )
}
