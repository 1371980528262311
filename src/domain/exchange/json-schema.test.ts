import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { stableJson } from './json-write.ts'
import { publishedSchemas } from './json-schema.ts'

const folder = new URL('../../../resources/schemas/', import.meta.url)
const fixture = () => JSON.parse(readFileSync(new URL('./fixtures/v1.json', import.meta.url), 'utf8')) as { incident: { tlp: string } }

function validator(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  return ajv.compile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object)
}

describe('the published schemas', () => {
  it.each(Object.entries(publishedSchemas()))('%s is as the program has it (tools/write-schemas.ts)', (name, schema) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(stableJson(schema))
  })

  it('accept the fixture and refuse it with a wrong label', () => {
    const validate = validator('kronika-incident.schema.json')
    expect(validate(fixture()), JSON.stringify(validate.errors)).toBe(true)
    const wrong = fixture()
    wrong.incident.tlp = 'WHITE'
    expect(validate(wrong)).toBe(false)
  })

  it('accept one command or several and refuse what is none', () => {
    const validate = validator('kronika-command.schema.json')
    const rename = { type: 'incident.rename', title: 'New' }
    expect(validate(rename), JSON.stringify(validate.errors)).toBe(true)
    expect(validate([rename, { type: 'annotation.remove', id: 'a', together: true }])).toBe(true)
    expect(validate({ type: 'incident.rename' })).toBe(false)
    expect(validate([])).toBe(false)
  })
})
