import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workshop, type Workshop } from './testing.ts'

const czech = 'cz-mfa-apt31-2022'
let shop: Workshop
beforeAll(async () => {
  shop = await workshop()
})
afterAll(() => shop.remove())

describe('kronika compare', () => {
  it('prints intervals with both bounds, and what is missing', async () => {
    const { code, out } = await shop.kronika(['compare', czech, 'nl-mod-coathanger-2023'])
    expect(code).toBe(0)
    expect(out.replaceAll('\u00a0', ' ')).toMatch(/Detection to disclosure +514–1,243\? days/)
    expect(out).toContain('no response on record')
  })
  it('adds similar cases and draws them on one axis, in one command', async () => {
    const { code, data } = await shop.kronika(['compare', czech, '--similar', '5', '--align', 'disclosure', '--format', 'svg', '--out', 'five.svg', '--json'])
    expect(code).toBe(0)
    expect(data.cases).toHaveLength(6)
    expect(data.cases[0]).toBe(czech)
    const svg = await readFile(join(shop.folder, 'five.svg'), 'utf8')
    expect(svg.match(/data-case=/g)).toHaveLength(6)
    expect(svg).toContain('Day 0, disclosure')
  })
  it('writes a table of days and a PNG', async () => {
    expect((await shop.kronika(['compare', czech, '--format', 'csv', '--out', '-'])).out).toContain('activity_detection_least_days')
    expect((await shop.kronika(['compare', czech, '--format', 'png', '--out', '-'])).out).toMatch(/^png of \d+$/)
  })
  it('compares own incidents, and not the sample with the case it was made from', async () => {
    await shop.kronika(['export', czech, '--format', 'json', '--out', 'case.json'])
    const text = await readFile(join(shop.folder, 'case.json'), 'utf8')
    await writeFile(join(shop.folder, 'own.json'), text.replaceAll(`"${czech}"`, '"own-copy"').replace('"origin": "reference"', '"origin": "own"').replace('"status": "reference"', '"status": "done"'))
    const imported = await shop.kronika(['import', 'own.json', '--json'])
    expect(imported.code, imported.err).toBe(0)
    const { data } = await shop.kronika(['compare', czech, '--similar', '12', '--json'])
    expect(data.cases.map(({ id }: { id: string }) => id)).not.toContain('own-copy')
  })
  it.each([
    [[], 'compare needs an ID'],
    [[czech, '--align', 'moon'], '--align must be one of'],
    [[czech, '--similar', 'many'], '--similar must be a number'],
    [[czech, '--format', 'svg'], 'go together'],
  ])('refuses %j', async (args, words) => {
    const { code, err } = await shop.kronika(['compare', ...args])
    expect([code, err.includes(words)]).toEqual([2, true])
  })
  it('refuses a case that is not there, and changes nothing', async () => {
    expect((await shop.kronika(['compare', 'nobody'])).code).toBe(1)
  })
})

describe('kronika export', () => {
  it.each([
    ['csv', /^tlp,id,record/],
    ['ics', /^BEGIN:VCALENDAR\r\n/],
    ['timelinejs', /"unique_id": "attributions-cz-attribution"/],
  ])('writes %s of a case without a browser', async (format, words) => {
    const { code, out } = await shop.kronika(['export', czech, '--format', format, '--out', '-'])
    expect(code).toBe(0)
    expect(out).toMatch(words)
    expect(shop.jobs).toEqual([])
  })
  it('carries the label into each of them, and refuses a laxer one', async () => {
    for (const format of ['csv', 'ics', 'timelinejs']) expect((await shop.kronika(['export', czech, '--format', format, '--tlp', 'AMBER', '--out', '-'])).out).toContain('TLP:AMBER')
  })
})
