import { create } from 'zustand'
import type { Bootstrap, Damaged, SaveState, Settings } from '#contract/index.ts'
import type { IncidentSummary } from '#domain/incident/index.ts'
import { call, listen } from '../api.ts'

/** What main told at start and keeps telling: settings, the lists, the state of saving. */
type Session = {
  ready: boolean
  version: string
  runtime: Bootstrap['runtime']
  library: Bootstrap['library']
  settings: Settings
  /** Those that were read so far, the first of them changed last. */
  incidents: IncidentSummary[]
  /** How many the library has. */
  total: number
  /** Incidents whose files cannot be followed. */
  damaged: Damaged[]
  references: IncidentSummary[]
  openFirst: string | null
  save: SaveState
}

export const useSession = create<Session>(() => ({
  ready: false,
  version: '',
  runtime: { name: 'chromium', version: '', platform: '' },
  library: { name: '', path: '', readOnly: false, locked: false, lockedBy: null },
  settings: { language: 'en', theme: 'system', author: '', singleKeys: true, readerSize: 17, view: {} },
  incidents: [],
  total: 0,
  damaged: [],
  references: [],
  openFirst: null,
  save: { state: 'saved', at: null, reason: null, detail: '' },
}))

/** Fetches what the first paint needs in one call, and keeps it fresh. */
export async function startSession(): Promise<void> {
  listen('save:state', (save) => useSession.setState({ save }))
  const { library, references, incidents, total, damaged, openFirst, runtime, save, settings, version } = await call('app:bootstrap', {})
  useSession.setState({ ready: true, library, references, incidents, total, damaged, openFirst, runtime, save, settings, version })
  showTheme(settings.theme)
  document.documentElement.lang = settings.language
}

/** Language and look, where nothing else is known yet. */
export function showSettings({ language, theme }: Pick<Settings, 'language' | 'theme'>): void {
  useSession.setState(({ settings }) => ({ settings: { ...settings, language, theme } }))
  showTheme(theme)
  document.documentElement.lang = language
}

/** Light and dark come from the token sheet; `system` follows the operating system. */
function showTheme(theme: Settings['theme']) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Changes settings at once on screen; main keeps them. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  useSession.setState(({ settings }) => ({ settings: { ...settings, ...changes } }))
  const { settings } = useSession.getState()
  showTheme(settings.theme)
  document.documentElement.lang = settings.language
  useSession.setState({ settings: await call('settings:update', changes) })
}

/** A remembered piece of view state, such as a pane width. */
export function rememberView(name: string, value: Settings['view'][string]): void {
  const { view } = useSession.getState().settings
  if (JSON.stringify(view[name]) === JSON.stringify(value)) return
  void changeSettings({ view: { ...view, [name]: value } })
}
export const recallView = (name: string): Settings['view'][string] | undefined => useSession.getState().settings.view[name]
