import { Popover } from '@base-ui/react/popover'
import { ChevronDown, Lock, PanelLeft, TextSearch } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatEdtf } from '#domain/dates/index.ts'
import type { Encoding, Source } from '#domain/incident/index.ts'
import { notify } from '../../state/notices.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { changeSettings, useSession } from '../../state/session.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { useEncodingWords } from '../../strings/encodings.ts'
import { reader, reliabilityKeys } from '../../strings/reader.ts'
import { suggesting } from '../../strings/suggesting.ts'
import { Button, Grade } from '../../ui/index.ts'
import { useFinding } from './finding.ts'
import { showSuggestions, useAreShown, useItems } from './suggested-now.ts'
import { focusList, focusText } from './text-focus.ts'
import { groupSources, namesOf } from './source-groups.ts'
import { SourceMenu } from './source-menu.tsx'
import { SourceList } from './source-list.tsx'
import styles from './text-pane.module.css'

export const smallest = 14
export const largest = 22
export const resizeText = (by: number): void => {
  const { readerSize } = useSession.getState().settings
  void changeSettings({ readerSize: Math.min(largest, Math.max(smallest, readerSize + by)) })
}

export function TextHead({ source, narrow }: { source: Source; narrow: { sources: boolean; list: boolean } }) {
  const t = useStrings(reader)
  const language = useLanguage()
  const incident = useIncident()
  const { first } = namesOf(source, t(source.kind))
  const count = Object.values(incident.annotations).filter(({ sourceId }) => sourceId === source.id).length
  return (
    <header className={styles['head']}>
      {narrow.sources ? <SourcesButton source={source} /> : null}
      <h2 title={source.citation.title}>{source.kind === 'desk-note' ? t(source.kind) : first}</h2>
      <span className={styles['date']}>{formatEdtf(source.date, language)}</span>
      <span className={styles['grade']}>
        <Grade>{source.reliability}</Grade>
        {narrow.sources ? <span className="visually-hidden">{t(reliabilityKeys[source.reliability])}</span> : t(reliabilityKeys[source.reliability])}
      </span>
      <span className={styles['spring']} />
      {source.text ? <Frozen sha256={source.text.sha256} encoding={source.capture?.encoding} short={narrow.sources} /> : null}
      {source.text ? <SuggestionsToggle short={narrow.sources} /> : null}
      {source.text ? <TextSize /> : null}
      <SourceMenu source={source} />
      {narrow.list ? <Button small onClick={focusList}>{t('openList', { n: count })}</Button> : null}
    </header>
  )
}

/** The promise about the text, with its hash and how it was read; a click copies the whole hash. */
function Frozen({ sha256, encoding, short }: { sha256: string; encoding: Encoding | undefined; short: boolean }) {
  const t = useStrings(reader)
  const read = useEncodingWords(encoding)
  const copy = () => void navigator.clipboard?.writeText(sha256).then(() => notify({ tone: 'done', text: t('frozenCopied') }), () => undefined)
  return (
    <button type="button" className={styles['frozen']} title={`${t('frozenHelp', { sha256 })}. ${read ? `${read.said}. ` : ''}${t('frozenCopy')}`} onClick={copy}>
      <Lock size={13} strokeWidth={1.75} aria-hidden="true" />
      {short ? <span className="visually-hidden">{t('frozen')}</span> : t('frozen')}
      <code>{`${sha256.slice(0, 4)}…${sha256.slice(-4)}`}</code>
    </button>
  )
}

/** Suggestions on or off, with how many wait. */
function SuggestionsToggle({ short }: { short: boolean }) {
  const t = useStrings(suggesting)
  const readOnly = useReadOnly()
  const on = useAreShown()
  const waiting = useItems().length
  const done = useFinding((state) => state.done)
  if (readOnly) return null
  return (
    <button type="button" className={styles['suggestions']} aria-pressed={on} aria-label={t('toggle')} title={t('showWith')} onClick={() => showSuggestions(!on)}>
      <TextSearch size={13} strokeWidth={1.75} aria-hidden="true" />
      {short ? null : <span>{t('toggle')}</span>}
      {on ? <span className={styles['waiting']} title={done ? undefined : t('looking')}>{done || waiting > 0 ? waiting : '…'}</span> : null}
    </button>
  )
}

function TextSize() {
  const t = useStrings(reader)
  const size = useSession((session) => session.settings.readerSize)
  return (
    <Popover.Root>
      <Popover.Trigger render={<Button look="quiet" small aria-label={t('textSize')} title={t('textSize')} />}>Aa</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles['over']} sideOffset={6} align="end">
          <Popover.Popup className={styles['size']} aria-label={t('textSize')}>
            <Button small aria-label={t('smaller')} disabled={size <= smallest} onClick={() => resizeText(-1)}>A−</Button>
            <output>{t('points', { n: size })}</output>
            <Button small aria-label={t('larger')} disabled={size >= largest} onClick={() => resizeText(1)}>A+</Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** In a narrow window the sources are behind a button that says where in them one is. */
function SourcesButton({ source }: { source: Source }) {
  const t = useStrings(reader)
  const incident = useIncident()
  const [open, setOpen] = useState(false)
  const popup = useRef<HTMLDivElement>(null)
  const order = groupSources(incident).flatMap((group) => group.sources)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<Button small />}>
        <PanelLeft size={14} strokeWidth={1.75} aria-hidden="true" />
        {t('sourceOf', { n: order.findIndex(({ id }) => id === source.id) + 1, m: order.length })}
        <ChevronDown size={13} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles['over']} sideOffset={6} align="start" collisionAvoidance={{ side: 'none', fallbackAxisSide: 'none' }}>
          <Popover.Popup ref={popup} className={styles['drop']} aria-label={t('sources')} initialFocus={() => popup.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]') ?? null} finalFocus={false}>
            <SourceList onOpen={() => { setOpen(false); focusText() }} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
