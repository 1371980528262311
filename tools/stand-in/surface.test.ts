import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// The stand-in is read as text, not run: loading it would start listening for signals and tests.
const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))

const program = [...sources('src/main'), ...sources('src/preload')].filter((text) => /from 'electron'/.test(text))
const file = (name: string) => readFileSync(join(here, name), 'utf8')

/** Names that are imported as values; types cost nothing at run time. */
function importedValues(text: string): string[] {
  return [...text.matchAll(/^import (?!type)\{([^}]*)\} from 'electron'/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type ')),
  )
}

/** Which classes of Electron the variables of a file are: by annotation, by making one, and by the events that give one. */
function instances(text: string): Map<string, 'BrowserWindow' | 'WebContents' | 'Session'> {
  const found = new Map<string, 'BrowserWindow' | 'WebContents' | 'Session'>()
  for (const [, name = '', type = ''] of text.matchAll(/(\w+): (BrowserWindow|WebContents|Session)\b/g)) found.set(name, type as 'Session')
  for (const [, name = ''] of text.matchAll(/(?:const|for \(const) (\w+) (?:=|of) (?:new BrowserWindow|BrowserWindow\.getAllWindows)/g)) found.set(name, 'BrowserWindow')
  for (const [, name = ''] of text.matchAll(/'web-contents-created', \(\w+, (\w+)\)/g)) found.set(name, 'WebContents')
  return found
}

/** Everything used, as "app.quit", "WebContents.send". `on`, `once` and `off` are EventEmitter's. */
function uses(text: string): string[] {
  const values = importedValues(text)
  const direct = values.flatMap((value) => [...text.matchAll(new RegExp(`(?<![\\w.'/-])${value}\\??\\.(\\w+)`, 'g'))].map(([, member]) => `${value}.${member}`))
  const viaInstances = [...instances(text)].flatMap(([name, type]) => [
    ...[...text.matchAll(new RegExp(`(?<![\\w.'/-])${name}\\??\\.(\\w+)`, 'g'))].map(([, member]) => `${type}.${member}`),
    ...[...text.matchAll(new RegExp(`(?<![\\w.'/-])${name}\\??\\.webContents\\.(\\w+)`, 'g'))].map(([, member]) => `WebContents.${member}`),
  ])
  return [...values.map((value) => value), ...direct, ...viaInstances].filter((use) => !/\.(on|once|off)$/.test(use))
}

const used = [...new Set(program.flatMap(uses))].toSorted()
const implementedIn: Record<string, string> = {
  app: 'app.ts', BrowserWindow: 'browser-window.ts', WebContents: 'web-contents.ts', Session: 'session.ts', session: 'session.ts', dialog: 'dialog.ts', clipboard: 'clipboard.ts', ClipboardItem: 'clipboard.ts', ipcMain: 'ipc-main.ts', Menu: 'menu.ts',
  nativeTheme: 'native-theme.ts', protocol: 'protocol.ts', screen: 'screen.ts', utilityProcess: 'utility-process.ts', contextBridge: 'preload-script.ts', ipcRenderer: 'preload-script.ts',
}
const ofRenderer = new Set(['contextBridge', 'ipcRenderer'])

function isOffered(use: string): boolean {
  const [name = '', member] = use.split('.')
  const place = implementedIn[name]
  if (place === undefined) return false
  const text = file(place)
  if (member === undefined) return ofRenderer.has(name) ? text.includes(`const ${name} = {`) : new RegExp(`export \\{[^}]*\\b${name}\\b[^}]*\\}`).test(file('electron.ts'))
  // A method, a property, a getter, or a shorthand property of an object.
  return new RegExp(`(?:^|[\\s{,])(?:static |async |readonly |get |set )*${member}(?:\\(|:| =|,| \\}|;)`, 'm').test(text)
}

describe('what the program uses of Electron', () => {
  it('is found', () => {
    for (const known of ['app.quit', 'app.requestSingleInstanceLock', 'BrowserWindow.loadURL', 'WebContents.send', 'WebContents.printToPDF', 'WebContents.setWindowOpenHandler', 'Session.setProxy', 'ipcMain.handle', 'ipcRenderer.invoke', 'contextBridge.exposeInMainWorld', 'nativeTheme.themeSource', 'Menu.buildFromTemplate', 'clipboard.write', 'clipboard.writeText', 'ClipboardItem']) expect(used).toContain(known)
    expect(used.length).toBeGreaterThan(40)
  })

  it.each(used)('%s is in the stand-in', (use) => expect(isOffered(use)).toBe(true))

  it('is not offered when it is not there', () => {
    for (const missing of ['app.dock', 'BrowserWindow.setKiosk', 'WebContents.openDevTools', 'shell', 'Tray', 'ipcMain.on', 'session.fromPartition']) expect(isOffered(missing)).toBe(false)
  })
})
