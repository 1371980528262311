import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readIncidentDocument, Refusal, writeIncidentDocument, type IncidentDocument } from '#domain/exchange/index.ts'
import { leastTlp } from '#domain/incident/index.ts'
import { sha256 } from '../../ingest/index.ts'
import { decodeText } from '../../ingest/decode.ts'
import { done, type Context } from '../context.ts'
import { readNamed } from '../files.ts'
import { plural, printable, printJson } from '../output.ts'
import { inFile, problemOf, UsageError } from '../problem.ts'
import { findIncident } from '../with-library.ts'

async function isFile(context: Context, path: string): Promise<boolean> {
  return stat(resolve(context.io.cwd, path)).then(
    () => true,
    () => false,
  )
}

async function fromFile(context: Context, path: string): Promise<IncidentDocument> {
  const bytes = await readNamed(context.io, path)
  try {
    return readIncidentDocument(decodeText('', bytes).replace(/^\ufeff/, ''), sha256)
  } catch (error) {
    throw error instanceof Refusal ? inFile(path, problemOf(error)) : error
  }
}

/** What would be exported, read as if it came from outside. */
async function fromLibrary(context: Context, id: string): Promise<IncidentDocument> {
  const { incident, texts } = await findIncident(context, id)
  return readIncidentDocument(writeIncidentDocument(incident, texts), sha256)
}

/** kronika validate FILE: a Kronika document, or an incident or reference case by its id. */
export async function runValidate(context: Context): Promise<number> {
  const [subject, ...others] = context.operands
  if (subject === undefined || others.length > 0) throw new UsageError('validate needs one FILE')
  const looksLikeId = /^[a-z0-9][a-z0-9-]{0,79}$/.test(subject)
  const { incident, texts } = (await isFile(context, subject)) || !looksLikeId ? await fromFile(context, subject) : await fromLibrary(context, subject)
  const found = { id: incident.id, title: incident.title, tlp: incident.tlp, leastTlp: leastTlp(incident), texts: Object.keys(texts).length }
  if (context.json) printJson(context.io, { valid: true, ...found })
  else context.io.stdout.write(`Valid: ${printable(found.title)} (${found.id}, TLP:${found.leastTlp}, ${plural(found.texts, 'text')})\n`)
  return done
}
