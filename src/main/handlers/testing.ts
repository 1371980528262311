import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { contract, type Parsed, type Settings } from '#contract/index.ts'
import { referenceCases, taxonomies, vocabularies } from '../reference/index.ts'
import { openLibrary, type LibraryOptions } from '../store/index.ts'
import { allHandlers, type Ports } from './index.ts'

export const czech = 'cz-mfa-apt31-2022'
const now = () => new Date('2025-06-01T08:00:00.000Z')
type Asked = keyof ReturnType<typeof allHandlers>

/** The handlers over a library in a folder of its own, called as a window calls them. Close the library in the end. */
export async function started(changes: Partial<Ports> = {}, more: Partial<LibraryOptions> & { folder?: string } = {}) {
  const folder = more.folder ?? (await mkdtemp(join(tmpdir(), 'kronika-handlers-')))
  const library = await openLibrary(join(folder, 'library'), { author: () => 'eva', now, ...more })
  let settings: Settings = { language: 'en', theme: 'system', author: 'eva', singleKeys: true, readerSize: 17, view: {} }
  const asked: string[] = []
  const ports: Ports = {
    library,
    references: referenceCases(resolve('resources')),
    taxonomies: taxonomies(resolve('resources')),
    suggestNames: () => vocabularies(resolve('resources')).suggestions(),
    desk: { settings: () => settings, update: async (next) => (settings = { ...settings, ...(next as Partial<Settings>) }), rememberIncident: async () => undefined },
    now,
    version: '1.2.3',
    runtime: () => ({ name: 'chromium', version: '156', platform: 'linux' }),
    openFirst: () => null,
    reports: { preview: () => ({ html: () => '', css: '' }), show: () => '/report-1.html', pdf: async () => Buffer.from('%PDF-1.4'), svg: () => Buffer.from('<svg/>') },
    draw: async (svg) => Buffer.from(`png of ${svg.length}`),
    clipboard: { writeText: async () => undefined, writePicture: async () => undefined },
    dialogs: { chooseDocuments: async () => null, saveAs: async (name) => { asked.push(name); return join(folder, name) } },
    importProgress: () => undefined,
    settingsChanged: () => undefined,
    quit: () => undefined,
    ...changes,
  }
  const handlers = allHandlers(ports)
  // The input goes through its schema, and the answer must fit its own.
  const call = async <C extends Asked>(channel: C, input: unknown): Promise<unknown> => {
    const parsed = contract[channel].input.parse(input) as Parsed<C>
    return contract[channel].output.parse(await (handlers[channel] as (given: Parsed<C>) => Promise<unknown>)(parsed))
  }
  return { folder, library, call, asked }
}
