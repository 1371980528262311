import { leastTlp, strictest, type Incident, type Tlp } from '../incident/index.ts'
import { dayZeroOf, type Alignment, type DayZero } from './align.ts'
import { intervalsOf, type Intervals } from './intervals.ts'
import { joinedOf, type Joined } from './joined.ts'
import { milestonesOf, type Milestones } from './milestones.ts'

/** One case of a comparison: what is stated of it, and what follows from that. */
export type ComparedCase = { id: string; title: string; shortTitle: string; tlp: Tlp; milestones: Milestones; intervals: Intervals; joined: Joined }

export function comparedCase(incident: Incident): ComparedCase {
  const milestones = milestonesOf(incident)
  return { id: incident.id, title: incident.title, shortTitle: incident.shortTitle || incident.title, tlp: leastTlp(incident), milestones, intervals: intervalsOf(milestones), joined: joinedOf(incident) }
}

/** The label of a product made from several cases: the strictest among them. */
export const comparisonTlp = (incidents: readonly Incident[]): Tlp => strictest(...incidents.map(leastTlp))

/** Day zero of a case under an alignment; null on the calendar and for a case that does not state it. */
export const zeroOf = ({ milestones }: Pick<ComparedCase, 'milestones'>, alignment: Alignment): DayZero | null => (alignment === 'absolute' ? null : dayZeroOf(milestones[alignment]))
