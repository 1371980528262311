import type { Attribution, Incident, Response, ResponseType } from '../incident/index.ts'
import { milestonesOf } from './milestones.ts'

/** What a party did, strongest first. Support for the victim is not agreement on the culprit, so it is kept apart. */
export const waysToJoin = ['attributes', 'endorses', 'measure', 'acknowledges', 'supports'] as const
export type WayToJoin = (typeof waysToJoin)[number]

/** A state (by its ISO 3166-1 code) or a body such as EU or NATO. */
export type Party = { kind: 'state' | 'body'; id: string; name: string; way: WayToJoin; itemKeys: string[] }
/** Who joined the attribution, and who only supported the victim. */
export type Joined = { joined: Party[]; support: Party[] }

const waysOfResponse: Partial<Record<ResponseType, WayToJoin>> = {
  'public-attribution': 'attributes', 'endorsement-of-attribution': 'endorses', sanctions: 'measure', expulsion: 'measure', indictment: 'measure', 'statement-of-support': 'supports', condemnation: 'supports',
}
const waysOfStance: Partial<Record<Attribution['stance'], WayToJoin>> = { attributes: 'attributes', endorses: 'endorses', acknowledges: 'acknowledges' }
/** Companies, media and persons who speak for themselves are neither states nor bodies. */
const noParty: readonly Attribution['by']['type'][] = ['company', 'media', 'other']

type Act = Pick<Party, 'kind' | 'id' | 'name' | 'way'> & { key: string }

/** EU is a reserved code of ISO 3166-1; NATO has none and is known by its names. */
function partyOf(name: string, country: string | null): Pick<Party, 'kind' | 'id' | 'name'> {
  if (country === 'EU') return { kind: 'body', id: 'EU', name: 'EU' }
  if (country !== null) return { kind: 'state', id: country, name }
  if (/\bNATO\b|North Atlantic/i.test(name)) return { kind: 'body', id: 'NATO', name: 'NATO' }
  return { kind: 'body', id: name.toLowerCase(), name }
}

const ofAttribution = ({ id, by, stance }: Attribution): Act[] => {
  const way = waysOfStance[stance]
  if (way === undefined || noParty.includes(by.type) || (by.type === 'person' && by.country === null)) return []
  return [{ ...partyOf(by.name, by.country), way, key: `attributions/${id}` }]
}
const ofResponse = ({ id, actor, type }: Response): Act[] => {
  const way = waysOfResponse[type]
  return way === undefined ? [] : [{ ...partyOf(actor.name, actor.country), way, key: `responses/${id}` }]
}

function merged(acts: readonly Act[]): Party[] {
  const parties = new Map<string, Party>()
  for (const { key, ...act } of acts) {
    const known = parties.get(act.id)
    if (known === undefined) parties.set(act.id, { ...act, itemKeys: [key] })
    else {
      known.itemKeys.push(key)
      if (waysToJoin.indexOf(act.way) < waysToJoin.indexOf(known.way)) known.way = act.way
    }
  }
  return [...parties.values()].toSorted((a, b) => waysToJoin.indexOf(a.way) - waysToJoin.indexOf(b.way) || (a.id < b.id ? -1 : 1))
}

/**
 * States and bodies beside the first to attribute, the victims' own states and the accused: those that attribute too,
 * endorse or acknowledge the attribution or take measures on it, apart from those that only support the victim.
 */
export function joinedOf(incident: Incident): Joined {
  const first = milestonesOf(incident).attribution.itemKey
  const firstAct = Object.values(incident.attributions).flatMap(ofAttribution).find(({ key }) => key === first)
  const own = new Set([firstAct?.id, ...incident.victims.map(({ country }) => country), ...incident.sponsorStates])
  const acts = [...Object.values(incident.attributions).flatMap(ofAttribution), ...Object.values(incident.responses).flatMap(ofResponse)]
  const parties = merged(acts.filter(({ id }) => !own.has(id)))
  return { joined: parties.filter(({ way }) => way !== 'supports'), support: parties.filter(({ way }) => way === 'supports') }
}
