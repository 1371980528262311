import type { Output } from '#contract/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { go, goToItem, goToQuote } from '../../state/navigation.ts'
import { reportStrings } from '../../strings/report.ts'

export type Problem = Output<'report:preview'>['problems'][number]
export type ProblemGroup = { code: string; severity: Problem['severity']; places: string[] }

/** Problems of one kind as one line with its places; those that stop the export first, else in the order found. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>()
  for (const { code, severity, where } of problems) {
    const key = `${severity}/${code}`
    const group = groups.get(key) ?? { code, severity, places: [] }
    group.places.push(where)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted((a, b) => Number(a.severity === 'check') - Number(b.severity === 'check'))
}

type Key = keyof typeof reportStrings.en
/** The key of a problem's words; a code this version does not know gets neutral ones. */
export function wordsOf(code: string): { title: Key; text: Key } {
  return code in reportStrings.en && `${code}-text` in reportStrings.en ? { title: code as Key, text: `${code}-text` as Key } : { title: 'other-problem', text: 'other-problem-text' }
}

/** Goes to the place of a problem, where it can be put right. */
export function goToPlace(incident: Incident, where: string): void {
  const [collection, id] = where.split('/')
  if ((collection === 'events' || collection === 'periods') && id) return goToItem(where)
  if (collection === 'annotations' && id) {
    const annotation = incident.annotations[id]
    return annotation ? goToQuote(annotation.sourceId, id) : undefined
  }
  if (collection === 'sources' && id) return goToQuote(id, null)
  return go({ view: 'overview', itemKey: id === undefined ? `section/${where}` : where })
}
