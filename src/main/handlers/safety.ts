import type { Handlers, IncidentTrouble, RecoveryWay } from '#contract/index.ts'
import { changesToldBy, entryOf, type HistoryEntry, type Json, type RecordLookup } from '#domain/history/index.ts'
import { recordsIn, type Incident } from '#domain/incident/index.ts'
import type { Command, Revision } from '#domain/command/index.ts'
import { StoreError, type Damage, type Library, type Way } from '../store/index.ts'
import type { Ports } from './ports.ts'

type Names =
  | 'incident:state' | 'incident:recover' | 'incident:forget' | 'backups:overview' | 'backups:list' | 'backups:make' | 'quarantine:list'
  | 'save:failures' | 'save:copy' | 'save:reload' | 'save:keep' | 'draft:list' | 'draft:put' | 'draft:drop'

/** Of the edits that a way gives up so many are listed. */
const mostLost = 200

/** Revisions outside of a history that can be followed: each tells what its own command says, of records known as `incident` has them. */
function toldEntries(revisions: readonly Revision[], incident: Incident | null): HistoryEntry[] {
  const bySequence = new Map(revisions.map((revision) => [revision.sequence, revision]))
  const added = new Map<string, Json>()
  const lookup: RecordLookup = (collection, id) => added.get(`${collection}/${id}`) ?? (incident === null ? undefined : (recordsIn(incident, collection)[id] as Json | undefined))
  return revisions.map((revision) => {
    const changes = changesToldBy(revision.command as Command | null, lookup)
    for (const { collection, id, verb, record } of changes) if (verb === 'add') added.set(`${collection}/${id}`, record)
    return entryOf(revision, revision.of === null ? undefined : bySequence.get(revision.of), changes)
  })
}

const titleOf = (library: Library, id: string, known: readonly Revision[] = []) => {
  const summary = library.list().find((one) => one.id === id)
  const [first] = known
  const began = first?.command?.type === 'incident.create' ? first.command.incident.title : id
  return summary ? summary.shortTitle || summary.title : began
}

function wayOf(way: Way, lostEdits: readonly HistoryEntry[]): RecoveryWay {
  const { choice, revision, lost } = way
  return { choice, revision, lost, backup: 'backup' in way ? way.backup : null, lostEdits: lostEdits.filter(({ sequence }) => sequence > revision).slice(-mostLost) }
}

async function troubleOf(library: Library, damage: Damage): Promise<IncidentTrouble> {
  const { id, state, where, detail, line, whole, lastKnown, known } = damage
  const incident = await library.openReadOnly(id).then(
    (found) => found.incident,
    () => null,
  )
  const edits = toldEntries(known, incident)
  return { id, title: titleOf(library, id, known), state, where, detail, line, whole, lastKnown, ways: damage.ways.map((way) => wayOf(way, edits)) }
}

async function stateOf(library: Library, id: string): Promise<IncidentTrouble> {
  const state = await library.state(id)
  if (state.state !== 'ok') return troubleOf(library, state)
  return { id, title: titleOf(library, id), state: 'ok', where: '', detail: '', line: null, whole: state.revision, lastKnown: state.revision, ways: [] }
}

type Recovery = Parameters<Handlers['incident:recover']>[0]

function recover(library: Library, { id, choice, revision, backup }: Recovery): Promise<unknown> {
  if (choice === 'recover-from-history') return library.recoverFromHistory(id, revision)
  if (choice === 'recover-from-snapshot') return library.recoverFromSnapshot(id)
  if (backup === null || !backup.startsWith(`${id}/`)) throw new StoreError('not-found', id, 'no backup of this incident was named')
  return choice === 'restore-backup' ? library.restore(backup) : library.joinBackupAndHistory(backup)
}

/** What a recovery put into quarantine/: the names that were not there before. */
async function recovered(library: Library, wanted: Recovery): Promise<{ kept: string[] }> {
  const before = new Set((await library.safety.quarantined()).map(({ name }) => name))
  await recover(library, wanted)
  const after = await library.safety.quarantined()
  return { kept: after.map(({ name }) => name).filter((name) => !before.has(name) && name.startsWith(wanted.id)) }
}

const fileName = (title: string) => `${title.normalize('NFC').replace(/[^\p{L}\p{N} ._-]+/gu, '').trim().slice(0, 60) || 'incident'}.json`

export function safetyHandlers({ library, desk, dialogs }: Ports): Pick<Handlers, Names> {
  const { safety } = library
  return {
    'incident:state': ({ id }) => stateOf(library, id),
    'incident:recover': (wanted) => recovered(library, wanted),
    'incident:forget': async ({ id }) => {
      await library.forget(id)
      return {}
    },
    'backups:overview': async () => {
      const overview = new Map((await safety.backupOverview()).map((one) => [one.id, one]))
      const listed = library.list().map(({ id }) => id)
      const ids = [...new Set([...overview.keys(), ...listed])]
      const titles = new Map(library.list().map(({ id, title, shortTitle }) => [id, shortTitle || title]))
      return { incidents: ids.map((id) => ({ id, title: titles.get(id) ?? id, count: overview.get(id)?.count ?? 0, newest: overview.get(id)?.newest ?? null })), problem: library.backupProblem }
    },
    'backups:list': async ({ id }) => ({ backups: await safety.backups(id) }),
    'backups:make': async () => {
      const { made, failed } = await library.backupNow('asked')
      return { made: made.length, failed }
    },
    'quarantine:list': async () => ({ folder: `${library.path}/quarantine`, files: await safety.quarantined() }),
    'save:failures': async () => ({
      failures: (await safety.failures()).map(({ disk, waiting, incident, ...rest }) => ({ ...rest, waiting: toldEntries(waiting, incident), disk: disk && { sequence: disk.sequence, time: disk.time, author: disk.author } })),
    }),
    'save:copy': async ({ id }) => {
      const path = await dialogs.saveAs(fileName(titleOf(library, id)), desk.settings().language)
      if (path !== null) await library.saveCopy(id, path)
      return { path }
    },
    'save:reload': async ({ id }) => {
      await safety.reload(id)
      return {}
    },
    'save:keep': async ({ id, title }) => ({ id: await safety.keepAsCopy(id, title) }),
    'draft:list': async () => ({ drafts: library.listDrafts() }),
    'draft:put': async ({ key, text }) => {
      await library.putDraft(key, text)
      return {}
    },
    'draft:drop': async ({ key }) => {
      await library.dropDraft(key)
      return {}
    },
  }
}
