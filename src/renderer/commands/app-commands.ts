import type { Language, Theme } from '#contract/index.ts'
import { call, listen } from '../api.ts'
import { exportBundle, runExport } from '../state/exports.ts'
import { chooseFiles } from '../state/imports.ts'
import { closeIncident, createIncident, openSample } from '../state/incidents.ts'
import { go, goBack, restart, useNavigation, type View } from '../state/navigation.ts'
import { notify, report } from '../state/notices.ts'
import { redo, undo, useOpened } from '../state/open-incident.ts'
import { openCodebook, openPalette, openShortcuts } from '../state/overlays.ts'
import { nextPane } from '../state/panes.ts'
import { changeSettings, useSession } from '../state/session.ts'
import { translate } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { spoken } from './keys.ts'
import { register, runCommand, sharedCommand, type AppCommand } from './registry.ts'

const language = () => useSession.getState().settings.language
const opened = () => useOpened.getState().current
const hasIncident = () => opened() !== null

export const newIncident = (): void => void createIncident(translate(shell, language(), 'untitled'))

/** Only a paste by the system itself may read the clipboard; where it cannot be asked for one, the key is named. */
function pasteDocument() {
  // The one way to ask for a native paste; browsers refuse it to pages, desktop shells may allow it.
  const paste = (document as { execCommand?: (name: string) => boolean }).execCommand
  if (!paste?.call(document, 'paste')) notify({ tone: 'done', text: translate(shell, language(), 'pasteHint', { key: spoken('CmdOrCtrl+V') }) })
}

function goLibrary() {
  if (hasIncident()) closeIncident()
  else restart({ view: 'library' })
}

// What is already so is not offered: the palette would list a command that does nothing.
const theme = (name: Theme) => sharedCommand(`view.theme.${name}`, () => void changeSettings({ theme: name }), { keywords: 'theme dark light motiv', when: () => useSession.getState().settings.theme !== name })
const tongue = (name: Language) => sharedCommand(`view.language.${name}`, () => void changeSettings({ language: name }), { keywords: 'language jazyk english čeština', when: () => language() !== name })
const view = (name: Exclude<View, 'first-run' | 'library'>) => sharedCommand(`go.${name}`, () => go({ view: name }), { when: hasIncident })
const canExport = { when: hasIncident }

const commands: AppCommand[] = [
  sharedCommand('incident.new', newIncident),
  sharedCommand('sample.open', () => void openSample(), { keywords: 'demo APT31' }),
  sharedCommand('document.import', () => void chooseFiles(), { keywords: 'open file soubor' }),
  sharedCommand('document.paste', pasteDocument),
  sharedCommand('export.pdf', () => void runExport('pdf'), canExport),
  sharedCommand('export.json', () => void runExport('json'), canExport),
  sharedCommand('export.svg', () => void runExport('svg'), canExport),
  sharedCommand('bundle.export', () => void exportBundle(false), { ...canExport, keywords: 'bundle zip kronika balíček' }),
  sharedCommand('bundle.export-history', () => void exportBundle(true), { when: () => opened()?.readOnly === false, keywords: 'bundle zip kronika balíček' }),
  sharedCommand('app.quit', () => void call('app:quit', {}).catch(report)),
  sharedCommand('edit.undo', () => void undo(), { when: () => Boolean(opened()?.undo) }),
  sharedCommand('edit.redo', () => void redo(), { when: () => Boolean(opened()?.redo), also: ['CmdOrCtrl+Y'] }),
  theme('system'), theme('light'), theme('dark'),
  tongue('en'), tongue('cs'),
  sharedCommand('go.library', goLibrary),
  view('overview'), view('reader'), view('timeline'), view('report'),
  sharedCommand('go.back', goBack, { when: () => useNavigation.getState().back.length > 0 }),
  sharedCommand('go.next-pane', nextPane),
  { id: 'codebook.open', titles: { en: 'Codebook: types, tags, taxonomies', cs: 'Kódovací kniha: typy, štítky, taxonomie' }, keywords: 'codebook annotation types tags taxonomy typy štítky anotace', shortcut: null, run: openCodebook },
  sharedCommand('palette.open', () => openPalette(), { also: ['CmdOrCtrl+Shift+P'] }),
  sharedCommand('shortcuts.open', openShortcuts, { also: ['?'] }),
]

/** Puts every shared command in the registry and runs those that the native menu names. */
export function registerAppCommands(): () => void {
  const forget = register(...commands)
  const deaf = listen('menu:command', ({ id }) => void runCommand(id))
  return () => {
    forget()
    deaf()
  }
}
