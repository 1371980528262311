import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Secret } from '../store/index.ts'
import type { Io } from './context.ts'
import { fileError } from './files.ts'
import { CliError } from './problem.ts'

/**
 * The first line of a file; a file descriptor works too, as /dev/fd/3. Never an argument: those are seen by everyone who
 * lists processes.
 */
async function lineOf(io: Io, path: string): Promise<string> {
  const text = await readFile(resolve(io.cwd, path), 'utf8').catch((error: unknown) => {
    throw fileError(path, error)
  })
  return text.split(/\r?\n/, 1)[0] ?? ''
}

async function given(io: Io, name: string): Promise<string | null> {
  const file = io.env[`${name}_FILE`]
  if (file) return lineOf(io, file)
  return io.env[name] || null
}

/** @throws CliError encrypted when nobody gives a secret */
export async function secretOf(io: Io, folder: string): Promise<Secret> {
  const recoveryKey = await given(io, 'KRONIKA_RECOVERY_KEY')
  if (recoveryKey !== null) return { recoveryKey }
  const passphrase = (await given(io, 'KRONIKA_PASSPHRASE')) ?? (await io.askHidden?.(`Passphrase of ${folder}: `)) ?? null
  if (passphrase === null) throw new CliError('encrypted', folder, 'the library is encrypted: put its passphrase into a file and name that in KRONIKA_PASSPHRASE_FILE')
  return { passphrase }
}

/** A passphrase to be set: asked for twice at a terminal. @throws CliError */
export async function newPassphraseOf(io: Io): Promise<string> {
  const set = await given(io, 'KRONIKA_NEW_PASSPHRASE')
  if (set !== null) return set
  if (!io.askHidden) throw new CliError('invalid', 'passphrase', 'put the new passphrase into a file and name that in KRONIKA_NEW_PASSPHRASE_FILE')
  const once = await io.askHidden('New passphrase (at least 12 characters; a few words are good): ')
  if ((await io.askHidden('The same again: ')) !== once) throw new CliError('invalid', 'passphrase', 'the two differ')
  return once
}
