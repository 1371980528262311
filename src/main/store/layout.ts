import { join } from 'node:path'
import { idSchema, sha256Schema } from '#domain/incident/index.ts'
import { StoreError } from './errors.ts'

const checkedId = (id: string) => {
  if (!idSchema.safeParse(id).success) throw new StoreError('not-found', id, 'is not the id of an incident')
  return id
}
const checkedHash = (sha256: string) => {
  if (!sha256Schema.safeParse(sha256).success) throw new StoreError('not-found', sha256, 'is not a SHA-256')
  return sha256
}

const historySuffix = '.history.jsonl'

/** Where everything of a library lies. No name comes from outside: ids and hashes are checked before they become paths. */
export function layout(root: string) {
  const incidents = join(root, 'incidents')
  const sources = join(root, 'sources')
  return {
    root,
    library: join(root, 'library.json'),
    index: join(root, 'index.jsonl'),
    oldIndex: join(root, 'index.json'),
    lock: join(root, 'library.lock'),
    /** How the key of an encrypted library is wrapped, twice; absent in a plain one. */
    vault: join(root, 'vault.json'),
    vaultCopy: join(root, 'vault.copy.json'),
    /** While a library is being encrypted or decrypted: what is being done, the library to come, and the one that was. */
    conversion: join(root, 'conversion.json'),
    converted: join(root, 'converted'),
    replaced: join(root, 'replaced'),
    incidents,
    sources,
    backups: join(root, 'backups'),
    /** What library.json held last, where that is more than a name. */
    libraryCopy: join(root, 'backups', 'library.json'),
    trash: join(root, 'trash'),
    quarantine: join(root, 'quarantine'),
    cache: join(root, 'cache'),
    drafts: join(root, 'drafts'),
    draftJournal: join(root, 'drafts', 'drafts.jsonl'),
    history: (id: string) => join(incidents, `${checkedId(id)}${historySuffix}`),
    snapshot: (id: string) => join(incidents, `${checkedId(id)}.json`),
    original: (sha256: string) => join(sources, checkedHash(sha256)),
    text: (sha256: string) => join(sources, `${checkedHash(sha256)}.txt`),
  }
}
export type Layout = ReturnType<typeof layout>

/** The names that may lie in the folder of a library. */
export const ownNames = ['library.json', 'index.jsonl', 'index.json', 'library.lock', 'library.lock.claim', 'vault.json', 'vault.copy.json', 'conversion.json', 'converted', 'replaced', 'incidents', 'sources', 'backups', 'trash', 'quarantine', 'cache', 'drafts']

/** The incident a file in incidents/ is the history of, or null. */
export function idOfHistory(name: string): string | null {
  if (!name.endsWith(historySuffix)) return null
  const id = name.slice(0, -historySuffix.length)
  return idSchema.safeParse(id).success ? id : null
}

/** A moment as it can stand in a file name on every system. */
export const stampOf = (time: Date) => time.toISOString().replaceAll(':', '-')
