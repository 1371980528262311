import { useCallback, useEffect, useState } from 'react'
import type { Output, ReportOptions } from '#contract/index.ts'
import { call } from '../../api.ts'
import { report } from '../../state/notices.ts'
import { useOpened } from '../../state/open-incident.ts'

type Preview = { state: 'preparing' | 'ready' | 'failed'; answer: Output<'report:preview'> | null }
const settle = 250

/** The preview of the open incident, made anew after every change; the last one stays until the next is there. */
export function usePreview(id: string, { tlp, language }: ReportOptions): Preview & { again: () => void } {
  const sequence = useOpened((state) => state.current?.sequence ?? 0)
  const [preview, setPreview] = useState<Preview>({ state: 'preparing', answer: null })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      setPreview((old) => ({ ...old, state: 'preparing' }))
      call('report:preview', { id, options: { tlp, language } }).then(
        (answer) => wanted && setPreview({ state: 'ready', answer }),
        (error: unknown) => {
          if (!wanted) return
          setPreview((old) => ({ ...old, state: 'failed' }))
          report(error)
        },
      )
    }, settle)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
    // The revision and the attempt are not used inside; each new one asks again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [id, tlp, language, sequence, attempt])
  const again = useCallback(() => setAttempt((count) => count + 1), [])
  return { ...preview, again }
}
