import { ChevronRight, History, Import, Plus, Search, Undo2 } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { spoken } from '../commands/keys.ts'
import { runCommand } from '../commands/registry.ts'
import { closeIncident } from '../state/incidents.ts'
import { go, usePlace } from '../state/navigation.ts'
import { useHasHistory, useIncident, useOpened } from '../state/open-incident.ts'
import { changeSettings, useSession } from '../state/session.ts'
import { commandInWords } from '../strings/command-names.ts'
import { common } from '../strings/common.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Button, IconButton, Kbd, Segmented } from '../ui/index.ts'
import { useCounts, useShownViews } from './counts.ts'
import styles from './top-bar.module.css'

// Only narrow windows show it, and menus are half as large as the rest of the shell.
const TabMenu = lazy(() => import('./tab-menu.tsx').then(({ TabMenu }) => ({ default: TabMenu })))

function SearchBox() {
  const t = useStrings(shell)
  return (
    <button type="button" className={styles['search']} aria-label={t('paletteTitle')} aria-keyshortcuts="Control+K" onClick={() => runCommand('palette.open')}>
      <Search size={15} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles['searchLong']}>{t('paletteTitle')}</span>
      <span className={styles['searchShort']}>{t('searchShort')}</span>
      <Kbd>{spoken('CmdOrCtrl+K')}</Kbd>
    </button>
  )
}

function UndoButton() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const language = useLanguage()
  const name = useOpened((state) => state.current?.undo ?? null)
  const tooltip = name ? t('undoNamed', { name: commandInWords(language, name) }) : t('nothingToUndo')
  return (
    <Button look="quiet" disabled={!name} title={tooltip} aria-label={name ? tooltip : `${words('undo')}. ${tooltip}`} onClick={() => runCommand('edit.undo')}>
      <Undo2 size={15} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles['wideOnly']}>{words('undo')}</span>
    </Button>
  )
}

function HistoryButton() {
  const t = useStrings(shell)
  const { view } = usePlace()
  const offered = useHasHistory()
  if (!offered) return null
  return (
    <IconButton label={`${t('showHistory')} (${spoken('CmdOrCtrl+Shift+H')})`} aria-pressed={view === 'history'} onClick={() => runCommand('go.history')}>
      <History size={15} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  )
}

function Tabs() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const counts = useCounts()
  const shown = useShownViews()
  const { view } = usePlace()
  return (
    <nav aria-label={t('views')} className={styles['tabs']}>
      {shown.map((name) => (
        <button key={name} type="button" className={styles['tab']} aria-current={name === view ? 'page' : undefined} onClick={() => go({ view: name })}>
          {words(name)}
          {counts[name] === null ? null : <span className={styles['count']}>{counts[name]}</span>}
        </button>
      ))}
    </nav>
  )
}

function IncidentBar() {
  const words = useStrings(common)
  const incident = useIncident()
  return (
    <>
      <div className={styles['crumbs']}>
        <button type="button" className={styles['crumb']} onClick={closeIncident}>{words('library')}</button>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" />
        <h1 title={incident.title}>{incident.shortTitle || incident.title}</h1>
      </div>
      <Tabs />
      <Suspense fallback={null}>
        <TabMenu />
      </Suspense>
      <span className={styles['spring']} />
      <UndoButton />
      <HistoryButton />
      <SearchBox />
    </>
  )
}

function LibraryBar() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const readOnly = useSession((session) => session.library.readOnly)
  const total = useSession((session) => session.total + session.references.length)
  return (
    <>
      <div className={styles['crumbs']}>
        <h1>{words('library')}</h1>
        <span className={styles['count']}>{t('incidents', { n: total })}</span>
      </div>
      <span className={styles['spring']} />
      {readOnly ? null : (
        <>
          <Button look="quiet" onClick={() => runCommand('document.import')}>
            <Import size={15} strokeWidth={1.75} aria-hidden="true" /> {words('import')}
          </Button>
          <Button shortcut={spoken('CmdOrCtrl+N')} onClick={() => runCommand('incident.new')}>
            <Plus size={15} strokeWidth={1.75} aria-hidden="true" /> {words('newIncident')}
          </Button>
        </>
      )}
      <SearchBox />
    </>
  )
}

function FirstRunBar() {
  const t = useStrings(shell)
  const { language, theme } = useSession((session) => session.settings)
  return (
    <>
      <strong className={styles['product']}>Kronika</strong>
      <span className={styles['spring']} />
      <Segmented showLabel label={t('language')} value={language} options={[{ value: 'en', label: t('english') }, { value: 'cs', label: t('czech') }]} onChange={(value) => void changeSettings({ language: value })} />
      <Segmented showLabel label={t('appearance')} value={theme} options={[{ value: 'system', label: t('system') }, { value: 'light', label: t('light') }, { value: 'dark', label: t('dark') }]} onChange={(value) => void changeSettings({ theme: value })} />
    </>
  )
}

export function TopBar() {
  const { view } = usePlace()
  const open = useOpened((state) => state.current !== null)
  return <header className={styles['bar']}>{open ? <IncidentBar /> : view === 'first-run' ? <FirstRunBar /> : <LibraryBar />}</header>
}
