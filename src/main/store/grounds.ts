import { CommandError, type Patch } from '#domain/command/index.ts'
import type { Annotation, Incident } from '#domain/incident/index.ts'
import { StoreError } from './errors.ts'

export type TextReader = (sha256: string) => Promise<string>
type Changed = { sources: string[]; annotations: string[] }

/** The sources and annotations whose text or place patches may have changed. */
function changedBy(incident: Incident, patches: Patch[]): Changed {
  const touched = (collection: keyof Changed, field: string) => {
    const ids = new Set<string>()
    for (const { path } of patches) {
      if (path[0] !== collection) continue
      if (path.length === 1) for (const id of Object.keys(incident[collection])) ids.add(id)
      else if (path.length === 2 || path[2] === field) ids.add(String(path[1]))
    }
    return [...ids].filter((id) => Object.hasOwn(incident[collection], id))
  }
  return { sources: touched('sources', 'text'), annotations: touched('annotations', 'anchor') }
}

/** Why an annotation does not stand on its words, or null. A text that is no longer kept leaves it orphaned, not wrong. */
export function misplaced({ anchor }: Annotation, text: string): string | null {
  return text.slice(anchor.start, anchor.end) === anchor.exact ? null : `the frozen text reads differently at ${anchor.start}–${anchor.end}`
}

/**
 * Every statement leads back to words, so what a change points at must be in the library and read as it says.
 * @throws CommandError broken-reference when a text is not in the library, invalid when the words differ
 */
export async function requireGrounds(incident: Incident, patches: Patch[], readText: TextReader): Promise<void> {
  const changed = changedBy(incident, patches)
  for (const id of changed.sources) {
    const text = incident.sources[id]?.text
    if (!text) continue
    const { length } = await present(readText, text.sha256, `sources.${id}.text.sha256`)
    if (length !== text.length) throw new CommandError('invalid', `sources.${id}.text.length`, `the frozen text has ${length} characters`)
  }
  for (const id of changed.annotations) {
    const annotation = incident.annotations[id]
    if (!annotation) continue
    const text = await present(readText, annotation.anchor.textSha256, `annotations.${id}.anchor.textSha256`)
    const problem = misplaced(annotation, text)
    if (problem) throw new CommandError('invalid', `annotations.${id}.anchor.exact`, problem)
  }
}

async function present(readText: TextReader, sha256: string, path: string): Promise<string> {
  try {
    return await readText(sha256)
  } catch (error) {
    if (error instanceof StoreError && error.code === 'missing') throw new CommandError('broken-reference', path, 'the text is not in the library')
    throw error
  }
}

/** The patches that an incident as a whole amounts to, for checking all of its grounds. */
export const everything: Patch[] = [
  { op: 'replace', path: ['sources'] },
  { op: 'replace', path: ['annotations'] },
]
