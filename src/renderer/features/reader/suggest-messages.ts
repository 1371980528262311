import type { SuggestLanguage, SuggestVocabularies, Suggestion } from '#domain/suggest/index.ts'

/** A text to read. A newer one takes the place of the one that is being read. */
export type ReadOrder = { number: number; text: string; language: SuggestLanguage | null; published: string | null }
/** To the worker: the names once, then texts; `stop` ends the reading that goes on. */
export type ToWorker = { kind: 'names'; names: SuggestVocabularies } | ({ kind: 'read' } & ReadOrder) | { kind: 'stop' }
/** From the worker: what one recogniser found, or that all of them are through. */
export type FromWorker = { kind: 'found'; number: number; found: Suggestion[] } | { kind: 'done'; number: number }
