import { X } from 'lucide-react'
import { formatEdtf } from '#domain/dates/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { useSession } from '../../state/session.ts'
import { common } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { library } from '../../strings/library.ts'
import { countryName } from '../../strings/names.ts'
import { Button, IconButton, TlpChip } from '../../ui/index.ts'
import { actorsOf, statusKeys, Trouble, victimsOf } from './columns.tsx'
import type { Row } from './filter.ts'
import styles from './preview.module.css'
import { SmallTimeline } from './small-timeline.tsx'

const counted = ['sources', 'annotations', 'events', 'attributions', 'responses', 'openConflicts'] as const

function Counts({ row }: { row: Row }) {
  const t = useStrings(library)
  return (
    <dl className={styles['counts']}>
      {counted.map((name) => (
        <div key={name} data-open={name === 'openConflicts' && row.counts[name] > 0}>
          <dt>{t(name)}</dt>
          <dd>{row.counts[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Facts({ row, incident }: { row: Row; incident: Incident | null }) {
  const t = useStrings(library)
  const words = useStrings(common)
  const language = useLanguage()
  const aliases = incident?.actorIds.flatMap((id) => incident.entities[id]?.aliases.slice(0, 2).map((alias) => alias.name) ?? []) ?? []
  return (
    <dl className={styles['facts']}>
      <div><dt>{t('actor')}</dt><dd>{actorsOf(row, t)} <span className={styles['quiet']}>{aliases.join(', ')}</span></dd></div>
      <div><dt>{t('victim')}</dt><dd>{victimsOf(row, language, words('notStated'), t)}</dd></div>
      <div><dt>{t('sponsorShort')}</dt><dd>{row.sponsorStates.map((code) => countryName(code, language)).join(', ') || words('notStated')}</dd></div>
      <div><dt>{t('activity')}</dt><dd>{formatEdtf(row.activity, language)}</dd></div>
      {incident ? <div><dt>{t('detected')}</dt><dd>{incident.dates.detected.edtf === null ? words('notKnown') : formatEdtf(incident.dates.detected.edtf, language)}</dd></div> : null}
      <div><dt>{t('attributedOn')}</dt><dd>{row.attributed === null ? t('never') : formatEdtf(row.attributed, language)}</dd></div>
      {row.tags.length > 0 ? <div><dt>{t('tags')}</dt><dd>{row.tags.map((tag) => `#${tag}`).join(' ')}</dd></div> : null}
    </dl>
  )
}

type PreviewProps = { row: Row | undefined; incident: Incident | null; open: boolean; onOpen: (id: string) => void; onDelete: (row: Row) => void; onClose: () => void }

/** What the selected incident is, before it is opened. */
export function Preview({ row, incident, open, onOpen, onDelete, onClose }: PreviewProps) {
  const t = useStrings(library)
  const words = useStrings(common)
  const readOnly = useSession((session) => session.library.readOnly)
  if (!row) return <aside className={styles['preview']} data-open={open} aria-label={t('preview')}><p className={styles['nothing']}>{words('nothingSelected')}</p></aside>
  return (
    <aside className={styles['preview']} data-pane="preview" data-open={open} aria-label={t('preview')}>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={row.title}>
        <header className={styles['head']}>
          <p className={styles['labels']}>
            <TlpChip label={row.tlp} />
            {row.trouble === null ? <span>{t(statusKeys[row.status])}</span> : <Trouble state={row.trouble} />}
            {row.origin === 'sample' ? <span className={styles['quiet']}>{t('sample')}</span> : null}
            <span className={styles['closer']}><IconButton small label={t('closePreview')} onClick={onClose}><X size={14} strokeWidth={1.75} /></IconButton></span>
          </p>
          <h2>{row.title}</h2>
          <p className={styles['summary']}>{incident ? incident.summary || t('noSummary') : null}</p>
        </header>
        {incident ? <SmallTimeline incident={incident} /> : null}
        <Counts row={row} />
        <Facts row={row} incident={incident} />
      </div>
      <footer className={styles['foot']}>
        <Button look="primary" shortcut="Enter" onClick={() => onOpen(row.id)}>{t(row.trouble === null ? 'open' : 'seeTrouble')}</Button>
        <span className={styles['spring']} />
        {row.own && readOnly ? null : row.own ? <Button look="quiet" onClick={() => onDelete(row)}>{t('remove1')}</Button> : <span className={styles['quiet']}>{t('references')}</span>}
      </footer>
    </aside>
  )
}
