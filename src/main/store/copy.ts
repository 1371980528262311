import { resolve, sep } from 'node:path'
import { textsOf, writeIncidentDocument } from '#domain/exchange/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { writeDurably } from './durable-file.ts'
import { saving, StoreError } from './errors.ts'
import type { Files } from './files.ts'

/** @returns the whole path · @throws StoreError invalid for a place in the library */
export function placeOutside(root: string, path: string): string {
  const target = resolve(path)
  if (target === root || target.startsWith(root + sep)) throw new StoreError('invalid', path, 'lies in the library; choose a place outside')
  return target
}

/** Writes an incident with its texts as a Kronika document; one that is there is replaced. @throws StoreError missing when a text is · NotSaved */
export async function writeCopy(target: string, incident: Incident, readText: (sha256: string) => Promise<string>, files: Files): Promise<void> {
  const texts: Record<string, string> = {}
  for (const sha256 of textsOf(incident)) texts[sha256] = await readText(sha256)
  const bytes = Buffer.from(writeIncidentDocument(incident, texts))
  await saving(() => writeDurably(target, bytes, files))
}
