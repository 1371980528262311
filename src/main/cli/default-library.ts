import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { optionText, type Context } from './context.ts'

/** The documents folder of the desktop (xdg-user-dirs), else ~/Documents. */
async function documents(env: Context['io']['env']): Promise<string> {
  const home = env['HOME'] || env['USERPROFILE'] || homedir()
  const settings = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'user-dirs.dirs')
  const lines = await readFile(settings, 'utf8').catch(() => '')
  const named = env['XDG_DOCUMENTS_DIR'] ?? /^XDG_DOCUMENTS_DIR="([^"\n]+)"/m.exec(lines)?.[1]
  const folder = named?.replace(/^\$HOME(?=\/|$)/, home)
  return folder && isAbsolute(folder) ? folder : join(home, 'Documents')
}

/** The library a verb or a window works on: --library, KRONIKA_LIBRARY, or the user's own. */
export async function libraryFolder({ io, options }: { io: Pick<Context['io'], 'cwd' | 'env'>; options: Context['options'] }): Promise<string> {
  const named = optionText(options, 'library') ?? (io.env['KRONIKA_LIBRARY'] || undefined)
  return named === undefined ? join(await documents(io.env), 'Kronika') : resolve(io.cwd, named)
}
