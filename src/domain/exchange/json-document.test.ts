import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { collectionNames, optionalCollections, recordsIn } from '../incident/index.ts'
import { readIncidentDocument, stableJson, writeIncidentDocument, Refusal, textsOf } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const fixture = readFileSync(new URL('./fixtures/v1.json', import.meta.url), 'utf8')
const read = (text: string) => readIncidentDocument(text, sha256)

type Loose = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- the tests break documents in ways types forbid
const broken = (change: (document: Loose) => void): string => {
  const document = JSON.parse(fixture) as Loose
  change(document)
  return stableJson(document)
}
function refusal(text: string): Refusal {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('not refused')
}

describe('the document of version 1', () => {
  it('still loads, holds one of each, and comes back byte for byte', () => {
    const { incident, texts } = read(fixture)
    const optional: readonly string[] = optionalCollections
    for (const name of collectionNames.filter((one) => !optional.includes(one))) expect(Object.keys(recordsIn(incident, name)).length, name).toBeGreaterThan(0)
    for (const name of optionalCollections) expect(Object.hasOwn(incident, name), name).toBe(false)
    expect(writeIncidentDocument(incident, texts)).toBe(fixture)
  })

  it('is written the same whatever the order of keys, and without texts nothing stands on', () => {
    const { incident, texts } = read(fixture)
    const reversed = Object.fromEntries(Object.entries(incident).toReversed()) as typeof incident
    expect(writeIncidentDocument(reversed, { ...texts, [sha256('other')]: 'other' })).toBe(fixture)
  })

  it('is not written while a text is missing', () => {
    const { incident } = read(fixture)
    expect(() => writeIncidentDocument(incident, {})).toThrow(`texts.${textsOf(incident)[0]}`)
  })
})

describe('stableJson', () => {
  it('sorts keys by code unit at every level, numeric-looking ones too', () => {
    expect(stableJson({ b: [{ z: 1, a: 2 }], '10': 1, '9': {}, é: [], a: undefined })).toBe('{\n  "10": 1,\n  "9": {},\n  "b": [\n    {\n      "a": 2,\n      "z": 1\n    }\n  ],\n  "é": []\n}\n')
  })
})

describe('readIncidentDocument refuses', () => {
  const textKey = (document: Loose) => Object.keys(document['texts'])[0] as string
  const cases: [string, (document: Loose) => void, string, RegExp, RegExp?][] = [
    ['another format', (d) => (d['format'] = 'bundle'), 'not-kronika', /^format$/, /"bundle"/],
    ['a newer version', (d) => (d['schemaVersion'] = 2), 'newer-version', /^schemaVersion$/, /newer Kronika/],
    ['an unknown version', (d) => (d['schemaVersion'] = 0), 'unknown-version', /^schemaVersion$/],
    ['a version that is no number', (d) => (d['schemaVersion'] = '1'), 'unknown-version', /^schemaVersion$/],
    ['a wrong label', (d) => (d['incident'].tlp = 'WHITE'), 'wrong-tlp', /^incident\.tlp, line \d+, column \d+$/, /"WHITE".*CLEAR, GREEN, AMBER, AMBER\+STRICT, RED/],
    ['a wrong label of a source', (d) => (d['incident'].sources['source-2'].tlp = 'red'), 'wrong-tlp', /^incident\.sources\.source-2\.tlp, line/],
    ['a missing label', (d) => delete d['incident'].tlp, 'wrong-tlp', /^incident\.tlp$/, /missing/],
    ['an unknown field', (d) => (d['incident'].colour = 1), 'invalid', /^incident, line/, /colour/],
    ['a date that is none', (d) => (d['incident'].events['event-1'].date.edtf = '2022-13'), 'invalid', /^incident\.events\.event-1\.date\.edtf, line/, /EDTF/],
    ['a broken reference', (d) => (d['incident'].responses['response-1'].answers = ['nobody']), 'broken-reference', /^incident\.responses\.response-1\.answers\.0, line/, /"nobody"/],
    ['a key that is not the id', (d) => (d['incident'].gaps['gap-1'].id = 'gap-2'), 'broken-reference', /^incident\.gaps\.gap-1\.id/],
    ['a text that is missing', (d) => (d['texts'] = {}), 'broken-reference', /^incident\.sources\.source-1\.text\.sha256/],
    ['a text that was changed', (d) => (d['texts'][textKey(d)] += '!'), 'broken-reference', /^texts\.[0-9a-f]{64}, line/, /SHA-256/],
    ['a text nothing stands on', (d) => (d['texts'][sha256('other')] = 'other'), 'broken-reference', /^texts\./, /no source/],
    ['half a character', (d) => (d['texts'][sha256('\ud800')] = '\ud800'), 'not-text', /^texts\./],
    ['a wrong length', (d) => (d['incident'].sources['source-1'].text.length += 1), 'invalid', /^incident\.sources\.source-1\.text\.length/],
    ['an anchor on other words', (d) => (d['incident'].annotations['note-1'].anchor.exact = 'APT30 was behind the intrusion'), 'broken-anchor', /^incident\.annotations\.note-1\.anchor/],
    ['an anchor of another text', (d) => (d['incident'].annotations['note-1'].anchor.textSha256 = sha256('other')), 'broken-anchor', /^incident\.annotations\.note-1\.anchor/],
  ]
  it.each(cases)('%s', (_name, change, code, where, detail = /./) => {
    const refused = refusal(broken(change))
    expect(refused.code).toBe(code)
    expect(refused.where).toMatch(where)
    expect(refused.detail).toMatch(detail)
  })

  it('a label given twice, however it is given', () => {
    const twice = fixture.replace('"tlp": "GREEN"', '"tlp": "RED",\n"tlp": "CLEAR"')
    expect(refusal(twice).code).toBe('duplicate-key')
    expect(refusal('[]').code).toBe('not-kronika')
    expect(refusal(fixture.slice(0, -10)).code).toBe('not-json')
  })
})
