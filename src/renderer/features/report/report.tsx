import { useState } from 'react'
import { useIncident } from '../../state/open-incident.ts'
import { useReportOptions } from '../../state/report-options.ts'
import { useStrings } from '../../strings/index.ts'
import { reportStrings } from '../../strings/report.ts'
import { Button, EmptyState, Segmented, useElementWidth } from '../../ui/index.ts'
import { Preflight } from './preflight.tsx'
import styles from './report.module.css'
import { Settings } from './settings.tsx'
import { usePreview } from './use-preview.ts'

/** An A4 page at 96 dots per inch with a strip of desk on both sides. */
const pageWidth = 840

/** The report as it will be printed, in one sheet, made smaller where the pane is narrower than paper. */
function Pages({ url, title }: { url: string; title: string }) {
  const { box: pane, width } = useElementWidth(pageWidth)
  const scale = Math.min(1, width / pageWidth)
  return (
    <div ref={pane} className={styles['pane']}>
      {/* The page has no scripts, and its own policy allows none; same-origin lets it load its style sheet and fonts. */}
      <iframe className={styles['pages']} src={url} title={title} sandbox="allow-same-origin" style={{ transform: `scale(${scale})`, width: `${100 / scale}%`, height: `${100 / scale}%` }} />
    </div>
  )
}

type Part = 'settings' | 'preflight'

/** Settings at the left, what should be seen before export beside them, and the report as it will be printed. */
export function Report() {
  const t = useStrings(reportStrings)
  const incident = useIncident()
  const options = useReportOptions(incident)
  const { state, answer, again } = usePreview(incident.id, options)
  const [part, setPart] = useState<Part>('settings')
  const problems = answer?.problems ?? []
  return (
    <main className={styles['report']} data-part={part}>
      <div className={styles['left']}>
        <div className={styles['choice']}>
          <Segmented label={t('tabs')} value={part} options={[{ value: 'settings', label: t('settings') }, { value: 'preflight', label: `${t('preflight')} ${problems.length}` }]} onChange={setPart} />
        </div>
        <Settings incident={incident} options={options} mustFix={problems.filter((problem) => problem.severity === 'must').length} />
        <Preflight incident={incident} problems={problems} ready={state === 'ready'} />
      </div>
      <section className={styles['preview']} data-pane="preview" aria-label={t('preview')} aria-busy={state === 'preparing'}>
        {answer === null && state === 'failed' ? (
          <EmptyState title={t('previewFailed')} actions={<Button look="primary" onClick={again}>{t('tryAgain')}</Button>} />
        ) : (
          <>
            <p role="status" className={styles['preparing']}>{state === 'preparing' ? t('preparing') : null}</p>
            {answer === null ? null : <Pages key={answer.url} url={answer.url} title={t('previewOf', { title: incident.title })} />}
          </>
        )}
      </section>
    </main>
  )
}
