import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { contract, type Channel, type Parsed } from '#contract/index.ts'
import { emptyIncident } from '#domain/incident/index.ts'
import { referenceCases } from '../reference/index.ts'
import { openLibrary, type Library } from '../store/index.ts'
import { compareHandlers } from './compare.ts'
import type { Ports } from './ports.ts'

const czech = 'cz-mfa-apt31-2022'
const options = { tlp: 'CLEAR', language: 'en' } as const
const now = () => new Date('2026-11-25T12:00:00.000Z')
let library: Library
afterEach(() => library.close())

async function started() {
  const folder = await mkdtemp(join(tmpdir(), 'kronika-compare-'))
  library = await openLibrary(join(folder, 'library'), { author: () => 'eva', now })
  const remembered: string[] = []
  const clipboard: (string | Uint8Array)[] = []
  const asked: string[] = []
  const ports: Pick<Ports, 'library' | 'references' | 'desk' | 'dialogs' | 'draw' | 'clipboard'> = {
    library,
    references: referenceCases(resolve('resources')),
    desk: { settings: () => ({ language: 'en', theme: 'system', author: 'eva', singleKeys: true, readerSize: 17, view: {} }), update: async () => { throw new Error('not asked for') }, rememberIncident: async (id) => void remembered.push(id) },
    dialogs: { chooseDocuments: async () => null, saveAs: async (name) => { asked.push(name); return join(folder, name) } },
    draw: async (svg) => Buffer.from(`drawn ${svg.match(/data-case=/g)?.length}`),
    clipboard: { writeText: async (text) => void clipboard.push(text), writePicture: async (png) => void clipboard.push(png) },
  }
  const handlers = compareHandlers(ports as Ports)
  const call = async <C extends keyof typeof handlers & Channel>(channel: C, input: unknown) => {
    const parsed = contract[channel].input.parse(input) as Parsed<C>
    return contract[channel].output.parse(await (handlers[channel] as (given: Parsed<C>) => Promise<unknown>)(parsed))
  }
  return { call, remembered, clipboard, asked, folder }
}

describe('a window that compares', () => {
  it('looks at cases without opening them, and learns which are not there', async () => {
    const { call, remembered } = await started()
    expect(await call('compare:cases', { ids: [czech, 'nobody', czech] })).toMatchObject({ incidents: [{ id: czech }], missing: ['nobody'] })
    expect(remembered).toEqual([])
  })
  it('is told what similar cases share, and what it weighs', async () => {
    const { call } = await started()
    const { similar, of } = (await call('compare:similar', { id: czech })) as { similar: { shared: { kind: string; weight: number }[] }[]; of: number }
    expect(of).toBe(23)
    expect(similar.length).toBe(12)
    expect(similar[0]?.shared[0]).toMatchObject({ kind: 'actor' })
  })
  it('writes a picture or a table under a name that says the label', async () => {
    const { call, asked, folder } = await started()
    const comparison = { ids: [czech, 'be-ministries-apt31-2022'], alignment: 'disclosure' }
    for (const format of ['svg', 'png', 'csv']) await call('compare:export', { comparison, format, options })
    expect(asked).toEqual(['svg', 'png', 'csv'].map((format) => `${czech}_comparison_TLP-CLEAR_en.${format}`))
    expect(await readFile(join(folder, asked[1] ?? ''), 'utf8')).toBe('drawn 2')
  })
  it('puts a picture and a text on the clipboard', async () => {
    const { call, clipboard } = await started()
    await call('compare:copy', { comparison: { ids: [czech], alignment: 'absolute' }, options })
    await call('clipboard:write', { text: 'a,b' })
    expect(clipboard.map(String)).toEqual(['drawn 1', 'a,b'])
  })
  it('is refused a label laxer than the strictest case, and nothing is asked or copied', async () => {
    const { call, clipboard, asked } = await started()
    await library.create({ ...emptyIncident({ id: 'strict', title: 'Strict', createdAt: now().toISOString() }), tlp: 'AMBER' })
    const comparison = { ids: [czech, 'strict'], alignment: 'disclosure' }
    await expect(call('compare:export', { comparison, format: 'svg', options })).rejects.toMatchObject({ code: 'wrong-tlp' })
    await expect(call('compare:copy', { comparison, options })).rejects.toMatchObject({ code: 'wrong-tlp' })
    expect([clipboard, asked]).toEqual([[], []])
    await call('compare:copy', { comparison, options: { ...options, tlp: 'AMBER' } })
    expect(clipboard).toHaveLength(1)
  })
})
