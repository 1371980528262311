import { incidentSchema, type Incident } from '#domain/incident/index.ts'
import { decode, openLow, type Kind, type Low, type Numbered } from './durable-low.ts'
import { exists, moveDurably } from './durable-file.ts'
import { StoreError } from './errors.ts'
import type { Files } from './files.ts'
import type { Base } from './history.ts'
import { stampOf, type Layout } from './layout.ts'
import { readBackElsewhere } from './read-back.ts'
import { currentSchema, type Schema } from './schema.ts'

/** What an older version wrote is handed on as it is: it becomes today's after the history beyond it was applied. */
const kindOf = (schema: Schema): Kind<Incident | null> => ({
  format: 'kronika-snapshot',
  schemaVersion: schema.version,
  parse: (body, version) => (version < schema.version ? (body as Incident) : incidentSchema.parse(body)),
  defaults: () => null,
  // The other thread knows the version of this program alone.
  ...(schema === currentSchema ? { readBackElsewhere } : {}),
})

/** @throws StoreError corrupt or newer */
export const decodeSnapshot = (bytes: Uint8Array): Numbered<Incident | null> => decode('', kindOf(currentSchema), bytes)

type Found = { low: Low<Numbered<Incident | null>> | null; base: Base | null; corrupt: string | null }

/**
 * The snapshot of an incident: how far it reaches, or why it cannot be used. A corrupt one is no loss, because the
 * history holds everything.
 * @throws StoreError unreadable or newer
 */
export async function readSnapshot(at: Layout, id: string, files: Files, schema = currentSchema): Promise<Found> {
  try {
    const low = await openLow(at.snapshot(id), kindOf(schema), files)
    const { sequence, body, version } = low.data
    if (body && body.id !== id) return { low: null, base: null, corrupt: `holds the incident ${body.id}` }
    return { low, base: body ? { incident: body, sequence, version: version ?? schema.version } : null, corrupt: null }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'corrupt') return { low: null, base: null, corrupt: error.detail }
    throw error
  }
}

/** Puts a snapshot that cannot be used aside, where there is one. */
export async function quarantineSnapshot(at: Layout, id: string, now: Date, files: Files): Promise<void> {
  if (await exists(at.snapshot(id), files)) await moveDurably(at.snapshot(id), at.quarantine, `${id}.json.${stampOf(now)}`, files)
}
