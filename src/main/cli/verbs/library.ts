import { changePassphrase, decryptLibrary, encryptLibrary, libraryState, newVault, renewRecoveryKey, type ConversionProgress } from '../../store/index.ts'
import { done, type Context } from '../context.ts'
import { libraryFolder } from '../default-library.ts'
import { plural, printJson } from '../output.ts'
import { UsageError } from '../problem.ts'
import { newPassphraseOf, secretOf } from '../secret.ts'

const stays = 'What was deleted may stay readable on the disk until it is overwritten, and copies elsewhere are as they were.'

const tell = (context: Context, value: object, words: string): number => {
  if (context.json) printJson(context.io, value)
  else context.io.stdout.write(words)
  return done
}

/** One line that is written over while something goes on at a terminal. */
function progressOf({ io, json }: Context) {
  const quiet = json || !io.askHidden
  return ({ step, done: so, all }: ConversionProgress) => void (quiet || io.stderr.write(`\r${step} ${so} of ${all}${' '.repeat(12)}${step === 'replacing' ? '\n' : ''}`))
}

const writeDown = (recoveryKey: string) => `Recovery key, shown this once. Write it down and keep it away from this computer; with it the library opens when the passphrase is forgotten:\n\n  ${recoveryKey}\n\n`

async function status(context: Context, folder: string): Promise<number> {
  const state = await libraryState(folder, { expected: false })
  const { path, ...rest } = state
  return tell(context, { path, ...rest }, `${path}: ${state.state}${'detail' in state && state.detail ? ` (${state.detail})` : ''}\n`)
}

async function encrypt(context: Context, folder: string): Promise<number> {
  const vault = await newVault(await newPassphraseOf(context.io))
  const { files, foreign } = await encryptLibrary(folder, vault, { now: context.deps.now(), progress: progressOf(context) })
  const left = foreign.length === 0 ? '' : `Not Kronika's, and left as they are: ${foreign.join(', ')}\n`
  return tell(context, { library: folder, files, foreign, recoveryKey: vault.recoveryKey }, `${plural(files, 'file')} encrypted, read back and replaced, backups included.\n${left}${stays}\n\n${writeDown(vault.recoveryKey)}`)
}

async function decrypt(context: Context, folder: string): Promise<number> {
  const { files } = await decryptLibrary(folder, await secretOf(context.io, folder), { now: context.deps.now(), progress: progressOf(context) })
  return tell(context, { library: folder, files }, `${plural(files, 'file')} decrypted; anyone who can read the folder can read the library now.\n`)
}

async function passphrase(context: Context, folder: string): Promise<number> {
  const secret = await secretOf(context.io, folder)
  await changePassphrase(folder, secret, await newPassphraseOf(context.io))
  return tell(context, { library: folder, changed: 'passphrase' }, 'The passphrase is changed; the one before opens this library no more. Copies of the folder made earlier still open with it.\n')
}

async function recoveryKey(context: Context, folder: string): Promise<number> {
  const renewed = await renewRecoveryKey(folder, await secretOf(context.io, folder))
  return tell(context, { library: folder, recoveryKey: renewed }, `${writeDown(renewed)}The one before opens this library no more.\n`)
}

const works: Readonly<Record<string, (context: Context, folder: string) => Promise<number>>> = { status, encrypt, decrypt, passphrase, 'recovery-key': recoveryKey }

/** kronika library status|encrypt|decrypt|passphrase|recovery-key */
export async function runLibrary(context: Context): Promise<number> {
  const [what = '', ...others] = context.operands
  const work = Object.hasOwn(works, what) ? works[what] : undefined
  if (!work || others.length > 0) throw new UsageError(`library needs one of ${Object.keys(works).join(', ')}; a passphrase is never an argument`)
  return work(context, await libraryFolder(context))
}
