import { z } from 'zod'
import { commandSchema } from '../command/index.ts'
import { dateStatementSchema, edtfSchema } from '../dates/edtf.ts'
import { anchorSchema, citationSchema, collectionSchemas, evidenceSchema, idSchema, incidentSchema, instantSchema, languageSchema, schemaVersion, sha256Schema, tlpSchema } from '../incident/index.ts'
import { documentSchema } from './document.ts'

const named = {
  ...collectionSchemas,
  incident: incidentSchema,
  evidence: evidenceSchema,
  anchor: anchorSchema,
  citation: citationSchema,
  'date-statement': dateStatementSchema,
  edtf: edtfSchema,
  tlp: tlpSchema,
  id: idSchema,
  instant: instantSchema,
  language: languageSchema,
  sha256: sha256Schema,
}
// A named part is written once, under $defs, where a reader of the schema finds it by its name.
for (const [id, schema] of Object.entries<z.ZodType>(named)) schema.register(z.globalRegistry, { ...schema.meta(), id })

const published = (schema: z.ZodType, name: string, title: string) => ({
  $id: `urn:kronika:schema:${name}:${schemaVersion}`,
  title,
  ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }),
})

/** A command file: one command, or a list of them applied in order. */
export const commandFileSchema = z.union([commandSchema, z.array(commandSchema).min(1)])

/**
 * The published schemas (JSON Schema 2020-12) by file name. They say what fields and values there are; what a
 * schema cannot say (EDTF grammar, references, anchors, hashes, terms of a scale) only the program checks.
 */
export function publishedSchemas(): Record<string, object> {
  return {
    'kronika-incident.schema.json': published(documentSchema, 'incident', 'Kronika incident document'),
    'kronika-command.schema.json': published(commandFileSchema, 'command', 'Kronika command file'),
  }
}
