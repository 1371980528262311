import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { files as realFiles } from '../files.ts'
import { changePassphrase, checkLibrary, libraryState, newVault, openLibrary, renewRecoveryKey, unlockLibrary } from '../index.ts'
import { addAnnotation, makeIncident, options, rename, texts } from '../testing.ts'
import { decodeHeader } from './header.ts'
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts'
import { cheapKdf, encrypted, passphrase } from './testing.ts'

const now = new Date('2026-01-01T00:00:00.000Z')

describe('an encrypted library', () => {
  it('keeps incidents, edits, undo, texts, originals and drafts across restarts', async () => {
    await encrypted(async ({ folder, open }) => {
      let library = await open()
      await library.create(makeIncident('one'), texts)
      await library.apply('one', addAnnotation('a1'))
      await library.apply('one', rename('Renamed'))
      await library.undo('one')
      const original = await library.putOriginal(Buffer.from('the original'))
      await library.putDraft('note:one', 'half a thought')
      await library.close()
      library = await open()
      expect(library).toMatchObject({ encrypted: true, readOnly: false })
      expect(await library.open('one')).toMatchObject({ sequence: 4, incident: { title: 'Incident one', annotations: { a1: {} } }, redo: { sequence: 3 } })
      expect((await library.readOriginal(original)).toString()).toBe('the original')
      expect(library.listDrafts()).toMatchObject([{ text: 'half a thought' }])
      for (let edit = 0; edit < 20; edit += 1) await library.apply('one', rename(`Edit ${edit}`))
      await library.close()
      expect(await checkLibrary(folder, realFiles, await unlockLibrary(folder, { passphrase }, now))).toMatchObject({ problems: [], notes: [], counts: { revisions: 24, originals: 1 } })
    })
  })

  it('is locked without its key, and says so before anything is opened', async () => {
    await encrypted(async ({ folder, vault }) => {
      expect(await libraryState(folder, { expected: true })).toEqual({ state: 'encrypted', path: folder, by: null })
      await expect(openLibrary(folder, options())).rejects.toMatchObject({ code: 'encrypted' })
      await expect(openLibrary(folder, options({ readOnly: true }))).rejects.toMatchObject({ code: 'encrypted' })
      await expect(checkLibrary(folder)).rejects.toMatchObject({ code: 'encrypted' })
      const other = await newVault(passphrase, cheapKdf)
      await expect(openLibrary(folder, options({ key: other.key }))).rejects.toMatchObject({ code: 'wrong-key' })
      expect(JSON.stringify(vault.key)).not.toMatch(/[0-9a-f]{60}/)
    })
  })

  it('lets a second one look, and makes, lists and restores backups', async () => {
    await encrypted(async ({ open }) => {
      const library = await open()
      await library.create(makeIncident('one'), texts)
      const second = await open()
      expect(second).toMatchObject({ readOnly: true, lockedBy: { pid: process.pid } })
      await library.apply('one', rename('Backed up'))
      expect((await second.open('one')).incident.title).toBe('Backed up')
      const { made } = await library.backupNow('asked')
      await library.apply('one', rename('Later'))
      await library.restore(made[0]?.name ?? '')
      expect((await library.open('one')).incident.title).toBe('Backed up')
      expect(await library.backups('one')).toMatchObject([{ problem: null }, { problem: null }])
      await library.remove('one')
      await library.close()
      await second.close()
    })
  })

  it('opens when its library.json is damaged, whose bytes are kept', async () => {
    await encrypted(async ({ folder, open }) => {
      const library = await open()
      await library.create(makeIncident('one'), texts)
      await library.codebook.write({ types: [], tags: [{ tag: 'kept', parent: null, meaning: '' }], taxonomies: [] })
      await library.close()
      const path = join(folder, 'library.json')
      const bad = await readFile(path)
      bad[bad.length - 20] = (bad[bad.length - 20] ?? 0) ^ 1
      await writeFile(path, bad)
      const again = await open()
      expect([again.list().length, (await again.codebook.read()).tags.length]).toEqual([1, 1])
      await again.close()
      const quarantine = join(folder, 'quarantine')
      const kept = await Promise.all((await readdir(quarantine)).map((name) => readFile(join(quarantine, name))))
      expect(kept.some((bytes) => bytes.equals(bad))).toBe(true)
    })
  })

  it('is checked in its trash and drafts, too', async () => {
    await encrypted(async ({ folder, vault, open }) => {
      const library = await open()
      await library.create(makeIncident('one'), texts)
      await library.remove('one')
      await library.putDraft('note', 'half a thought')
      await library.close()
      expect(await checkLibrary(folder, realFiles, vault.key)).toMatchObject({ problems: [], notes: [] })
      const trash = join(folder, 'trash')
      const removed = join(trash, (await readdir(trash))[0] ?? '')
      for (const path of [...(await readdir(removed)).map((name) => join(removed, name)), ...(await readdir(join(folder, 'drafts'))).map((name) => join(folder, 'drafts', name))]) {
        const bytes = await readFile(path)
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
        await writeFile(path, bytes)
      }
      const { problems, notes } = await checkLibrary(folder, realFiles, vault.key)
      expect(problems.map(({ where }) => where.replace(/^trash\/one\.[^/]+/, ''))).toEqual(expect.arrayContaining(['/one.history.jsonl', '/one.json']))
      expect(notes).toMatchObject([{ where: 'drafts/drafts.jsonl' }])
    })
  })

  it('has files for its owner alone, whose names say nothing', async () => {
    await encrypted(async ({ folder, open }) => {
      const library = await open()
      await library.create(makeIncident('cz-mfa-apt31-2022'), texts)
      await library.backupNow('asked')
      await library.close()
      const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.name !== 'vault.json')
      const names = entries.map(({ name }) => name).join('\n')
      expect(names).not.toMatch(/apt31/)
      for (const hash of Object.keys(texts)) expect(names).not.toContain(hash)
      for (const entry of entries.filter((one) => one.isFile())) expect((await stat(join(entry.parentPath, entry.name))).mode & 0o777).toBe(0o600)
      const again = await open({ readOnly: true })
      expect(again.list()).toMatchObject([{ id: 'cz-mfa-apt31-2022' }])
    })
  })

  it('notices a change from outside before it saves, and takes back what it cannot save', async () => {
    let fail = false
    let fired = 0
    const open: typeof realFiles.open = async (...given) => {
      const handle = await realFiles.open(...given)
      const write = handle.write.bind(handle) as (...all: unknown[]) => Promise<{ bytesWritten: number }>
      const failing = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
        if (!fail) return write(bytes, offset, length, position)
        fired += 1
        if (length < 20) throw Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' })
        return write(bytes, offset, 11, position)
      }
      return given[1] === 'wx' || given[1] === 'r' ? handle : Object.assign(handle, { write: async (...all: Parameters<typeof failing>) => (fail && fired > 0 ? Promise.reject(Object.assign(new Error('ENOSPC: made to fail'), { code: 'ENOSPC' })) : failing(...all)) })
    }
    await encrypted(async ({ folder, vault, open: opened }) => {
      const library = await opened({ files: { ...realFiles, open } })
      await library.create(makeIncident('one'), texts)
      await library.apply('one', rename('Saved'))
      fail = true
      await expect(library.apply('one', rename('Not saved'))).rejects.toMatchObject({ reason: 'disk-full' })
      expect(fired).toBeGreaterThan(0)
      fail = false
      await library.retry('one')
      expect(await library.open('one')).toMatchObject({ sequence: 3, incident: { title: 'Not saved' } })
      const incidents = join(folder, 'incidents')
      for (const name of await readdir(incidents)) {
        const bytes = await readFile(join(incidents, name))
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
        await writeFile(join(incidents, name), bytes)
      }
      await expect(library.apply('one', rename('Over it'))).rejects.toMatchObject({ reason: 'changed-outside' })
      await library.close()
      await expect(openLibrary(folder, options({ key: vault.key })).then((again) => again.open('one').finally(() => again.close()))).rejects.toMatchObject({ code: 'corrupt', line: 3 })
    })
  })
})

