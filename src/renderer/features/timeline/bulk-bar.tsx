import { ChevronDown, X } from 'lucide-react'
import { useId, useState } from 'react'
import { readTags } from '#domain/codebook/tags.ts'
import { lanes, type Incident } from '#domain/incident/index.ts'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { workStrings } from '../../strings/timeline-work.ts'
import { ActionMenu, Button, IconButton, type MenuAction } from '../../ui/index.ts'
import { focusTable } from './actions.ts'
import { canChange, type BulkChange } from './bulk.ts'
import { changeSeveral, removeSeveral } from './bulk-run.ts'
import { nothingChosen } from './choosing.ts'
import styles from './bulk-bar.module.css'
import { changeView } from './view-state.ts'

/** What can be done to the chosen rows together; each is one step, so one undo takes it back. */
export function BulkBar({ incident, items, known, next }: { incident: Incident; items: readonly TimelineItem[]; /** Tags to offer. */ known: readonly string[]; /** The row to select when these are gone. */ next: string | null }) {
  const t = useStrings(workStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const tags = [...new Set(items.flatMap((item) => item.tags))].toSorted((a, b) => a.localeCompare(b))
  const run = (change: BulkChange) => void changeSeveral(items, change, language)
  const marks: MenuAction[] = [
    ...(items.some((item) => canChange(item, { kind: 'context' })) ? [true, false].map((context) => ({ key: `context-${context}`, label: t(context ? 'asContext' : 'asPart'), run: () => run({ kind: 'context', context }) })) : []),
    ...(['confirmed', 'background'] as const).map((standing) => ({ key: standing, label: c(standing), run: () => run({ kind: 'standing', standing }) })),
  ]
  return (
    <div className={styles['bulk']} role="group" aria-label={t('together')}>
      {items.some((item) => canChange(item, { kind: 'lane' })) ? <Menu label={t('toLane')} actions={lanes.map((lane) => ({ key: lane, label: c(laneKeys[lane]), run: () => run({ kind: 'lane', lane }) }))} /> : null}
      <AddTag known={known} onAdd={(added) => run({ kind: 'add-tags', tags: added })} />
      {tags.length > 0 ? <Menu label={t('removeTag')} actions={tags.map((tag) => ({ key: tag, label: `#${tag}`, run: () => run({ kind: 'remove-tag', tag }) }))} /> : null}
      <Menu label={t('markAs')} actions={marks} />
      <Button small onClick={() => void removeSeveral(incident, items, next, language)}>{c('delete')}</Button>
      <IconButton small label={t('chooseNone')} onClick={() => { changeView({ chosen: nothingChosen }); focusTable() }}><X size={14} strokeWidth={1.75} /></IconButton>
    </div>
  )
}

const Menu = ({ label, actions }: { label: string; actions: readonly MenuAction[] }) => (
  <ActionMenu trigger={<Button small>{label}<ChevronDown size={13} strokeWidth={1.75} aria-hidden="true" /></Button>} actions={actions} />
)

/** Enter adds what is typed, several with commas; Escape goes back to the rows. */
function AddTag({ known, onAdd }: { known: readonly string[]; onAdd: (tags: string[]) => void }) {
  const t = useStrings(workStrings)
  const id = useId()
  const [typed, setTyped] = useState('')
  return (
    <>
      <input
        className={styles['tag']} list={id} value={typed} placeholder={t('addTag')} aria-label={t('addTag')} autoComplete="off" spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const tags = readTags(typed)
          if (event.key === 'Enter' && tags.length > 0) {
            onAdd(tags)
            setTyped('')
          } else if (event.key === 'Escape') focusTable()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <datalist id={id}>{known.map((tag) => <option key={tag} value={tag} />)}</datalist>
    </>
  )
}
