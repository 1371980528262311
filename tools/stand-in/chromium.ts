import { chromium, type BrowserContext } from 'playwright-core'
import { closers } from './app.ts'
import { session } from './session.ts'

export type Opening = { shown: boolean; width: number; height: number; x: number | undefined; y: number | undefined; maximized: boolean; webRtc: string }

// A closed network must not hear from Chromium itself either.
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run', '--no-default-browser-check', '--disable-domain-reliability', '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider', '--host-resolver-rules=MAP * ~NOTFOUND', '--block-new-web-contents']

// Application windows, which have no address bar, open only at an address of the web; the program's page follows at once.
const blankApplication = 'data:text/html,<title>Kronika</title>'

function flags({ width, height, x, y, shown, maximized, webRtc }: Opening): string[] {
  const { proxyRules, proxyBypassRules } = session.defaultSession.proxy
  const port = process.env['KRONIKA_TEST_PORT']
  return [
    ...quiet,
    `--window-size=${width},${height}`,
    `--webrtc-ip-handling-policy=${webRtc}`,
    ...(proxyRules === undefined ? [] : [`--proxy-server=${proxyRules}`]),
    ...(proxyBypassRules === undefined ? [] : [`--proxy-bypass-list=${proxyBypassRules}`]),
    ...(port && (shown || isHeadless()) ? [`--remote-debugging-port=${port}`] : []),
    ...(shown && !isHeadless() ? [`--app=${blankApplication}`, '--test-type', ...(maximized ? ['--start-maximized'] : []), ...(x === undefined ? [] : [`--window-position=${x},${y ?? 0}`])] : []),
  ]
}

/** Windows are shown when there is somewhere to show them, and nobody asked for quiet. */
export const isHeadless = (): boolean =>
  process.env['KRONIKA_HEADLESS'] === '1' || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])

function launch(opening: Opening, headless: boolean): Promise<BrowserContext> {
  const executablePath = process.env['KRONIKA_CHROMIUM']
  if (!executablePath) throw new Error('no Chromium: set KRONIKA_CHROMIUM, or start through the scripts of package.json')
  return chromium.launchPersistentContext('', {
    executablePath,
    headless,
    args: flags(opening),
    ignoreDefaultArgs: ['--enable-automation', '--hide-scrollbars', ...(headless ? [] : ['about:blank'])],
    viewport: null,
    // Root cannot have Chromium's own sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    // null leaves what the desktop says; Playwright would otherwise pretend.
    colorScheme: null,
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

const open = new Set<BrowserContext>()
let hidden: Promise<BrowserContext> | null = null

async function kept(opening: Opening, headless: boolean): Promise<BrowserContext> {
  const context = await launch(opening, headless)
  open.add(context)
  context.on('close', () => {
    open.delete(context)
    if (headless) hidden = null
  })
  return context
}

/** The browser for a window: one of its own for each one on the screen, one without a screen for all others. */
export function browserFor(opening: Opening): Promise<BrowserContext> {
  if (opening.shown && !isHeadless()) return kept(opening, false)
  hidden ??= kept(opening, true)
  return hidden
}

closers.browsers = async () => {
  await Promise.allSettled([...open].map((context) => context.close()))
}
