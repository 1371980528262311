import type { z } from 'zod'
import { integrityProblems, schemaVersion, tlpLabels, type Incident } from '../incident/index.ts'
import { verifyAnchor } from '../text/index.ts'
import { documentFormat, documentSchema, type IncidentDocument } from './document.ts'
import { isKnownVersion, migrate, type RawDocument } from './migrations.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import { parseStrictJson, whereIs } from './strict-json.ts'

type Sha256 = (text: string) => string
type Issue = z.core.$ZodIssue

/** The document as an object of a version that can be read, in today's form. */
function recognised(value: unknown): RawDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('not-kronika', '', 'a Kronika document is a JSON object')
  const document = value as RawDocument
  if (document['format'] !== documentFormat) {
    throw new Refusal('not-kronika', 'format', `a Kronika document has "format": "${documentFormat}"; this one has ${JSON.stringify(document['format'])?.slice(0, 80) ?? 'none'}`)
  }
  const version = document['schemaVersion']
  if (typeof version === 'number' && Number.isInteger(version)) {
    if (version > schemaVersion) throw new Refusal('newer-version', 'schemaVersion', `version ${version} was written by a newer Kronika; this one reads versions up to ${schemaVersion}`)
    if (isKnownVersion(version)) return migrate(document, version)
  }
  throw new Refusal('unknown-version', 'schemaVersion', `${JSON.stringify(version)?.slice(0, 80) ?? 'nothing'} is no version of this format; ${schemaVersion} is the current one`)
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document
  for (const step of path) value = typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<PropertyKey, unknown>)[step] : undefined
  return value
}

/** The refusal for what the schema found; a label is named first, because a wrong one could leak. */
function refusalOf(text: string, document: RawDocument, issues: readonly Issue[]): Refusal {
  const isTlp = (issue: Issue) => issue.path.at(-1) === 'tlp'
  const issue = issues.find(isTlp) ?? issues[0]
  const path = issue?.path ?? []
  const others = issues.length > 1 ? ` (and ${issues.length - 1} more problem${issues.length > 2 ? 's' : ''})` : ''
  if (issue && isTlp(issue)) {
    const given = valueAt(document, path)
    const said = given === undefined ? 'the TLP label is missing' : `${JSON.stringify(given)?.slice(0, 80)} is no TLP 2.0 label`
    return new Refusal('wrong-tlp', whereIs(text, path), `${said}; allowed are ${tlpLabels.join(', ')}${others}`)
  }
  return new Refusal('invalid', whereIs(text, path), `${issue?.message ?? 'does not fit the schema'}${others}`)
}

type Finding = { code: RefusalCode; path: string[]; message: string }

function* textFindings({ incident, texts }: IncidentDocument, sha256: Sha256): Generator<Finding> {
  for (const [key, text] of Object.entries(texts)) {
    const path = ['texts', key]
    if (!text.isWellFormed()) yield { code: 'not-text', path, message: 'half a surrogate pair is not text' }
    else if (sha256(text) !== key) yield { code: 'broken-reference', path, message: 'the text does not have this SHA-256' }
    else if (!Object.values(incident.sources).some((source) => source.text?.sha256 === key)) yield { code: 'broken-reference', path, message: 'no source stands on this text' }
  }
  for (const source of Object.values(incident.sources)) {
    if (!source.text) continue
    const text = Object.hasOwn(texts, source.text.sha256) ? texts[source.text.sha256] : undefined
    const path = ['incident', 'sources', source.id, 'text']
    if (text === undefined) yield { code: 'broken-reference', path: [...path, 'sha256'], message: 'the text is not in the document' }
    else if (text.length !== source.text.length) yield { code: 'invalid', path: [...path, 'length'], message: `says ${source.text.length}; the text has ${text.length} characters` }
  }
}

function* anchorFindings(incident: Incident, texts: Record<string, string>): Generator<Finding> {
  for (const annotation of Object.values(incident.annotations)) {
    const sha256 = incident.sources[annotation.sourceId]?.text?.sha256
    const text = sha256 === undefined ? undefined : texts[sha256]
    if (sha256 === undefined || text === undefined || verifyAnchor(text, sha256, annotation.anchor) === 'orphaned') {
      yield { code: 'broken-anchor', path: ['incident', 'annotations', annotation.id, 'anchor'], message: 'the words are not at this place of the text' }
    }
  }
}

function* findings(document: IncidentDocument, sha256: Sha256): Generator<Finding> {
  for (const { path, message } of integrityProblems(document.incident)) yield { code: 'broken-reference', path: ['incident', ...path.split('.')], message }
  yield* textFindings(document, sha256)
  yield* anchorFindings(document.incident, document.texts)
}

const asPath = (steps: string[]) => steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))

/**
 * Reads a Kronika JSON document. Everything is checked before anything is given back: JSON that says one thing
 * only, version, schema, references, hashes of texts and every anchor.
 * @param sha256 lower-case hex SHA-256 of a text as UTF-8
 * @throws Refusal that says what is wrong and where (JSON path, line and column)
 */
export function readIncidentDocument(text: string, sha256: Sha256): IncidentDocument {
  const document = recognised(parseStrictJson(text))
  const result = documentSchema.safeParse(document)
  if (!result.success) throw refusalOf(text, document, result.error.issues)
  const { incident, texts } = result.data
  const first = findings({ incident, texts }, sha256).next().value
  if (first) throw new Refusal(first.code, whereIs(text, asPath(first.path)), first.message)
  return { incident, texts }
}
