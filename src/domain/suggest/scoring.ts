import type { Suggestion, SuggestionType } from './types.ts'
import type { Gold } from './marked-up.ts'

/** Precision and recall as the gold set measures them. For tests alone. */
type Found = Pick<Suggestion, 'start' | 'end' | 'type' | 'value' | 'speaker'>
export type Score = { gold: number; predicted: number; strict: number; lenient: number; valued: number; rightValue: number; speakers: number; rightSpeaker: number }
const none = (): Score => ({ gold: 0, predicted: 0, strict: 0, lenient: 0, valued: 0, rightValue: 0, speakers: 0, rightSpeaker: 0 })

const words = (text: string | null) => (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '')
/** Pairs of the same type, one to one, taken from the best overlap down; strict only where the spans are the same. */
function pairs(gold: readonly Gold[], found: readonly Found[], least: number): [Gold, Found][] {
  const all = gold.flatMap((g) => found.filter((f) => f.type === g.type).map((f) => ({ g, f, share: (Math.min(g.end, f.end) - Math.max(g.start, f.start)) / (Math.max(g.end, f.end) - Math.min(g.start, f.start)) }))).filter(({ share }) => share >= least)
  const used = new Set<Gold | Found>()
  const taken: [Gold, Found][] = []
  for (const { g, f } of all.sort((a, b) => b.share - a.share)) {
    if (used.has(g) || used.has(f)) continue
    used.add(g).add(f)
    taken.push([g, f])
  }
  return taken
}

export type Scores = Map<SuggestionType, Score>
export function addScores(scores: Scores, gold: readonly Gold[], found: readonly Found[]): void {
  const of = (type: SuggestionType) => {
    const score = scores.get(type) ?? none()
    scores.set(type, score)
    return score
  }
  for (const { type } of gold) of(type).gold++
  for (const { type } of found) of(type).predicted++
  for (const [{ type }] of pairs(gold, found, 0.5)) of(type).lenient++
  for (const [g, f] of pairs(gold, found, 1)) {
    const score = of(g.type)
    score.strict++
    if (g.value !== null && ['date', 'place', 'actor'].includes(g.type)) {
      score.valued++
      if (g.type === 'actor' ? words(g.value) === words(f.value) : g.value === f.value) score.rightValue++
    }
    if (g.type === 'statement') {
      score.speakers++
      if (words(g.speaker) === words(f.speaker)) score.rightSpeaker++
    }
  }
}
export const f1 = (score: Score, mode: 'strict' | 'lenient'): number => (2 * score[mode]) / (score.gold + score.predicted)
export const total = (scores: Scores, types: readonly SuggestionType[]): Score => {
  const sum = none()
  for (const type of types) for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += scores.get(type)?.[key] ?? 0
  return sum
}
