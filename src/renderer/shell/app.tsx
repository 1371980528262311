import { lazy, Suspense, useEffect, type ComponentType, type LazyExoticComponent } from 'react'
import { usePlace, type View } from '../state/navigation.ts'
import { useOpened } from '../state/open-incident.ts'
import { useOverlays } from '../state/overlays.ts'
import { followPanes } from '../state/panes.ts'
import styles from './app.module.css'
import { DropTarget } from './drop-target.tsx'
import { ImportResults } from './import-results.tsx'
import { Notices } from './notices.tsx'
import { StatusBar } from './status-bar.tsx'
import { Strips } from './strips.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewBoundary } from './view-boundary.tsx'

// Views load when first shown, so that the shell paints early.
const views: Record<View, LazyExoticComponent<ComponentType>> = {
  'first-run': lazy(() => import('../features/first-run/index.ts').then(({ FirstRun }) => ({ default: FirstRun }))),
  library: lazy(() => import('../features/library/index.ts').then(({ Library }) => ({ default: Library }))),
  overview: lazy(() => import('../features/overview/index.ts').then(({ Overview }) => ({ default: Overview }))),
  reader: lazy(() => import('../features/reader/index.ts').then(({ Reader }) => ({ default: Reader }))),
  timeline: lazy(() => import('../features/timeline/index.ts').then(({ Timeline }) => ({ default: Timeline }))),
  compare: lazy(() => import('../features/compare/index.ts').then(({ Compare }) => ({ default: Compare }))),
  report: lazy(() => import('../features/report/index.ts').then(({ Report }) => ({ default: Report }))),
  history: lazy(() => import('../features/history/index.ts').then(({ History }) => ({ default: History }))),
  recovery: lazy(() => import('../features/recovery/index.ts').then(({ IncidentRecovery }) => ({ default: IncidentRecovery }))),
  backups: lazy(() => import('../features/backups/index.ts').then(({ Backups }) => ({ default: Backups }))),
}

// So do dialogs; they are fetched as soon as the shell has painted, so that the first one opens at once.
const dialogs = {
  palette: () => import('../commands/palette.tsx'),
  shortcuts: () => import('../commands/help-sheet.tsx'),
  confirm: () => import('./confirm-dialog.tsx'),
  codebook: () => import('../features/codebook/index.ts'),
}
const Palette = lazy(() => dialogs.palette().then(({ Palette }) => ({ default: Palette })))
const HelpSheet = lazy(() => dialogs.shortcuts().then(({ HelpSheet }) => ({ default: HelpSheet })))
const CodebookDialog = lazy(() => dialogs.codebook().then(({ CodebookDialog }) => ({ default: CodebookDialog })))
const VaultDialogs = lazy(() => import('../features/encryption/index.ts').then(({ VaultDialogs }) => ({ default: VaultDialogs })))
const ConfirmDialog = lazy(() => dialogs.confirm().then(({ ConfirmDialog }) => ({ default: ConfirmDialog })))

function fetchDialogs() {
  const idle = requestIdleCallback(() => Object.values(dialogs).forEach((load) => void load()))
  return () => cancelIdleCallback(idle)
}

function Over() {
  const overlay = useOverlays((state) => state.overlay)
  switch (overlay?.kind) {
    case 'palette':
      return <Palette start={overlay.query} />
    case 'shortcuts':
      return <HelpSheet />
    case 'codebook':
      return <CodebookDialog />
    case 'confirm':
      return <ConfirmDialog question={overlay.question} answer={overlay.answer} />
    case 'vault':
      return <VaultDialogs dialog={overlay.dialog} />
    default:
      return null
  }
}

export function App() {
  const { view } = usePlace()
  const opened = useOpened((state) => state.current?.incident.id ?? '')
  const Current = views[view]
  useEffect(followPanes, [])
  useEffect(fetchDialogs, [])
  return (
    <div className={styles['app']}>
      <TopBar />
      <Strips />
      <div className={styles['view']}>
        <ViewBoundary place={`${view} ${opened}`}>
          <Suspense fallback={<main aria-busy="true" />}>
            <Current />
          </Suspense>
        </ViewBoundary>
      </div>
      <StatusBar />
      <ImportResults />
      <Notices />
      <DropTarget />
      <Suspense fallback={null}>
        <Over />
      </Suspense>
    </div>
  )
}
