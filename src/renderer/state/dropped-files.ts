/** A file that is opened when its turn comes, so that a folder of thousands holds none of them. */
export type Pending = { name: string; open: () => Promise<File> }

/** A folder whose list the system does not hand over is one line that is refused; the others come in. */
const unreadable = (name: string, error: unknown): Pending => ({ name, open: () => Promise.reject(error) })

export const pendingOf = (file: File): Pending => ({ name: file.name, open: async () => file })

/** What systems put into folders for themselves, such as .DS_Store, is nobody's document. */
const isHidden = ({ name }: FileSystemEntry) => name.startsWith('.')

/** The files of a drop, folders walked through by name; to be called before anything is awaited, as the items go with the event. */
export function droppedFiles(data: DataTransfer): Promise<Pending[]> {
  const dropped = [...data.items].filter((item) => item.kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  return inOrder(dropped, async ({ entry, file }) => (entry?.isDirectory ? filesOf(entry) : file ? [pendingOf(file)] : []))
}

async function inOrder<T>(list: readonly T[], pending: (one: T) => Promise<Pending[]>): Promise<Pending[]> {
  const all: Pending[] = []
  for (const one of list) for (const file of await pending(one)) all.push(file)
  return all
}

/** Walks an entry. It never rejects: what cannot be listed is told in its place. */
export async function filesOf(entry: FileSystemEntry): Promise<Pending[]> {
  if (entry.isFile) return [{ name: entry.name, open: () => new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) }]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const entries: FileSystemEntry[] = []
  try {
    // A reader hands out its entries in portions until one is empty.
    for (let portion = await readPortion(reader); portion.length > 0; portion = await readPortion(reader)) entries.push(...portion)
  } catch (error) {
    return [...(await walked(entries)), unreadable(entry.name, error)]
  }
  return walked(entries)
}
const walked = (entries: readonly FileSystemEntry[]) => inOrder(entries.filter((entry) => !isHidden(entry)).sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })), filesOf)
const readPortion = (reader: FileSystemDirectoryReader) => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
