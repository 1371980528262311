import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '#domain/command/index.ts'
import type { Annotation, Incident } from '#domain/incident/index.ts'
import type { LibraryOptions } from './library-options.ts'

/** Values for the tests of the store and its benchmark. */

const noDate = { edtf: null, wording: null }
export const frozenText = 'The ministry said on 28 May 2025 that the group had read its mail since 2022. Příliš žluťoučký kůň úpěl ďábelské ódy. '.repeat(40)
export const frozenHash = createHash('sha256').update(frozenText).digest('hex')
export const texts = { [frozenHash]: frozenText }

export function makeIncident(id: string): Incident {
  return {
    id,
    origin: 'own',
    createdAt: '2025-05-28T10:00:00.000Z',
    title: `Incident ${id}`,
    shortTitle: '',
    summary: '',
    bottomLine: '',
    status: 'in-progress',
    tlp: 'GREEN',
    pap: null,
    language: 'en',
    tags: [],
    sponsorStates: ['CN'],
    actorIds: [],
    victims: [{ name: 'A ministry', entityId: null, country: 'CZ', sector: 'government' }],
    dates: { activity: { edtf: '2022/2025', wording: null }, detected: noDate, disclosed: noDate, attributed: noDate },
    cutOff: null,
    coverNote: '',
    sources: {
      s1: {
        id: 's1',
        citation: { id: 's1', type: 'webpage', title: 'Statement' },
        date: '2025-05-28',
        kind: 'official',
        access: 'read',
        language: 'en',
        tlp: 'CLEAR',
        pap: null,
        reliability: 'A',
        repeats: null,
        capture: null,
        text: { sha256: frozenHash, length: frozenText.length, nature: 'own-words' },
        note: '',
        tags: [],
      },
    },
    annotations: {},
    entities: {},
    events: {},
    attributions: {},
    responses: {},
    conflicts: {},
    hypotheses: {},
    judgements: {},
    facts: {},
    techniques: {},
    indicators: {},
    gaps: {},
  }
}

export function makeAnnotation(id: string, start = 0, length = 12): Annotation {
  return {
    id,
    sourceId: 's1',
    anchor: { textSha256: frozenHash, start, end: start + length, exact: frozenText.slice(start, start + length), prefix: '', suffix: frozenText.slice(start + length, start + length + 32) },
    type: 'actor',
    tags: [],
    note: '',
    state: 'accepted',
    createdAt: '2025-05-28T10:00:00.000Z',
    createdBy: 'Jana',
  }
}

export const addAnnotation = (id: string, start = 0): Command => ({ type: 'annotation.add', item: makeAnnotation(id, start) })
export const rename = (title: string): Command => ({ type: 'incident.rename', title })

export const options = (more: Partial<LibraryOptions> = {}): LibraryOptions => ({ author: () => 'Jana', now: () => new Date(), ...more })

/** A folder of its own for a piece of work, gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-store-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
