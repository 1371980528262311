import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { call } from '../api.ts'
import type { Place } from './navigation.ts'
import { report } from './notices.ts'
import { useSession } from './session.ts'

export type DraftForm = 'annotation' | 'event' | 'record' | 'text' | 'attribution' | 'response' | 'period'
type Where = Pick<Place, 'view' | 'sourceId' | 'annotationId' | 'itemKey'>
/** Unfinished writing as it lies in the journal: which form it belongs to, where that is, what was in it. */
export type Draft = { key: string; time: string; form: DraftForm; where: Where; value: unknown }
type Drafts = {
  drafts: Record<string, Draft>
  /** Keys of forms that are open now: they offer their drafts themselves. */
  mounted: Record<string, true>
  /** The draft that a person asked to go on with: its form takes it when it opens. */
  wanted: string | null
}

export const useDrafts = create<Drafts>(() => ({ drafts: {}, mounted: {}, wanted: null }))

/** `record`: the id of what is written on, empty for something new. */
export const draftKey = (incidentId: string, form: DraftForm, record: string): string => `${incidentId}|${form}|${record}`
export const incidentOfKey = (key: string): string => key.split('|')[0] ?? ''
export const recordOfKey = (key: string): string => key.split('|')[2]?.replace(/#2$/, '') ?? ''
export const without = <Value>(record: Record<string, Value>, ...keys: string[]): Record<string, Value> => Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
/** While an older draft has not been answered, what is typed is kept beside it. */
export const besideKey = (key: string): string => `${key}#2`

function parsed({ key, text, time }: { key: string; text: string; time: string }): Draft[] {
  try {
    const { form, where, value } = JSON.parse(text) as Omit<Draft, 'key' | 'time'>
    return [{ key, time, form, where, value }]
  } catch {
    return []
  }
}

/** Fetches what was being written when the program ended. */
export async function loadDrafts(): Promise<void> {
  try {
    const { drafts } = await call('draft:list', {})
    useDrafts.setState({ drafts: Object.fromEntries(drafts.flatMap(parsed).map((draft) => [draft.key, draft])) })
  } catch (error) {
    report(error)
  }
}

/** Main writes at most once a second; together that stays below two seconds. */
const pauseMilliseconds = 300
const waiting = new Map<string, Omit<Draft, 'time'>>()
let timer: ReturnType<typeof setTimeout> | null = null
let told = false

async function send({ key, ...content }: Omit<Draft, 'time'>) {
  try {
    await call('draft:put', { key, text: JSON.stringify(content) })
    told = false
  } catch (error) {
    // Once for a row of failures, and not where a line below the top bar says so already; the next text tries again.
    if (!told && useSession.getState().save.state !== 'failed') report(error)
    told = true
  }
}

/** Keeps what is being written. Quick calls share one message; the newest text wins. */
export function keepDraft(draft: Omit<Draft, 'time'>): void {
  if (useSession.getState().library.readOnly) return
  waiting.set(draft.key, draft)
  timer ??= setTimeout(sendDrafts, pauseMilliseconds)
}

/** Hands on what waits at once: main keeps it before it closes the library. */
export function sendDrafts(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const all = [...waiting.values()]
  waiting.clear()
  if (all.length === 0) return
  const time = new Date().toISOString()
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, ...Object.fromEntries(all.map((one) => [one.key, { ...one, time }])) } }))
  for (const one of all) void send(one)
}

/** The text was saved or given up. */
export function dropDraft(key: string): void {
  waiting.delete(key)
  if (!(key in useDrafts.getState().drafts)) return
  useDrafts.setState(({ drafts }) => ({ drafts: without(drafts, key) }))
  call('draft:drop', { key }).catch(report)
}

/** Opens the form of a draft that a person asked to go on with; the form itself then takes it. Null: none of this kind. */
export function useWanted(form: DraftForm, open: (draft: Draft) => void): void {
  const wanted = useDrafts(({ wanted, drafts }) => (wanted === null ? undefined : drafts[wanted]))
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    if (wanted?.form === form) latest.current(wanted)
  }, [wanted, form])
}
