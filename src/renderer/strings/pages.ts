import { strings } from './index.ts'

/** Words for the pages a document was set in. */
export const pageWords = strings({
  en: { page: 'Page {n}', pages: 'Pages {from}–{to}' },
  cs: { page: 'Strana {n}', pages: 'Strany {from}–{to}' },
})
