import { createHash } from 'node:crypto'
import type { Handlers, Parsed } from '#contract/index.ts'
import { comparisonTlp } from '#domain/compare/index.ts'
import { comparisonCsv, Refusal } from '#domain/exchange/index.ts'
import { tlpLabels, type Incident } from '#domain/incident/index.ts'
import { comparisonSvg } from '#domain/report/index.ts'
import { findSimilar, shippedCases } from '../compare/corpus.ts'
import { writeDurably } from '../store/durable-file.ts'
import { files } from '../store/files.ts'
import { StoreError } from '../store/index.ts'
import { openAny } from './find.ts'
import type { Ports } from './ports.ts'
import { fileName } from './report.ts'

type Names = 'clipboard:write' | 'compare:cases' | 'compare:similar' | 'compare:export' | 'compare:copy'
/** How many similar cases are offered. */
const mostSimilar = 12

/** The same rule as for a report: a product is never labelled laxer than its material. */
function refuseLax(incidents: readonly Incident[], { tlp }: Parsed<'compare:copy'>['options']) {
  const least = comparisonTlp(incidents)
  if (tlpLabels.indexOf(tlp) < tlpLabels.indexOf(least)) throw new Refusal('wrong-tlp', 'tlp', `TLP:${tlp} is laxer than the cases compared, which are TLP:${least}`)
}

export function compareHandlers(ports: Ports): Pick<Handlers, Names> {
  const { library, references, desk, dialogs, draw, clipboard } = ports
  const read = async (id: string) => (await openAny(ports, id)).incident
  const readAll = (ids: readonly string[]) => Promise.all([...new Set(ids)].map(read))
  const shelf = { incidents: () => library.list(), references: shippedCases(references), read }
  const pictureOf = (incidents: readonly Incident[], { comparison: { alignment }, options }: Parsed<'compare:copy'>) => comparisonSvg(incidents, { alignment, ...options })
  return {
    'clipboard:write': async ({ text }) => {
      await clipboard.writeText(text)
      return {}
    },
    'compare:cases': async ({ ids }) => {
      const found = await Promise.all([...new Set(ids)].map((id) => read(id).catch((error: unknown) => {
        if (error instanceof StoreError) return id
        throw error
      })))
      return { incidents: found.filter((one) => typeof one !== 'string'), missing: found.filter((one) => typeof one === 'string') }
    },
    'compare:similar': async ({ id }) => {
      const { similar, of } = await findSimilar(shelf, await read(id))
      return { similar: similar.slice(0, mostSimilar), of }
    },
    'compare:export': async (wanted) => {
      const { comparison, format, options } = wanted
      const incidents = await readAll(comparison.ids)
      refuseLax(incidents, options)
      const path = await dialogs.saveAs(fileName(`${comparison.ids[0]}_comparison`, options, format), desk.settings().language)
      if (path === null) return { path: null, sha256: null }
      const svg = () => pictureOf(incidents, wanted)
      const bytes = format === 'csv' ? Buffer.from(comparisonCsv(incidents, options)) : format === 'svg' ? Buffer.from(svg()) : await draw(svg())
      await writeDurably(path, bytes, files)
      return { path, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
    'compare:copy': async (wanted) => {
      const incidents = await readAll(wanted.comparison.ids)
      refuseLax(incidents, wanted.options)
      await clipboard.writePicture(await draw(pictureOf(incidents, wanted)))
      return {}
    },
  }
}
