import { bundleExtension, bundleSizeLimit, portableFrom, portableReference, writeBundle, type Portable } from '../../bundle/index.ts'
import { importRead, readFiles, sha256 } from '../../ingest/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { StoreError } from '../../store/index.ts'
import { done, optionText, refusedCode, type Context } from '../context.ts'
import { readNamed, writeNamed } from '../files.ts'
import { printJson, printProblem } from '../output.ts'
import { CliError, UsageError } from '../problem.ts'
import { reading, writing } from '../with-library.ts'

/** An incident of the library, else a reference case. */
async function portable(context: Context, id: string, withHistory: boolean): Promise<Portable> {
  try {
    return await reading(context, (library) => portableFrom(library, id, withHistory))
  } catch (error) {
    const isElsewhere = error instanceof StoreError && (error.code === 'not-found' || error.code === 'missing')
    if (!isElsewhere || !(await context.deps.references.list()).some((summary) => summary.id === id)) throw error
    if (withHistory) throw new CliError('not-found', id, 'a reference case has no history')
    return portableReference(await context.deps.references.open(id))
  }
}

async function exportBundle(context: Context, [id, ...others]: readonly string[]): Promise<number> {
  const out = optionText(context.options, 'out')
  if (id === undefined || others.length > 0) throw new UsageError('bundle export needs one ID')
  if (out === undefined) throw new UsageError('bundle export needs --out PATH; - is the standard output')
  const content = await portable(context, id, context.options['with-history'] === true)
  const bytes = writeBundle(content)
  await writeNamed(context.io, out, bytes)
  if (out === '-') return done
  const missing = Object.values(content.incident.sources).filter(({ capture }) => capture && !content.originals.has(capture.sha256)).length
  const facts = { path: out, tlp: content.incident.tlp, originals: content.originals.size, missingOriginals: missing, revisions: content.revisions?.length ?? null, byteLength: bytes.length, sha256: sha256(bytes) }
  if (context.json) printJson(context.io, facts)
  else context.io.stdout.write(`${out}  TLP:${facts.tlp}  ${facts.originals} originals${missing > 0 ? `, ${missing} not kept in the library` : ''}${facts.revisions === null ? '' : `, ${facts.revisions} revisions`}  ${bytes.length} bytes\n`)
  return done
}

async function importBundle(context: Context, [path, ...others]: readonly string[]): Promise<number> {
  if (path === undefined || others.length > 0) throw new UsageError('bundle import needs one FILE')
  const bytes = await readNamed(context.io, path, bundleSizeLimit)
  // Read before the library is opened, so that a refusal does not even create one.
  const reads = await readFiles([{ name: path.toLowerCase().endsWith(bundleExtension) ? path : `${path}${bundleExtension}`, bytes }])
  for (const { supplied } of reads) if (supplied instanceof Refusal) throw supplied
  return writing(context, async (library) => {
    const { results } = await importRead(library, { incidentId: null, now: context.deps.now, together: true, asCopy: context.options['as-copy'] === true }, reads)
    for (const { code, where, detail, outcome } of results) {
      if (outcome !== 'refused') continue
      printProblem(context.io, { code: code ?? 'invalid', where, message: code === 'exists' ? `${detail}; --as-copy brings it in beside the other` : detail }, context.json)
      return refusedCode
    }
    const [result] = results
    if (context.json) printJson(context.io, result)
    else context.io.stdout.write(`${result?.outcome ?? ''}  ${result?.incidentId ?? ''}\n`)
    return done
  })
}

/** kronika bundle export ID --out PATH [--with-history] · kronika bundle import FILE [--as-copy] */
export async function runBundle(context: Context): Promise<number> {
  const [what, ...operands] = context.operands
  if (what === 'export') return exportBundle(context, operands)
  if (what === 'import') return importBundle(context, operands)
  throw new UsageError('bundle needs export or import')
}
