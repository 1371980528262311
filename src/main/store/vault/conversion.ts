import { join } from 'node:path'
import { z } from 'zod'
import { exists, syncFolder, writeDurably } from '../durable-file.ts'
import { messageOf, StoreError, systemCode } from '../errors.ts'
import type { Files } from '../files.ts'
import type { Layout } from '../layout.ts'

/**
 * What conversion.json says while a library is made encrypted or plain. building: the new library is being written to
 * converted/, the old one stands; moving: the new one is whole and verified, and its parts take their places; clearing:
 * it stands, and the old one, in replaced/, is being deleted. So there is one moment, the writing of "moving", before
 * which a crash leaves the old library and after which it leaves the new one: what is left is done at the next opening,
 * and needs no key.
 */
const conversionSchema = z.strictObject({
  format: z.literal('kronika-conversion'),
  schemaVersion: z.literal(1),
  to: z.enum(['encrypted', 'plain']),
  step: z.enum(['building', 'moving', 'clearing']),
  /** The library's own names that go, and those that come. */
  out: z.array(z.string().regex(/^[a-z.]+$/)),
  into: z.array(z.string().regex(/^[a-z.]+$/)),
})
export type Conversion = z.infer<typeof conversionSchema>

export const noteConversion = (at: Layout, conversion: Omit<Conversion, 'format' | 'schemaVersion'>, files: Files): Promise<void> =>
  writeDurably(at.conversion, Buffer.from(`${JSON.stringify({ format: 'kronika-conversion', schemaVersion: 1, ...conversion })}\n`), files)

/** Null: there is none. @throws StoreError corrupt, unreadable */
export async function readConversion(at: Layout, files: Files): Promise<Conversion | null> {
  const bytes = await files.readFile(at.conversion).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null
    throw new StoreError('unreadable', at.conversion, messageOf(error), error)
  })
  if (bytes === null) return null
  try {
    return conversionSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (error) {
    throw new StoreError('corrupt', at.conversion, messageOf(error), error)
  }
}

/** Ends a conversion that was cut off, forwards or backwards. Only for the one who holds the lock. Can itself be cut off anywhere. */
export async function settleConversion(at: Layout, files: Files): Promise<void> {
  const conversion = await readConversion(at, files)
  if (!conversion) return
  if (conversion.step === 'building') await removeFolder(at.converted, files)
  if (conversion.step === 'moving') await moveParts(at, conversion, files)
  if (conversion.step !== 'building') await clearReplaced(at, conversion, files)
  await files.unlink(at.conversion)
  await syncFolder(at.root, files)
}

/** Each part of the old library leaves before its namesake comes, so that where both are gone from their first places the step is done. */
async function moveParts(at: Layout, { out, into }: Conversion, files: Files) {
  await files.mkdir(at.replaced, { recursive: true, mode: 0o700 })
  for (const name of new Set([...out, ...into])) {
    const [here, next, before] = [join(at.root, name), join(at.converted, name), join(at.replaced, name)]
    const comes = into.includes(name)
    const isDue = comes ? await exists(next, files) : await exists(here, files)
    if (!isDue) continue
    if ((await exists(here, files)) && !(await exists(before, files))) await files.rename(here, before)
    if (comes) await files.rename(next, here)
  }
  for (const folder of [at.converted, at.replaced, at.root]) if (await exists(folder, files)) await syncFolder(folder, files)
}

/** The old library goes for good: as far as the disk forgets what is deleted. */
async function clearReplaced(at: Layout, conversion: Conversion, files: Files) {
  if (conversion.step === 'moving') await noteConversion(at, { ...withoutFormat(conversion), step: 'clearing' }, files)
  await removeFolder(at.replaced, files)
  await removeFolder(at.converted, files)
}

const withoutFormat = ({ to, step, out, into }: Conversion) => ({ to, step, out, into })
const removeFolder = (folder: string, files: Files) => files.rm(folder, { recursive: true, force: true })
