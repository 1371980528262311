import { useMemo } from 'react'
import { useLanguage } from '../../strings/index.ts'
import type { Reading } from './columns.ts'
import { useZone } from './time-zone.ts'

/** How cells are read now; the same object until language or zone change. */
export function useReading(): Reading {
  const language = useLanguage()
  const zone = useZone()
  return useMemo(() => ({ language, zone }), [language, zone])
}
