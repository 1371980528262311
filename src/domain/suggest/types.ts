import type { SuggestionType } from '../incident/vocabulary.ts'
import type { Span } from '../text/index.ts'

/** What a recogniser proposes. The types are those of the gold annotations; annotation-type.ts maps them to the types of the reader. */
export { suggestionTypes, type SuggestionType } from '../incident/vocabulary.ts'
export type SuggestLanguage = 'en' | 'cs'

/**
 * One proposal over a frozen text: text.slice(start, end) === exact, in UTF-16 code units.
 * `value` by type: date EDTF; place ISO 3166-1 alpha-2, null for towns; actor its primary name; organisation the full name
 * where the words are short for it; person the full name; technique and vulnerability the id; indicator refanged;
 * malware its name; attribution the party held responsible; response its kind; null otherwise.
 */
export type Suggestion = Span & {
  exact: string
  type: SuggestionType
  value: string | null
  /** Who said it; statements alone. */
  speaker: string | null
  /** The rule that found it, for the analyst and for tests. */
  rule: string
  /** The name of the vocabulary that matched, as the vocabulary writes it. Actors alone. */
  alias?: string
  /** The id of the vocabulary's entry. */
  vocabularyId?: string
  /** Words that say how sure the party is, as they stand. Attributions alone. */
  strength?: string
  /** Who holds the party responsible, where the sentence says so. Attributions alone. */
  by?: string
  /** The standing or office in front of or behind a name. Persons alone. */
  role?: string
  /** What kind of indicator it is. */
  kind?: IndicatorKind
}
export type IndicatorKind = 'ipv4' | 'ipv6' | 'domain' | 'url' | 'email' | 'md5' | 'sha1' | 'sha256' | 'other'

/** Names that the rules take from the vocabularies shipped with the program; all may be empty. */
export type SuggestVocabularies = {
  actors: readonly { id: string; name: string; country: string | null; aliases: readonly { name: string }[] }[]
  /** A sub-technique may carry the name of its parent before a colon. */
  techniques: readonly { id: string; name: string }[]
  malware: readonly { id: string; name: string }[]
  groups: readonly { id: string; name: string }[]
}
export const noVocabularies: SuggestVocabularies = { actors: [], techniques: [], malware: [], groups: [] }

export type SuggestOptions = {
  /** Absent: guessed from the text. */
  language?: SuggestLanguage | undefined
  /** The day the document was published, YYYY-MM-DD; what "today" and "Tuesday" are resolved against. Absent or null: only a dateline of the text itself. */
  published?: string | null | undefined
  vocabularies?: SuggestVocabularies | undefined
}
