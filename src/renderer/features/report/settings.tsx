import { LoaderCircle } from 'lucide-react'
import type { ReportOptions } from '#contract/index.ts'
import { leastTlp, tlpLabels, type Incident, type Tlp } from '#domain/incident/index.ts'
import { spoken } from '../../commands/keys.ts'
import { runExport, useExports, type ExportFormat } from '../../state/exports.ts'
import { keepReportOptions } from '../../state/report-options.ts'
import { useStrings } from '../../strings/index.ts'
import { reportStrings } from '../../strings/report.ts'
import { Button, PaneHead, Segmented, Select } from '../../ui/index.ts'
import styles from './settings.module.css'

/** What demands the least label: a stricter source, else the incident. */
function causeOf(incident: Incident, least: Tlp): string | null {
  return incident.tlp === least ? null : (Object.values(incident.sources).find((source) => source.tlp === least)?.citation.title ?? null)
}

function TlpAtMost({ incident, options }: { incident: Incident; options: ReportOptions }) {
  const t = useStrings(reportStrings)
  const least = leastTlp(incident)
  const source = causeOf(incident, least)
  const cause = source === null ? t('tlpIncident') : t('tlpSource', { title: source })
  return (
    <Select
      label={t('tlp')} value={options.tlp} hint={least === 'CLEAR' ? '' : t('tlpLeast', { label: least, cause })}
      options={tlpLabels.map((label) => ({ value: label, label: `TLP:${label}`, disabled: tlpLabels.indexOf(label) < tlpLabels.indexOf(least) }))}
      onChange={(tlp) => keepReportOptions(incident.id, { ...options, tlp })}
    />
  )
}

const formats: { format: ExportFormat; title: 'exportPdf' | 'exportJson' | 'exportSvg' | 'exportPng' | 'exportCsv' | 'exportIcs' | 'exportTimelinejs'; note: 'pdfNote' | 'jsonNote' | 'svgNote' | 'pngNote' | 'csvNote' | 'icsNote' | 'timelinejsNote'; shortcut?: string }[] = [
  { format: 'pdf', title: 'exportPdf', note: 'pdfNote', shortcut: spoken('CmdOrCtrl+E') },
  { format: 'json', title: 'exportJson', note: 'jsonNote', shortcut: spoken('CmdOrCtrl+Shift+E') },
  { format: 'svg', title: 'exportSvg', note: 'svgNote' },
  { format: 'png', title: 'exportPng', note: 'pngNote' },
  { format: 'csv', title: 'exportCsv', note: 'csvNote' },
  { format: 'ics', title: 'exportIcs', note: 'icsNote' },
  { format: 'timelinejs', title: 'exportTimelinejs', note: 'timelinejsNote' },
]

function Exports({ mustFix }: { mustFix: number }) {
  const t = useStrings(reportStrings)
  const { busy, last } = useExports()
  return (
    <section className={styles['exports']} aria-label={t('exports')}>
      {formats.map(({ format, title, note, shortcut }) => (
        <div key={format} className={styles['export']}>
          <Button look={format === 'pdf' ? 'primary' : 'plain'} disabled={busy !== null || mustFix > 0} {...(shortcut ? { shortcut } : {})} onClick={() => void runExport(format)}>{t(title)}</Button>
          <p className={styles['quiet']}>{t(note)}</p>
        </div>
      ))}
      <p role="status" className={styles['busy']}>
        {busy === null ? (mustFix > 0 ? t('fixFirst', { n: mustFix }) : null) : <><LoaderCircle size={14} strokeWidth={1.75} aria-hidden="true" /> {t('working', { format: busy.toUpperCase() })}</>}
      </p>
      {last === null ? null : (
        <dl className={styles['last']}>
          <dt>{t('last')}</dt>
          <dd>{last.path}</dd>
          {last.sha256 === null ? null : <><dt>{t('sha')}</dt><dd className="mono">{last.sha256}</dd></>}
        </dl>
      )}
    </section>
  )
}

/** What the report is made with, and the ways out. */
export function Settings({ incident, options, mustFix }: { incident: Incident; options: ReportOptions; mustFix: number }) {
  const t = useStrings(reportStrings)
  return (
    <section className={styles['settings']} data-pane="settings" aria-label={t('settings')}>
      <PaneHead title={t('settings')}><span className={styles['quiet']}>{t('settingsNote')}</span></PaneHead>
      <div className={styles['fields']}>
        <TlpAtMost incident={incident} options={options} />
        <Segmented showLabel label={t('language')} value={options.language} options={[{ value: 'en', label: t('english') }, { value: 'cs', label: t('czech') }]} onChange={(language) => keepReportOptions(incident.id, { ...options, language })} />
      </div>
      <Exports mustFix={mustFix} />
    </section>
  )
}
