import { codebookSchema, emptyCodebook, type Codebook } from '#domain/codebook/index.ts'
import { saving, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { keepLibraryFile, openLibraryFile } from './folder.ts'
import type { Layout } from './layout.ts'

/** Does something that writes while the library is open for it, and is waited for when the library closes. */
type Writing = <T>(work: () => Promise<T>) => Promise<T>

/** The codebook of a library, kept in library.json. It is read afresh each time: a synchronised folder may bring a newer one. */
export class CodebookFile {
  readonly #at: Layout
  readonly #files: Files
  readonly #writing: Writing
  #last: Promise<unknown> = Promise.resolve()

  constructor(at: Layout, files: Files, writing: Writing) {
    this.#at = at
    this.#files = files
    this.#writing = writing
  }

  /** @throws StoreError unreadable, corrupt, newer */
  async read(): Promise<Codebook> {
    const low = await openLibraryFile(this.#at, this.#files)
    return low.data.body?.codebook ?? emptyCodebook()
  }

  /** Puts a codebook in the place of the one before; resolves when it is durable. @throws StoreError read-only, closed, invalid · NotSaved */
  write(codebook: Codebook): Promise<Codebook> {
    return this.#writing(() => this.#inTurn(codebook))
  }

  #inTurn(codebook: Codebook): Promise<Codebook> {
    const turn = this.#last.then(() => this.#write(codebook))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #write(codebook: Codebook): Promise<Codebook> {
    const parsed = codebookSchema.safeParse(codebook)
    if (!parsed.success) throw new StoreError('invalid', `codebook.${parsed.error.issues[0]?.path.join('.') ?? ''}`, parsed.error.issues[0]?.message ?? 'is not a codebook')
    const low = await openLibraryFile(this.#at, this.#files)
    const { sequence, body } = low.data
    if (!body) throw new StoreError('missing', this.#at.library, 'there is no library.json')
    low.data = { sequence: sequence + 1, body: { ...body, codebook: parsed.data } }
    await saving(() => low.write())
    await keepLibraryFile(this.#at, low, this.#files)
    return parsed.data
  }
}
