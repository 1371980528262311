import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Handlers } from '#contract/index.ts'
import { encryptLibrary, newVault, openLibrary, type Library, type NewVault } from '../store/index.ts'
import { makeIncident, options, rename, texts } from '../store/testing.ts'
import { cheapKdf, passphrase } from '../store/vault/testing.ts'
import { Door } from './door.ts'

let folder: string
let vault: NewVault
let door: Door
let opened: Library[]

function doorTo(place: string): Door {
  return new Door({
    folder: place,
    settings: () => ({ language: 'cs', theme: 'dark' }),
    now: () => new Date(),
    progress: () => undefined,
    always: { 'app:quit': async () => ({}), 'settings:update': async () => Promise.reject(new Error('not asked')) },
    open: async (key) => {
      const library = await openLibrary(place, options({ key }))
      opened.push(library)
      return library
    },
    inside: async (library) => ({ 'incident:open': async ({ id }: { id: string }) => library.open(id) }) as unknown as Handlers,
  })
}

beforeEach(async () => {
  opened = []
  folder = await mkdtemp(join(tmpdir(), 'kronika-door-'))
  const library = await openLibrary(folder, options())
  await library.create(makeIncident('one'), texts)
  await library.close()
  vault = await newVault(passphrase, cheapKdf)
  await encryptLibrary(folder, vault, { now: new Date() })
  door = doorTo(folder)
  await door.start()
})
afterEach(async () => {
  await door.close()
  await rm(folder, { recursive: true, force: true })
})

const open = () => door.handlers['incident:open']({ id: 'one' })

describe('a window before a locked library', () => {
  it('learns that it is locked, in its language and look, and gets nothing else', async () => {
    expect(await door.handlers['vault:state']({})).toEqual({ state: 'locked', path: folder, detail: '', readOnly: false, language: 'cs', theme: 'dark' })
    await expect(open()).rejects.toMatchObject({ code: 'encrypted' })
    expect(await door.handlers['app:quit']({})).toEqual({})
    await expect(door.handlers['vault:unlock']({ secret: { passphrase: 'not the passphrase' } })).rejects.toMatchObject({ code: 'wrong-key' })
    await expect(open()).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('unlocks, locks, and unlocks by the recovery key', async () => {
    for (const secret of [{ passphrase }, { recoveryKey: vault.recoveryKey }]) {
      await door.handlers['vault:unlock']({ secret })
      expect(await door.handlers['vault:state']({})).toMatchObject({ state: 'open' })
      expect(await open()).toMatchObject({ incident: { title: 'Incident one' } })
      await door.handlers['vault:lock']({})
      await expect(open()).rejects.toMatchObject({ code: 'encrypted' })
    }
    await expect(opened[0]?.apply('one', rename('Behind the lock'))).rejects.toMatchObject({ code: 'closed' })
  })

  it('turns encryption off and on again, and encrypts only with the last group of the key it was told', { timeout: 30_000 }, async () => {
    await door.handlers['vault:unlock']({ secret: { passphrase } })
    await expect(door.handlers['vault:decrypt']({ passphrase: 'not the passphrase' })).rejects.toMatchObject({ code: 'wrong-key' })
    // A slip of the finger closed nothing.
    expect(await open()).toMatchObject({ sequence: 1 })
    await door.handlers['vault:decrypt']({ passphrase })
    expect(await door.handlers['vault:state']({})).toMatchObject({ state: 'plain' })
    await expect(door.handlers['vault:lock']({})).rejects.toMatchObject({ code: 'invalid' })
    await expect(door.handlers['vault:encrypt']({ written: 'ABCD' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(door.handlers['vault:prepare']({ passphrase: 'short' })).rejects.toMatchObject({ code: 'invalid', where: 'passphrase' })
    const { recoveryKey } = await door.handlers['vault:prepare']({ passphrase: 'another good passphrase' })
    await expect(door.handlers['vault:encrypt']({ written: recoveryKey.startsWith(recoveryKey.slice(-4)) ? 'ABCD' : recoveryKey.slice(0, 4) })).rejects.toMatchObject({ code: 'invalid' })
    await door.handlers['vault:encrypt']({ written: recoveryKey.slice(-4).toLowerCase() })
    expect(await door.handlers['vault:state']({})).toMatchObject({ state: 'open' })
    expect(await open()).toMatchObject({ sequence: 1 })
  })
})
