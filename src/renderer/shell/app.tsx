import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'
import { usePlace, type View } from '../state/navigation.ts'
import styles from './app.module.css'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

// Views load when first shown, so that the shell paints early.
const views: Record<View, LazyExoticComponent<ComponentType>> = {
  'first-run': lazy(() => import('../features/first-run/index.ts').then(({ FirstRun }) => ({ default: FirstRun }))),
  library: lazy(() => import('../features/library/index.ts').then(({ Library }) => ({ default: Library }))),
  overview: lazy(() => import('../features/overview/index.ts').then(({ Overview }) => ({ default: Overview }))),
  reader: lazy(() => import('../features/reader/index.ts').then(({ Reader }) => ({ default: Reader }))),
  timeline: lazy(() => import('../features/timeline/index.ts').then(({ Timeline }) => ({ default: Timeline }))),
  report: lazy(() => import('../features/report/index.ts').then(({ Report }) => ({ default: Report }))),
}

export function App() {
  const { view } = usePlace()
  const Current = views[view]
  return (
    <div className={styles['app']}>
      <TopBar />
      <div className={styles['view']}>
        <Suspense fallback={null}>
          <Current />
        </Suspense>
      </div>
      <StatusBar />
    </div>
  )
}
