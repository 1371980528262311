import { useEffect, useRef, useState } from 'react'
import { besideKey, draftKey, dropDraft, keepDraft, useDrafts, without, type Draft, type DraftForm } from '../state/drafts.ts'
import { useNavigation } from '../state/navigation.ts'
import { useOpened } from '../state/open-incident.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { recovery } from '../strings/recovery.ts'
import { timeInWords } from '../strings/times.ts'
import { Button } from './button.tsx'
import styles from './unfinished.module.css'

const most = 160

/** The longest text in a draft: what people recognise it by. */
export function excerptOf(value: unknown): string {
  const texts = (part: unknown): string[] => (typeof part === 'string' ? [part] : typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([key, inner]) => (key === 'anchor' || key === 'quote' || /Id$|^id$/.test(key) ? [] : texts(inner))) : [])
  const longest = texts(value).toSorted((a, b) => b.length - a.length)[0] ?? ''
  return longest.length > most ? `…${longest.slice(-most)}` : longest
}

function Offer({ draft, onRestore, onDiscard }: { draft: Draft; onRestore: () => void; onDiscard: () => void }) {
  const t = useStrings(recovery)
  const language = useLanguage()
  return (
    <div className={styles['offer']} role="status">
      <p>{t('unfinished', { time: timeInWords(draft.time, language) })} <span className={styles['excerpt']}>{excerptOf(draft.value)}</span></p>
      <div className={styles['actions']}>
        <Button small look="primary" onClick={onRestore}>{t('restore')}</Button>
        <Button small onClick={onDiscard}>{t('discard')}</Button>
      </div>
    </div>
  )
}

type Writing<Value> = { form: DraftForm; record: string; value: Value; onRestore: (value: Value) => void; disabled?: boolean }

/**
 * Keeps what is being written in a form, so that at most two seconds of it are lost whatever happens, and offers what
 * was being written before. Show `offer` in the form; call `done` when the text was saved or given up, `again` where saving it failed.
 */
export function useUnfinished<Value>({ form, record, value, onRestore, disabled = false }: Writing<Value>) {
  const incidentId = useOpened((state) => state.current?.incident.id ?? '')
  const key = draftKey(incidentId, form, record)
  const json = JSON.stringify(value)
  const [initial] = useState(json)
  const wrote = useRef<string | null>(null)
  const answered = useRef(false)
  const drafts = useDrafts((state) => state.drafts)
  const own = wrote.current
  const found = disabled || answered.current ? undefined : [drafts[key], drafts[besideKey(key)]].find((draft) => draft !== undefined && draft.key !== own && JSON.stringify(draft.value) !== json)

  const keepAs = (kept: string) => {
    const { view, sourceId, annotationId, itemKey } = useNavigation.getState().place
    keepDraft({ key: kept, form, where: { view, sourceId, annotationId, itemKey }, value })
  }
  useEffect(() => {
    useDrafts.setState(({ mounted }) => ({ mounted: { ...mounted, [key]: true, [besideKey(key)]: true } }))
    return () => useDrafts.setState(({ mounted }) => ({ mounted: without(mounted, key, besideKey(key)) }))
  }, [key])
  const stored = drafts[key]
  useEffect(() => {
    // A form that was opened with its draft goes on with it.
    if (!disabled && wrote.current === null && stored !== undefined && JSON.stringify(stored.value) === initial) wrote.current = key
  }, [disabled, stored, initial, key])
  useEffect(() => {
    if (disabled || (json === initial && wrote.current === null)) return
    wrote.current ??= found && !answered.current ? besideKey(key) : key
    keepAs(wrote.current)
    // The text alone decides; what else changed is read when it is written.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [json])

  const done = () => {
    if (wrote.current !== null) dropDraft(wrote.current)
    wrote.current = null
  }
  const restore = (draft: Draft) => {
    answered.current = true
    if (wrote.current !== null && wrote.current !== draft.key) dropDraft(wrote.current)
    wrote.current = draft.key
    onRestore(draft.value as Value)
  }
  const discard = (draft: Draft) => {
    answered.current = true
    dropDraft(draft.key)
  }
  const wanted = useDrafts((state) => state.wanted)
  useEffect(() => {
    if (!found || wanted !== found.key) return
    useDrafts.setState({ wanted: null })
    restore(found)
    // Taken once, when the form opens with it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, found?.key])
  return { done, again: () => keepAs(key), offer: found ? <Offer draft={found} onRestore={() => restore(found)} onDiscard={() => discard(found)} /> : null }
}
