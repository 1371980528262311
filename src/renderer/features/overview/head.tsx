import { formatEdtf, isExactDay, parseDate } from '#domain/dates/index.ts'
import { tlpLabels, type Head as HeadFields, type Incident, type Tlp } from '#domain/incident/index.ts'
import { apply, useIncident, useReadOnly } from '../../state/open-incident.ts'
import { confirm } from '../../state/overlays.ts'
import { useSession } from '../../state/session.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import { DateField, Select } from '../../ui/index.ts'
import { CommitText } from './commit-text.tsx'
import styles from './head.module.css'
import { TagsField } from './tags-field.tsx'

const update = (changes: Partial<HeadFields>) => apply({ type: 'incident.update', changes })
const filled = (text: string) => text.trim() !== ''

/** Title, bottom line and summary: what the report opens with. */
export function Head() {
  const t = useStrings(overview)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const fresh = Object.keys(incident.sources).length === 0 && incident.summary === '' && !readOnly
  return (
    <div className={styles['head']}>
      {incident.origin === 'reference' ? <p className={styles['note']}>{t('readOnly')}</p> : incident.origin === 'sample' && !readOnly ? <p className={styles['note']}>{t('sampleNote')}</p> : null}
      <CommitText key={`${incident.id}-title`} field="title" label={t('title')} value={incident.title} multiline valid={filled} autoFocus={fresh} readOnly={readOnly} className={styles['title']} onCommit={(title) => update({ title: title.trim().replace(/\s+/g, ' ') })} />
      <CommitText field="shortTitle" label={t('shortTitle')} value={incident.shortTitle} readOnly={readOnly} valid={(text) => text.length <= 80} onCommit={(shortTitle) => update({ shortTitle: shortTitle.trim() })} />
      <CommitText field="bottomLine" label={t('bottomLine')} hint={readOnly ? '' : t('bottomLineHint')} value={incident.bottomLine} multiline readOnly={readOnly} onCommit={(bottomLine) => update({ bottomLine })} />
      <CommitText field="summary" label={t('summary')} value={incident.summary} multiline readOnly={readOnly} onCommit={(summary) => update({ summary })} />
    </div>
  )
}

/** The exact day of a typed date, or null. */
function dayOf(text: string): string | null {
  const edtf = parseDate(text)
  return edtf !== null && isExactDay(edtf) ? edtf : null
}

function CutOff({ incident, readOnly }: { incident: Incident; readOnly: boolean }) {
  const t = useStrings(overview)
  const language = useLanguage()
  const shown = incident.cutOff === null ? '' : formatEdtf(incident.cutOff.slice(0, 10), language)
  const commit = (text: string) => {
    const day = dayOf(text)
    return update({ cutOff: day === null ? null : `${day}T23:59:59Z` })
  }
  return <CommitText label={t('cutOff')} value={shown} readOnly={readOnly} hint={readOnly ? '' : t('cutOffHint', { example: formatEdtf('2025-09-30', language) })} valid={(text) => text.trim() === '' || dayOf(text) !== null} onCommit={commit} />
}

/** Raising protection is one choice; lowering it is asked about. */
function TlpSelect({ incident, readOnly }: { incident: Incident; readOnly: boolean }) {
  const t = useStrings(overview)
  async function choose(to: Tlp) {
    const from = incident.tlp
    const lower = tlpLabels.indexOf(to) < tlpLabels.indexOf(from)
    if (lower && !(await confirm({ title: t('lowerTitle', { from, to }), text: t('lowerText'), action: t('lowerAction') }))) return
    await update({ tlp: to })
  }
  return <Select label={t('tlp')} value={incident.tlp} disabled={readOnly} options={tlpLabels.map((label) => ({ value: label, label: `TLP:${label}` }))} onChange={(to) => void choose(to)} />
}

const statuses = ['in-progress', 'in-review', 'done'] as const

/** What the incident is filed under. */
export function Filing() {
  const t = useStrings(overview)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const incidents = useSession((session) => session.incidents)
  const references = useSession((session) => session.references)
  const known = [...new Set([...incidents, ...references].flatMap((summary) => summary.tags))].toSorted()
  const options = readOnly ? [...statuses, 'reference' as const] : statuses
  return (
    <div className={styles['filing']}>
      <div className={styles['pair']}>
        <TlpSelect incident={incident} readOnly={readOnly} />
        <Select label={t('status')} value={incident.status} disabled={readOnly} options={options.map((status) => ({ value: status, label: t(status) }))} onChange={(status) => void update({ status })} />
      </div>
      <CutOff key={incident.cutOff} incident={incident} readOnly={readOnly} />
      <TagsField tags={incident.tags} known={known} readOnly={readOnly} onChange={(tags) => void update({ tags })} />
    </div>
  )
}

const dateNames = ['activity', 'detected', 'disclosed', 'attributed'] as const

export function KeyDates() {
  const t = useStrings(overview)
  const incident = useIncident()
  const readOnly = useReadOnly()
  return (
    <div className={styles['filing']}>
      {dateNames.map((name) => {
        const { edtf, wording } = incident.dates[name]
        const commit = (changed: string | null) => void update({ dates: { ...incident.dates, [name]: { edtf: changed, wording } } })
        return <DateField key={`${incident.id}-${name}`} label={t(name)} value={edtf} wording={wording} readOnly={readOnly} width={286} onCommit={commit} />
      })}
    </div>
  )
}
