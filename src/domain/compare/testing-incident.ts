import { emptyIncident, type Attribution, type Evidence, type Incident, type IncidentEvent, type Lane, type NamedPeriod, type Response, type ResponseType } from '../incident/index.ts'

type Common = { edtf: string | null; wording?: string; tags?: string[]; evidence?: Evidence[] }
const common = (id: string, { edtf, wording, tags = [], evidence = [] }: Common) => ({ id, date: { edtf, wording: wording ?? null }, evidence, standing: 'confirmed' as const, tags })

/** Records for tests with what matters to the test and nothing else. */
export const timelineEvent = (id: string, { lane, context = false, title = `Event ${id}`, ...rest }: Common & { lane: Lane; context?: boolean; title?: string }): IncidentEvent =>
  ({ ...common(id, rest), title, description: '', lane, credibility: null, location: null, entityIds: [], context })

export const attribution = (id: string, { by = 'A government', country = 'CZ', type = 'government', stance = 'attributes', ...rest }: Common & { by?: string; country?: string | null; type?: Attribution['by']['type']; stance?: Attribution['stance'] }): Attribution =>
  ({ ...common(id, rest), by: { name: by, entityId: null, type, country }, to: [{ name: 'An actor', entityId: null, level: 'group' }], stance, basis: 'receiver-government', strength: null, relations: [], note: '' })

export const response = (id: string, { by = 'A ministry', country = 'CZ', type, ...rest }: Common & { by?: string; country?: string | null; type: ResponseType }): Response =>
  ({ ...common(id, rest), actor: { name: by, entityId: null, country }, type, description: '', answers: [] })

export const namedPeriod = (id: string, edtf: string | null, more: Partial<NamedPeriod> = {}): NamedPeriod => ({ id, title: `Period ${id}`, date: { edtf, wording: null }, note: '', ink: null, evidence: [], ...more })

type Given = { id?: string; title?: string; dates?: Partial<Record<string, string | null>>; events?: IncidentEvent[]; attributions?: Attribution[]; responses?: Response[]; sponsorStates?: string[]; victims?: string[]; sectors?: string[]; actors?: string[]; techniques?: string[]; sourceIds?: string[]; periods?: NamedPeriod[] }

const byId = <T extends { id: string }>(records: readonly T[]): Record<string, T> => Object.fromEntries(records.map((record) => [record.id, record]))

export function incidentWith({ id = 'case', title = 'A case', dates = {}, events = [], attributions = [], responses = [], sponsorStates = [], victims = [], sectors = [], actors = [], techniques = [], sourceIds = [], periods = [] }: Given): Incident {
  const empty = emptyIncident({ id, title, createdAt: '2026-01-01T00:00:00Z' })
  const head = (name: keyof Incident['dates']) => ({ edtf: dates[name] ?? null, wording: null })
  const entity = (name: string) => ({ id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), kind: 'actor' as const, name, aliases: [], country: null, sponsor: null, role: null, externalIds: [], description: '', evidence: [], standing: 'confirmed' as const, tags: [] })
  const source = (sourceId: string): Incident['sources'][string] => ({ id: sourceId, citation: { id: sourceId, type: 'webpage', title: sourceId }, date: null, kind: 'press', access: 'read', language: null, tlp: 'CLEAR', pap: null, reliability: 'B', repeats: null, capture: null, text: null, note: '', tags: [] })
  return {
    ...empty, sponsorStates, dates: { activity: head('activity'), detected: head('detected'), disclosed: head('disclosed'), attributed: head('attributed') },
    events: byId(events), attributions: byId(attributions), responses: byId(responses), entities: byId(actors.map(entity)), actorIds: actors.map((name) => entity(name).id), sources: byId(sourceIds.map(source)),
    ...(periods.length === 0 ? {} : { periods: byId(periods) }),
    victims: [...victims.map((country) => ({ name: country, entityId: null, country, sector: 'government' })), ...sectors.map((sector) => ({ name: sector, entityId: null, country: null, sector }))],
    techniques: byId(techniques.map((attackId, index) => ({ id: `t${index}`, attackId, name: attackId, basis: 'analyst' as const, evidence: [], standing: 'confirmed' as const }))),
  }
}
