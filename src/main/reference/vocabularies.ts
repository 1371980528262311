import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { countrySchema, idSchema, standingSchema, titleSchema } from '#domain/incident/index.ts'
import type { SuggestVocabularies } from '#domain/suggest/index.ts'

const attackVersionSchema = z.string().regex(/^\d+\.\d+$/)
const uniqueIds = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length
const unique = { error: 'two entries have the same id' }

const originSchema = z.strictObject({
  id: idSchema,
  publisher: z.string().min(1),
  title: z.string().min(1),
  url: z.url().nullable(),
  date: z.string().nullable(),
})
/** The id of an origin in the same file, or of a source in one of the reference cases; null for background. */
const originIdSchema = z.string().min(1).nullable()

const knownAliasSchema = z.strictObject({
  name: titleSchema,
  namer: z.string().min(1).nullable().meta({ description: 'who uses the name; null when not known' }),
  namerBasis: z.enum(['source', 'naming-pattern']).nullable().meta({ description: 'whether a source says who named it, or only the form of the name does' }),
  standing: standingSchema,
  source: originIdSchema,
})

export const knownActorSchema = z.strictObject({
  id: idSchema,
  name: titleSchema,
  country: countrySchema.meta({ description: 'suspected sponsor state' }),
  sponsor: z.strictObject({ name: titleSchema, standing: standingSchema, source: originIdSchema }).nullable(),
  attackGroup: z.strictObject({ id: z.string().regex(/^G\d{4}$/), name: titleSchema }).nullable(),
  aliases: z.array(knownAliasSchema),
  note: z.string(),
})
export type KnownActor = z.infer<typeof knownActorSchema>

export const actorVocabularySchema = z.strictObject({
  format: z.literal('kronika-actors'),
  schemaVersion: z.literal(1),
  attackVersion: attackVersionSchema,
  sources: z.array(originSchema),
  actors: z.array(knownActorSchema).refine(uniqueIds, unique),
})
export type ActorVocabulary = z.infer<typeof actorVocabularySchema>

const tacticIdSchema = z.string().regex(/^TA\d{4}$/)
export const knownTechniqueSchema = z.strictObject({
  id: z.string().regex(/^T\d{4}(\.\d{3})?$/),
  name: titleSchema.meta({ description: 'a sub-technique carries the name of its parent before a colon' }),
  tactics: z.array(tacticIdSchema).min(1),
})
export type KnownTechnique = z.infer<typeof knownTechniqueSchema>

export const techniqueVocabularySchema = z
  .strictObject({
    format: z.literal('kronika-techniques'),
    schemaVersion: z.literal(1),
    attackDomain: z.literal('enterprise-attack'),
    attackVersion: attackVersionSchema,
    sources: z.array(originSchema),
    tactics: z.array(z.strictObject({ id: tacticIdSchema, name: titleSchema, shortName: z.string().min(1) })).refine(uniqueIds, unique),
    techniques: z.array(knownTechniqueSchema).refine(uniqueIds, unique),
  })
  .refine(({ tactics, techniques }) => techniques.every((technique) => technique.tactics.every((id) => tactics.some((tactic) => tactic.id === id))), {
    error: 'a technique names a tactic that is not in the list',
  })
export type TechniqueVocabulary = z.infer<typeof techniqueVocabularySchema>

const nameSchema = (id: RegExp) => z.array(z.strictObject({ id: z.string().regex(id), name: z.string().min(1) })).refine(uniqueIds, unique)
/** All names of one version of ATT&CK, to recognise them in a text; the chosen techniques with their tactics stand in a file of their own. */
export const attackNamesSchema = z.strictObject({
  format: z.literal('kronika-attack-names'),
  schemaVersion: z.literal(1),
  attackVersion: attackVersionSchema,
  sources: z.array(originSchema),
  techniques: nameSchema(/^T\d{4}(\.\d{3})?$/),
  software: nameSchema(/^S\d{4}$/),
  groups: nameSchema(/^G\d{4}$/),
})
export type AttackNames = z.infer<typeof attackNamesSchema>

/** What the recognisers take from the vocabularies. */
export const suggestVocabulariesFrom = ({ actors }: ActorVocabulary, { techniques }: TechniqueVocabulary, names: AttackNames): SuggestVocabularies => ({ actors, techniques: [...techniques, ...names.techniques], malware: names.software, groups: names.groups })

/**
 * The vocabularies shipped with the program. Each is read once and checked.
 * @param resourcesDir the folder that holds `vocabularies/`, resolved by the caller
 */
export function vocabularies(resourcesDir: string) {
  const read = async <T>(name: string, schema: z.ZodType<T>) => schema.parse(JSON.parse(await readFile(join(resourcesDir, 'vocabularies', name), 'utf8')))
  let actors: Promise<ActorVocabulary> | null = null
  let techniques: Promise<TechniqueVocabulary> | null = null
  let names: Promise<AttackNames> | null = null
  let forSuggestions: Promise<SuggestVocabularies> | null = null
  return {
    actors: () => (actors ??= read('actors.json', actorVocabularySchema)),
    techniques: () => (techniques ??= read('techniques.json', techniqueVocabularySchema)),
    attackNames: () => (names ??= read('attack-names.json', attackNamesSchema)),
    suggestions() {
      return (forSuggestions ??= Promise.all([this.actors(), this.techniques(), this.attackNames()]).then((all) => suggestVocabulariesFrom(...all)))
    },
  }
}
