import { FileClock, ListChecks } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { proposedFields } from '#domain/command/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import type { Source } from '#domain/incident/index.ts'
import { register } from '../../commands/registry.ts'
import { useIncident, useOpened, useReadOnly } from '../../state/open-incident.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { encodings, useEncodingWords } from '../../strings/encodings.ts'
import { sourceStrings } from '../../strings/sources.ts'
import { Button, Strip } from '../../ui/index.ts'
import { authorsOf, confirmAll, confirmChosen, factsCommands, openFacts, settleFile, unconfirmed, useFactsForm } from './source-facts.ts'
import { SourceForm } from './source-form.tsx'
import styles from './source-strips.module.css'
import { useVersionCommands, VersionStrip } from './version-strip.tsx'

/** What there is to say about a source before its text: what it proposes about itself, and the form that changes it. */
export function SourceStrips({ source }: { source: Source }) {
  const readOnly = useReadOnly()
  const past = useOpened((state) => state.past !== null)
  const editing = useFactsForm((state) => state.sourceId === source.id)
  useEffect(() => register(...factsCommands), [])
  useVersionCommands()
  return (
    <div className={styles['strips']}>
      {readOnly || past ? null : editing ? <SourceForm key={source.id} source={source} /> : <Proposed source={source} />}
      {readOnly || past ? null : <VersionStrip source={source} />}
    </div>
  )
}

function valueIn(source: Source, field: ReturnType<typeof proposedFields>[number], language: 'en' | 'cs'): string {
  switch (field) {
    case 'title':
    case 'publisher':
      return source.citation[field] ?? ''
    case 'author':
      return authorsOf(source)
    case 'date':
      return formatEdtf(source.date, language)
    case 'language':
      return new Intl.DisplayNames([language], { type: 'language' }).of(source.language ?? 'und') ?? source.language ?? ''
  }
}

function Proposed({ source }: { source: Source }) {
  const t = useStrings(sourceStrings)
  const language = useLanguage()
  const { sources } = useIncident()
  const fields = proposedFields(source)
  const created = source.proposed?.created
  const words = useStrings(encodings)
  const encoding = useEncodingWords(source.capture?.encoding)
  const unreadable = source.capture?.unreadable ?? 0
  if (fields.length === 0) return created === undefined ? null : <Created source={source} created={created} />
  const others = unconfirmed(sources)
  const from = (field: (typeof fields)[number]) => {
    const origin = source.proposed?.[field]
    return origin === undefined || origin === 'document' ? '' : ` (${t(`from_${origin}`)})`
  }
  const actions = (
    <>
      <Button small look="primary" shortcut="F9" onClick={confirmChosen}>{t('confirm')}</Button>
      <Button small shortcut="F4" onClick={() => openFacts(source.id)}>{t('change')}</Button>
      {others > 1 ? <Button small shortcut="Shift+F9" onClick={confirmAll}>{t('confirmAll', { n: others })}</Button> : null}
    </>
  )
  return (
    <Strip tone="note" icon={ListChecks} actions={actions}>
      <p className={styles['lead']}>{t('proposed')}</p>
      <dl className={styles['facts']} aria-label={t('proposed')}>
        {fields.map((field) => <Fact key={field} name={t(field)}>{valueIn(source, field, language)}<span className={styles['from']}>{from(field)}</span></Fact>)}
        {encoding ? <Fact name={encoding.title} whole>{encoding.name}<span className={styles['from']}> ({encoding.why})</span></Fact> : null}
        {unreadable > 0 ? <Fact name={words('unreadable')} whole>{words('stands', { n: unreadable })}</Fact> : null}
      </dl>
    </Strip>
  )
}

/** `whole`: its words are a warning, so they wrap rather than end in an ellipsis. */
const Fact = ({ name, whole = false, children }: { name: string; whole?: boolean; children: ReactNode }) => (
  <div className={styles['fact']} data-whole={whole}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The day on which a file was made is said as what it is. */
function Created({ source, created }: { source: Source; created: string }) {
  const t = useStrings(sourceStrings)
  const language = useLanguage()
  const actions = (
    <>
      <Button small shortcut="F9" onClick={() => settleFile(source, true)}>{t('takeCreated')}</Button>
      <Button small onClick={() => settleFile(source, false)}>{t('leaveCreated')}</Button>
    </>
  )
  return <Strip tone="note" icon={FileClock} actions={actions}>{t(created.length > 7 ? 'created' : 'createdIn', { date: formatEdtf(created, language) })}</Strip>
}
