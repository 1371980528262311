import { incidentSchema, type Incident } from '#domain/incident/index.ts'
import { openLow, type Kind, type Low, type Numbered } from './durable-low.ts'
import { moveDurably } from './durable-file.ts'
import { StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { stampOf, type Layout } from './layout.ts'

const kind: Kind<Incident | null> = {
  format: 'kronika-snapshot',
  schemaVersion: 1,
  parse: (body) => incidentSchema.parse(body),
  defaults: () => null,
}

type Found = { low: Low<Numbered<Incident | null>> | null; base: { incident: Incident; sequence: number } | null; corrupt: string | null }

/**
 * The snapshot of an incident: how far it reaches, or why it cannot be used. A corrupt one is no loss, because the
 * history holds everything.
 * @throws StoreError unreadable or newer
 */
export async function readSnapshot(at: Layout, id: string, files?: Files): Promise<Found> {
  try {
    const low = await openLow(at.snapshot(id), kind, files)
    const { sequence, body } = low.data
    if (body && body.id !== id) return { low: null, base: null, corrupt: `holds the incident ${body.id}` }
    return { low, base: body ? { incident: body, sequence } : null, corrupt: null }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'corrupt') return { low: null, base: null, corrupt: error.detail }
    throw error
  }
}

/** Puts the bytes of a corrupt snapshot aside, so that a new one can be written. */
export async function quarantineSnapshot(at: Layout, id: string, now: Date, files?: Files): Promise<Low<Numbered<Incident | null>>> {
  await moveDurably(at.snapshot(id), at.quarantine, `${id}.json.${stampOf(now)}`, files)
  return openLow(at.snapshot(id), kind, files)
}
