import { mkdir, writeFile } from 'node:fs/promises'
import { publishedSchemas } from '../src/domain/exchange/json-schema.ts'
import { stableJson } from '../src/domain/exchange/json-write.ts'

/** Writes the published JSON Schemas from the zod schemas; a test fails while they differ. */
const folder = new URL('../resources/schemas/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, schema] of Object.entries(publishedSchemas())) await writeFile(new URL(name, folder), stableJson(schema))
