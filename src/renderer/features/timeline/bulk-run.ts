import type { Language } from '#contract/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { notify } from '../../state/notices.ts'
import { apply } from '../../state/open-incident.ts'
import { undoAction } from '../../state/undo-action.ts'
import { confirm } from '../../state/overlays.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { translate } from '../../strings/index.ts'
import { itemName } from '../../strings/item-names.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { focusTable, selectItem } from './actions.ts'
import { bulkCommands, canChange, mostAtOnce, removalCommands, restingOn, type BulkChange } from './bulk.ts'

type Key = keyof (typeof workStrings)['en']
const say = (language: Language, key: Key, params: Record<string, string | number> = {}) => translate(workStrings, language, key, params)

function doneWords(change: BulkChange, n: number, language: Language): string {
  switch (change.kind) {
    case 'lane': return say(language, 'doneLane', { n, lane: translate(common, language, laneKeys[change.lane]) })
    case 'add-tags': return say(language, 'doneTagged', { n, tags: change.tags.map((tag) => `#${tag}`).join(', ') })
    case 'remove-tag': return say(language, 'doneUntagged', { n, tags: `#${change.tag}` })
    case 'context': return say(language, change.context ? 'doneContext' : 'donePart', { n })
    case 'standing': return say(language, change.standing === 'background' ? 'doneBackground' : 'doneConfirmed', { n })
  }
}

function refusedForNumber(n: number, language: Language): boolean {
  if (n > mostAtOnce) notify({ tone: 'kept', text: say(language, 'tooManyAtOnce', { n: mostAtOnce }) })
  return n > mostAtOnce
}

/** Changes several records in one step and says how many, and how many stayed as they were. */
export async function changeSeveral(items: readonly TimelineItem[], change: BulkChange, language: Language): Promise<void> {
  const commands = bulkCommands(items, change)
  if (commands.length === 0) return notify({ tone: 'done', text: say(language, 'nothingToChange') })
  if (refusedForNumber(commands.length, language)) return
  const words = doneWords(change, commands.length, language)
  if (!(await apply({ type: 'batch', label: words.replace(/\.$/, '').slice(0, 200), commands }))) return
  const unable = items.filter((item) => !canChange(item, change)).length
  notify({ tone: 'done', text: unable > 0 ? `${words} ${say(language, 'unable', { n: unable })}` : words, action: undoAction(language) })
}

const mostNamed = 6

/** Asks, with what rests on the records, then removes them in one step. */
export async function removeSeveral(incident: Incident, items: readonly TimelineItem[], next: string | null, language: Language): Promise<void> {
  const n = items.length
  if (refusedForNumber(n, language)) return
  const resting = restingOn(incident, items)
  const names = resting.slice(0, mostNamed).map((key) => itemName(incident, key, language)).join('; ')
  const text = resting.length === 0 ? say(language, 'deleteBack') : `${say(language, 'deleteResting', { n: resting.length, names: resting.length > mostNamed ? `${names}; …` : names })} ${say(language, 'deleteBack')}`
  if (!(await confirm({ title: say(language, 'deleteTitle', { n }), text, action: translate(common, language, 'delete') }))) return focusTable()
  if (!(await apply({ type: 'batch', label: say(language, 'doneDeleted', { n }).replace(/\.$/, ''), commands: removalCommands(items) }))) return
  selectItem(next)
  notify({ tone: 'done', text: say(language, 'doneDeleted', { n }), action: undoAction(language) })
  focusTable()
}
