import { z } from 'zod'

const named = z.strictObject({ id: z.string(), name: z.string() })

/** The names of the shipped vocabularies that the recognisers look for: SuggestVocabularies of the domain. */
export const suggestNamesSchema = z.strictObject({
  actors: z.array(named.extend({ country: z.string().nullable(), aliases: z.array(z.strictObject({ name: z.string() })) })),
  techniques: z.array(named),
  malware: z.array(named),
  groups: z.array(named),
})
