import { describe, expect, it } from 'vitest'
import { readCommandFile } from './command-file.ts'
import { Refusal } from './refusal.ts'

const refusal = (value: unknown) => {
  try {
    readCommandFile(typeof value === 'string' ? value : JSON.stringify(value))
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} at ${error.where}: ${error.detail}`
    throw error
  }
  throw new Error('not refused')
}
const rename = { type: 'incident.rename', title: 'New' }

describe('readCommandFile', () => {
  it('reads one command, several, and a batch', () => {
    expect(readCommandFile(JSON.stringify(rename))).toEqual([rename])
    expect(readCommandFile(`\ufeff${JSON.stringify([rename, rename])}`)).toHaveLength(2)
    expect(readCommandFile(JSON.stringify({ type: 'batch', label: 'two', commands: [rename] }))).toHaveLength(1)
  })

  it('says which command is wrong and where', () => {
    expect(refusal({ type: 'incident.renam', title: 'x' })).toMatch(/^invalid at type, line 1, column 9: is not the type of a command/)
    expect(refusal({ title: 'x' })).toMatch(/^invalid at type/)
    expect(refusal(7)).toMatch(/^invalid at/)
    expect(refusal([])).toMatch(/no command/)
    expect(refusal([rename, { type: 'incident.rename', title: 7 }])).toMatch(/^invalid at 1\.title, line 1, column \d+: .*string/)
    expect(refusal({ type: 'batch', label: '', commands: [rename, { type: 'incident.rename' }] })).toMatch(/^invalid at commands\.1\.title: /)
    expect(refusal({ type: 'incident.update', changes: { tlp: 'PURPLE' } })).toMatch(/^wrong-tlp at changes\.tlp, .*AMBER\+STRICT/)
    expect(refusal('{"type":"incident.rename","title":"a","title":"b"}')).toMatch(/^duplicate-key at title/)
  })
})
