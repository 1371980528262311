import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Refusal } from './refusal.ts'
import { parseStrictJson } from './strict-json.ts'

function refusal(text: string): Refusal {
  try {
    parseStrictJson(text)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error(`not refused: ${text.slice(0, 100)}`)
}
const said = (text: string) => {
  const { code, where } = refusal(text)
  return `${code} at ${where}`
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('parseStrictJson', () => {
  it('reads what says one thing', () => {
    expect(parseStrictJson('{"a":[1,-0.5,9007199254740991,{"a":null}],"b":"[[{{\\"[["}')).toEqual({ a: [1, -0.5, 9007199254740991, { a: null }], b: '[[{{"[[' })
  })

  it('reads 64 levels and refuses 65, 100,000 and 5,000,000 with the place', () => {
    expect(parseStrictJson(nested(64))).toBeInstanceOf(Array)
    expect(parseStrictJson(`"${'['.repeat(100)}"`)).toHaveLength(100)
    expect(parseStrictJson(`["\\"${'['.repeat(100)}\\\\"]`)).toHaveLength(1)
    expect(said(nested(65))).toBe('too-deep at line 1, column 65')
    expect(said(nested(100_000))).toBe('too-deep at line 1, column 65')
    expect(said('{"a":'.repeat(5_000_000))).toBe('too-deep at line 1, column 321')
  })

  it('refuses a key that stands twice, also when one is escaped', () => {
    expect(said('{"incident":{\n  "tlp":"RED",\n  "tlp":"CLEAR"}}')).toBe('duplicate-key at incident.tlp, line 3, column 3')
    expect(said('[{"a":1},{"a":1,"\\u0061":2}]')).toBe('duplicate-key at 1.a, line 1, column 17')
  })

  it('refuses keys that reach prototypes, also when escaped', () => {
    expect(said('{"__proto__":{"isAdmin":true}}')).toBe('forbidden-key at __proto__, line 1, column 2')
    expect(said('{"a":{"\\u005f_proto__":1}}')).toBe('forbidden-key at a.__proto__, line 1, column 7')
    expect(said('{"constructor":{"prototype":{}}}')).toBe('forbidden-key at constructor, line 1, column 2')
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  it.each(['12345678901234567890', '-9007199254740993', '1e400', '-1e400', '-1e999', '9007199254740993.0', '1e-400'])('refuses the number %s', (number) => {
    expect(said(`{"a":[0,${number}]}`)).toBe('unsafe-number at a.1, line 1, column 9')
  })

  it.each([
    ['', 'line 1, column 1'],
    ['{"a":1,}', 'line 1, column 8'],
    ['{"a":1}\n// words', 'line 2, column 1'],
    ['[1 2]', 'line 1, column 4'],
    ["{'a':1}", 'line 1, column 2'],
  ])('says where %j stops being JSON', (text, where) => {
    expect(said(text)).toBe(`not-json at ${where}`)
  })
})

describe('the JSON test suite', () => {
  const file = '../shared/hostile/json-test-suite.json'
  const present = existsSync(file)
  if (!present) process.stdout.write(`skipped: ${file} is not here\n`)
  type Case = { name: string; expect: string; base64?: string; repeat?: { base64: string; times: number }; then_base64?: string }
  const cases = present ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []
  const bytes = (one: Case) => {
    const { repeat } = one
    const piece = (base64 = '') => Buffer.from(base64, 'base64')
    return repeat ? Buffer.concat([...Array.from({ length: repeat.times }, () => piece(repeat.base64)), piece(one.then_base64)]) : piece(one.base64)
  }
  const verdict = (one: Case) => {
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes(one))
    } catch {
      return 'not-utf8'
    }
    try {
      parseStrictJson(text)
      return 'accepted'
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }

  it.skipIf(!present)('refuses every n_ case', () => {
    const rejects = cases.filter((one) => one.expect === 'reject')
    expect(rejects).toHaveLength(94)
    expect(rejects.filter((one) => verdict(one) === 'accepted').map(({ name }) => name)).toEqual([])
  })

  it.skipIf(!present)('accepts every y_ case, but for keys that stand twice', () => {
    const accepts = cases.filter((one) => one.expect === 'accept')
    expect(accepts).toHaveLength(48)
    const others = accepts.filter((one) => verdict(one) !== 'accepted').map((one) => `${one.name}: ${verdict(one)}`)
    expect(others.filter((line) => !line.endsWith('duplicate-key'))).toEqual([])
    expect(others).toEqual(accepts.filter(({ name }) => name.startsWith('y_object_duplicated')).map(({ name }) => `${name}: duplicate-key`))
  })

  it.skipIf(!present)('never fails in another way than by a refusal', () => {
    for (const one of cases) expect(verdict(one)).toBeTypeOf('string')
  })
})
