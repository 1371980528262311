import { codebookSchema, emptyCodebook, type Codebook } from '#domain/codebook/index.ts'
import { openLow } from './durable-low.ts'
import { saving, StoreError } from './errors.ts'
import type { Files } from './files.ts'
import { libraryKind } from './folder.ts'
import type { Layout } from './layout.ts'

/** The codebook of a library, kept in library.json. It is read afresh each time: a synchronised folder may bring a newer one. */
export class CodebookFile {
  readonly #at: Layout
  readonly #files: Files
  readonly #readOnly: boolean
  #last: Promise<unknown> = Promise.resolve()

  constructor(at: Layout, options: { files: Files; readOnly: boolean }) {
    this.#at = at
    this.#files = options.files
    this.#readOnly = options.readOnly
  }

  /** @throws StoreError unreadable, corrupt, newer */
  async read(): Promise<Codebook> {
    const low = await openLow(this.#at.library, libraryKind, this.#files)
    return low.data.body?.codebook ?? emptyCodebook()
  }

  /** Puts a codebook in the place of the one before; resolves when it is durable. @throws StoreError read-only, invalid · NotSaved */
  write(codebook: Codebook): Promise<Codebook> {
    const turn = this.#last.then(() => this.#write(codebook))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #write(codebook: Codebook): Promise<Codebook> {
    if (this.#readOnly) throw new StoreError('read-only', this.#at.root, 'the library is open for reading only')
    const parsed = codebookSchema.safeParse(codebook)
    if (!parsed.success) throw new StoreError('invalid', `codebook.${parsed.error.issues[0]?.path.join('.') ?? ''}`, parsed.error.issues[0]?.message ?? 'is not a codebook')
    const low = await openLow(this.#at.library, libraryKind, this.#files)
    const { sequence, body } = low.data
    if (!body) throw new StoreError('missing', this.#at.library, 'there is no library.json')
    low.data = { sequence: sequence + 1, body: { ...body, codebook: parsed.data } }
    await saving(() => low.write())
    return parsed.data
  }
}
