import type { BuiltInType, NamedPeriod } from '#domain/incident/index.ts'
import type { periodStrings } from '../../../strings/timeline-periods.ts'

type Ink = NamedPeriod['ink']
/** Of the checked palette those that no other sign of the timeline uses: near-blacks are dates there, red means that something must be decided. */
const offered: BuiltInType[] = ['victim', 'place', 'legal', 'activity', 'attribution', 'indicator', 'response']

/** What can be chosen: grey, the offered inks, and the one a period has already. */
export const inkChoices = (now: Ink): Ink[] => [null, ...offered, ...(now === null || offered.includes(now) ? [] : [now])]
export const inkName = (ink: Ink): keyof typeof periodStrings.en => `ink_${ink ?? 'none'}`
/** The class that gives a band or a swatch its colour (vis.css). */
export const inkClass = (ink: Ink): string => `ink-${ink ?? 'none'}`
