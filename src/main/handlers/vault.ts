import type { Handlers, VaultProgress, VaultState } from '#contract/index.ts'
import { changePassphrase, decryptLibrary, encryptLibrary, libraryState, newVault, renewRecoveryKey, StoreError, unlockLibrary, type Library, type NewVault, type VaultKey } from '../store/index.ts'

export type VaultNames = Extract<keyof Handlers, `vault:${string}`>

/** What lets a library be closed and opened again while the windows stay. */
export type VaultHost = {
  folder: () => string
  library: () => Library | null
  close: () => Promise<void>
  /** @throws what openLibrary throws; then no library is open */
  open: (key: VaultKey | null) => Promise<void>
  settings: () => Pick<VaultState, 'language' | 'theme'>
  now: () => Date
  progress: (progress: VaultProgress) => void
}

/** Told at most so often. */
const progressMilliseconds = 100

/** The answers about encryption, over a library that may be locked. */
export function vaultHandlers(host: VaultHost): Pick<Handlers, VaultNames> {
  let prepared: NewVault | null = null
  let working: AbortController | null = null

  async function state(): Promise<VaultState> {
    const library = host.library()
    const { language, theme } = host.settings()
    const common = { path: host.folder(), detail: '', readOnly: library?.readOnly ?? false, language, theme }
    if (library) return { ...common, state: library.encrypted ? 'open' : 'plain' }
    const found = await libraryState(host.folder(), { expected: true })
    if (found.state === 'encrypted') return { ...common, state: 'locked' }
    return { ...common, state: 'damaged', detail: 'detail' in found ? found.detail : '' }
  }

  /** What could not be saved would be lost with the open library. */
  function requireSaved() {
    if (host.library()?.saveState.state === 'failed') throw new StoreError('invalid', 'library', 'something is not saved yet; retry or save a copy first')
  }

  /** Closes the library, does something to its files, and opens it again as it is then, or as it was. */
  async function meanwhile<T>(work: (signal: AbortSignal) => Promise<T>, key: { before: VaultKey | null; after: VaultKey | null }): Promise<T> {
    if (working) throw new StoreError('invalid', 'library', 'is being encrypted or decrypted already')
    requireSaved()
    working = new AbortController()
    await host.close()
    let next = key.before
    try {
      const result = await work(working.signal)
      next = key.after
      return result
    } finally {
      working = null
      await host.open(next)
    }
  }

  const progress = () => {
    let last = 0
    return (now: VaultProgress) => {
      if (now.step !== 'replacing' && performance.now() - last < progressMilliseconds) return
      last = performance.now()
      host.progress(now)
    }
  }

  return {
    'vault:state': state,
    'vault:unlock': async ({ secret }) => {
      await host.open(await unlockLibrary(host.folder(), secret, host.now()))
      return {}
    },
    'vault:lock': async () => {
      if (host.library()?.encrypted !== true) throw new StoreError('invalid', 'library', 'is not encrypted')
      requireSaved()
      await host.close()
      return {}
    },
    'vault:prepare': async ({ passphrase }) => {
      prepared = await newVault(passphrase)
      return { recoveryKey: prepared.recoveryKey }
    },
    'vault:encrypt': async ({ written }) => {
      const vault = prepared
      if (!vault) throw new StoreError('invalid', 'recovery key', 'was not made yet')
      if (written.trim().toUpperCase() !== vault.recoveryKey.slice(-4)) throw new StoreError('invalid', 'recovery key', 'its last group is another one')
      const done = await meanwhile((signal) => encryptLibrary(host.folder(), vault, { now: host.now(), signal, progress: progress() }), { before: null, after: vault.key })
      prepared = null
      return done
    },
    'vault:decrypt': async ({ passphrase }) => {
      // Before the library is closed, so that a slip of the finger closes nothing.
      const key = await unlockLibrary(host.folder(), { passphrase }, host.now())
      const { files } = await meanwhile((signal) => decryptLibrary(host.folder(), { passphrase }, { now: host.now(), signal, progress: progress() }), { before: key, after: null })
      return { files }
    },
    'vault:stop': async () => {
      working?.abort()
      return {}
    },
    'vault:passphrase': async ({ secret, passphrase }) => {
      await changePassphrase(host.folder(), secret, passphrase)
      return {}
    },
    'vault:recovery-key': async ({ passphrase }) => ({ recoveryKey: await renewRecoveryKey(host.folder(), { passphrase }) }),
  }
}
