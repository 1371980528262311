import { z } from 'zod'

/** Ids are lower-case letters, digits and hyphens: a UUID for what is made here, a slug for shipped cases. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: 'not an id (a-z, 0-9 and -)' })

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not a SHA-256 in lower-case hex' })

/** An instant in UTC, RFC 3339 with Z. */
export const instantSchema = z.iso.datetime({ error: 'not an instant such as 2025-05-28T10:00:00Z' })
/** ISO 3166-1 alpha-2; EU stands for EU institutions (a reserved code). */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, { error: 'not an ISO 3166-1 alpha-2 code' })
/** BCP 47 language tag, such as en or cs. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not a language tag' })

export const titleSchema = z.string().trim().min(1, { error: 'must not be empty' }).max(300, { error: 'must have at most 300 characters' })
export const proseSchema = z.string().max(20_000)
export const tagSchema = z.string().trim().min(1).max(120)
export const tagsSchema = z.array(tagSchema).max(200)
