import { useEffect, useMemo, useState } from 'react'
import { takenReview, type FormerPlace, type Taken } from '#domain/command/index.ts'
import type { Source } from '#domain/incident/index.ts'
import { call } from '../../api.ts'
import { report } from '../../state/notices.ts'
import { useIncident, useOpened } from '../../state/open-incident.ts'

const none: FormerPlace[] = []

/** The marks that a newer version has from the one before, as the history knows them; asked for while they are looked at. */
export function useTakenOver(newer: Source, older: Source, asked: boolean): Taken[] {
  const { id, annotations } = useIncident()
  const texts = useOpened((state) => state.texts)
  const [places, setPlaces] = useState(none)
  const members = useMemo(() => (asked ? Object.values(annotations).flatMap((mark) => (mark.sourceId === newer.id ? mark.id : [])).join(' ') : ''), [asked, annotations, newer.id])
  useEffect(() => {
    let gone = false
    if (asked) call('version:taken-over', { id, sourceId: newer.id }).then((answer) => { if (!gone) setPlaces(answer.places) }, report)
    return () => {
      gone = true
    }
    // Which marks there are decides when to ask; where they stand is read from them.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked, id, newer.id, members])
  const [was, is] = [texts[older.text?.sha256 ?? ''], texts[newer.text?.sha256 ?? '']]
  return useMemo(() => (asked && was !== undefined && is !== undefined ? takenReview({ annotations }, newer, older, was, is, places) : []), [asked, annotations, newer, older, was, is, places])
}
