import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workshop, type Workshop } from './testing.ts'

const passphrase = 'korektní kůň baterie svorka'
let shop: Workshop

beforeEach(async () => {
  shop = await workshop()
  await writeFile(join(shop.folder, 'article.txt'), 'The ministry was attacked in May 2025, it said.')
  await writeFile(join(shop.folder, 'old'), `${passphrase}\n`)
  await writeFile(join(shop.folder, 'new'), 'another long passphrase\n')
  await shop.kronika(['import', 'article.txt', '--title', 'Case'])
})
afterEach(() => shop.remove())

describe('kronika library', () => {
  it('encrypts, works with the passphrase of a file in every verb, changes it, and decrypts', { timeout: 60_000 }, async () => {
    const { kronika } = shop
    expect((await kronika(['library', 'status', '--json'])).data).toMatchObject({ state: 'ok' })
    expect((await kronika(['library', 'encrypt', '--json'])).error).toMatchObject({ code: 'invalid', where: 'passphrase' })
    const encrypted = await kronika(['library', 'encrypt', '--json'], '', { KRONIKA_NEW_PASSPHRASE_FILE: 'old' })
    expect(encrypted.code).toBe(0)
    expect(encrypted.data.recoveryKey).toMatch(/^(\w{4}-){8}\w{4}$/)
    expect((await kronika(['library', 'status', '--json'])).data).toMatchObject({ state: 'encrypted' })
    expect(await kronika(['list', '--json'])).toMatchObject({ code: 1, error: { code: 'encrypted' } })
    expect(await kronika(['list', '--json'], '', { KRONIKA_PASSPHRASE_FILE: 'new' })).toMatchObject({ code: 1, error: { code: 'wrong-key' } })
    const withOld = { KRONIKA_PASSPHRASE_FILE: 'old' }
    const [{ id }] = (await kronika(['list', '--json'], '', withOld)).data
    expect((await kronika(['apply', id, '--command', '-', '--json'], '{"type":"incident.rename","title":"Renamed"}\n', withOld)).code).toBe(0)
    expect((await kronika(['show', id, '--json'], '', withOld)).data).toMatchObject({ title: 'Renamed' })
    expect((await kronika(['backup', 'make', '--json'], '', withOld)).code).toBe(0)
    expect((await kronika(['backup', 'restore', id, 'newest', '--yes'], '', withOld)).code).toBe(0)
    expect((await kronika(['export', id, '--format', 'json', '--out', '-'], '', withOld)).out).toContain('Renamed')
    expect((await kronika(['bundle', 'export', id, '--out', 'case.kronika'], '', withOld)).code).toBe(0)
    expect((await kronika(['import', 'article.txt', '--title', 'Second'], '', withOld)).code).toBe(0)
    expect((await kronika(['check', '--json'], '', { KRONIKA_PASSPHRASE: passphrase })).data).toMatchObject({ problems: [] })
    expect((await kronika(['library', 'passphrase'], '', { ...withOld, KRONIKA_NEW_PASSPHRASE_FILE: 'new' })).code).toBe(0)
    expect((await kronika(['list', '--json'], '', withOld)).error).toMatchObject({ code: 'wrong-key' })
    const renewed = await kronika(['library', 'recovery-key', '--json'], '', { KRONIKA_RECOVERY_KEY: encrypted.data.recoveryKey })
    expect((await kronika(['list'], '', { KRONIKA_RECOVERY_KEY: encrypted.data.recoveryKey })).code).toBe(1)
    expect((await kronika(['list'], '', { KRONIKA_RECOVERY_KEY: renewed.data.recoveryKey })).out).toContain('Renamed')
    expect((await kronika(['library', 'decrypt'], '', { KRONIKA_PASSPHRASE_FILE: 'new' })).code).toBe(0)
    expect((await kronika(['list'])).out).toContain('Second')
    expect((await kronika(['check', '--json'])).data).toMatchObject({ problems: [] })
  })

  it('takes no passphrase as an argument', async () => {
    expect(await shop.kronika(['library', 'encrypt', passphrase])).toMatchObject({ code: 2 })
    expect(await shop.kronika(['library', 'encrypt', '--passphrase', passphrase])).toMatchObject({ code: 2 })
    expect(await shop.kronika(['library'])).toMatchObject({ code: 2 })
  })
})
