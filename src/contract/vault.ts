import { z } from 'zod'

/** What the windows ask about an encrypted library: unlocking it, turning encryption on and off, its keys. */

const nothing = z.strictObject({})
const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output })
const words = z.string().max(1000)

/** The least characters of a passphrase. */
export const shortestPassphrase = 12

export const secretSchema = z.union([z.strictObject({ passphrase: words }), z.strictObject({ recoveryKey: words })])

export const vaultStateSchema = z.strictObject({
  /** damaged: encrypted, and the file that wraps its key cannot be used. */
  state: z.enum(['plain', 'open', 'locked', 'damaged']),
  path: z.string(),
  detail: z.string(),
  readOnly: z.boolean(),
  language: z.enum(['en', 'cs']),
  theme: z.enum(['system', 'light', 'dark']),
})
export type VaultState = z.infer<typeof vaultStateSchema>

const progressSchema = z.strictObject({ step: z.enum(['writing', 'verifying', 'replacing']), done: z.int(), all: z.int() })
export type VaultProgress = z.infer<typeof progressSchema>

export const vaultContract = {
  'vault:state': call(nothing, vaultStateSchema),
  'vault:unlock': call(z.strictObject({ secret: secretSchema }), nothing),
  'vault:lock': call(nothing, nothing),
  /** Makes the keys and tells the recovery key; nothing is encrypted before vault:encrypt. */
  'vault:prepare': call(z.strictObject({ passphrase: words }), z.strictObject({ recoveryKey: z.string() })),
  /** `written`: the last group of the recovery key, as proof that it was written down. */
  'vault:encrypt': call(z.strictObject({ written: z.string().max(20) }), z.strictObject({ files: z.int(), foreign: z.array(z.string()) })),
  'vault:decrypt': call(z.strictObject({ passphrase: words }), z.strictObject({ files: z.int() })),
  'vault:stop': call(nothing, nothing),
  'vault:passphrase': call(z.strictObject({ secret: secretSchema, passphrase: words }), nothing),
  'vault:recovery-key': call(z.strictObject({ passphrase: words }), z.strictObject({ recoveryKey: z.string() })),
} as const
