import { useMemo } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import { noGroup, type Grouping } from '#domain/timeline/index.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { translate, useLanguage } from '../../strings/index.ts'
import { lanesStrings } from '../../strings/timeline-lanes.ts'
import { countryName } from '../../strings/names.ts'

const nobody = { actor: 'noActor', country: 'noCountry', source: 'noSource', tag: 'noTag' } as const

/** How rows are named in the language of the window: lanes, actors, countries, sources or tags. */
export function useLaneName(incident: Incident, by: Grouping): (id: string) => string {
  const language = useLanguage()
  return useMemo(() => (id: string) => {
    if (by === 'lane') return id in laneKeys ? translate(common, language, laneKeys[id as keyof typeof laneKeys]) : id
    if (id === noGroup) return translate(lanesStrings, language, nobody[by])
    if (by === 'actor') return incident.entities[id]?.name ?? id
    if (by === 'country') return countryName(id, language)
    return by === 'source' ? (incident.sources[id]?.citation.title ?? id) : id
  }, [incident, by, language])
}
