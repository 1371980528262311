import { schemaVersion } from '#domain/incident/index.ts'

/** An incident, or a line of history, as some version stored it: parsed JSON, not yet checked. */
export type Stored = Record<string, unknown>

/**
 * How what version `to - 1` stored reads in version `to`. Pure: the same value gives the same value, nothing is changed
 * in place. Each step comes with a library of the version it leaves behind, kept under fixtures/.
 */
export type Step = {
  to: number
  incident: (stored: Stored) => Stored
  /** For a change in how revisions themselves are written; patches keep speaking of the incident of their own version. */
  line?: (stored: Stored) => Stored
}

/** What this program writes, and what it can read beside that. */
export type Schema = { version: number; steps: readonly Step[] }

/** Version 1 is the first, so there is no step yet. */
export const currentSchema: Schema = { version: schemaVersion, steps: [] }

const between = ({ steps }: Schema, from: number, to: number): Step[] => {
  const found = steps.filter((step) => step.to > from && step.to <= to).toSorted((a, b) => a.to - b.to)
  if (found.length !== to - from) throw new RangeError(`no steps lead from version ${from} to ${to}`)
  return found
}

/** @throws RangeError when the steps have a gap */
export function migrateIncident(stored: Stored, from: number, to: number, schema: Schema): Stored {
  return between(schema, from, to).reduce((value, step) => step.incident(value), stored)
}

/** @throws RangeError when the steps have a gap */
export function migrateLine(stored: Stored, from: number, schema: Schema): Stored {
  return between(schema, from, schema.version).reduce((value, { line }) => (line ? line(value) : value), stored)
}
