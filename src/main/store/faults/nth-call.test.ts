import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { files as realFiles } from '../files.ts'
import { checkLibrary, encryptLibrary, newVault, openLibrary, type NewVault } from '../index.ts'
import { addAnnotation, inFolder, makeIncident, options, rename, texts } from '../testing.ts'
import { cheapKdf, passphrase } from '../vault/testing.ts'
import { amount, count } from './counts.ts'
import { calls, failingDisk, type Call } from './disk.ts'

/** The short form tries the first so many calls of each kind; the long form all that there are. */
const most = amount('NTH', 30)
const mostSealed = amount('NTH', 5)

type Outcome = { fired: number; corrupt: number; lost: number; reported: number }

/** One life of a library on a failing disk, and a look at what is left with a sound one. */
function life(call: Call, nth: number, forGood: boolean, vault: NewVault | null): Promise<Outcome> {
  return inFolder(async (folder) => {
    const key = vault?.key ?? null
    if (vault) {
      await (await openLibrary(folder, options())).close()
      await encryptLibrary(folder, vault, { now: new Date() })
    }
    const { state, files } = failingDisk({ call, nth, forGood })
    const library = await openLibrary(folder, options({ files, key }))
    await library.create(makeIncident('one'), texts)
    state.armed = true
    let reported = 0
    const acknowledged: string[] = []
    const tried = async (name: string, work: () => Promise<unknown>) => {
      await work().then(
        () => acknowledged.push(name),
        () => (reported += 1),
      )
    }
    await tried('first', () => library.apply('one', addAnnotation('first', 1)))
    await tried('second', () => library.apply('one', addAnnotation('second', 2)))
    await tried('title', () => library.apply('one', rename('Renamed')))
    await tried('created', () => library.create(makeIncident('two')))
    await tried('draft', () => library.putDraft('note', 'typed'))
    const { failed } = await library.backupNow('asked')
    reported += failed.length
    await tried('retried', () => library.retry('one'))
    await library.close().catch(() => (reported += 1))
    state.armed = false
    await rm(join(folder, 'library.lock'), { force: true })
    const problems = (await checkLibrary(folder, realFiles, key)).problems
    const after = await openLibrary(folder, options({ key }))
    const { incident } = await after.open('one')
    const present: Record<string, boolean> = {
      first: Object.hasOwn(incident.annotations, 'first'),
      second: Object.hasOwn(incident.annotations, 'second'),
      title: incident.title === 'Renamed',
      created: after.list().some(({ id }) => id === 'two'),
      draft: after.listDrafts()[0]?.text === 'typed',
      retried: true,
    }
    expect(after.unreadable).toEqual([])
    expect((await after.backups()).filter(({ problem }) => problem !== null)).toEqual([])
    await after.close()
    // Removing a temp may itself be what fails; then it is swept after a crash.
    if (call !== 'unlink') expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([])
    const lost = acknowledged.filter((name) => present[name] !== true)
    expect([call, nth, forGood, problems, lost]).toEqual([call, nth, forGood, [], []])
    return { fired: state.fired, corrupt: problems.length, lost: lost.length, reported }
  })
}

const vault = await newVault(passphrase, cheapKdf)
const kinds = [{ name: '', seal: null, tries: most }, { name: ' of an encrypted library', seal: vault, tries: mostSealed }]

for (const { name, seal, tries, forGood } of kinds.flatMap((kind) => [false, true].map((forGood) => ({ ...kind, forGood })))) {
  for (const call of calls) {
    it(`the n-th ${call}${name} fails ${forGood ? 'for good' : 'once'}: old or new, nothing acknowledged is lost`, { timeout: 120_000 }, async () => {
      const sum = { runs: 0, fired: 0, corrupt: 0, lost: 0, reported: 0 }
      for (let nth = 1; nth <= tries; nth += 1) {
        const { fired, corrupt, lost, reported } = await life(call, nth, forGood, seal)
        if (fired === 0) break
        sum.runs += 1
        sum.fired += fired
        sum.corrupt += corrupt
        sum.lost += lost
        sum.reported += Number(reported > 0)
      }
      expect(sum.fired).toBeGreaterThan(0)
      count({ what: `n-th ${call}${name} fails ${forGood ? 'for good' : 'once'}`, bar: 'old or new', ...sum, more: `reported in ${sum.reported}` })
    })
  }
}
