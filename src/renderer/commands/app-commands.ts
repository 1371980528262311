import type { Language, SharedCommandId, Theme } from '#contract/index.ts'
import { call, listen } from '../api.ts'
import { compareWithSimilar, copyComparison } from '../state/comparison.ts'
import { copyPicture, exportBundle, runExport } from '../state/exports.ts'
import { chooseFiles } from '../state/imports.ts'
import { closeIncident, createIncident, openSample } from '../state/incidents.ts'
import { go, goBack, goToHistory, restart, selectedRecord, useNavigation, type View } from '../state/navigation.ts'
import { notify, report } from '../state/notices.ts'
import { redo, undo, useOpened } from '../state/open-incident.ts'
import { confirm, openCodebook, openPalette, openShortcuts, openVaultDialog, type VaultDialog } from '../state/overlays.ts'
import { nextPane } from '../state/panes.ts'
import { changeSettings, useSession } from '../state/session.ts'
import { sendDrafts } from '../state/drafts.ts'
import { lockLibrary, useVault } from '../state/vault.ts'
import { translate } from '../strings/index.ts'
import { recovery } from '../strings/recovery.ts'
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

/** A reference case has no history of its own, and the past is looked at from the present. */
const hasHistory = () => (opened()?.sequence ?? 0) > 0 && useOpened.getState().past === null

/** Of the open incident first; an earlier state that is looked at is left. */
function goBackups() {
  const about = opened()?.incident.id ?? null
  if (about !== null && useOpened.getState().past === null) return go({ view: 'backups', about })
  if (about !== null) closeIncident()
  restart({ view: 'backups', about })
}

/** What could not be saved is in memory alone: it goes with the program, so it is asked about. */
async function quit() {
  const t = (key: 'quitTitle' | 'quitText' | 'quitDo') => translate(recovery, language(), key)
  if (useSession.getState().save.state === 'failed' && !(await confirm({ title: t('quitTitle'), text: t('quitText'), action: t('quitDo') }))) return
  sendDrafts()
  await call('app:quit', {}).catch(report)
}

async function openAnotherLibrary() {
  try {
    // Everything the window knows belongs to the library it had: it begins anew with the other one.
    sendDrafts()
    if ((await call('library:choose', {})).opened) window.location.reload()
  } catch (error) {
    report(error)
  }
}

async function saveCopy() {
  const id = opened()?.incident.id
  if (id === undefined) return
  try {
    const { path } = await call('save:copy', { id })
    if (path !== null) notify({ tone: 'done', text: translate(recovery, language(), 'copySaved', { path }) })
  } catch (error) {
    report(error)
  }
}

// What is already so is not offered: the palette would list a command that does nothing.
const theme = (name: Theme) => sharedCommand(`view.theme.${name}`, () => void changeSettings({ theme: name }), { keywords: 'theme dark light motiv', when: () => useSession.getState().settings.theme !== name })
const tongue = (name: Language) => sharedCommand(`view.language.${name}`, () => void changeSettings({ language: name }), { keywords: 'language jazyk english čeština', when: () => language() !== name })
const view = (name: Exclude<View, 'first-run' | 'library' | 'history' | 'recovery' | 'backups' | 'report'>) => sharedCommand(`go.${name}`, () => go({ view: name }), { when: hasIncident })
/** What goes out is made from the incident as it is, never from an earlier state of it. */
const canExport = { when: () => hasIncident() && useOpened.getState().past === null }

/** A library that is open for reading only takes nothing in. */
const mayWrite = { when: () => !useSession.getState().library.readOnly }
const isVault = (state: 'plain' | 'open') => () => {
  const vault = useVault.getState()
  return vault.state === state && !vault.readOnly
}
const vaultDialog = (id: SharedCommandId, dialog: VaultDialog, state: 'plain' | 'open') => sharedCommand(id, () => openVaultDialog(dialog), { when: isVault(state), keywords: 'encryption passphrase heslo šifrování' })

const commands: AppCommand[] = [
  sharedCommand('incident.new', newIncident, mayWrite),
  sharedCommand('sample.open', () => void openSample(), { keywords: 'demo APT31' }),
  sharedCommand('document.import', () => void chooseFiles(), { keywords: 'open file soubor', ...mayWrite }),
  sharedCommand('document.paste', pasteDocument, mayWrite),
  sharedCommand('export.pdf', () => void runExport('pdf'), canExport),
  sharedCommand('export.json', () => void runExport('json'), canExport),
  sharedCommand('export.svg', () => void runExport('svg'), canExport),
  sharedCommand('bundle.export', () => void exportBundle(false), { ...canExport, keywords: 'bundle zip kronika balíček' }),
  sharedCommand('bundle.export-history', () => void exportBundle(true), { when: () => opened()?.readOnly === false, keywords: 'bundle zip kronika balíček' }),
  sharedCommand('export.png', () => void runExport('png'), { ...canExport, keywords: 'picture obrázek' }),
  sharedCommand('export.csv', () => void runExport('csv'), { ...canExport, keywords: 'table tabulka excel' }),
  sharedCommand('export.ics', () => void runExport('ics'), { ...canExport, keywords: 'calendar kalendář' }),
  sharedCommand('export.timelinejs', () => void runExport('timelinejs'), canExport),
  sharedCommand('picture.copy', () => void (useNavigation.getState().place.view === 'compare' ? copyComparison() : copyPicture()), { ...canExport, keywords: 'clipboard schránka' }),
  sharedCommand('compare.similar', () => void compareWithSimilar(), { when: hasIncident, keywords: 'cases případy' }),
  sharedCommand('library.choose', () => void openAnotherLibrary()),
  sharedCommand('save.copy', () => void saveCopy(), { when: hasHistory }),
  sharedCommand('vault.lock', () => void lockLibrary().catch(report), { when: isVault('open'), keywords: 'encryption šifrování zámek' }),
  vaultDialog('vault.encrypt', 'encrypt', 'plain'), vaultDialog('vault.passphrase', 'passphrase', 'open'), vaultDialog('vault.recovery-key', 'recovery-key', 'open'), vaultDialog('vault.decrypt', 'decrypt', 'open'),
  sharedCommand('app.quit', () => void quit()),
  sharedCommand('edit.undo', () => void undo(), { when: () => Boolean(opened()?.undo) }),
  sharedCommand('edit.redo', () => void redo(), { when: () => Boolean(opened()?.redo), also: ['CmdOrCtrl+Y'] }),
  theme('system'), theme('light'), theme('dark'),
  tongue('en'), tongue('cs'),
  sharedCommand('go.library', goLibrary),
  view('overview'), view('reader'), view('timeline'), sharedCommand('go.report', () => go({ view: 'report' }), canExport), view('compare'),
  sharedCommand('go.history', () => goToHistory(), { when: hasHistory, keywords: 'revisions versions revize verze' }),
  sharedCommand('go.record-history', () => goToHistory(selectedRecord(useNavigation.getState().place)), { when: () => hasHistory() && selectedRecord(useNavigation.getState().place) !== null }),
  sharedCommand('go.backups', goBackups, { keywords: 'quarantine karanténa' }),
  sharedCommand('go.back', goBack, { when: () => useNavigation.getState().back.length > 0 || useNavigation.getState().origin !== null }),
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
