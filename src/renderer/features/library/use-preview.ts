import { useEffect, useState } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import { call } from '../../api.ts'
import type { Row } from './filter.ts'

const settle = 120
const known = new Map<string, Incident>()
const keyOf = (row: Row) => `${row.id}@${row.sequence}`

/** The selected incident itself, fetched once it has been selected for a moment; null until it is there. */
export function usePreview(row: Row | undefined): Incident | null {
  const [, refresh] = useState(0)
  useEffect(() => {
    if (!row || known.has(keyOf(row))) return
    const timer = setTimeout(() => {
      // A preview that cannot be fetched shows what the list knows; opening the incident says why.
      // To look at a case is not to open it: what was open last stays so.
      call('compare:cases', { ids: [row.id] }).then(({ incidents: [incident] }) => {
        if (incident) known.set(keyOf(row), incident)
        refresh((count) => count + 1)
      }, () => undefined)
    }, settle)
    return () => clearTimeout(timer)
  }, [row])
  return row ? (known.get(keyOf(row)) ?? null) : null
}
