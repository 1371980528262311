import { create } from 'zustand'
import type { Incident, Source } from '#domain/incident/index.ts'
import { inOrder, type SuggestLanguage, type SuggestVocabularies, type Suggestion } from '#domain/suggest/index.ts'
import { call } from '../../api.ts'
import { report } from '../../state/notices.ts'
import { useOpened } from '../../state/open-incident.ts'
import type { FromWorker, ToWorker } from './suggest-messages.ts'

/** What the rules propose for the text on the desk, growing while they read. `key` names the text and how it was read. */
type Finding = { key: string | null; found: readonly Suggestion[]; done: boolean }
const nothing: Finding = { key: null, found: [], done: false }
export const useFinding = create<Finding>(() => nothing)

/** Texts that were read to their end while this incident is open; the oldest goes first. */
const known = new Map<string, readonly Suggestion[]>()
const mostKnown = 30
let worker: Worker | null = null
let names: Promise<SuggestVocabularies> | null = null
let number = 0

// What was read in a case goes with the case, as when the library is locked.
useOpened.subscribe(({ current }, before) => {
  if (current?.incident.id === before.current?.incident.id) return
  known.clear()
  stopFinding()
})

function receive({ data }: MessageEvent<FromWorker>): void {
  const { key, found } = useFinding.getState()
  if (data.number !== number || key === null) return
  if (data.kind === 'found') return useFinding.setState({ found: [...found, ...data.found].sort(inOrder) })
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  useFinding.setState({ done: true })
}

const send = (message: ToWorker) => worker?.postMessage(message, [])
/** The case's own actors count as much as the shipped ones. */
const withOwn = (shipped: SuggestVocabularies, entities: Incident['entities']): SuggestVocabularies => ({
  ...shipped, actors: [...shipped.actors, ...Object.values(entities).filter(({ kind }) => kind === 'actor').map(({ id, name, country, aliases }) => ({ id, name, country, aliases }))],
})

/** A whole day or null: what "Tuesday" can be counted back from. */
export const publishedDay = ({ date }: Pick<Source, 'date'>): string | null => (date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null)
/** The languages that the rules know; any other is left to them to guess. */
export const readLanguage = ({ language }: Pick<Source, 'language'>): SuggestLanguage | null => (language === 'en' || language === 'cs' ? language : null)

/** Starts to read a text, or shows at once what was found in it before. */
export async function startFinding(source: Source, text: string, entities: Incident['entities']): Promise<void> {
  const language = readLanguage(source)
  const published = publishedDay(source)
  const key = JSON.stringify([source.text?.sha256, language, published])
  if (useFinding.getState().key === key) return
  const before = known.get(key)
  send({ kind: 'stop' })
  number++
  useFinding.setState({ key, found: before ?? [], done: before !== undefined })
  if (before) return
  const mine = number
  try {
    names ??= call('suggest:names', {})
    const shipped = await names
    if (mine !== number) return
    if (!worker) {
      worker = new Worker(new URL('suggest-worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', receive)
    }
    send({ kind: 'names', names: withOwn(shipped, entities) })
    send({ kind: 'read', number: mine, text, language, published })
  } catch (error) {
    names = null
    report(error)
  }
}

/** Gives up what is being read and lets the worker go. */
export function stopFinding(): void {
  number++
  worker?.terminate()
  worker = null
  useFinding.setState(nothing)
}
