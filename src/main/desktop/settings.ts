import { join } from 'node:path'
import { z } from 'zod'
import { settingsSchema, type Parsed, type Settings } from '#contract/index.ts'
import { openLow, type Kind, type Low } from '../store/durable-low.ts'
import { files } from '../store/files.ts'
import { windowStateSchema, type WindowState } from './window-state.ts'

const bodySchema = z.strictObject({ settings: settingsSchema, window: windowStateSchema, lastIncident: z.string().nullable(), libraries: z.array(z.string()).optional(), library: z.string().optional() })
type Body = z.infer<typeof bodySchema>

/** So many folders are remembered. */
const mostLibraries = 50

/** What belongs to the person and the desk. Changes are saved one after another; a failed save keeps them for this run. */
export type Desk = {
  settings: () => Settings
  update: (changes: Parsed<'settings:update'>) => Promise<Settings>
  window: () => WindowState
  rememberWindow: (state: WindowState) => Promise<void>
  lastIncident: () => string | null
  rememberIncident: (id: string | null) => Promise<void>
  /** The folders in which a library was opened before; one that is missing there is missed, not made anew. */
  knowsLibrary: (folder: string) => boolean
  rememberLibrary: (folder: string) => Promise<void>
  /** The folder a person chose in the window; null: none. */
  chosenLibrary: () => string | null
  chooseLibrary: (folder: string) => Promise<void>
}
export type DeskDefaults = { locale: string; userName: string }

const defaultsOf = ({ locale, userName }: DeskDefaults): Body => ({
  settings: { language: locale.toLowerCase().startsWith('cs') ? 'cs' : 'en', theme: 'system', author: userName, singleKeys: true, readerSize: 17, view: {} },
  window: { bounds: null, maximized: false },
  lastIncident: null,
})

/** Opens settings.json of the user-data folder. What cannot be read is left as it is, and this run works with defaults. */
export async function openDesk(userData: string, defaults: DeskDefaults): Promise<Desk> {
  const kind: Kind<Body> = { format: 'kronika-settings', schemaVersion: 1, parse: (body) => bodySchema.parse(body), defaults: () => defaultsOf(defaults) }
  const low = await openLow(join(userData, 'settings.json'), kind, files).catch(() => null)
  return deskOver(low, low?.data.body ?? kind.defaults())
}

function deskOver(low: Low<{ sequence: number; body: Body }> | null, first: Body): Desk {
  let body = first
  const save = async (changes: Partial<Body>) => {
    body = { ...body, ...changes }
    if (!low) return
    low.data = { sequence: low.data.sequence + 1, body }
    await low.write()
  }
  return {
    settings: () => body.settings,
    update: async (changes) => {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      await save({ settings: settingsSchema.parse({ ...body.settings, ...Object.fromEntries(given) }) })
      return body.settings
    },
    window: () => body.window,
    rememberWindow: (window) => save({ window }),
    lastIncident: () => body.lastIncident,
    rememberIncident: (lastIncident) => save({ lastIncident }),
    knowsLibrary: (folder) => body.libraries?.includes(folder) ?? false,
    rememberLibrary: async (folder) => {
      const others = (body.libraries ?? []).filter((other) => other !== folder)
      if (body.libraries?.[0] !== folder) await save({ libraries: [folder, ...others].slice(0, mostLibraries) })
    },
    chosenLibrary: () => body.library ?? null,
    chooseLibrary: (library) => save({ library }),
  }
}
