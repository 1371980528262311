/** The kinds of the gold guidelines, each one a response type of the incident model ("call-to-refrain" excepted). */
export type ResponseKind = 'public-attribution' | 'statement-of-support' | 'summons-of-ambassador' | 'sanctions' | 'indictment' | 'expulsion' | 'technical-advisory' | 'denial' | 'condemnation' | 'call-to-refrain' | 'other'
