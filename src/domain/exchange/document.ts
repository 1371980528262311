import { z } from 'zod'
import { incidentSchema, schemaVersion, sha256Schema, type Incident } from '../incident/index.ts'

export const documentFormat = 'kronika-incident'

/** The exchange document, and the form of the shipped reference cases. */
export const documentSchema = z.strictObject({
  format: z.literal(documentFormat),
  schemaVersion: z.literal(schemaVersion),
  incident: incidentSchema,
  texts: z.record(sha256Schema, z.string()).meta({ description: 'frozen texts by SHA-256 of their UTF-8; exactly those the sources stand on' }),
})

/** What a document holds once read: the incident and its frozen texts by SHA-256. */
export type IncidentDocument = { incident: Incident; texts: Record<string, string> }
