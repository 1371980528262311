import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export const keyBytes = 32

/** HKDF-SHA-256 (RFC 5869). */
export const derived = (secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, `kronika ${purpose}`, keyBytes))
const none = Buffer.alloc(0)

/**
 * The data key of one encrypted library, and the keys derived from it for each purpose. It lives in memory only, and
 * only as long as the library is unlocked. Nothing of it is enumerable, so that no log or message can carry it.
 */
export class VaultKey {
  /** Which library it opens. */
  readonly vaultId: string
  readonly #dataKey: Buffer
  readonly #fileRoot: Buffer
  readonly #header: Buffer
  readonly nameTags: () => Buffer
  readonly nameCipher: () => Buffer

  constructor(vaultId: string, dataKey: Buffer) {
    this.vaultId = vaultId
    this.#dataKey = dataKey
    this.#fileRoot = derived(dataKey, none, 'files')
    this.#header = derived(dataKey, none, 'header')
    const [tags, cipher] = [derived(dataKey, none, 'name tags'), derived(dataKey, none, 'name cipher')]
    this.nameTags = () => tags
    this.nameCipher = () => cipher
  }

  static fresh(): VaultKey {
    return new VaultKey(randomBytes(16).toString('hex'), randomBytes(keyBytes))
  }

  /** Each file has a key of its own, so that no part of one can stand in another, and nonces never run short. */
  fileKey(fileId: Uint8Array): Buffer {
    return derived(this.#fileRoot, fileId, 'file')
  }

  /** Binds the whole header of the vault: nobody without the key can mix the parts of two headers. */
  headerMac(text: string): string {
    return createHmac('sha256', this.#header).update(text).digest('hex')
  }

  fitsHeader(text: string, mac: string): boolean {
    const [ours, theirs] = [Buffer.from(this.headerMac(text), 'hex'), Buffer.from(mac, 'hex')]
    return ours.length === theirs.length && timingSafeEqual(ours, theirs)
  }

  /** For wrapping under a passphrase or a recovery key. */
  wrappedBy(wrap: (dataKey: Buffer) => Buffer): Buffer {
    return wrap(this.#dataKey)
  }
}
