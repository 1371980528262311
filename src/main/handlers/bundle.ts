import { createHash } from 'node:crypto'
import type { Handlers } from '#contract/index.ts'
import { portableFrom, portableReference, writeBundle, type Portable } from '../bundle/index.ts'
import { writeDurably } from '../store/durable-file.ts'
import { files } from '../store/files.ts'
import { orReference } from './find.ts'
import type { Ports } from './ports.ts'

/** A portable case, from the library or from the shipped reference cases. */
export function bundleHandlers(ports: Ports): Pick<Handlers, 'bundle:export'> {
  const { library, desk, dialogs } = ports
  return {
    'bundle:export': async ({ id, withHistory }) => {
      const portable = await orReference<Portable>(ports, id, () => portableFrom(library, id, withHistory), portableReference)
      const path = await dialogs.saveAs(`${id}_TLP-${portable.incident.tlp}.kronika`, desk.settings().language)
      if (path === null) return { path: null, sha256: null }
      const bytes = writeBundle(portable)
      await writeDurably(path, bytes, files)
      return { path, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
  }
}
