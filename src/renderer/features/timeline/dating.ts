import { canShift, formatEdtf, resizeDate, shiftDate, boundsOf } from '#domain/dates/index.ts'
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

type What = 'whole' | 'end'

function byOneUnit(edtf: string, direction: -1 | 1, what: What): string | null {
  const { latest } = boundsOf(edtf)
  const moved = (step: number) => (what === 'whole' ? shiftDate(edtf, direction * step) : latest === null || !Number.isFinite(latest) ? null : resizeDate(edtf, 'end', latest + 1 + direction * step))
  return steps.map(moved).find((next) => next !== null && next !== edtf) ?? null
}

const hasEnd = (edtf: string | null) => edtf !== null && canShift(edtf) && Number.isFinite(boundsOf(edtf).latest ?? Infinity)

async function step(item: TimelineItem, direction: -1 | 1, what: What, language: Language): Promise<void> {
  const { current } = useOpened.getState()
  const date = current?.readOnly ? undefined : current?.incident[item.collection][item.id]?.date
  if (!date) return
  const moved = date.edtf === null ? null : byOneUnit(date.edtf, direction, what)
  if (moved !== null) await redate({ ...item, ...date }, moved, language)
  else notify({ tone: 'done', text: translate(lanesStrings, language, what === 'end' && hasEnd(date.edtf) ? 'endBeforeStart' : 'cannotDrag') })
}

/** Steps wait for those before them: a key that is held comes again before the last step is stored. */
let before: Promise<void> = Promise.resolve()

/** Moves a selected record, or its end, by one unit of its own precision from where it is then; where that is not possible, a notice says so. */
export function nudge(item: TimelineItem, direction: -1 | 1, what: What, language: Language): Promise<void> {
  before = before.then(() => step(item, direction, what, language))
  return before
}
