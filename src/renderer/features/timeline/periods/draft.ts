import type { SimpleCommand } from '#domain/command/index.ts'
import type { Evidence, NamedPeriod } from '#domain/incident/index.ts'
import type { TimelinePeriod } from '#domain/timeline/index.ts'

/** What the form of a period holds. */
export type PeriodDraft = { title: string; edtf: string | null; dateValid: boolean; wording: string; note: string; ink: NamedPeriod['ink']; evidence: Evidence[] }

export const draftOf = (period: TimelinePeriod | null, begun: string | null): PeriodDraft =>
  period ? { title: period.title, edtf: period.edtf, dateValid: true, wording: period.wording ?? '', note: period.note, ink: period.ink, evidence: period.evidence } : { title: '', edtf: begun, dateValid: true, wording: '', note: '', ink: null, evidence: [] }

export const missing = ({ title, dateValid }: PeriodDraft): 'title' | 'date' | null => (title.trim() === '' ? 'title' : dateValid ? null : 'date')

/** The one command that stores a draft: of the period with this id, or a new one under it. */
export function commandOf({ title, edtf, wording, note, ink, evidence }: PeriodDraft, id: string, isNew: boolean): SimpleCommand {
  const fields = { title: title.trim(), date: { edtf, wording: wording.trim() === '' ? null : wording.trim() }, note, ink, evidence }
  return isNew ? { type: 'period.add', item: { id, ...fields } } : { type: 'period.update', id, changes: fields }
}
