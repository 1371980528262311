import { z } from 'zod'
import { instantSchema } from '../incident/index.ts'
import { commandSchema, type Command } from './schema.ts'

const patchSchema = z.strictObject({ op: z.enum(['add', 'remove', 'replace']), path: z.array(z.union([z.string(), z.number()])), value: z.unknown().optional() })

/** One revision of an incident: who, when, what, and how to take it back. */
export const revisionSchema = z.strictObject({
  sequence: z.int().positive(),
  time: instantSchema,
  author: z.string().max(200),
  /** undo and redo name the revision they take back or bring back. */
  kind: z.enum(['do', 'undo', 'redo']),
  of: z.int().positive().nullable(),
  command: commandSchema.nullable(),
  patches: z.array(patchSchema),
  inverse: z.array(patchSchema),
})
export type Revision = z.infer<typeof revisionSchema>

/** What can be undone and redone: sequences of the revisions concerned, the next one last. */
export type UndoState = { undo: number[]; redo: number[] }

/**
 * The undo state after a list of revisions; history is the only memory of it, so undo survives a restart.
 * The first revision made the incident and is never undone.
 */
export function undoState(revisions: Iterable<Pick<Revision, 'sequence' | 'kind' | 'of'>>): UndoState {
  const state: UndoState = { undo: [], redo: [] }
  for (const revision of revisions) advance(state, revision)
  return state
}

/** One step of undoState, in place. */
export function advance(state: UndoState, revision: Pick<Revision, 'sequence' | 'kind' | 'of'>): void {
  if (revision.kind === 'do') {
    if (revision.sequence > 1) state.undo.push(revision.sequence)
    state.redo.length = 0
  } else if (revision.kind === 'undo') {
    state.undo.pop()
    if (revision.of !== null) state.redo.push(revision.of)
  } else {
    state.redo.pop()
    if (revision.of !== null) state.undo.push(revision.of)
  }
}

/** A key for the name of a command ("annotation.add"); views turn it into words. A batch has its own label. */
export type CommandName = { type: Command['type']; label: string | null }
export const nameOf = (command: Command): CommandName => ({ type: command.type, label: command.type === 'batch' ? command.label : null })
