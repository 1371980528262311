import type { ImportResult } from '#contract/index.ts'
import { certainPlaces, reviewOf, superseding } from '#domain/command/index.ts'
import type { Library } from '../../store/index.ts'
import { plural } from '../output.ts'
import { CliError } from '../problem.ts'

/** What became of the marks of the version before. */
export type MarksCarried = { carried: number; toConfirm: number; withoutPlace: number }

/** @throws CliError not-found, or invalid when the source has no text that could have a newer version */
export async function requireSource(library: Library, { incidentId, supersedes }: { incidentId: string | null; supersedes?: string }): Promise<void> {
  if (supersedes === undefined || incidentId === null) return
  const source = (await library.open(incidentId)).incident.sources[supersedes]
  if (!source) throw new CliError('not-found', supersedes, `the incident "${incidentId}" has no such source`)
  if (!source.text) throw new CliError('invalid', supersedes, 'the source has no text in the library, so there is nothing to supersede')
}

/** Moves the marks whose place is certain to the newer version that was just imported; null when its text was there already. */
export async function carryCertain(library: Library, results: readonly ImportResult[]): Promise<MarksCarried | null> {
  const made = results.find(({ outcome, sourceId }) => outcome === 'imported' && sourceId !== null)
  if (!made?.incidentId || !made.sourceId) return null
  const { incident } = await library.open(made.incidentId)
  const newer = incident.sources[made.sourceId]
  const older = incident.sources[newer?.supersedes ?? '']
  if (!newer?.text || !older?.text) return null
  const [oldText, newText] = [await library.readText(older.text.sha256), await library.readText(newer.text.sha256)]
  const reviews = reviewOf(incident, newer, oldText, newText)
  const certain = certainPlaces(reviews).length
  if (certain > 0) await library.apply(incident.id, superseding(`take ${plural(certain, 'mark')} over to the new version`, newer, older, oldText, newText, incident))
  const tray = reviews.filter((review) => review.tray).length
  return { carried: certain, toConfirm: reviews.length - certain - tray, withoutPlace: tray }
}

export const marksInWords = ({ carried, toConfirm, withoutPlace }: MarksCarried): string =>
  `${plural(carried, 'mark')} taken over, ${toConfirm} to confirm in the reader, ${withoutPlace} without a place`
