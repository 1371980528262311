import type { SaveState } from '#contract/ipc.ts'
import type { Files } from './files.ts'
import type { Saved } from './incident-session.ts'
import type { Schema } from './schema.ts'
import type { VaultKey } from './vault/index.ts'

/** How a library is opened. */
export type LibraryOptions = {
  /** Who edits; asked at each revision. */
  author: () => string
  now: () => Date
  /** Only reads: no lock, nothing created, nothing repaired. */
  readOnly?: boolean
  /** A library was here before: nothing is made where none is found. */
  expected?: boolean
  /** Opens an encrypted library; unlockLibrary() has it. */
  key?: VaultKey | null
  /** For fault tests: the way to the disk. */
  files?: Files
  /** For tests of migrations: what this program writes and can read. */
  schema?: Schema
}

/** `files`: sealed where the library is encrypted. */
export type Settled = Required<Omit<LibraryOptions, 'expected'>>

/** What a library tells those who listen. */
export type LibraryEvent =
  /** A revision is durable. */
  | { type: 'change'; change: Saved }
  | { type: 'save'; id: string; save: SaveState }
  /** An incident came, went, or was read again from disk. */
  | { type: 'list' }
export type Listener = (event: LibraryEvent) => void
