import type { Bootstrap, ImportProgress, Language, Parsed, Settings } from '#contract/index.ts'
import type { DrawPicture } from '../print/picture.ts'
import type { Taxonomy } from '#domain/codebook/index.ts'
import type { SuggestVocabularies } from '#domain/suggest/index.ts'
import type { ReportPage } from '../print/report-shelf.ts'
import type { ReportRequest } from '../print/report.ts'
import type { ReferenceCases } from '../reference/index.ts'
import type { Library } from '../store/index.ts'

/** Settings of the person and what the desk remembers, as the handlers use them. */
export type DeskPort = {
  settings: () => Settings
  update: (changes: Parsed<'settings:update'>) => Promise<Settings>
  rememberIncident: (id: string) => Promise<void>
}

/** What the handlers work with. Nothing here is Electron's, so they run wherever the values come from. */
export type Ports = {
  library: Library
  references: ReferenceCases
  /** The bundled lists of tags. */
  taxonomies: () => Promise<Taxonomy[]>
  /** The bundled names that the recognisers look for. */
  suggestNames: () => Promise<SuggestVocabularies>
  desk: DeskPort
  now: () => Date
  version: string
  runtime: () => Bootstrap['runtime']
  /** What the window shows first, decided when the program started. */
  openFirst: () => string | null
  reports: {
    preview: (request: ReportRequest) => ReportPage
    /** @returns the address of the page */
    show: (page: ReportPage) => string
    pdf: (request: ReportRequest) => Promise<Uint8Array>
    svg: (request: ReportRequest) => Uint8Array
  }
  /** Draws an SVG of ours as PNG. */
  draw: DrawPicture
  clipboard: {
    writeText: (text: string) => Promise<void>
    writePicture: (png: Uint8Array) => Promise<void>
  }
  dialogs: {
    /** Paths, or null when the person changed their mind. */
    chooseDocuments: (language: Language) => Promise<string[] | null>
    saveAs: (name: string, language: Language) => Promise<string | null>
  }
  /** How far an import is that main walks by itself. */
  importProgress: (progress: ImportProgress) => void
  settingsChanged: (settings: Settings) => void
  quit: () => void
}
