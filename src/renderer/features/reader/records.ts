import type { SimpleCommand } from '#domain/command/index.ts'
import type { Annotation, Attribution, Conflict, Entity, Evidence, Judgement, MarkRelation, Response } from '#domain/incident/index.ts'
import { apply, newId, useOpened } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate, type Params } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { groundOf, inOrder, isReadOnly, once, remember, showMade } from './marking.ts'
import { claimKindFor, type Basis, type RecordDraft, type RecordKind } from './record-draft.ts'
import { selectedSpan, setReading, useReading } from './reading.ts'
import { itemNow } from './suggested-now.ts'
import { focusText } from './text-focus.ts'
import { nextAfter } from './walking.ts'

const language = () => useSession.getState().settings.language
const incident = () => useOpened.getState().current?.incident

/** The words that a letter acts on: the mark of the bar, else the selection, else the mark or suggestion chosen last. */
export function basisNow(currentId: string | null): Basis | null {
  const { bar, open, lastType } = useReading.getState()
  if (!open || isReadOnly()) return null
  const span = selectedSpan()
  const id = bar?.kind === 'mark' ? bar.id : span ? null : currentId
  const item = itemNow(id)
  const from = item ? { from: item.annotation.id, found: item.found } : {}
  const known = id === null ? undefined : incident()?.annotations[id]
  if (known) return { sourceId: known.sourceId, annotationId: known.id, span: known.anchor, type: known.type, quote: known.anchor.exact, ...from }
  if (item) return { sourceId: open.source.id, annotationId: null, span: item.annotation.anchor, type: item.annotation.type, quote: item.annotation.anchor.exact, ...from }
  return span ? { sourceId: open.source.id, annotationId: null, span, type: lastType, quote: open.text.slice(span.start, span.end) } : null
}

/** Opens the form beside the text. @param wanted 'claim' becomes an attribution where the mark is one */
export function startRecord(wanted: RecordKind, currentId: string | null, otherId: string | null = null): boolean {
  const basis = basisNow(currentId)
  if (!basis) return false
  const kind = wanted === 'claim' ? claimKindFor(basis.type) : wanted
  const before = otherId ?? (basis.annotationId === currentId ? useReading.getState().chosenBefore : currentId)
  setReading({ bar: null, field: null, chooser: null, draft: null, record: { ...basis, kind, otherId: before === basis.annotationId ? null : before } })
  return true
}

export function leaveRecord(): void {
  setReading({ record: null })
  focusText()
}

/** What is made with the mark in one step, so that one undo takes both back. */
const record = (...what: Parameters<typeof make>): Promise<boolean> => once(() => make(...what))
async function make(draft: RecordDraft, commandsOf: (annotationId: string) => SimpleCommand[], said: keyof (typeof marking)['en'], params?: Params): Promise<boolean> {
  const ground = groundOf(draft)
  if (!ground) return false
  const next = nextAfter(draft.from)
  const done = await inOrder(() => apply({ type: 'batch', label: translate(marking, language(), 'fromMark'), commands: [...ground.commands, ...commandsOf(ground.id)] }))
  if (!done) return false
  if (ground.fresh) remember(ground.id)
  setReading({ record: null, bar: null, field: null })
  showMade(ground.id, next, translate(marking, language(), said, params))
  return true
}

const quote = (annotationId: string, stance: Evidence['stance'] = 'for'): Evidence => ({ kind: 'quote', annotationId, stance, credibility: null, note: '' })

export const saveAttribution = (draft: RecordDraft, item: Omit<Attribution, 'id' | 'evidence'>): Promise<boolean> =>
  record(draft, (id) => [{ type: 'attribution.add', item: { ...item, id: newId(), evidence: [quote(id)] } }], 'attributionSaved')

export const saveResponse = (draft: RecordDraft, item: Omit<Response, 'id' | 'evidence'>): Promise<boolean> =>
  record(draft, (id) => [{ type: 'response.add', item: { ...item, id: newId(), evidence: [quote(id)] } }], 'responseSaved')

