import { issuedFrom, type Incident, type ProposedFields, type Source } from '../incident/index.ts'
import type { Command, SimpleCommand } from './schema.ts'

const valueOf: Record<Exclude<keyof ProposedFields, 'created'>, (source: Source) => unknown> = {
  title: ({ citation }) => citation.title,
  publisher: ({ citation }) => citation.publisher,
  author: ({ citation }) => citation.author,
  date: ({ date }) => date,
  language: ({ language }) => language,
}
const fields = Object.keys(valueOf) as (keyof typeof valueOf)[]

/** The fields of a source that wait for a person, in the order they are shown. The day its file was made is apart. */
export const proposedFields = ({ proposed }: Source): (keyof typeof valueOf)[] => fields.filter((field) => proposed?.[field] !== undefined)

const orNull = (proposed: ProposedFields): ProposedFields | null => (Object.keys(proposed).length > 0 ? proposed : null)

/** What is still proposed once a person has written other values: a field that was changed is the person's own. */
export function stillProposed(before: Source, after: Source): ProposedFields | null | undefined {
  if (!before.proposed) return before.proposed
  const left: ProposedFields = { ...before.proposed }
  for (const field of fields) if (JSON.stringify(valueOf[field](before)) !== JSON.stringify(valueOf[field](after))) delete left[field]
  // A source with a date of publication needs no other day for one.
  if (before.date !== after.date) delete left.created
  return orNull(left)
}

const updateOf = (source: Source, changes: Record<string, unknown>): SimpleCommand => ({ type: 'source.update', id: source.id, changes: changes as Extract<SimpleCommand, { type: 'source.update' }>['changes'] })

/** Confirms what the document says about itself; the day its file was made goes on waiting. Null: nothing to confirm. */
export function confirmSource(label: string, source: Source): Command | null {
  if (proposedFields(source).length === 0) return null
  const { created } = source.proposed ?? {}
  return { type: 'batch', label, commands: [updateOf(source, { proposed: created === undefined ? null : { created } })] }
}

/** Confirms it for every source, as one revision that one undo takes back. */
export function confirmSources(label: string, incident: Incident): Command | null {
  const commands = Object.values(incident.sources).flatMap((source) => {
    const command = confirmSource(label, source)
    return command?.type === 'batch' ? command.commands : []
  })
  return commands.length > 0 ? { type: 'batch', label, commands } : null
}

/** The day on which the file was made: taken as the date of publication, or left alone for good. */
export function settleCreated(label: string, source: Source, take: boolean): Command | null {
  const { created, ...others } = source.proposed ?? {}
  if (created === undefined) return null
  const dated = take ? { date: created, citation: { ...source.citation, issued: issuedFrom(created) } } : {}
  return { type: 'batch', label, commands: [updateOf(source, { ...dated, proposed: orNull(others) })] }
}
