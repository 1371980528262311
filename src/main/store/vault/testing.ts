import { openLibrary, type Library, type LibraryOptions } from '../index.ts'
import { inFolder, options } from '../testing.ts'
import { encryptLibrary, newVault, type Kdf, type NewVault } from './index.ts'

/** As little work as a header may ask for, so that tests do not wait for scrypt. */
export const cheapKdf: Kdf = { name: 'scrypt', N: 2 ** 14, r: 8, p: 1 }
export const passphrase = 'correct horse battery staple'

export type Workshop = { folder: string; vault: NewVault; open: (more?: Partial<LibraryOptions>) => Promise<Library> }

/** An empty encrypted library in a folder of its own, closed. */
export async function encrypted<T>(work: (shop: Workshop) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    await (await openLibrary(folder, options())).close()
    const vault = await newVault(passphrase, cheapKdf)
    await encryptLibrary(folder, vault, { now: new Date() })
    return work({ folder, vault, open: (more) => openLibrary(folder, options({ key: vault.key, ...more })) })
  })
}
