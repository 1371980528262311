import { makeAnchor, sentencesIn, wordAt, type Span } from '#domain/text/index.ts'
import type { SimpleCommand } from '#domain/command/index.ts'
import { withOwnType, type Annotation, type AnnotationType, type IncidentEvent } from '#domain/incident/index.ts'
import { AppError } from '../../api.ts'
import { ownTypeNow, typeNameNow } from '../../state/codebook.ts'
import { select, useNavigation } from '../../state/navigation.ts'
import { notify, report } from '../../state/notices.ts'
import { apply, applyOrThrow, newId, useOpened } from '../../state/open-incident.ts'
import { undoAction } from '../../state/undo-action.ts'
import { useSession } from '../../state/session.ts'
import { translate } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { draftEvent, draftEventOfDate, type EventDraft } from './event-draft.ts'
import { publishedDay, readLanguage, useFinding } from './finding.ts'
import { partAt } from './marks.ts'
import { closeBar, say, selectedSpan, setReading, useReading } from './reading.ts'
import { itemNow } from './suggested-now.ts'
import type { Item } from './suggested.ts'
import { goTo, nextAfter } from './walking.ts'
import { collapseSelection, focusText } from './text-focus.ts'

const language = () => useSession.getState().settings.language
const annotationOf = (id: string): Annotation | undefined => useOpened.getState().current?.incident.annotations[id]
export const isReadOnly = (): boolean => useOpened.getState().current?.readOnly ?? true

/** Changes run one after the other, so that a quick second key finds the mark of the first. */
let last: Promise<unknown> = Promise.resolve()
export function inOrder(change: () => Promise<boolean>): Promise<boolean> {
  const next = last.then(change)
  last = next.catch(() => undefined)
  return next
}

export function newAnnotation(sourceId: string, span: Span, type: AnnotationType, more: Partial<Annotation> = {}): Annotation | null {
  const { open } = useReading.getState()
  if (!open?.source.text) return null
  const anchor = makeAnchor(open.text, open.source.text.sha256, span.start, span.end)
  return { id: newId(), sourceId, anchor, type, tags: [], note: '', state: 'accepted', createdAt: new Date().toISOString(), createdBy: useSession.getState().settings.author, ...more }
}

export const remember = (id: string) => setReading({ fresh: [...useReading.getState().fresh, id] })

/** Puts what an own type is called into the incident, which keeps it wherever it goes; nothing when it is there already. */
export function addTypeFirst(type: AnnotationType): SimpleCommand[] {
  const own = ownTypeNow(type)
  const used = useOpened.getState().current?.incident.codebook
  if (!own || used?.some((known) => JSON.stringify(known) === JSON.stringify(own))) return []
  return [{ type: 'incident.update', changes: { codebook: withOwnType(used, own) } }]
}

/** One command, or several as one step with the label of what is done. */
function step(commands: SimpleCommand[], label: string): Promise<boolean> {
  const [only] = commands
  return only && commands.length === 1 ? apply(only) : apply({ type: 'batch', label, commands })
}
const markedAs = (type: AnnotationType) => translate(reader, language(), 'markWith', { type: typeNameNow(type, language()) })

/** Adds a mark on the selected words; the bar stays on it, so that tags, a comment or an event are one key away. */
async function addMark(type: AnnotationType, more: Partial<Annotation> = {}): Promise<boolean> {
  const { open } = useReading.getState()
  const span = selectedSpan()
  const annotation = open && span && newAnnotation(open.source.id, span, type, more)
  if (!annotation || isReadOnly()) return false
  setReading({ bar: { kind: 'mark', id: annotation.id }, lastType: type })
  remember(annotation.id)
  const done = await inOrder(() => step([...addTypeFirst(type), { type: 'annotation.add', item: annotation }], markedAs(type)))
  if (!done) {
    closeBar()
    return false
  }
  select({ annotationId: annotation.id })
  collapseSelection()
  return true
}

/** A figure key: marks the selection, or changes the type of the mark that the bar is on. */
export async function mark(type: AnnotationType): Promise<void> {
  const { bar } = useReading.getState()
  const done = bar?.kind === 'mark' ? await update(bar.id, { type }) : await addMark(type)
  if (!done) return
  setReading({ lastType: type })
  say('markedAs', { type: typeNameNow(type, language()) })
}

