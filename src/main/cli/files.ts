import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { refuseSize, sizeLimit } from '../ingest/decode.ts'
import { writeDurably } from '../store/durable-file.ts'
import { files } from '../store/files.ts'
import type { Io } from './context.ts'
import { CliError } from './problem.ts'

const reasons: Record<string, [code: string, message: string]> = {
  ENOENT: ['not-found', 'there is no such file'],
  ENOTDIR: ['not-found', 'there is no such file'],
  EACCES: ['unreadable', 'the system does not allow this file to be opened'],
  EPERM: ['unreadable', 'the system does not allow this file to be opened'],
  EISDIR: ['unsupported-type', 'is a folder, not a file'],
}

/** The system's refusal of a path in words. */
export function fileError(path: string, error: unknown): CliError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [name, message] = reasons[code] ?? ['unreadable', error instanceof Error ? error.message : String(error)]
  return new CliError(name, path, message)
}

/**
 * The bytes of a file named on the command line. Its size is asked before it is read.
 * @throws Refusal too-large · CliError not-found, unreadable, unsupported-type
 */
export async function readNamed(io: Io, path: string, limit = sizeLimit): Promise<Uint8Array> {
  const handle = await open(resolve(io.cwd, path), 'r').catch((error: unknown) => {
    throw fileError(path, error)
  })
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new CliError('unsupported-type', path, facts.isDirectory() ? 'is a folder, not a file' : 'is not a regular file')
    refuseSize(path, facts.size, limit)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Writes an export whole or not at all; "-" is the standard output. */
export async function writeNamed(io: Io, path: string, bytes: Uint8Array): Promise<void> {
  if (path === '-') return void io.stdout.write(bytes)
  await writeDurably(resolve(io.cwd, path), bytes, files).catch((error: unknown) => {
    throw fileError(path, error)
  })
}
