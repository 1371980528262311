import { useEffect, useRef, useState } from 'react'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { itemName } from '../../strings/item-names.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Button } from '../../ui/index.ts'
import { focusTable } from './actions.ts'
import styles from './inspector.module.css'
import { neighbour } from './neighbour.ts'
import { removeItem } from './remove.ts'
import type { Items } from './use-items.ts'
import { changeView } from './view-state.ts'

const mostNames = 6

/** Deletes at once when nothing rests on the item (undo brings it back); otherwise shows what rests on it and asks. */
export function RemoveAsk({ items, item }: { items: Items; item: TimelineItem }) {
  const t = useStrings(timelineStrings)
  const language = useLanguage()
  const [resting, setResting] = useState<string[] | null>(null)
  const asked = useRef(false)
  const after = neighbour(items.shown, item.key, 1)
  const next = after === item.key ? neighbour(items.shown, item.key, -1) : after
  async function remove(together: boolean) {
    const refused = await removeItem(item, next === item.key ? null : next, language, together)
    if (refused) setResting([...new Set(refused)])
    else leave()
  }
  const leave = () => {
    changeView({ removing: null })
    focusTable()
  }
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void remove(false)
  })
  if (!resting) return null
  return (
    <div className={styles['ask']} role="alertdialog" aria-label={t('inUse', { n: resting.length })}>
      <p>{t('inUse', { n: resting.length })}</p>
      <ul>{resting.slice(0, mostNames).map((name) => <li key={name}>{itemName(items.incident, name, language)}</li>)}</ul>
      {resting.length > mostNames ? <p>{t('more', { n: resting.length - mostNames })}</p> : null}
      <div className={styles['buttons']}>
        <Button autoFocus onClick={leave}>{t('keep')}</Button>
        <Button onClick={() => void remove(true)}>{t('deleteTogether')}</Button>
      </div>
    </div>
  )
}
