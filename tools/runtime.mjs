// Chooses what the built program runs on: Electron where it is or can be had, else an installed Chromium.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot, mainBundle, node24, standIn } from './places.mjs'

const remembered = inRoot('node_modules', '.cache', 'kronika', 'electron-not-to-be-had')
const downloadLimit = 90_000

/** Electron's executable, or null. */
export function installedElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inRoot('node_modules', 'electron', 'dist')
  const pathFile = inRoot('node_modules', 'electron', 'path.txt')
  const usual = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
  const path = join(folder, existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : usual)
  return existsSync(path) ? path : null
}

/** Tries once to fetch Electron; a machine that cannot have it is not made to wait again. CI is never made to wait. */
function fetchedElectron() {
  if (process.env.CI || process.env.KRONIKA_RUNTIME === 'chromium' || existsSync(remembered)) return null
  console.error('Fetching Electron (once; at most 90 seconds)…')
  const { status } = spawnSync(node24(), [inRoot('node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeout: downloadLimit })
  const electron = status === 0 ? installedElectron() : null
  if (electron) return electron
  console.error('Electron could not be fetched; using an installed Chromium instead.')
  mkdirSync(dirname(remembered), { recursive: true })
  writeFileSync(remembered, 'Delete this file to try fetching Electron again.\n')
  return null
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'chrome', 'brave-browser']
const places = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [join(folder, 'Chromium/Application/chrome.exe'), join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
}

/** An installed Chromium: where KRONIKA_CHROMIUM says, else at the usual places and names; null when there is none. */
export function installedChromium() {
  if (process.env.KRONIKA_CHROMIUM) return isExecutable(process.env.KRONIKA_CHROMIUM) ? process.env.KRONIKA_CHROMIUM : null
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [...(places[process.platform] ?? []), ...names.flatMap((name) => onPath.map((folder) => join(folder, name)))]
  return candidates.find(isExecutable) ?? null
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const isDebian = () => process.platform === 'linux' && existsSync('/etc/debian_version')
const isRoot = () => process.getuid?.() === 0

/** On Debian as root the missing packages are installed; elsewhere nothing is touched. */
function aptInstall(packages) {
  if (!isDebian() || !isRoot()) return
  console.error(`Installing ${packages.join(' and ')} with apt-get…`)
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}

export function chromium() {
  const found = installedChromium()
  if (found) return found
  aptInstall(['chromium', 'xvfb'])
  return installedChromium()
}

const advice =
  process.platform === 'linux'
    ? 'Neither Electron nor a Chromium is here: install one (Debian, Ubuntu: sudo apt-get install chromium; Fedora: sudo dnf install chromium) or set KRONIKA_CHROMIUM to its path.'
    : 'Neither Electron nor a Chromium is here: install Chromium or Google Chrome, or set KRONIKA_CHROMIUM to its path.'

/** Whether a window can be shown. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * What to run: { name, command, args, env }, the program's own arguments to be added at the end.
 * Null, with the reason said, when this machine has nothing to run it on.
 */
export function chooseRuntime() {
  const wanted = process.env.KRONIKA_RUNTIME
  const electron = wanted === 'chromium' ? null : (installedElectron() ?? (wanted === 'electron' ? null : fetchedElectron()))
  if (electron) return onElectron(electron)
  const path = wanted === 'electron' ? null : chromium()
  if (path) return onChromium(path)
  console.error(wanted === 'electron' ? 'Electron is not installed here: node_modules/.bin/install-electron fetches it.' : advice)
  return null
}

export function onElectron(path) {
  // Root on Linux cannot have the sandbox of the operating system.
  const args = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []
  // The folder, not the file: Electron takes the program's name and version from its package.json.
  return { name: 'electron', command: path, args: [...args, inRoot()], env: {} }
}

export const onChromium = (path) => ({ name: 'chromium', command: node24(), args: ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(standIn).href, mainBundle], env: { KRONIKA_CHROMIUM: path } })


