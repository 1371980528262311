import { exists, keepAside, writeDurably } from '../durable-file.ts'
import { messageOf, StoreError, systemCode } from '../errors.ts'
import type { Files } from '../files.ts'
import { stampOf, type Layout } from '../layout.ts'
import { looksSealed } from './frames.ts'
import { decodeHeader, encodeHeader, type Header } from './header.ts'

/** Nothing opens without the header, so it is kept twice. */
export async function writeVault(at: Layout, header: Header, files: Files): Promise<void> {
  const bytes = encodeHeader(header)
  for (const path of [at.vaultCopy, at.vault]) await writeDurably(path, bytes, files)
}

/** The header of an encrypted library, from the copy where the first is damaged; null: the library is not encrypted. `damaged`: why one of the two cannot be used. */
export async function readVault(at: Layout, files: Files): Promise<{ header: Header; damaged: StoreError | null } | null> {
  const [first, copy] = [await readOne(at.vault, files), await readOne(at.vaultCopy, files)]
  if (first === null && copy === null) {
    await requirePlain(at, files)
    return null
  }
  const missing = (path: string) => new StoreError('missing', path, 'is not there; its twin is')
  // The copy is written first. One that differs is of a change that was cut off or refused, so it does not count, and
  // must not stay either: it opens by a passphrase that nobody was told is in force.
  const differs = (header: Header) => (encodeHeader(header).equals(encodeHeader(copy as Header)) ? null : new StoreError('corrupt', at.vaultCopy, 'is not as its twin'))
  if (first && !(first instanceof StoreError)) return { header: first, damaged: copy instanceof StoreError ? copy : copy === null ? missing(at.vaultCopy) : differs(first) }
  if (first instanceof StoreError && first.code === 'newer') throw first
  if (copy && !(copy instanceof StoreError)) return { header: copy, damaged: first ?? missing(at.vault) }
  throw first ?? copy ?? new StoreError('missing', at.vault, 'is not there')
}

async function readOne(path: string, files: Files): Promise<Header | StoreError | null> {
  try {
    return decodeHeader(await files.readFile(path), path)
  } catch (error) {
    if (error instanceof StoreError) return error
    return systemCode(error) === 'ENOENT' ? null : new StoreError('unreadable', path, messageOf(error), error)
  }
}

/** A sealed library whose header is gone is not a damaged plain one. */
async function requirePlain(at: Layout, files: Files) {
  const bytes = await files.readFile(at.library).catch(() => Buffer.alloc(0))
  if (looksSealed(bytes)) {
    throw new StoreError('missing', at.vault, 'is not there, and the library is encrypted: without it nothing can be opened. Bring it back from a copy of the library')
  }
}

/**
 * Puts a header whose one half is damaged in order; the damaged bytes go to quarantine/, sealed as everything there is.
 * One that the system does not hand over is left alone. Only for the one who holds the lock.
 */
export async function healVault(at: Layout, now: Date, { disk, files }: { disk: Files; files: Files }): Promise<void> {
  const found = await readVault(at, disk)
  if (!found?.damaged || found.damaged.code === 'unreadable') return
  const path = found.damaged.where
  if (await exists(path, disk)) await keepAside(at.quarantine, `vault.json.${stampOf(now)}`, await disk.readFile(path), files)
  await writeDurably(path, encodeHeader(found.header), disk)
}
