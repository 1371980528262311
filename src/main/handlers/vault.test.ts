import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Handlers } from '#contract/index.ts'
import { encryptLibrary, newVault, openLibrary, type Library, type NewVault } from '../store/index.ts'
import { makeIncident, options, rename, texts } from '../store/testing.ts'
import { cheapKdf, passphrase } from '../store/vault/testing.ts'
import { Workplace } from './workplace.ts'

let folder: string
let other: string
let vault: NewVault
let workplace: Workplace
let opened: Library[]

function workplaceAt(place: string): Workplace {
  return new Workplace(
    {
      isKnown: () => true,
      remember: async () => undefined,
      chooseFolder: async () => other,
      chosen: async () => undefined,
      settings: () => ({ language: 'cs', theme: 'dark', author: 'eva', singleKeys: true, readerSize: 17, view: {} }),
      now: () => new Date(),
      progress: () => undefined,
      always: { 'app:quit': async () => ({}), 'settings:update': async () => Promise.reject(new Error('not asked')) },
      open: async (path, how) => {
        const library = await openLibrary(path, options(how))
        opened.push(library)
        return library
      },
      handlers: async (library) => ({ 'incident:open': async ({ id }: { id: string }) => library.open(id) }) as unknown as Handlers,
    },
    place,
  )
}

async function encryptedAt(place: string, made: NewVault) {
  const library = await openLibrary(place, options())
  await library.create(makeIncident('one'), texts)
  await library.close()
  await encryptLibrary(place, made, { now: new Date() })
}

beforeEach(async () => {
  opened = []
  folder = await mkdtemp(join(tmpdir(), 'kronika-vault-'))
  other = await mkdtemp(join(tmpdir(), 'kronika-vault-'))
  vault = await newVault(passphrase, cheapKdf)
  await encryptedAt(folder, vault)
  workplace = workplaceAt(folder)
  await workplace.start()
})
afterEach(async () => {
  await workplace.close()
  for (const place of [folder, other]) await rm(place, { recursive: true, force: true })
})

const open = () => workplace.handlers['incident:open']({ id: 'one' })

describe('a window before a locked library', () => {
  it('learns that it is locked, in its language and look, and gets nothing else', async () => {
    const { handlers } = workplace
    expect(await handlers['vault:state']({})).toEqual({ state: 'locked', path: folder, detail: '', readOnly: false, language: 'cs', theme: 'dark' })
    await expect(open()).rejects.toMatchObject({ code: 'encrypted' })
    expect(await handlers['app:quit']({})).toEqual({})
    await expect(handlers['vault:unlock']({ secret: { passphrase: 'not the passphrase' } })).rejects.toMatchObject({ code: 'wrong-key' })
    await expect(open()).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('unlocks, locks, and unlocks by the recovery key', async () => {
    const { handlers } = workplace
    for (const secret of [{ passphrase }, { recoveryKey: vault.recoveryKey }]) {
      await handlers['vault:unlock']({ secret })
      expect(await handlers['vault:state']({})).toMatchObject({ state: 'open' })
      expect(await open()).toMatchObject({ incident: { title: 'Incident one' } })
      await handlers['vault:lock']({})
      await expect(open()).rejects.toMatchObject({ code: 'encrypted' })
    }
    await expect(opened[0]?.apply('one', rename('Behind the lock'))).rejects.toMatchObject({ code: 'closed' })
    // Opening it again by another way does not go around the lock.
    await expect(handlers['library:open']({ way: 'again' })).rejects.toMatchObject({ code: 'encrypted' })
    await expect(handlers['library:open']({ way: 'read-only' })).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('finds another library locked that was chosen, and not open with the key of the first', async () => {
    const { handlers } = workplace
    await encryptedAt(other, await newVault('another good passphrase', cheapKdf))
    await handlers['vault:unlock']({ secret: { passphrase } })
    expect(await handlers['library:choose']({})).toEqual({ opened: true })
    expect(await handlers['vault:state']({})).toMatchObject({ state: 'locked', path: other })
    await handlers['vault:unlock']({ secret: { passphrase: 'another good passphrase' } })
    expect(await open()).toMatchObject({ sequence: 1 })
  })

  it('turns encryption off and on again, and encrypts only with the last group of the key it was told', { timeout: 30_000 }, async () => {
    const { handlers } = workplace
    await handlers['vault:unlock']({ secret: { passphrase } })
    await expect(handlers['vault:decrypt']({ passphrase: 'not the passphrase' })).rejects.toMatchObject({ code: 'wrong-key' })
    // A slip of the finger closed nothing.
    expect(await open()).toMatchObject({ sequence: 1 })
    await handlers['vault:decrypt']({ passphrase })
    expect(await handlers['vault:state']({})).toMatchObject({ state: 'plain' })
    await expect(handlers['vault:lock']({})).rejects.toMatchObject({ code: 'invalid' })
    await expect(handlers['vault:encrypt']({ written: 'ABCD' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(handlers['vault:prepare']({ passphrase: 'short' })).rejects.toMatchObject({ code: 'invalid', where: 'passphrase' })
    const { recoveryKey } = await handlers['vault:prepare']({ passphrase: 'another good passphrase' })
    await expect(handlers['vault:encrypt']({ written: '----' })).rejects.toMatchObject({ code: 'invalid' })
    await handlers['vault:encrypt']({ written: recoveryKey.slice(-4).toLowerCase() })
    expect(await handlers['vault:state']({})).toMatchObject({ state: 'open' })
    expect(await open()).toMatchObject({ sequence: 1 })
  })
})
