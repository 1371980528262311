/** The kinds of the gold guidelines, each one a response type of the incident model ("call-to-refrain" excepted). */
export const responseKinds = ['public-attribution', 'statement-of-support', 'summons-of-ambassador', 'sanctions', 'indictment', 'expulsion', 'technical-advisory', 'denial', 'condemnation', 'call-to-refrain', 'other'] as const
export type ResponseKind = (typeof responseKinds)[number]