export const repeatLast = (): Promise<void> => mark(useReading.getState().lastType)

/** Changes fields of an annotation; nothing is sent when they stay as they are. */
export async function update(id: string, changes: Partial<Pick<Annotation, 'type' | 'tags' | 'note' | 'anchor'>>): Promise<boolean> {
  return inOrder(async () => {
    const known = annotationOf(id)
    const differs = Object.entries(changes).some(([key, value]) => JSON.stringify(known?.[key as keyof Annotation]) !== JSON.stringify(value))
    if (!differs) return true
    const typed = changes.type && changes.type !== known?.type ? addTypeFirst(changes.type) : []
    return step([...typed, { type: 'annotation.update', id, changes }], typed.length > 0 && changes.type ? markedAs(changes.type) : '')
  })
}

/** Keeps what a field of the bar holds: on its mark, or as a new mark of the type used last. @returns whether it was saved, or there was nothing to save */
export async function keepField(changes: Partial<Pick<Annotation, 'tags' | 'note'>>): Promise<boolean> {
  const { bar, lastType } = useReading.getState()
  setReading({ field: null })
  focusText()
  if (bar?.kind === 'mark') return update(bar.id, changes)
  return bar === null || Object.values(changes).every((value) => value.length === 0) || addMark(lastType, changes)
}

/** What T, M and E act on when nothing is selected: the mark chosen last. */
export function openField(field: 'tags' | 'note', currentId: string | null): void {
  const { bar } = useReading.getState()
  const target = bar ?? (selectedSpan() ? ({ kind: 'selection' } as const) : currentId ? ({ kind: 'mark', id: currentId } as const) : null)
  if (target && !isReadOnly()) setReading({ bar: target, field, chooser: null })
}

/** How dates are read in the open text: its language and what "Tuesday" is counted back from. */
function readingNow(): Parameters<typeof draftEvent>[2] {
  const source = useReading.getState().open?.source
  return source ? { language: readLanguage(source) ?? undefined, published: publishedDay(source) } : {}
}

/** Opens the form for an event from the mark of the bar, the selection, or the mark or suggestion chosen last. */
export function startEvent(currentId: string | null): void {
  const { bar, open, lastType } = useReading.getState()
  if (!open || isReadOnly()) return
  const span = selectedSpan()
  const item = bar?.kind === 'mark' || span ? null : itemNow(currentId)
  const known = bar?.kind === 'mark' ? annotationOf(bar.id) : span ? undefined : currentId ? annotationOf(currentId) : undefined
  const from = item ? { from: item.annotation.id } : {}
  const made = (mark: Pick<EventDraft, 'annotationId' | 'span' | 'type'>) => setReading({ bar: null, field: null, record: null, draft: draftEvent({ sourceId: open.source.id, ...mark, ...from }, open.text, readingNow()) })
  if (item?.found?.type === 'date') setReading({ bar: null, field: null, record: null, draft: draftEventOfDate(item.annotation.id, open.source.id, item.found, open.text, useFinding.getState().found) })
  else if (known?.sourceId === open.source.id) made({ annotationId: known.id, span: known.anchor, type: known.type })
  else if (item) made({ annotationId: null, span: item.annotation.anchor, type: item.annotation.type })
  else if (span) made({ annotationId: null, span, type: lastType })
}

function eventOf(draft: EventDraft, annotationId: string): IncidentEvent {
  return {
    id: newId(),
    title: draft.title.trim(),
    description: '',
    date: { edtf: draft.edtf, wording: draft.wording },
    lane: draft.lane,
    evidence: [{ kind: 'quote', annotationId, stance: 'for', credibility: draft.credibility, note: '' }],
    credibility: draft.credibility,
    location: null,
    entityIds: [],
    context: false,
    standing: 'confirmed',
    tags: [],
  }
}