export type ClaimFields = { conflictId: string | null; question: string; statement: string; claimant: string; stance: Conflict['claims'][number]['stance'] }

export function saveClaim(draft: RecordDraft, { conflictId, question, statement, claimant, stance }: ClaimFields): Promise<boolean> {
  return record(draft, (annotationId) => {
    const claim = { id: newId(), statement, claimant, stance, credibility: null, evidence: [quote(annotationId)] }
    const known = conflictId === null ? undefined : incident()?.conflicts[conflictId]
    if (known) return [{ type: 'conflict.update', id: known.id, changes: { claims: [...known.claims, claim] } }]
    return [{ type: 'conflict.add', item: { id: newId(), question, claims: [claim], reading: '', state: 'open' } }]
  }, 'claimSaved')
}

export type EntityFields = { entityId: string | null; name: string; kind: Entity['kind']; aliases: string[]; keepsName: boolean }

export function saveEntity(draft: RecordDraft, { entityId, name, kind, aliases, keepsName }: EntityFields): Promise<boolean> {
  const alias = (one: string) => ({ name: one, namer: null, standing: 'confirmed' as const })
  const known = entityId === null ? undefined : incident()?.entities[entityId]
  return record(draft, (annotationId) => {
    if (!known) return [{ type: 'entity.add', item: { id: newId(), kind, name, aliases: aliases.map(alias), country: null, sponsor: null, role: null, externalIds: [], description: '', evidence: [quote(annotationId)], standing: 'confirmed', tags: [] } }]
    const words = draft.quote.replace(/\s+/g, ' ').trim().slice(0, 300)
    const isKnown = [known.name, ...known.aliases.map((one) => one.name)].some((one) => one.toLocaleLowerCase() === words.toLocaleLowerCase())
    const changes = { evidence: [...known.evidence, quote(annotationId)], ...(keepsName && !isKnown ? { aliases: [...known.aliases, alias(words)] } : {}) }
    return [{ type: 'entity.update', id: known.id, changes }]
  }, 'entitySaved', { name: known?.name ?? name })
}

export type JudgementFields = { judgementId: string | null; statement: string; stance: Evidence['stance'] }

export function saveJudgement(draft: RecordDraft, { judgementId, statement, stance }: JudgementFields): Promise<boolean> {
  return record(draft, (annotationId) => {
    const all = Object.values(incident()?.judgements ?? {})
    const known = all.find(({ id }) => id === judgementId)
    if (known) return [{ type: 'judgement.update', id: known.id, changes: { evidence: [...known.evidence, quote(annotationId, stance)] } }]
    const order = Math.max(-1, ...all.map((one) => one.order)) + 1
    const item: Judgement = { id: newId(), order, statement, scale: all[0]?.scale ?? 'nato', likelihood: null, confidence: null, why: '', wouldChange: '', hypothesisId: null, evidence: [quote(annotationId, stance)] }
    return [{ type: 'judgement.add', item }]
  }, 'judgementSaved')
}

const relationsOf = (id: string): NonNullable<Annotation['relations']> => incident()?.annotations[id]?.relations ?? []

/** Relates two marks; the same relation is not recorded twice. */
export function saveRelation(draft: RecordDraft, kind: MarkRelation, targetId: string): Promise<boolean> {
  return record(draft, (id) => {
    const others = relationsOf(id).filter((one) => one.annotationId !== targetId || one.kind !== kind)
    return [{ type: 'annotation.update', id, changes: { relations: [...others, { kind, annotationId: targetId }] } }]
  }, 'relationSaved')
}

export const removeRelation = (id: string, gone: { kind: MarkRelation; annotationId: string }): Promise<boolean> =>
  inOrder(() => apply({ type: 'annotation.update', id, changes: { relations: relationsOf(id).filter((one) => one.kind !== gone.kind || one.annotationId !== gone.annotationId) } }))

export const saveTranslation = (draft: RecordDraft, translation: { language: string; text: string } | null): Promise<boolean> =>
  record(draft, (id) => [{ type: 'annotation.update', id, changes: { translation } }], 'translationSaved')
