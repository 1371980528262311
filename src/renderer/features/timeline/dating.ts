import { formatEdtf, resizeDate, shiftDate, boundsOf } from '#domain/dates/index.ts'
import type { Language } from '#contract/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { notify, report } from '../../state/notices.ts'
import { applyOrThrow, useOpened } from '../../state/open-incident.ts'
import { undoAction } from '../../state/undo-action.ts'
import { translate } from '../../strings/index.ts'
import { lanesStrings } from '../../strings/timeline-lanes.ts'
import { updateOf } from './item-commands.ts'

/** Gives a record another date, with a way back in the notice. The words of the source stay as they are: they were not changed. */
export async function redate(item: Pick<TimelineItem, 'collection' | 'id' | 'title' | 'edtf' | 'wording'>, edtf: string, language: Language): Promise<void> {
  if (edtf === item.edtf) return
  try {
    await applyOrThrow(updateOf(item, { date: { edtf, wording: item.wording } }))
    const words = (date: string | null) => formatEdtf(date, language)
    notify({ tone: 'done', text: translate(lanesStrings, language, 'movedEvent', { title: item.title, from: words(item.edtf), to: words(edtf) }), action: undoAction(language) })
  } catch (error) {
    report(error)
  }
}

const day = 86_400_000
/** A step that reaches the next unit of any precision when it is tried in turn. */
const steps = [day, 16 * day, 184 * day, 367 * day]

/** Moves a selected record, or its end, by one unit of its own precision; where that is not possible, a notice says so. */
export async function nudge(item: TimelineItem, direction: -1 | 1, what: 'whole' | 'end', language: Language): Promise<void> {
  if (useOpened.getState().current?.readOnly) return
  const { edtf } = item
  const latest = edtf === null ? null : boundsOf(edtf).latest
  const moved = edtf === null ? undefined : steps.map((step) => (what === 'whole' ? shiftDate(edtf, direction * step) : latest === null || !Number.isFinite(latest) ? null : resizeDate(edtf, 'end', latest + 1 + direction * step))).find((next) => next !== null && next !== edtf)
  if (moved) await redate(item, moved, language)
  else notify({ tone: 'done', text: translate(lanesStrings, language, 'cannotDrag') })
}
