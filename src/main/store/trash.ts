import { join } from 'node:path'
import { exists, moveDurably } from './durable-file.ts'
import type { Files } from './files.ts'
import { stampOf, type Layout } from './layout.ts'

/** Moves an incident's files into a folder of their own in trash/. Its frozen texts stay: others may rest on them. */
export async function moveToTrash(at: Layout, id: string, now: Date, files: Files): Promise<void> {
  const folder = join(at.trash, `${id}.${stampOf(now)}`)
  // The snapshot first: a history alone is still the whole incident, should this be cut off between the two.
  if (await exists(at.snapshot(id), files)) await moveDurably(at.snapshot(id), folder, `${id}.json`, files)
  await moveDurably(at.history(id), folder, `${id}.history.jsonl`, files)
}
