import { app, nativeTheme } from 'electron'
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import type { Bootstrap } from '#contract/index.ts'
import type { StartOptions } from '../arguments.ts'
import { libraryFolder } from '../cli/default-library.ts'
import { alwaysHandlers, allHandlers, openSample, Workplace } from '../handlers/index.ts'
import { places } from '../places.ts'
import { previewPage, reportPdf, reportSvg } from '../print/report.ts'
import type { ReportShelf } from '../print/report-shelf.ts'
import { referenceCases, taxonomies, vocabularies } from '../reference/index.ts'
import { openLibrary } from '../store/index.ts'
import { pictureFonts } from '../print/picture.ts'
import { systemClipboard } from './clipboard.ts'
import { closing } from './closing.ts'
import { broadcast } from './broadcast.ts'
import { chooseFolder, dialogs } from './dialogs.ts'
import { pictureMaker } from './picture-page.ts'
import { pagePrinter } from './print-page.ts'
import { openDesk, type Desk } from './settings.ts'
import { forward } from './forward.ts'

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user id without a name, as in some containers.
    return ''
  }
}

const runtime = (): Bootstrap['runtime'] => {
  const { electron, chrome } = process.versions
  return { name: electron === undefined ? 'chromium' : 'electron', version: electron ?? chrome ?? '', platform: process.platform }
}

/** The folder the windows start with: as the command line or the environment says, else as the person chose last, else the usual one. */
async function firstFolder(options: StartOptions, desk: Desk): Promise<string> {
  const named = options.library ?? (process.env['KRONIKA_LIBRARY'] || null) ?? desk.chosenLibrary()
  return libraryFolder({ io: { cwd: process.cwd(), env: process.env }, options: named === null ? {} : { library: named } })
}

/** What the program consists of once it runs: settings, the library, and the answers to every call. */
export async function openProgram(options: StartOptions, shelf: ReportShelf, onSettings: (desk: Desk) => void) {
  const now = () => new Date()
  const desk = await openDesk(app.getPath('userData'), { locale: app.getLocale(), userName: userName() })
  nativeTheme.themeSource = desk.settings().theme
  const references = referenceCases(places.resources)
  const names = vocabularies(places.resources)
  const template = await readFile(places.reportTemplate, 'utf8')
  const print = pagePrinter(shelf)
  const guard = closing({ isUnsaved: () => workplace.hasUnsaved, ask: () => broadcast('menu:command', { id: 'app.quit' }) })
  // The window asks before it says so.
  const quit = () => {
    guard.allow()
    app.quit()
  }
  const workplace: Workplace = new Workplace(
    {
      isKnown: desk.knowsLibrary,
      remember: desk.rememberLibrary,
      settings: desk.settings,
      now,
      progress: (progress) => broadcast('vault:progress', progress),
      chooseFolder: () => chooseFolder(desk.settings().language),
      chosen: desk.chooseLibrary,
      always: alwaysHandlers({ desk, quit, settingsChanged: () => onSettings(desk) }),
      open: async (folder, how) => {
        const library = await openLibrary(folder, { author: () => desk.settings().author, now, ...how })
        forward(library)
        return library
      },
      handlers: async (library) => {
        const openFirst = await firstIncident({ library, references }, desk, options)
        return allHandlers({
          library,
          references,
          taxonomies: taxonomies(places.resources),
          suggestNames: () => names.suggestions(),
          desk,
          now,
          dialogs,
          runtime,
          version: app.getVersion(),
          openFirst: () => openFirst,
          reports: { preview: (request) => previewPage(template, request), show: shelf.put, pdf: (request) => reportPdf(template, request, print), svg: reportSvg },
          draw: pictureMaker(shelf, () => pictureFonts(places.reportTemplate)),
          clipboard: systemClipboard,
          importProgress: (progress) => broadcast('import:progress', progress),
          settingsChanged: () => onSettings(desk),
          quit,
        })
      },
    },
    await firstFolder(options, desk),
  )
  await workplace.start()
  return { desk, handlers: workplace.handlers, closing: guard, close: () => workplace.close() }
}

type Parts = Parameters<typeof openSample>[0]

/** The sample when it was asked for and there is nothing else, else what was open last, if it is still there. */
async function firstIncident(parts: Parts, desk: Desk, { sample }: StartOptions): Promise<string | null> {
  const known = parts.library.list()
  if (sample && known.length === 0 && !parts.library.readOnly) return (await openSample(parts)).incident.id
  const last = desk.lastIncident()
  return known.some(({ id }) => id === last) ? last : null
}
