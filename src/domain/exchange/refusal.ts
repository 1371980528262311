/** Why an input was refused. The code is for views to phrase, `where` says the place, `detail` is plain English. */
export const refusalCodes = [
  'not-text', 'empty', 'too-large', 'not-utf8', 'utf-16', 'unsupported-type', 'not-json', 'too-deep', 'duplicate-key',
  'forbidden-key', 'unsafe-number', 'not-kronika', 'newer-version', 'unknown-version', 'invalid', 'wrong-tlp', 'broken-reference', 'broken-anchor', 'exists',
  'damaged-archive', 'altered', 'broken-history',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly where: string
  readonly detail: string
  /** @param where a file name, a JSON path ("incident.sources.a1.tlp") or "line 3, column 7"; may be empty */
  constructor(code: RefusalCode, where: string, detail: string) {
    super(where === '' ? detail : `${where}: ${detail}`)
    this.name = 'Refusal'
    this.code = code
    this.where = where
    this.detail = detail
  }
}