describe('the keys of a library', () => {
  it('open it by passphrase, however its letters are composed, or by recovery key', async () => {
    const vault = await newVault('příliš žluťoučký kůň'.normalize('NFC'), cheapKdf)
    const { openHeader } = await import('./secrets.ts')
    for (const secret of [{ passphrase: 'příliš žluťoučký kůň'.normalize('NFD') }, { recoveryKey: vault.recoveryKey }, { recoveryKey: vault.recoveryKey.toLowerCase().replaceAll('-', ' ') }]) {
      expect((await openHeader(vault.header, secret, 'vault.json')).vaultId).toBe(vault.key.vaultId)
    }
    await expect(openHeader(vault.header, { passphrase: 'something else entirely' }, 'vault.json')).rejects.toMatchObject({ code: 'wrong-key' })
    await expect(openHeader(vault.header, { recoveryKey: newRecoveryKey() }, 'vault.json')).rejects.toMatchObject({ code: 'wrong-key' })
    await expect(openHeader(vault.header, { recoveryKey: vault.recoveryKey.replace(/^./, (first) => (first === '7' ? '8' : '7')) }, 'vault.json')).rejects.toMatchObject({ code: 'invalid' })
    await expect(newVault('too short', cheapKdf)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('are read as people write them down', () => {
    const key = newRecoveryKey()
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(readRecoveryKey(key.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(readRecoveryKey(key))
    expect(readRecoveryKey('')).toBeNull()
  })

  it('change without any file of the library being written anew; the old ones open nothing', async () => {
    await encrypted(async ({ folder, vault, open }) => {
      const library = await open()
      await library.create(makeIncident('one'), texts)
      const before = await readFile(join(folder, 'library.json'))
      // While it is open, too.
      await changePassphrase(folder, { passphrase }, 'another long passphrase', { kdf: cheapKdf })
      await library.apply('one', rename('Goes on'))
      await library.close()
      expect(await readFile(join(folder, 'library.json'))).toEqual(before)
      await expect(unlockLibrary(folder, { passphrase }, now)).rejects.toMatchObject({ code: 'wrong-key' })
      await unlockLibrary(folder, { passphrase: 'another long passphrase' }, now)
      const fresh = await renewRecoveryKey(folder, { recoveryKey: vault.recoveryKey })
      await expect(unlockLibrary(folder, { recoveryKey: vault.recoveryKey }, now)).rejects.toMatchObject({ code: 'wrong-key' })
      const key = await unlockLibrary(folder, { recoveryKey: fresh }, now)
      const again = await open({ key })
      expect((await again.open('one')).incident.title).toBe('Goes on')
      await again.close()
    })
  })

  it('are stretched while other work goes on', async () => {
    const vault = await newVault(passphrase)
    let ticks = 0
    const ticking = (async () => {
      while (ticks >= 0) {
        ticks += 1
        await setTimeout(2)
      }
    })()
    const { openHeader } = await import('./secrets.ts')
    await openHeader(vault.header, { passphrase }, 'vault.json')
    const seen = ticks
    ticks = -1_000_000
    await ticking
    expect(seen).toBeGreaterThan(10)
  })
})

describe('the header', () => {
  it('tells each changed byte as damage, never as a wrong passphrase', async () => {
    const { encodeHeader } = await import('./header.ts')
    const bytes = encodeHeader((await newVault(passphrase, cheapKdf)).header)
    let detected = 0
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [1, 0x20, 0x80]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ bit
        expect(() => decodeHeader(changed, 'vault.json')).toThrow(/vault\.json/)
        detected += 1
      }
    }
    expect(detected).toBe(bytes.length * 3)
    expect(decodeHeader(bytes, 'vault.json').generation).toBe(1)
  })

  it('cannot demand memory, nor less work than is safe', async () => {
    const { encodeHeader } = await import('./header.ts')
    const { header } = await newVault(passphrase, cheapKdf)
    for (const kdf of [{ N: 2 ** 30, r: 8, p: 1 }, { N: 2 ** 18, r: 16, p: 1 }, { N: 2 ** 17, r: 8, p: 100 }, { N: 2 ** 10, r: 8, p: 1 }, { N: 100_000, r: 8, p: 1 }]) {
      const hostile = encodeHeader({ ...header, passphrase: { ...header.passphrase, kdf: { name: 'scrypt', ...kdf } } })
      expect(() => decodeHeader(hostile, 'vault.json')).toThrow()
    }
  })

  it('leaves no other passphrase in its twin when a change of it is cut off between the two', async () => {
    await encrypted(async ({ folder, open }) => {
      let cut = 0
      const cutting: typeof realFiles.rename = async (from, to) => {
        if (!String(to).endsWith('vault.json')) return realFiles.rename(from, to)
        cut += 1
        throw Object.assign(new Error('EIO: made to fail'), { code: 'EIO' })
      }
      const other = 'another long passphrase'
      await expect(changePassphrase(folder, { passphrase }, other, { kdf: cheapKdf, files: { ...realFiles, rename: cutting } })).rejects.toMatchObject({ code: 'EIO' })
      expect(cut).toBe(1)
      await (await open()).close()
      expect(await readFile(join(folder, 'vault.copy.json'))).toEqual(await readFile(join(folder, 'vault.json')))
      await rm(join(folder, 'vault.json'))
      await expect(unlockLibrary(folder, { passphrase: other }, now)).rejects.toMatchObject({ code: 'wrong-key' })
      await unlockLibrary(folder, { passphrase }, now)
    })
  })

  it('is no newer one because of a changed byte, so its twin is asked', async () => {
    await encrypted(async ({ folder }) => {
      const path = join(folder, 'vault.json')
      const good = await readFile(path, 'utf8')
      await writeFile(path, good.replace('"schemaVersion":1', '"schemaVersion":3'))
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'encrypted' })
      await unlockLibrary(folder, { passphrase }, now)
      const text = good.replace('"schemaVersion":1', '"schemaVersion":2').replace(/,"sha256".*\n/, '}')
      const newer = `${text.slice(0, -1)},"sha256":"${createHash('sha256').update(text).digest('hex')}"}\n`
      await writeFile(path, newer)
      await expect(unlockLibrary(folder, { passphrase }, now)).rejects.toMatchObject({ code: 'newer' })
    })
  })

  it('is kept twice: one that is damaged or missing is healed from its twin, both gone is told', async () => {
    await encrypted(async ({ folder, vault, open }) => {
      const [first, copy] = [join(folder, 'vault.json'), join(folder, 'vault.copy.json')]
      const good = await readFile(first, 'utf8')
      await writeFile(first, good.replace('scrypt', 'scripT'))
      expect((await checkLibrary(folder, realFiles, vault.key)).problems).toMatchObject([{ where: 'vault.json' }])
      await (await open()).close()
      expect(await readFile(first, 'utf8')).toBe(good)
      const healed = await open()
      expect(await healed.safety.quarantined()).toMatchObject([{ name: expect.stringMatching(/^vault\.json\./) as string, bytes: good.length }])
      await healed.close()
      await rm(copy)
      await (await open()).close()
      expect(await readFile(copy, 'utf8')).toBe(good)
      for (const path of [first, copy]) await writeFile(path, good.slice(0, 300))
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'corrupt', ways: [] })
      await expect(unlockLibrary(folder, { passphrase }, now)).rejects.toMatchObject({ code: 'corrupt' })
      for (const path of [first, copy]) await rm(path)
      expect(await libraryState(folder, { expected: true })).toMatchObject({ state: 'missing', ways: [] })
      await expect(open()).rejects.toMatchObject({ code: 'missing' })
    })
  })
})
