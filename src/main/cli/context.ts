import type { IncidentDocument } from '#domain/exchange/document.ts'
import type { SuggestVocabularies } from '#domain/suggest/index.ts'
import type { Incident, IncidentSummary, Tlp } from '#domain/incident/index.ts'

/** What a process lends to the command line, so that tests can lend something else. */
export type Io = {
  stdout: { write(chunk: string | Uint8Array): unknown }
  stderr: { write(chunk: string): unknown }
  stdin: AsyncIterable<string | Uint8Array>
  /** Relative paths are meant from here. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Asks the person at the terminal for something that is not shown while it is typed; absent where there is no terminal. */
  askHidden?: (question: string) => Promise<string>
}

export type ReportJob = { incident: Incident; texts: Record<string, string>; format: 'pdf' | 'svg' | 'png'; tlp: Tlp; language: 'en' | 'cs' }

/** What the verbs need from the rest of the program. */
export type Deps = {
  version: string
  now: () => Date
  /** What an export says it was made at; fixed where it must come out the same again. */
  timeOfIssue: () => Date
  references: { list(): Promise<IncidentSummary[]>; open(id: string): Promise<IncidentDocument> }
  vocabularies: () => Promise<SuggestVocabularies>
  exportReport: (job: ReportJob) => Promise<Uint8Array>
  /** Draws an SVG of ours as PNG. */
  drawPicture: (svg: string) => Promise<Uint8Array>
}

/** Option values by name; a switch is true. */
export type Options = Readonly<Record<string, string | boolean | undefined>>
export type Context = { io: Io; deps: Deps; operands: readonly string[]; options: Options; json: boolean }

/** Exit codes: done; the input was refused and nothing changed; wrong usage; of a folder, some files were refused and the others came in. */
export const done = 0
export const refusedCode = 1
export const usageCode = 2
export const partlyCode = 3

/** The text of an option that takes one. */
export function optionText(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
