import type { Lane, ResponseType } from '../incident/vocabulary.ts'
import type { attributionStances, attributionTargetLevels } from '../incident/vocabulary.ts'
import type { Span } from '../text/index.ts'

/** Drafts hold what can be read from the text; ids, evidence and credibility come when the analyst saves. */
export type StatedDate = { edtf: string; wording: string }
export type DatedDraft = { quote: Span; title: string; lane: Lane; date: StatedDate }
export type AttributionDraft = {
  /** The phrase, to keep as evidence. */
  quote: Span
  sentence: Span
  /** Who holds responsible; null when the sentence does not say. */
  by: string | null
  to: { name: string; level: (typeof attributionTargetLevels)[number] }[]
  stance: (typeof attributionStances)[number]
  /** Words of strength as they stand; null: none. */
  strength: string | null
  /** The only date of the sentence; null when there is none or more than one. */
  date: StatedDate | null
}
export type ResponseDraft = {
  quote: Span
  /** Who responds; null when the sentence does not say. */
  by: string | null
  type: ResponseType
  /** The only date of the sentence; null when there is none or more than one. */
  date: StatedDate | null
}
export type ClaimDraft = { quote: Span; statement: string; claimant: string; stance: 'asserted' | 'denied' | 'doubted' }
