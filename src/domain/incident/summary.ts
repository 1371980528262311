import { z } from 'zod'
import { idSchema, instantSchema } from './ids.ts'
import type { Incident } from './incident.ts'
import { incidentOriginSchema, incidentStatusSchema, tlpSchema } from './vocabulary-schemas.ts'

/** What lists and filters need of an incident, about 0.4 KB; derived, so it can always be rebuilt. */
export const incidentSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  shortTitle: z.string(),
  origin: incidentOriginSchema,
  status: incidentStatusSchema,
  tlp: tlpSchema,
  tags: z.array(z.string()),
  actors: z.array(z.string()),
  sponsorStates: z.array(z.string()),
  victimCountries: z.array(z.string()),
  victimSectors: z.array(z.string()),
  responseTypes: z.array(z.string()),
  activity: z.string().nullable(),
  attributed: z.string().nullable(),
  counts: z.strictObject({
    sources: z.int(),
    annotations: z.int(),
    events: z.int(),
    attributions: z.int(),
    responses: z.int(),
    openConflicts: z.int(),
  }),
  sequence: z.int().meta({ description: 'the last revision this summary describes' }),
  changedAt: instantSchema,
})
export type IncidentSummary = z.infer<typeof incidentSummarySchema>

const size = (records: Record<string, unknown>) => Object.keys(records).length
const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))].toSorted()

/** The list entry of an incident at a revision. */
export function summarise(incident: Incident, { sequence, changedAt }: { sequence: number; changedAt: string }): IncidentSummary {
  return {
    id: incident.id,
    title: incident.title,
    shortTitle: incident.shortTitle,
    origin: incident.origin,
    status: incident.status,
    tlp: incident.tlp,
    tags: incident.tags,
    actors: incident.actorIds.flatMap((id) => incident.entities[id]?.name ?? []),
    sponsorStates: incident.sponsorStates,
    victimCountries: distinct(incident.victims.map((victim) => victim.country)),
    victimSectors: distinct(incident.victims.map((victim) => victim.sector)),
    responseTypes: distinct(Object.values(incident.responses).map((response) => response.type)),
    activity: incident.dates.activity.edtf,
    attributed: incident.dates.attributed.edtf,
    counts: {
      sources: size(incident.sources),
      annotations: Object.values(incident.annotations).filter((annotation) => annotation.state === 'accepted').length,
      events: size(incident.events),
      attributions: size(incident.attributions),
      responses: size(incident.responses),
      openConflicts: Object.values(incident.conflicts).filter((conflict) => conflict.state === 'open').length,
    },
    sequence,
    changedAt,
  }
}
