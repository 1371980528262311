import { randomUUID } from 'node:crypto'
import type { Change, Handlers } from '#contract/index.ts'
import { nameOf, type CommandName, type Revision } from '#domain/command/index.ts'
import { emptyIncident } from '#domain/incident/index.ts'
import { sampleId } from '../reference/index.ts'
import type { Saved } from '../store/index.ts'
import { openAny, textOf } from './find.ts'
import type { Ports } from './ports.ts'

type Names = 'library:page' | 'incident:create' | 'incident:open' | 'incident:apply' | 'incident:undo' | 'incident:redo' | 'incident:retry-save' | 'incident:history' | 'incident:remove' | 'sample:open' | 'source:text'

/** A saved revision without the whole incident, which the windows make for themselves. */
export const changeOf = ({ id, sequence, patches, undo, redo }: Saved): Change => ({ id, sequence, patches, undo, redo })

/** A revision that takes back or brings back bears the name of the one it is about. */
function nameIn(revisions: ReadonlyMap<number, Revision>, revision: Revision): CommandName | { type: string; label: null } {
  const named = revision.command === null && revision.of !== null ? revisions.get(revision.of) : revision
  return named?.command ? nameOf(named.command) : { type: revision.kind, label: null }
}

function historyOf(revisions: readonly Revision[]) {
  const bySequence = new Map(revisions.map((revision) => [revision.sequence, revision]))
  return revisions.map((revision) => {
    const { sequence, time, author, kind, of } = revision
    const { type, label } = nameIn(bySequence, revision)
    return { sequence, time, author, kind, of, type, label }
  })
}

/** The sample incident: made from the Czech case the first time, found again afterwards. */
export async function openSample({ library, references }: Pick<Ports, 'library' | 'references'>) {
  if (!library.summary(sampleId)) {
    const { incident, texts } = await references.sampleIncident()
    await library.create(incident, texts)
  }
  return { ...(await library.open(sampleId)), readOnly: library.readOnly }
}

export function incidentHandlers(ports: Ports): Pick<Handlers, Names> {
  const { library, desk } = ports
  return {
    'library:page': async ({ offset, limit }) => library.page(offset, limit),
    'incident:create': async ({ title }) => {
      const incident = emptyIncident({ id: randomUUID(), title, createdAt: ports.now().toISOString(), language: desk.settings().language })
      return { ...(await library.create(incident)), readOnly: false }
    },
    'incident:open': async ({ id }) => {
      const opened = await openAny(ports, id)
      // Where one left off is a convenience: it may be lost, but it must not stand in the way.
      void desk.rememberIncident(id).catch(() => undefined)
      return opened
    },
    'incident:apply': async ({ id, command }) => changeOf(await library.apply(id, command)),
    'incident:undo': async ({ id }) => changeOf(await library.undo(id)),
    'incident:redo': async ({ id }) => changeOf(await library.redo(id)),
    'incident:retry-save': ({ id }) => library.retry(id),
    'incident:history': async ({ id }) => ({ revisions: historyOf(await library.history(id)) }),
    'incident:remove': async ({ id }) => {
      await library.remove(id)
      return {}
    },
    'sample:open': () => openSample(ports),
    'source:text': async ({ incidentId, sha256 }) => ({ text: await textOf(ports, incidentId, sha256) }),
  }
}
