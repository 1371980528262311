import { zipSync, type Zippable } from 'fflate'

/** The earliest time a zip can say; fflate takes its local parts, so every time zone writes the same bytes. */
const epoch = new Date(1980, 0, 1)

/** A zip of files by name: the same files give the same bytes, in the order of their names, whenever and wherever. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = {}
  for (const name of [...files.keys()].toSorted()) zippable[name] = [files.get(name) ?? new Uint8Array(), { level: 6, mtime: epoch }]
  return zipSync(zippable)
}
