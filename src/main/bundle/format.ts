import { z } from 'zod'
import { idSchema, sha256Schema } from '#domain/incident/index.ts'
import type { ZipLimits } from '../zip/read-zip.ts'

/** A portable case: one zip with the incident, the original bytes of its sources and, on request, its history. */
export const bundleExtension = '.kronika'
export const bundleFormat = 'kronika-bundle'
export const bundleVersion = 1

export const manifestName = 'manifest.json'
export const incidentName = 'incident.json'
export const historyName = 'history.jsonl'
export const sourceName = (sha256: string): string => `sources/${sha256}`

/** What the manifest says: every other file with its length in bytes and its SHA-256. */
export const manifestSchema = z.strictObject({
  format: z.literal(bundleFormat),
  schemaVersion: z.literal(bundleVersion),
  incidentId: idSchema,
  /** The revision the incident was at where it came from; 0: a shipped reference case. */
  revision: z.int().nonnegative(),
  files: z.record(z.string().max(255), z.strictObject({ bytes: z.int().nonnegative(), sha256: sha256Schema })),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Bytes of a bundle that is read at all. */
export const bundleSizeLimit = 500_000_000
export const bundleLimits: ZipLimits = { entries: 2000, bytes: 1_000_000_000, ratio: 100 }
