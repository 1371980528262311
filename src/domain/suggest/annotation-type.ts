import type { AnnotationType } from '../incident/vocabulary.ts'
import type { ResponseType } from '../incident/vocabulary.ts'
import type { Suggestion } from './types.ts'

/**
 * The type a suggestion takes when it is accepted as an annotation. The ten types of the reader say what role words play
 * in an incident, those of the recognisers what kind of name they are, so some share one:
 * actor, malware and technique stay with the adversary; organisation and person become `victim`, the reader's type for who
 * was hit or involved, unless their rule says that they are one that attacks; a statement is an `assessment` by its speaker;
 * an indictment among the responses is `legal`.
 */
export function annotationTypeOf({ type, value }: Pick<Suggestion, 'type' | 'value'>): AnnotationType {
  switch (type) {
    case 'actor': return 'actor'
    case 'organisation':
    case 'person': return 'victim'
    case 'place': return 'place'
    case 'date': return 'date'
    case 'vulnerability':
    case 'technique':
    case 'malware': return 'activity'
    case 'indicator': return 'indicator'
    case 'statement': return 'assessment'
    case 'attribution': return 'attribution'
    case 'response': return value === 'indictment' ? 'legal' : 'response'
  }
}

/** The response type of the incident model for the value of a response; a call to refrain is a statement there. */
export function responseTypeOf({ value }: Pick<Suggestion, 'value'>): ResponseType {
  switch (value) {
    case 'public-attribution':
    case 'statement-of-support':
    case 'summons-of-ambassador':
    case 'sanctions':
    case 'indictment':
    case 'expulsion':
    case 'technical-advisory':
    case 'denial':
    case 'condemnation': return value
    case 'call-to-refrain': return 'statement'
    default: return 'other'
  }
}
