import { openLibrary, unlockLibrary } from '../index.ts'
import { options, rename } from '../testing.ts'
import { passphrase } from './testing.ts'

/**
 * A process to be killed: edits one incident of an encrypted library and types a draft without end, and writes each
 * sequence to standard output once it is acknowledged. Arguments: the library folder, the incident, the number of the run.
 */
const [folder = '', id = '', run = ''] = process.argv.slice(2)
const library = await openLibrary(folder, options({ key: await unlockLibrary(folder, { passphrase }, new Date()) }))
for (let edit = 0; ; edit += 1) {
  void library.putDraft('note:Kanarienvogel', `Kanarienvogel ${edit}`)
  const together = [library.apply(id, rename(`Kanarienvogel, run ${run}, edit ${edit}`)), library.apply(id, rename(`Kanarienvogel again ${edit}`))]
  for (const { sequence } of await Promise.all(together)) process.stdout.write(`${sequence}\n`)
}
