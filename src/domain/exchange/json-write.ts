import { documentFormat } from './document.ts'
import { Refusal } from './refusal.ts'
import { schemaVersion, type Incident } from '../incident/index.ts'

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function block(open: string, close: string, parts: string[], indent: string): string {
  return parts.length === 0 ? open + close : `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`
}

function written(value: unknown, indent: string): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) return block('[', ']', value.map((item) => written(item, inner)), indent)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return block('{', '}', entries.sort(([a], [b]) => byCodeUnit(a, b)).map(([key, item]) => `${JSON.stringify(key)}: ${written(item, inner)}`), indent)
}

/**
 * JSON with keys sorted by UTF-16 code unit at every level (numeric-looking keys too, which objects would move to
 * the front), two-space indent and a final newline: equal values give equal bytes.
 */
export const stableJson = (value: unknown): string => `${written(value, '')}\n`

/** The hashes of the frozen texts that the sources of an incident stand on. */
export function textsOf(incident: Incident): string[] {
  return [...new Set(Object.values(incident.sources).flatMap((source) => source.text?.sha256 ?? []))].sort(byCodeUnit)
}

/**
 * The Kronika JSON document of an incident, with the texts its sources stand on and no other.
 * @param texts frozen texts by SHA-256
 * @throws Refusal broken-reference when a text is missing
 */
export function writeIncidentDocument(incident: Incident, texts: Readonly<Record<string, string>>): string {
  const used = textsOf(incident).map((sha256) => {
    const text = Object.hasOwn(texts, sha256) ? texts[sha256] : undefined
    if (text === undefined) throw new Refusal('broken-reference', `texts.${sha256}`, 'a source stands on this text, which is missing')
    return [sha256, text]
  })
  return stableJson({ format: documentFormat, schemaVersion, incident, texts: Object.fromEntries(used) })
}
