import type { Handlers } from '#contract/index.ts'
import type { Ports } from './ports.ts'

export function codebookHandlers({ library, taxonomies }: Pick<Ports, 'library' | 'taxonomies'>): Pick<Handlers, 'codebook:get' | 'codebook:save'> {
  return {
    'codebook:get': async () => ({ codebook: await library.codebook.read(), taxonomies: await taxonomies() }),
    'codebook:save': (codebook) => library.codebook.write(codebook),
  }
}
