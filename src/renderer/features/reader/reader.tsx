import { useEffect, useRef } from 'react'
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels'
import { runCommand } from '../../commands/registry.ts'
import { recordOfKey, useWanted } from '../../state/drafts.ts'
import { loadCodebook } from '../../state/codebook.ts'
import { select, usePlace } from '../../state/navigation.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { recallView, rememberView } from '../../state/session.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { AnnotationsPane } from './annotations-pane.tsx'
import { useReaderCommands } from './commands.ts'
import styles from './reader.module.css'
import type { EventDraft } from './event-draft.ts'
import { setReading, useReading } from './reading.ts'
import { groupSources } from './source-groups.ts'
import { SourceList } from './source-list.tsx'
import { focusText } from './text-focus.ts'
import { TextPane } from './text-pane.tsx'
import { useWiderThan } from './use-width.ts'

/** Sources, the text of one of them, and what is marked in it. */
export function Reader() {
  const t = useStrings(reader)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const { sourceId, annotationId } = usePlace()
  const said = useReading((state) => state.said)
  useReaderCommands()
  useEffect(() => void loadCodebook(), [])
  const chosenMark = useRef<string | null>(null)
  useEffect(() => {
    if (annotationId === null || annotationId === chosenMark.current) return
    setReading({ chosenBefore: chosenMark.current })
    chosenMark.current = annotationId
  }, [annotationId])
  const sources = groupSources(incident).flatMap((group) => group.sources)
  const source = sources.find(({ id }) => id === sourceId) ?? sources[0]
  useWanted('annotation', ({ key }) => {
    // One on words that are no mark yet opens beside them (comment-draft.ts).
    const id = /^annotations\/(.+)$/.exec(recordOfKey(key))?.[1]
    if (id !== undefined) setReading({ editing: id })
  })
  useWanted('event', ({ value }) => setReading({ draft: value as EventDraft }))
  const chosen = source?.id
  useEffect(() => {
    if (chosen !== undefined && chosen !== sourceId) select({ sourceId: chosen })
  }, [chosen, sourceId])
  if (!source) return <NoSources readOnly={readOnly} />
  return (
    <main className={styles['reader']} aria-label={t('panes')}>
      <Panes source={source} />
      <p className="visually-hidden" role="status">{said}</p>
    </main>
  )
}

function NoSources({ readOnly }: { readOnly: boolean }) {
  const t = useStrings(reader)
  const actions = (
    <>
      <Button look="primary" shortcut="Ctrl+O" onClick={() => runCommand('document.import')}>{t('importIt')}</Button>
      <Button shortcut="Ctrl+Shift+V" onClick={() => runCommand('document.paste')}>{t('paste')}</Button>
    </>
  )
  return (
    <main className={styles['reader']} data-pane="text" aria-label={t('panes')}>
      <EmptyState title={t('emptyTitle')} actions={readOnly ? null : actions}>{readOnly ? t('emptyReadOnly') : t('emptyText')}</EmptyState>
    </main>
  )
}

/** Widths that a person set, kept for each arrangement; in per cent of the window. */
function layoutOf(name: string): Layout | undefined {
  const kept = recallView(name)
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) && Object.values(kept).every((part) => typeof part === 'number') ? (kept as Layout) : undefined
}

function Panes({ source }: { source: Parameters<typeof TextPane>[0]['source'] }) {
  const t = useStrings(reader)
  const three = useWiderThan(1180)
  const two = useWiderThan(900)
  const roomy = useWiderThan(1400)
  const name = three ? 'reader.three' : 'reader.two'
  const kept = layoutOf(name)
  const text = <TextPane source={source} narrow={{ sources: !three, list: !two }} />
  if (!two) {
    return (
      <div className={styles['single']}>
        {text}
        <Drawer />
      </div>
    )
  }
  return (
    <Group key={name} id={name} className={styles['group']} {...(kept ? { defaultLayout: kept } : {})} onLayoutChanged={(layout, { isUserInteraction }) => { if (isUserInteraction) rememberView(name, layout) }}>
      {three ? (
        <>
          <Panel id="sources" defaultSize={roomy ? 260 : 220} minSize={180} maxSize={420} groupResizeBehavior="preserve-pixel-size"><SourceList /></Panel>
          <Separator className={styles['separator']} aria-label={t('resize')} />
        </>
      ) : null}
      <Panel id="text" minSize="55%">{text}</Panel>
      <Separator className={styles['separator']} aria-label={t('resize')} />
      <Panel id="annotations" defaultSize={roomy ? 364 : 300} minSize={240} groupResizeBehavior="preserve-pixel-size"><AnnotationsPane /></Panel>
    </Group>
  )
}

/** In a small window the list lies over the edge of the text while the focus is in it: F6 or the button bring it, Escape or the text send it away. */
function Drawer() {
  return (
    <div className={styles['drawer']} onKeyDown={(event) => { if (event.key === 'Escape') focusText() }}>
      <AnnotationsPane />
    </div>
  )
}
