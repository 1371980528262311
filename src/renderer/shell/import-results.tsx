import { X } from 'lucide-react'
import type { ImportResult } from '#contract/index.ts'
import { importCopy, putAwayResults, useImports } from '../state/imports.ts'
import { openIncident } from '../state/incidents.ts'
import { goToQuote } from '../state/navigation.ts'
import { useOpened } from '../state/open-incident.ts'
import { failureText } from '../strings/failures.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Button, IconButton } from '../ui/index.ts'
import styles from './import-results.module.css'

async function open({ incidentId, sourceId }: ImportResult) {
  if (incidentId !== null && useOpened.getState().current?.incident.id !== incidentId) await openIncident(incidentId)
  if (sourceId !== null) goToQuote(sourceId, null)
}

function Line({ result }: { result: ImportResult }) {
  const t = useStrings(shell)
  const language = useLanguage()
  return (
    <li className={styles['line']}>
      <div className={styles['words']}>
        <p className={styles['name']} title={result.name}>{result.name}</p>
        <p className={styles['outcome']} data-outcome={result.outcome}>
          {t(result.outcome)}
          {result.outcome === 'refused' ? `: ${failureText(language, result.code, 'refused')}` : null}
          {result.outcome === 'refused' && result.where !== '' && result.where !== result.name ? <span className={styles['where']}> {result.where}</span> : null}
        </p>
      </div>
      {result.copyToken === undefined ? null : <Button small onClick={() => void importCopy(result)}>{t('importCopy')}</Button>}
      {result.outcome === 'refused' || (result.incidentId === null && result.sourceId === null) ? null : <Button small onClick={() => void open(result)}>{t('openIt')}</Button>}
    </li>
  )
}

/** What became of each file; stays until put away, in nobody's way. */
export function ImportResults() {
  const t = useStrings(shell)
  const { busy, results } = useImports()
  if (busy === 0 && results.length === 0) return null
  return (
    <section className={styles['panel']} data-pane="import" aria-label={t('importResults')}>
      <header>
        <p role="status" className={styles['title']}>{busy > 0 ? t('importing', { n: busy }) : t('importResults')}</p>
        {results.length > 0 ? <IconButton small label={t('dismiss')} onClick={putAwayResults}><X size={14} strokeWidth={1.75} /></IconButton> : null}
      </header>
      {results.length > 0 ? <ul className={styles['list']}>{results.map((result, index) => <Line key={`${result.name}-${index}`} result={result} />)}</ul> : null}
    </section>
  )
}
