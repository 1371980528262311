import { X } from 'lucide-react'
import { memo, useEffect } from 'react'
import type { ImportResult } from '#contract/index.ts'
import { cancelImport, cancelImports, importCopy, isRunning, putAway, useImports, type ImportJob } from '../state/imports.ts'
import { openIncident } from '../state/incidents.ts'
import { goToQuote } from '../state/navigation.ts'
import { useOpened } from '../state/open-incident.ts'
import { useOverlays } from '../state/overlays.ts'
import { useEncodingWords } from '../strings/encodings.ts'
import { failureText } from '../strings/failures.ts'
import { imports } from '../strings/imports.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { Button, IconButton } from '../ui/index.ts'
import styles from './import-results.module.css'

async function open({ incidentId, sourceId }: ImportResult) {
  if (incidentId !== null && useOpened.getState().current?.incident.id !== incidentId) await openIncident(incidentId)
  if (sourceId !== null) goToQuote(sourceId, null)
}

const Line = memo(function Line({ job, result }: { job: string; result: ImportResult }) {
  const t = useStrings(imports)
  const language = useLanguage()
  const read = useEncodingWords(result.encoding)
  const isHere = result.outcome === 'imported' || result.outcome === 'duplicate'
  return (
    <li className={styles['line']}>
      <div className={styles['words']}>
        <p className={styles['name']} title={result.name}>{result.name}</p>
        <p className={styles['outcome']} data-outcome={result.outcome} title={read?.said ?? result.detail}>
          {t(result.outcome)}
          {read ? <span> · {read.name}</span> : null}
          {result.outcome === 'refused' ? `: ${failureText(language, result.code, 'refused')}` : null}
          {result.outcome === 'refused' && result.where !== '' && result.where !== result.name ? <span className={styles['where']}> {result.where}</span> : null}
        </p>
      </div>
      {result.copyToken === undefined ? null : <Button small onClick={() => void importCopy(job, result)}>{t('copy')}</Button>}
      {isHere && (result.incidentId !== null || result.sourceId !== null) ? <Button small onClick={() => void open(result)}>{t('openIt')}</Button> : null}
    </li>
  )
})

const outcomes = { imported: 'countImported', duplicate: 'countDuplicate', refused: 'countRefused', cancelled: 'countCancelled' } as const

/** "12 imported · 2 refused": the sum of what the lines say. */
function useSum({ results }: ImportJob): string {
  const t = useStrings(imports)
  const parts = (Object.keys(outcomes) as (keyof typeof outcomes)[]).flatMap((outcome) => {
    const n = results.filter((result) => result.outcome === outcome).length
    return n > 0 ? [t(outcomes[outcome], { n })] : []
  })
  return parts.length > 0 ? parts.join(' · ') : t('nothing')
}

function Head({ job }: { job: ImportJob }) {
  const t = useStrings(imports)
  const sum = useSum(job)
  const { state, done, total } = job
  const title = state === 'done' ? sum : state === 'looking' ? t('looking') : t(state, { done, total })
  return (
    <header>
      <p role="status" className={styles['title']}>{title}</p>
      {isRunning(job)
        ? <Button small shortcut="Esc" title={t('cancelHelp')} disabled={state === 'cancelling'} onClick={() => cancelImport(job.id)}>{t('cancel')}</Button>
        : <IconButton small label={t('putAway')} onClick={() => putAway(job.id)}><X size={14} strokeWidth={1.75} /></IconButton>}
    </header>
  )
}

/** Those not reached share a line: hundreds of the same say nothing that their number does not. */
const mostCancelled = 3

function Job({ job }: { job: ImportJob }) {
  const t = useStrings(imports)
  const numbered = job.results.map((result, number) => ({ result, number }))
  const reached = numbered.filter(({ result }) => result.outcome !== 'cancelled')
  const cancelled = numbered.filter(({ result }) => result.outcome === 'cancelled')
  const shown = [...reached, ...cancelled.slice(0, mostCancelled)]
  // While a job runs, what has just come in is what one looks at.
  const lines = isRunning(job) ? shown.toReversed() : shown
  return (
    <div className={styles['job']}>
      <Head job={job} />
      {isRunning(job) ? <progress className={styles['progress']} aria-label={t('progress')} max={Math.max(1, job.total)} value={job.done} /> : null}
      {isRunning(job) && job.name !== '' ? <p className={styles['reading']} title={job.name}>{t('reading', { name: job.name })}</p> : null}
      {lines.length > 0 ? (
        <ul className={styles['list']}>
          {lines.map(({ result, number }) => <Line key={number} job={job.id} result={result} />)}
          {cancelled.length > mostCancelled ? <li className={styles['line']}><p className={styles['outcome']}>{t('cancelledLines', { n: cancelled.length - mostCancelled })}</p></li> : null}
        </ul>
      ) : null}
    </div>
  )
}

/** Escape stops an import while the focus is in its lines or nowhere; elsewhere it has other work. */
function useEscape(active: boolean) {
  useEffect(() => {
    if (!active) return undefined
    const onKey = (event: KeyboardEvent) => {
      const here = event.target === document.body || (event.target instanceof Element && event.target.closest('[data-pane=import]') !== null)
      if (event.key !== 'Escape' || event.defaultPrevented || !here || useOverlays.getState().overlay !== null) return
      if (cancelImports()) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [active])
}

/** How far each import is and what became of each file; stays until put away, in nobody's way. */
export function ImportResults() {
  const t = useStrings(imports)
  const jobs = useImports((state) => state.jobs)
  useEscape(jobs.some(isRunning))
  if (jobs.length === 0) return null
  return (
    <section className={styles['panel']} data-pane="import" aria-label={t('region')}>
      {jobs.map((job) => <Job key={job.id} job={job} />)}
    </section>
  )
}
