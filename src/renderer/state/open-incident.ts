import { create } from 'zustand'
import type { Change, Input, Moment, OpenIncident } from '#contract/index.ts'
import { patchIncident, type Command } from '#domain/command/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { AppError, call, listen } from '../api.ts'
import { offerTogether, report } from './notices.ts'

/** The renderer's copy of the open incident. Main owns the truth; this only follows its patches. */
type Opened = { current: OpenIncident | null; texts: Record<string, string>; past: Past | null }
/** An earlier state that is looked at instead of the present one. `time` and `author`: of its last revision. */
export type Past = { at: Moment; sequence: number; time: string; author: string }
export const useOpened = create<Opened>(() => ({ current: null, texts: {}, past: null }))

/** The open incident; only call below a view that needs one. */
export function useIncident(): Incident {
  const incident = useOpened((state) => state.current?.incident)
  if (!incident) throw new Error('no incident is open')
  return incident
}
export const useReadOnly = (): boolean => useOpened((state) => state.current?.readOnly ?? true)

/** A reference case has no history of its own, and the past is looked at from the present. */
export const useHasHistory = (): boolean => useOpened((state) => state.past === null && (state.current?.sequence ?? 0) > 0)

export function show(opened: OpenIncident | null, past: Past | null = null): void {
  useOpened.setState({ current: opened, texts: {}, past })
  document.title = opened ? `${opened.incident.shortTitle || opened.incident.title} – Kronika` : 'Kronika'
}

function follow({ id, sequence, patches, undo, redo }: Change) {
  const { current, past } = useOpened.getState()
  // An earlier state stands still; the present one is fetched on the way back.
  if (past || current?.incident.id !== id || sequence <= current.sequence) return
  // A gap means that a change was missed: fetch the whole again rather than guess.
  if (sequence !== current.sequence + 1) {
    void call('incident:open', { id }).then((opened) => useOpened.setState({ current: opened }), report)
    return
  }
  useOpened.setState({ current: { ...current, sequence, undo, redo, incident: patchIncident(current.incident, patches as Parameters<typeof patchIncident>[1]) } })
}

export const followChanges = (): (() => void) => listen('incident:changed', follow)

/** Answers true when the change is durable; a refusal is shown to the person and answers false. */
async function change(run: (id: string) => Promise<Change>): Promise<boolean> {
  const { current, past } = useOpened.getState()
  // Main knows no past: it would change the present behind the one who looks.
  if (!current || past) return false
  try {
    follow(await run(current.incident.id))
    return true
  } catch (error) {
    reportUnlessKept(error)
    return false
  }
}

/** One domain command on the open incident. A removal that others rest on is shown with them, to be done together. */
export async function apply(command: Command): Promise<boolean> {
  try {
    await applyOrThrow(command)
    return true
  } catch (error) {
    if (isInUse(error) && 'id' in command && !('changes' in command)) offerTogether(error, () => void apply({ ...command, together: true }))
    else reportUnlessKept(error)
    return false
  }
}
/** A change that could not be saved is kept by main, and the line below the top bar says so until it is. */
function reportUnlessKept(error: unknown) {
  if (!(error instanceof AppError) || error.failure.code !== 'not-saved') report(error)
}
const isInUse = (error: unknown): error is AppError => error instanceof AppError && error.failure.code === 'in-use'
export const undo = (): Promise<boolean> => change((id) => call('incident:undo', { id }))
export const redo = (): Promise<boolean> => change((id) => call('incident:redo', { id }))

/**
 * The way back of the change that was just made, for a notice that stays a while: it takes back that step and no other.
 * @param tooLate called instead when another step was made since, another incident was opened, or the past is looked at
 */
export function undoLast(tooLate: () => void): () => void {
  const made = useOpened.getState().current
  return () => {
    const { current, past } = useOpened.getState()
    if (past === null && current !== null && current.incident.id === made?.incident.id && current.sequence === made.sequence) void undo()
    else tooLate()
  }
}

/** Like apply, but the caller handles the refusal, as a removal does to list what rests on the item. */
export async function applyOrThrow(command: Command): Promise<void> {
  const { current, past } = useOpened.getState()
  if (!current) throw new AppError({ code: 'not-found', message: 'no incident is open' })
  if (past) throw new AppError({ code: 'read-only', message: 'an earlier state is looked at' })
  follow(await call('incident:apply', { id: current.incident.id, command: command as Input<'incident:apply'>['command'] }))
}

/** Texts that were asked for: many pieces of evidence may stand on one of them. */
const onTheWay = new Map<string, Promise<string>>()

/** The frozen text of a source, fetched once and kept while the incident is open. */
export async function loadText(sha256: string): Promise<string> {
  const { current, texts, past } = useOpened.getState()
  const known = texts[sha256]
  if (known !== undefined || !current) return known ?? ''
  const key = JSON.stringify([current.incident.id, past?.at ?? null, sha256])
  const asked = onTheWay.get(key)
  if (asked) return asked
  const answer = call('source:text', { incidentId: current.incident.id, sha256, at: past?.at ?? null })
    .then(({ text }) => {
      useOpened.setState((state) => ({ texts: { ...state.texts, [sha256]: text } }))
      return text
    })
    .finally(() => onTheWay.delete(key))
  onTheWay.set(key, answer)
  return answer
}

/** Ids for new records. */
export const newId = (): string => crypto.randomUUID()
