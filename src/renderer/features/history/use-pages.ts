import { useEffect, useMemo, useState } from 'react'
import { call } from '../../api.ts'
import { report } from '../../state/notices.ts'
import type { Entry } from './words.ts'

const size = 100

export type Query = { id: string; text: string; types: string[]; record: string | null }
/** `at(index)`: the entry, undefined until its page is there. `need` fetches what a range needs. */
export type Pages = { total: number; matching: number; ready: boolean; at: (index: number) => Entry | undefined; need: (first: number, last: number) => void }
type Loaded = { total: number; matching: number; pages: Map<number, Entry[]>; asked: Set<number> }

/** The revisions of an incident that match, the newest first, fetched in pages as they come into sight. */
export function usePages(query: Query, newest: number): Pages {
  const key = JSON.stringify([query, newest])
  const store = useMemo(() => ({ key, loaded: { total: 0, matching: 0, pages: new Map(), asked: new Set() } as Loaded, gone: false }), [key])
  const [, refresh] = useState(0)
  // The last complete answer stays in sight while the next one is on its way.
  const [shown, setShown] = useState(store)

  function fetch(page: number) {
    const { loaded } = store
    if (loaded.asked.has(page)) return
    loaded.asked.add(page)
    call('history:page', { ...query, offset: page * size, limit: size }).then((answer) => {
      if (store.gone) return
      loaded.pages.set(page, answer.entries)
      Object.assign(loaded, { total: answer.total, matching: answer.matching })
      setShown(store)
      refresh((count) => count + 1)
    }, report)
  }
  useEffect(() => {
    store.gone = false
    fetch(0)
    return () => {
      store.gone = true
    }
    // The key holds everything that the first page depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  const { loaded } = shown
  return {
    total: loaded.total,
    matching: loaded.matching,
    ready: loaded.pages.size > 0,
    at: (index) => loaded.pages.get(Math.floor(index / size))?.[index % size],
    need: (first, last) => {
      if (shown !== store) return
      for (let page = Math.floor(Math.max(0, first) / size); page <= Math.floor(last / size) && page * size < loaded.matching; page += 1) fetch(page)
    },
  }
}
