/** FIRST TLP 2.0, least to most strict. Labels are never translated. */
export const tlpLabels = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const
export type Tlp = (typeof tlpLabels)[number]

/** Permissible Actions Protocol, MISP taxonomy "PAP" (WHITE is CLEAR in newer use). */
export const papLabels = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const

/** Admiralty scale (MISP taxonomy "admiralty-scale"): the letter belongs to the source. */
export const reliabilityGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof reliabilityGrades)[number]
/** Admiralty scale: the figure belongs to the piece of information. */
export const credibilityGrades = ['1', '2', '3', '4', '5', '6'] as const
export type Credibility = (typeof credibilityGrades)[number]

/** confirmed: a cited source states it. background: general knowledge, not confirmed by a look-up. */
export const standings = ['confirmed', 'background'] as const
export type Standing = (typeof standings)[number]

export const sourceKinds = ['official', 'record-copy', 'press', 'trade-press', 'reference', 'state-media', 'low-grade-copy', 'desk-note', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]
/** read: the text was read. address-confirmed: its address was seen in a source that was read. */
export const accesses = ['read', 'address-confirmed', 'not-read'] as const

/** The ten annotation types in the order of their keys 1–9, 0 (design/ux-and-formats.md 5.2). */
export const annotationTypes = ['actor', 'victim', 'activity', 'date', 'place', 'attribution', 'response', 'legal', 'indicator', 'assessment'] as const
export type BuiltInType = (typeof annotationTypes)[number]
/** A type that people made for themselves; its id begins with own-, so that it never meets a built-in one. */
export type OwnTypeId = `own-${string}`
export type AnnotationType = BuiltInType | OwnTypeId
export const isBuiltInType = (type: string): type is BuiltInType => (annotationTypes as readonly string[]).includes(type)
export const annotationStates = ['suggested', 'accepted', 'rejected'] as const
export type AnnotationState = (typeof annotationStates)[number]

/** What the recognisers of src/domain/suggest propose; a rejection names one of them. */
export const suggestionTypes = ['actor', 'organisation', 'person', 'place', 'date', 'vulnerability', 'technique', 'indicator', 'malware', 'statement', 'attribution', 'response'] as const
export type SuggestionType = (typeof suggestionTypes)[number]

/**
 * How one marked passage stands to another, read from the one that holds the relation. After the relations between
 * quotations that programs for qualitative analysis ship with, cut down to those that this work needs.
 */
export const markRelations = ['supports', 'contradicts', 'explains', 'answers', 'same-as', 'related'] as const
export type MarkRelation = (typeof markRelations)[number]

export const entityKinds = ['actor', 'organisation', 'person', 'place', 'malware', 'tool', 'vulnerability', 'infrastructure'] as const
export type EntityKind = (typeof entityKinds)[number]

export const lanes = ['activity', 'detection', 'attribution', 'diplomatic', 'legal', 'media'] as const
export type Lane = (typeof lanes)[number]

/** EuRepoC attribution_basis, extended by third-state and own-claim. */
export const attributionBases = ['receiver-government', 'receiver', 'third-state', 'eu-institution', 'international-organisation', 'security-community', 'court', 'media', 'attacker-claim', 'contested', 'not-stated'] as const
export const attributorTypes = ['government', 'eu', 'nato', 'international-organisation', 'agency', 'court', 'company', 'media', 'person', 'other'] as const
/** What the party does with the attribution: solidarity is not endorsement. */
export const attributionStances = ['attributes', 'endorses', 'acknowledges', 'disputes'] as const
export const attributionTargetLevels = ['state', 'agency', 'group', 'company', 'person', 'unnamed'] as const
export const attributionRelations = ['supports', 'disputes', 'supersedes'] as const

/**
 * EuRepoC knows no code for a summons; it is our own value, as is keeping a statement of support (solidarity)
 * apart from the endorsement of an attribution.
 */
export const responseTypes = ['public-attribution', 'endorsement-of-attribution', 'statement-of-support', 'condemnation', 'summons-of-ambassador', 'demarche', 'expulsion', 'sanctions', 'indictment', 'arrest', 'technical-advisory', 'parliamentary-inquiry', 'legislative-initiative', 'preventive-measure', 'remediation', 'denial', 'counter-accusation', 'statement', 'other'] as const
export type ResponseType = (typeof responseTypes)[number]

export const victimSectors = ['government', 'government-diplomacy', 'parliament', 'political-party', 'electoral-body', 'defence', 'defence-industry', 'local-government', 'critical-infrastructure', 'international-organisation', 'health', 'media', 'science', 'corporate', 'civil-society', 'other'] as const

/** Heuer's ACH ratings: CC very consistent … II very inconsistent. */
export const hypothesisRatings = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const

/** Likelihood scales with their ranges in per cent; one scale a report, never mixed. */
export const likelihoodScales = {
  /** NATO / FIRST CTI SIG. */
  nato: [
    { term: 'highly unlikely', from: 0, to: 10 },
    { term: 'unlikely', from: 10, to: 40 },
    { term: 'even chance', from: 40, to: 60 },
    { term: 'likely', from: 60, to: 90 },
    { term: 'highly likely', from: 90, to: 100 },
  ],
  /** UK PHIA probability yardstick, 24 March 2025. */
  phia: [
    { term: 'remote chance', from: 0, to: 5 },
    { term: 'highly unlikely', from: 10, to: 20 },
    { term: 'unlikely', from: 25, to: 35 },
    { term: 'realistic possibility', from: 40, to: 50 },
    { term: 'likely', from: 55, to: 75 },
    { term: 'highly likely', from: 80, to: 90 },
    { term: 'almost certain', from: 95, to: 100 },
  ],
  /** ICD 203 (MISP taxonomy "estimative-language"). */
  icd203: [
    { term: 'almost no chance', from: 1, to: 5 },
    { term: 'very unlikely', from: 5, to: 20 },
    { term: 'unlikely', from: 20, to: 45 },
    { term: 'roughly even chance', from: 45, to: 55 },
    { term: 'likely', from: 55, to: 80 },
    { term: 'very likely', from: 80, to: 95 },
    { term: 'almost certain', from: 95, to: 99 },
  ],
} as const
export type LikelihoodScale = keyof typeof likelihoodScales
export const confidences = ['low', 'moderate', 'high'] as const

export const indicatorKinds = ['ipv4', 'ipv6', 'domain', 'url', 'email', 'md5', 'sha1', 'sha256', 'file-name', 'other'] as const

export const incidentOrigins = ['own', 'sample', 'reference'] as const
export const incidentStatuses = ['in-progress', 'in-review', 'done', 'reference'] as const
