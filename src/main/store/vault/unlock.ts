import { resolve } from 'node:path'
import { StoreError } from '../errors.ts'
import { files as realFiles, type Files } from '../files.ts'
import { layout, type Layout } from '../layout.ts'
import { takeLock } from '../lock.ts'
import { readConversion, settleConversion } from './conversion.ts'
import type { Kdf } from './header.ts'
import type { VaultKey } from './keys.ts'
import { sealedFiles } from './sealed-files.ts'
import { openHeader, withPassphrase, withRecoveryKey, type Secret } from './secrets.ts'
import { readVault, writeVault } from './vault-file.ts'

/** Whether the library in a folder is encrypted; one that is being converted counts as what it will be. @throws StoreError corrupt, missing, newer when its header cannot be used */
export async function isEncrypted(at: Layout, files: Files): Promise<boolean> {
  const conversion = await readConversion(at, files)
  if (conversion?.step === 'moving') return conversion.to === 'encrypted'
  return (await readVault(at, files)) !== null
}

/** Ends what a killed conversion left, when nobody is writing here. */
async function settled(at: Layout, now: Date, files: Files): Promise<void> {
  if (!(await readConversion(at, files))) return
  const lock = await takeLock(at.lock, now, files)
  if (!lock.held) throw new StoreError('unreadable', at.conversion, 'the library is being encrypted or decrypted by another Kronika')
  try {
    await settleConversion(at, files)
  } finally {
    await lock.release()
  }
}

async function headerOf(at: Layout, files: Files) {
  const found = await readVault(at, files)
  if (!found) throw new StoreError('invalid', at.root, 'is not encrypted')
  return found.header
}

/**
 * The key of an encrypted library, to open it with. Takes about a third of a second for a passphrase, off the main thread.
 * @throws StoreError wrong-key, corrupt, newer, missing; invalid when the library is not encrypted or the recovery key misspelt
 */
export async function unlockLibrary(folder: string, secret: Secret, now: Date, files: Files = realFiles): Promise<VaultKey> {
  const at = layout(resolve(folder))
  await settled(at, now, files)
  return openHeader(await headerOf(at, files), secret, at.vault)
}

/**
 * Another passphrase for the same library: only the header is written. The library may be open meanwhile.
 * @param secret the passphrase until now, or the recovery key
 * @throws StoreError as unlockLibrary; invalid for a passphrase that is too short
 */
export async function changePassphrase(folder: string, secret: Secret, passphrase: string, { files = realFiles, kdf }: { files?: Files; kdf?: Kdf } = {}): Promise<void> {
  const at = layout(resolve(folder))
  const header = await headerOf(at, files)
  const key = await openHeader(header, secret, at.vault)
  await writeVault(at, await withPassphrase(header, key, passphrase, kdf), files)
}

/** A new recovery key, told once; the one before opens nothing any more. @throws StoreError as unlockLibrary */
export async function renewRecoveryKey(folder: string, secret: Secret, files: Files = realFiles): Promise<string> {
  const at = layout(resolve(folder))
  const header = await headerOf(at, files)
  const renewed = withRecoveryKey(header, await openHeader(header, secret, at.vault))
  await writeVault(at, renewed.header, files)
  return renewed.recoveryKey
}

/**
 * The way to the disk for a library: sealed with the key of an encrypted one, as it is for a plain one.
 * `damaged`: which of the two files with its header cannot be used.
 * @throws StoreError encrypted when it needs a key, wrong-key when it is that of another library
 */
export async function waysTo(at: Layout, key: VaultKey | null, files: Files): Promise<{ files: Files; damaged: StoreError | null }> {
  const found = await readVault(at, files)
  if (!found) return { files, damaged: null }
  if (!key) throw new StoreError('encrypted', at.root, 'the library is encrypted; it opens with its passphrase or its recovery key')
  if (key.vaultId !== found.header.id) throw new StoreError('wrong-key', at.root, 'the key is that of another library')
  return { files: sealedFiles(at.root, key, files), damaged: found.damaged }
}
