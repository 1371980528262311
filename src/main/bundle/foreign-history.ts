import { isDeepStrictEqual } from 'node:util'
import { advance, applyCommand, CommandError, patchIncident, revisionSchema, undoState, type Revision } from '#domain/command/index.ts'
import { parseStrictJson, Refusal } from '#domain/exchange/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { StoreError } from '../store/errors.ts'
import { decodeHistory } from '../store/history.ts'

/**
 * A history that comes from elsewhere. Our own lines carry a checksum and are believed; anyone can compute a checksum,
 * so here every line is read strictly and every step is done again: a command must give what its patches give, the
 * inverse must lead back, an undo must take back the very revision it names, and the end must be the incident.
 * @throws Refusal with the line
 */
export function readForeignHistory(bytes: Buffer, where: string, incident: Incident): Revision[] {
  const lines = bytes.toString('utf8').split('\n')
  const revisions = decoded(bytes, where).map((_, index) => strictly(lines[index] ?? '', `${where}:${index + 1}`))
  const [first, ...later] = revisions
  if (first?.command?.type !== 'incident.create') throw new Refusal('broken-history', `${where}:1`, 'does not hold the incident')
  let state = first.command.incident
  const undo = undoState([first])
  for (const revision of later) {
    state = stepped(state, revision, { revisions, next: { undo: undo.undo.at(-1), redo: undo.redo.at(-1) }, where })
    advance(undo, revision)
  }
  if (!isDeepStrictEqual(plain(state), plain(incident))) throw new Refusal('broken-history', where, 'does not lead to the incident of this bundle')
  return revisions
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function decoded(bytes: Buffer, where: string): Revision[] {
  try {
    const history = decodeHistory(bytes, where)
    if (history.torn || history.unterminated) throw new Refusal('broken-history', where, 'its last line is not whole')
    return history.revisions
  } catch (error) {
    if (error instanceof StoreError) throw new Refusal('broken-history', error.where, error.detail)
    throw error
  }
}

function strictly(line: string, place: string): Revision {
  const { checksum: _, schemaVersion: __, ...value } = strictJson(line, place) as Record<string, unknown>
  const parsed = revisionSchema.safeParse(value)
  const issue = parsed.error?.issues[0]
  if (!parsed.success) throw new Refusal('broken-history', `${place}: ${issue?.path.join('.') ?? ''}`, issue?.message ?? 'is not a revision')
  return parsed.data as Revision
}

function strictJson(line: string, place: string): unknown {
  try {
    return parseStrictJson(line)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, `${place}: ${error.where}`, error.detail)
    throw error
  }
}

type Step = { revisions: readonly Revision[]; next: { undo: number | undefined; redo: number | undefined }; where: string }

function stepped(before: Incident, revision: Revision, { revisions, next, where }: Step): Incident {
  const refuse = (detail: string) => new Refusal('broken-history', `${where}:${revision.sequence}`, detail)
  const { kind, of, command, patches, inverse } = revision
  try {
    const after = patchIncident(before, patches)
    if (kind === 'do') {
      if (!command || command.type === 'incident.create') throw refuse('is no change of an incident')
      if (!isDeepStrictEqual(plain(applyCommand(before, command).incident), plain(after))) throw refuse('its patches do not do what its command says')
      if (!isDeepStrictEqual(plain(patchIncident(after, inverse)), plain(before))) throw refuse('its inverse does not lead back')
      return after
    }
    const named = of === next[kind] ? revisions[(of ?? 0) - 1] : undefined
    if (!named) throw refuse(`is the ${kind} of a revision that was not the next one to ${kind}`)
    const [forward, back] = kind === 'undo' ? [named.inverse, named.patches] : [named.patches, named.inverse]
    if (!isDeepStrictEqual(plain(patches), plain(forward)) || !isDeepStrictEqual(plain(inverse), plain(back))) throw refuse('does not take back what it names')
    return after
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof CommandError) throw refuse(error.message)
    throw refuse(error instanceof Error ? error.message : String(error))
  }
}
