import { join, sep } from 'node:path'

/** One plain name: what the build writes, and nothing that a file system could read as a way elsewhere. */
const plainName = /^[\w@][\w@.-]*$/

/**
 * The file below a folder that an address path stands for, or null when it stands for anything else.
 * The path is decoded once; what then is not a chain of plain names is refused rather than repaired.
 */
export function confine(folder: string, path: string): string | null {
  const names = decoded(path)?.split('/') ?? []
  if (names.shift() !== '' || names.length === 0 || !names.every((name) => plainName.test(name))) return null
  const file = join(folder, ...names)
  return file.startsWith(folder + sep) ? file : null
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
