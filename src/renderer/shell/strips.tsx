import { lazy, Suspense } from 'react'
import { useDrafts } from '../state/drafts.ts'
import { useOpened } from '../state/open-incident.ts'
import { useSession } from '../state/session.ts'
import styles from './app.module.css'

// Rarely shown, so they are fetched when there is something to say.
const PastStrip = lazy(() => import('../features/history/index.ts').then(({ PastStrip }) => ({ default: PastStrip })))
const LockStrip = lazy(() => import('../features/recovery/index.ts').then(({ LockStrip }) => ({ default: LockStrip })))
const SaveStrip = lazy(() => import('../features/recovery/index.ts').then(({ SaveStrip }) => ({ default: SaveStrip })))
const DraftStrip = lazy(() => import('../features/recovery/index.ts').then(({ DraftStrip }) => ({ default: DraftStrip })))

/** What must stay in sight below the top bar: a past that is looked at, a lock, what could not be saved, unfinished writing. */
export function Strips() {
  const past = useOpened((state) => state.past !== null)
  const readOnly = useSession((session) => session.library.readOnly)
  const failed = useSession((session) => session.save.state !== 'saved')
  const drafts = useDrafts((state) => Object.keys(state.drafts).length > 0)
  return (
    <div className={styles['strips']}>
      <Suspense fallback={null}>
        {readOnly ? <LockStrip /> : null}
        {failed ? <SaveStrip /> : null}
        {past ? <PastStrip /> : null}
        {drafts ? <DraftStrip /> : null}
      </Suspense>
    </div>
  )
}
