import { isEdtf } from './is-edtf.ts'
import { boundsOf, drawnPadding, shapeOf, type KnownLimit, type Limit } from './shape.ts'
import type { Stretch } from './within.ts'

/**
 * A stretch of a band across time, both ends inside it, in ms since 1970 UTC. core: surely within. margin: a limit lies
 * somewhere in here. fade: beyond the last thing known, where no source states a limit or it goes on.
 */
export type BandPart = { kind: 'core' | 'margin' | 'fade-start' | 'fade-end'; from: number; to: number }

/** A fade is at least so long (ms), so that it is seen where nothing reaches further. */
const leastFade = 45 * 86_400_000

/** Where a limit may lie, widened as every date is that its source calls approximate. */
const rangeOf = (limit: KnownLimit): Stretch => ({ from: limit.from - drawnPadding(limit), to: limit.to + drawnPadding(limit) })
const isVague = (limit: KnownLimit) => limit.precision !== 'day' || drawnPadding(limit) > 0

/** What of a limit belongs to its band: the range in which it may lie, or nothing but the day itself. */
function edge(limit: KnownLimit): BandPart {
  return { kind: isVague(limit) ? 'margin' : 'core', ...rangeOf(limit) }
}

function between(start: KnownLimit, end: KnownLimit): BandPart[] {
  const [first, last] = [rangeOf(start), rangeOf(end)]
  const core = { from: isVague(start) ? first.to + 1 : first.from, to: isVague(end) ? last.from - 1 : last.to }
  // Where the limits may meet nothing is surely within.
  if (core.to <= core.from) return [{ kind: 'margin', from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) }]
  return [
    ...(isVague(start) ? [{ kind: 'margin' as const, ...first }] : []),
    { kind: 'core', ...core },
    ...(isVague(end) ? [{ kind: 'margin' as const, ...last }] : []),
  ]
}

function spanParts(start: Limit, end: Limit, reach: Stretch): BandPart[] {
  if (start.known && end.known) return between(start, end)
  if (start.known) {
    const known = edge(start)
    return [known, { kind: 'fade-end', from: known.to + 1, to: Math.max(reach.to, known.to + leastFade) }]
  }
  if (end.known) {
    const known = edge(end)
    return [{ kind: 'fade-start', from: Math.min(reach.from, known.from - leastFade), to: known.from - 1 }, known]
  }
  return []
}

/**
 * The band of a stored EDTF value, in the order of time and without gaps. An end that is open or that no source states
 * fades as far as `reach`: a length on paper, not a statement. Nothing where neither end is known.
 */
export function bandOf(edtf: string, reach: Stretch): BandPart[] {
  const shape = shapeOf(edtf)
  return shape.kind === 'moment' ? [edge(shape.at)] : spanParts(shape.start, shape.end, reach)
}

const outer = (edtf: string | null, side: 'start' | 'end'): string => {
  const part = (side === 'start' ? edtf?.split('/')[0] : edtf?.split('/').at(-1)) ?? ''
  return part === '..' ? '' : part
}

/**
 * One date from the first limit of one to the last limit of another, each as exact as it is written and no more; null is
 * a limit that is not known. Null where EDTF cannot say it (seasons, a day and its own year), the end lies before the start, or nothing is known.
 */
export function dateBetween(from: string | null, to: string | null): string | null {
  const [start, end] = [outer(from, 'start'), outer(to, 'end')]
  if (start === '' && end === '') return null
  const date = start === end ? start : `${start}/${end}`
  if (!isEdtf(date)) return null
  const { earliest, latest } = boundsOf(date)
  return earliest !== null && latest !== null && earliest > latest ? null : date
}
