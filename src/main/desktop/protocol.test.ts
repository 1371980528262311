import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportShelf } from '../print/report-shelf.ts'
import { answer } from './protocol.ts'

let root = ''
const shelf = reportShelf()
const report = shelf.put({ html: (css) => `<link rel="stylesheet" href="${css}"><p>report</p>`, css: '@page { size: A4 }' })
const get = (address: string, init?: RequestInit) => answer(join(root, 'renderer'), shelf)(new Request(address, init))

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kronika-protocol-'))
  await mkdir(join(root, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(root, 'renderer', 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'renderer', 'assets', 'a.js'), 'export {}')
  await writeFile(join(root, 'renderer', 'notes.exe'), 'x')
  await writeFile(join(root, 'secret.html'), 'secret')
})
afterAll(() => rm(root, { recursive: true }))

describe('app://', () => {
  it.each([
    ['app://kronika/index.html', 'text/html; charset=utf-8'],
    ['app://kronika/assets/a.js', 'text/javascript; charset=utf-8'],
  ])('serves %s with its type', async (address, type) => {
    const response = await get(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  })

  it('sends a policy without anything unsafe with every file', async () => {
    for (const address of ['app://kronika/index.html', `app://kronika${report}`]) {
      const policy = (await get(address)).headers.get('content-security-policy') ?? ''
      for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'"]) expect(policy).toContain(part)
      expect(policy).not.toMatch(/unsafe|\*|data:|blob:|https?:/)
    }
  })

  it('lets a report have no scripts at all', async () => {
    expect((await get(`app://kronika${report}`)).headers.get('content-security-policy')).not.toContain('script-src')
  })

  it('serves a report with its own sheet from memory, until it is dropped', async () => {
    const html = await (await get(`app://kronika${report}`)).text()
    const css = /href="([^"]+)"/.exec(html)?.[1] ?? ''
    const sheet = await get(`app://kronika${css}`)
    expect([sheet.headers.get('content-type'), await sheet.text()]).toEqual(['text/css; charset=utf-8', '@page { size: A4 }'])
    const other = shelf.put({ html: () => 'other', css: '' })
    shelf.drop(other)
    expect((await get(`app://kronika${other}`)).status).toBe(404)
  })

  it.each([
    ['another host', 'app://elsewhere/index.html', 403],
    ['another scheme', 'https://kronika/index.html', 403],
    ['a file beside the folder', 'app://kronika/%2e%2e%2fsecret.html', 403],
    ['a type nobody built', 'app://kronika/notes.exe', 403],
    ['a folder', 'app://kronika/assets', 403],
    ['a file that is not there', 'app://kronika/none.html', 404],
  ])('refuses %s', async (_what, address, status) => expect((await get(address)).status).toBe(status))

  it('answers reads only', async () => expect((await get('app://kronika/index.html', { method: 'POST' })).status).toBe(405))
})

describe('the shelf of reports', () => {
  it('keeps the newest', () => {
    const small = reportShelf(2)
    const [first, second, third] = ['1', '2', '3'].map((text) => small.put({ html: () => text, css: '' }))
    expect([first, second, third].map((address) => small.get(address ?? '')?.text)).toEqual([undefined, '2', '3'])
  })
})
