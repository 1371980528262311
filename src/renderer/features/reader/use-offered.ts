import { useMemo } from 'react'
import { offeredTags, type OfferedTag } from '#domain/codebook/tags.ts'
import { useCodebook } from '../../state/codebook.ts'
import { useIncident } from '../../state/open-incident.ts'
import { recentTags } from './list-filters.ts'

/** The tags to offer for a mark: those used last, the library's own tree, the taxonomies that are on. */
export function useOfferedTags(): OfferedTag[] {
  const incident = useIncident()
  const { codebook, taxonomies } = useCodebook()
  return useMemo(() => offeredTags(recentTags(incident), codebook, taxonomies), [incident, codebook, taxonomies])
}
