import { sharedCommands, type Language, type SharedCommandId } from '#contract/index.ts'

/** Something the program can do, with one name, one shortcut and one place where it is done. */
export type AppCommand = {
  id: string
  titles: Record<Language, string>
  /** Further words it is found by, folded into the search. */
  keywords?: string
  /** As written in Electron accelerators, such as CmdOrCtrl+K; null for none. */
  shortcut: string | null
  /** Further keys that do the same, such as `?` for the help sheet. */
  also?: readonly string[]
  /** Absent: always. */
  when?: () => boolean
  run: () => void
}

const registry = new Map<string, AppCommand>()

/** Adds commands; returns the undoing. A second command of the same id is a mistake. */
export function register(...commands: AppCommand[]): () => void {
  for (const command of commands) {
    if (registry.has(command.id)) throw new Error(`the command ${command.id} is registered twice`)
    registry.set(command.id, command)
  }
  return () => commands.forEach(({ id }) => registry.delete(id))
}

/** A command whose name, menu place and shortcut stand in the contract. */
export function sharedCommand(id: SharedCommandId, run: () => void, more: Partial<Pick<AppCommand, 'when' | 'also' | 'keywords'>> = {}): AppCommand {
  const known = sharedCommands.find((command) => command.id === id)
  if (!known) throw new Error(`no shared command ${id}`)
  return { id, titles: known.titles, shortcut: known.accelerator, run, ...more }
}

export const allCommands = (): AppCommand[] => [...registry.values()]
export const isAvailable = (command: AppCommand): boolean => command.when?.() ?? true

/** Runs a command if it exists and may run now; answers whether it did. */
export function runCommand(id: string): boolean {
  const command = registry.get(id)
  if (!command || !isAvailable(command)) return false
  command.run()
  return true
}
