import { z } from 'zod'
import { ownTypeSchema, tagSchema, titleSchema } from '../incident/index.ts'

const taxonomyIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/)

/** A tag of the library's own tree. `parent` is another tag of the same tree; null: at the top. */
export const ownTagSchema = z.strictObject({
  tag: tagSchema,
  parent: tagSchema.nullable(),
  meaning: z.string().max(500).meta({ description: 'when to use it; may be empty' }),
})
export type OwnTag = z.infer<typeof ownTagSchema>

const repeated = <T>(items: readonly T[]): T | undefined => items.find((item, index) => items.indexOf(item) !== index)

/** The first tag whose way to the top does not end: its parent is missing or it is its own ancestor. */
function lostTag(tags: readonly OwnTag[]): OwnTag | undefined {
  const parents = new Map(tags.map(({ tag, parent }) => [tag, parent]))
  return tags.find(({ tag }) => {
    let at: string | null | undefined = tag
    for (let step = 0; step <= tags.length && at !== null && at !== undefined; step++) at = parents.get(at)
    return at !== null
  })
}

/** What a library marks with beside the ten built-in types: own types, an own tree of tags, taxonomies that are switched on. */
export const codebookSchema = z
  .strictObject({
    types: z.array(ownTypeSchema).max(200),
    tags: z.array(ownTagSchema).max(2000),
    taxonomies: z.array(taxonomyIdSchema).max(100).meta({ description: 'bundled taxonomies whose tags are offered' }),
  })
  .superRefine(({ types, tags, taxonomies }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const id = repeated(types.map((type) => type.id))
    if (id !== undefined) refuse('types', `two types have the id "${id}"`)
    const key = repeated(types.flatMap((type) => type.key ?? []))
    if (key !== undefined) refuse('types', `two types have the key "${key}"`)
    const tag = repeated(tags.map((one) => one.tag))
    if (tag !== undefined) refuse('tags', `the tag "${tag}" stands twice`)
    const lost = tag === undefined ? lostTag(tags) : undefined
    if (lost) refuse('tags', `the tag "${lost.tag}" has no way to the top`)
    const taxonomy = repeated(taxonomies)
    if (taxonomy !== undefined) refuse('taxonomies', `the taxonomy "${taxonomy}" stands twice`)
  })
export type Codebook = z.infer<typeof codebookSchema>

/** A bundled list of tags with where it comes from and under which terms. */
export const taxonomySchema = z.strictObject({
  id: taxonomyIdSchema,
  names: z.strictObject({ en: titleSchema, cs: titleSchema }),
  source: z.strictObject({ publisher: titleSchema, title: titleSchema, url: z.url(), licence: titleSchema }),
  groups: z.array(
    z.strictObject({
      names: z.strictObject({ en: titleSchema, cs: titleSchema }),
      entries: z.array(z.strictObject({ tag: tagSchema, names: z.strictObject({ en: titleSchema, cs: titleSchema }) })).min(1),
    }),
  ).min(1),
})
export type Taxonomy = z.infer<typeof taxonomySchema>
