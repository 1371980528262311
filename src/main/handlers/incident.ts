import { randomUUID } from 'node:crypto'
import type { Change, Damaged, Handlers } from '#contract/index.ts'
import { emptyIncident } from '#domain/incident/index.ts'
import { sampleId } from '../reference/index.ts'
import type { Saved } from '../store/index.ts'
import { openAny, textOf } from './find.ts'
import type { Ports } from './ports.ts'

type Names = 'library:page' | 'incident:create' | 'incident:open' | 'incident:apply' | 'incident:undo' | 'incident:redo' | 'incident:retry-save' | 'incident:remove' | 'sample:open' | 'source:text'

/** A saved revision without the whole incident, which the windows make for themselves. */
export const changeOf = ({ id, sequence, patches, undo, redo }: Saved): Change => ({ id, sequence, patches, undo, redo })

/** The incidents whose files cannot be followed, as the list shows them. */
export const damagedOf = ({ unreadable }: Ports['library']): Damaged[] => unreadable.map(({ id, state, message }) => ({ id, state, message }))

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
    'incident:remove': async ({ id }) => {
      await library.remove(id)
      return {}
    },
    'sample:open': () => openSample(ports),
    'source:text': async ({ incidentId, sha256, at }) => ({ text: await textOf(ports, incidentId, sha256, at) }),
  }
}
