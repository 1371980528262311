import { Menu } from '@base-ui/react/menu'
import { ChevronDown, ChevronRight, Import, Plus, Search, Undo2 } from 'lucide-react'
import { spoken } from '../commands/keys.ts'
import { runCommand } from '../commands/registry.ts'
import { closeIncident } from '../state/incidents.ts'
import { go, incidentViews, usePlace, type View } from '../state/navigation.ts'
import { useIncident, useOpened } from '../state/open-incident.ts'
import { changeSettings, useSession } from '../state/session.ts'
import { commandInWords } from '../strings/command-names.ts'
import { common } from '../strings/common.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Button, Kbd, Segmented } from '../ui/index.ts'
import styles from './top-bar.module.css'

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

type IncidentView = (typeof incidentViews)[number]
const size = (records: object) => Object.keys(records).length

/** What a tab holds, in one number; none where a number would say nothing. */
function useCounts(): Record<IncidentView, number | null> {
  const { sources, events, attributions, responses } = useIncident()
  return { overview: null, reader: size(sources), timeline: size(events) + size(attributions) + size(responses), report: null }
}

const isIncidentView = (view: View): view is IncidentView => incidentViews.some((name) => name === view)

function Tabs() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const counts = useCounts()
  const { view } = usePlace()
  return (
    <nav aria-label={t('views')} className={styles['tabs']}>
      {incidentViews.map((name) => (
        <button key={name} type="button" className={styles['tab']} aria-current={name === view ? 'page' : undefined} onClick={() => go({ view: name })}>
          {words(name)}
          {counts[name] === null ? null : <span className={styles['count']}>{counts[name]}</span>}
        </button>
      ))}
    </nav>
  )
}

/** The tabs folded into one menu that is named after the present view. */
function TabMenu() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const counts = useCounts()
  const { view } = usePlace()
  const current = isIncidentView(view) ? view : 'overview'
  return (
    <div className={styles['tabMenu']}>
      <Menu.Root>
        <Menu.Trigger className={styles['tab']} data-current="true" aria-label={`${t('views')}: ${words(current)}`}>
          {words(current)} <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className={styles['positioner']}>
            <Menu.Popup className={styles['menu']}>
              <Menu.RadioGroup value={current} onValueChange={(name: IncidentView) => go({ view: name })}>
                {incidentViews.map((name) => (
                  <Menu.RadioItem key={name} value={name} closeOnClick className={styles['menuItem']}>
                    {words(name)}
                    <span className={styles['count']}>{counts[name]}</span>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
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
      <TabMenu />
      <span className={styles['spring']} />
      <UndoButton />
      <SearchBox />
    </>
  )
}

function LibraryBar() {
  const t = useStrings(shell)
  const words = useStrings(common)
  const total = useSession((session) => session.incidents.length + session.references.length)
  return (
    <>
      <div className={styles['crumbs']}>
        <h1>{words('library')}</h1>
        <span className={styles['count']}>{t('incidents', { n: total })}</span>
      </div>
      <span className={styles['spring']} />
      <Button look="quiet" onClick={() => runCommand('document.import')}>
        <Import size={15} strokeWidth={1.75} aria-hidden="true" /> {words('import')}
      </Button>
      <Button shortcut={spoken('CmdOrCtrl+N')} onClick={() => runCommand('incident.new')}>
        <Plus size={15} strokeWidth={1.75} aria-hidden="true" /> {words('newIncident')}
      </Button>
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
