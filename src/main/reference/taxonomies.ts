import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { taxonomySchema, type Taxonomy } from '#domain/codebook/index.ts'
import { vocabularies, type TechniqueVocabulary } from './vocabularies.ts'

const fileSchema = z.strictObject({ format: z.literal('kronika-taxonomies'), schemaVersion: z.literal(1), taxonomies: z.array(taxonomySchema) })

/** The techniques by tactic; one that serves several tactics stands under its first. The names are ATT&CK's own in every language. */
function attackTaxonomy({ attackVersion, tactics, techniques }: TechniqueVocabulary): Taxonomy {
  const groups = tactics.flatMap(({ id, name }) => {
    const entries = techniques.filter(({ tactics: [first] }) => first === id).map((technique) => ({ tag: technique.id, names: { en: technique.name, cs: technique.name } }))
    return entries.length === 0 ? [] : [{ names: { en: name, cs: name }, entries }]
  })
  const source = { publisher: 'The MITRE Corporation', title: `MITRE ATT&CK Enterprise ${attackVersion}`, url: 'https://attack.mitre.org/', licence: 'ATT&CK terms of use' }
  return { id: 'attack', names: { en: 'ATT&CK techniques', cs: 'Techniky ATT&CK' }, source, groups }
}

/**
 * The taxonomies shipped with the program, read once and checked.
 * @param resourcesDir the folder that holds `vocabularies/`
 */
export function taxonomies(resourcesDir: string): () => Promise<Taxonomy[]> {
  let known: Promise<Taxonomy[]> | null = null
  const read = async () => {
    const file = fileSchema.parse(JSON.parse(await readFile(join(resourcesDir, 'vocabularies', 'taxonomies.json'), 'utf8')))
    return [...file.taxonomies, attackTaxonomy(await vocabularies(resourcesDir).techniques())]
  }
  return () => (known ??= read())
}
