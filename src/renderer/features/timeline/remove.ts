import type { Language } from '#contract/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { AppError } from '../../api.ts'
import { notify, report } from '../../state/notices.ts'
import { applyOrThrow } from '../../state/open-incident.ts'
import { undoAction } from '../../state/undo-action.ts'
import { translate } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { selectItem } from './actions.ts'
import { removalOf } from './item-commands.ts'

/**
 * Takes a record away, with a way back in the notice. Answers what rests on it ("collection/id") when it is
 * refused for that reason, so that the person can decide; null otherwise.
 */
export async function removeItem(item: TimelineItem, next: string | null, language: Language, together = false): Promise<string[] | null> {
  try {
    await applyOrThrow(removalOf(item, together))
    selectItem(next)
    notify({ tone: 'done', text: translate(timelineStrings, language, 'deleted', { title: item.title }), action: undoAction(language) })
    return null
  } catch (error) {
    if (error instanceof AppError && (error.failure.code === 'in-use' || error.failure.dependents?.length)) return error.failure.dependents ?? []
    report(error)
    return null
  }
}