/** What makes a mark the ground of a record: a new mark is added, a suggested one is accepted. Null when there is nothing to mark. */
export function groundOf({ sourceId, annotationId, span, type }: { sourceId: string; annotationId: string | null; span: Span; type: AnnotationType }): { id: string; fresh: boolean; commands: SimpleCommand[] } | null {
  const known = annotationId === null ? sameWords(sourceId, span) : annotationOf(annotationId)
  if (known) return { id: known.id, fresh: false, commands: known.state === 'suggested' ? [{ type: 'annotation.update', id: known.id, changes: { state: 'accepted' } }] : [] }
  const item = annotationId === null ? newAnnotation(sourceId, span, type) : null
  return item && { id: item.id, fresh: true, commands: [...addTypeFirst(type), { type: 'annotation.add', item }] }
}
/** The same words are not marked twice for the sake of a record. */
export const sameWords = (sourceId: string, { start, end }: Span): Annotation | undefined =>
  Object.values(useOpened.getState().current?.incident.annotations ?? {}).find(({ anchor, state, ...one }) => one.sourceId === sourceId && anchor.start === start && anchor.end === end && state === 'accepted')

/** Shows what was made, or goes on to the suggestion that follows the one it was made of. */
export function showMade(annotationId: string, next: Item | null, said: string): void {
  setReading({ said })
  if (next) goTo(next, said)
  // The person may have gone to another mark meanwhile; only then the choice is theirs.
  else if (useNavigation.getState().place.annotationId !== annotationId) select({ annotationId })
  focusText()
}

let saving = false
/** One record at a time: Enter that comes again before the answer must not make a second one. @returns false as well where one is being saved */
export async function once(save: () => Promise<boolean>): Promise<boolean> {
  if (saving) return false
  saving = true
  try {
    return await save()
  } finally {
    saving = false
  }
}

/** Records the event, with its mark when that is new, as one step that one undo takes back. */
export const saveEvent = (draft: EventDraft): Promise<boolean> => once(() => addEvent(draft))

async function addEvent(draft: EventDraft): Promise<boolean> {
  const ground = groundOf(draft)
  if (!ground) return false
  const next = nextAfter(draft.from)
  const along = (draft.also ?? []).flatMap(({ span, type }) => groundOf({ sourceId: draft.sourceId, annotationId: null, span, type })?.commands ?? [])
  const commands: SimpleCommand[] = [...ground.commands, ...along, { type: 'event.add', item: eventOf(draft, ground.id) }]
  const done = await inOrder(() => apply({ type: 'batch', label: translate(reader, language(), 'eventFromMark'), commands }))
  if (!done) return false
  if (ground.fresh) remember(ground.id)
  setReading({ draft: null, bar: null, field: null })
  showMade(ground.id, next, translate(reader, language(), 'eventSaved', { title: draft.title }))
  return true
}

/**
 * Deletes annotations as one step. Answers what rests on them when the deletion is refused for that; `together`
 * also takes them out of that evidence.
 */
export async function removeAnnotations(ids: readonly string[], together = false): Promise<{ done: boolean; dependents: string[] }> {
  const commands = ids.map((id) => ({ type: 'annotation.remove' as const, id, ...(together ? { together } : {}) }))
  const first = commands[0]
  if (!first) return { done: false, dependents: [] }
  const label = translate(reader, language(), 'deleted', { n: ids.length })
  try {
    await applyOrThrow(commands.length === 1 ? first : { type: 'batch', label, commands })
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'in-use') return { done: false, dependents: error.failure.dependents ?? [] }
    report(error)
    return { done: false, dependents: [] }
  }
  const { bar } = useReading.getState()
  if (bar?.kind === 'mark' && ids.includes(bar.id)) closeBar()
  notify({ tone: 'done', text: label, action: undoAction(language()) })
  return { done: true, dependents: [] }
}

/** The word or sentence under the caret as the new selection; null when there is none. */
export function unitAtCaret(unit: 'word' | 'sentence'): Span | null {
  const { open, ends } = useReading.getState()
  if (!open || !ends) return null
  return unitAt(unit, ends.focus)
}

export function unitAt(unit: 'word' | 'sentence', offset: number): Span | null {
  const { open } = useReading.getState()
  if (!open) return null
  if (unit === 'word') return wordAt(open.text, offset)
  const part = partAt(open.parts, offset)
  return part ? (sentencesIn(open.text, part).findLast(({ start }) => start <= offset) ?? null) : null
}
