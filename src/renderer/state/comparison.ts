import { create } from 'zustand'
import type { Output, SimilarCase } from '#contract/index.ts'
import { alignments, comparisonTlp, type Alignment } from '#domain/compare/index.ts'
import { comparisonCsv } from '#domain/exchange/comparison-csv.ts'
import { strictest, type Incident } from '#domain/incident/index.ts'
import { call } from '../api.ts'
import { copying, exporting } from './exports.ts'
import { openIncident } from './incidents.ts'
import { go, select, useNavigation } from './navigation.ts'
import { report } from './notices.ts'
import { useOpened } from './open-incident.ts'
import { reportOptions } from './report-options.ts'
import { recallView, rememberView } from './session.ts'

/** A milestone of a case by its name, or one of its records by its key. */
export type Chosen = { caseId: string; what: string }

/** What the open incident is compared with, and how. */
export type Comparison = {
  incidentId: string
  /** The other cases, in the order they are drawn. */
  ids: string[]
  alignment: Alignment
  chosen: Chosen | null
  /** Cases read so far, by id. */
  read: Record<string, Incident>
  loading: boolean
  missing: string[]
  similar: { list: SimilarCase[]; of: number } | null
}

const mostCases = 40
const proposed = 5
const fresh = (incidentId: string): Comparison => ({ incidentId, ids: [], alignment: 'disclosure', chosen: null, read: {}, loading: false, missing: [], similar: null })
export const useComparison = create<Comparison>(() => fresh(''))

const nameOf = (incidentId: string) => `compare.${incidentId}`
const isAlignment = (value: unknown): value is Alignment => alignments.some((one) => one === value)

function recalled(incidentId: string): Pick<Comparison, 'ids' | 'alignment'> {
  const kept = recallView(nameOf(incidentId)) as { ids?: unknown; alignment?: unknown } | undefined
  const ids = Array.isArray(kept?.ids) ? kept.ids.filter((id): id is string => typeof id === 'string' && id !== incidentId).slice(0, mostCases - 1) : []
  return { ids, alignment: isAlignment(kept?.alignment) ? kept.alignment : 'disclosure' }
}

function change(changes: Partial<Pick<Comparison, 'ids' | 'alignment'>>): void {
  useComparison.setState(changes)
  const { incidentId, ids, alignment } = useComparison.getState()
  rememberView(nameOf(incidentId), { ids, alignment })
}

/** Brings the comparison to the open incident, as it was left. */
export function enterComparison(incidentId: string): void {
  if (useComparison.getState().incidentId !== incidentId) useComparison.setState({ ...fresh(incidentId), ...recalled(incidentId) })
  void readCases()
  void findSimilar()
}

/** Reads every chosen case afresh: own incidents may have changed since. */
async function readCases(): Promise<void> {
  const { incidentId, ids } = useComparison.getState()
  if (ids.length === 0) return useComparison.setState({ missing: [], loading: false })
  useComparison.setState({ loading: true })
  try {
    const { incidents, missing } = await call('compare:cases', { ids })
    if (useComparison.getState().incidentId !== incidentId) return
    useComparison.setState(({ read }) => ({ read: { ...read, ...Object.fromEntries(incidents.map((incident) => [incident.id, incident])) }, missing }))
  } catch (error) {
    report(error)
  } finally {
    useComparison.setState({ loading: false })
  }
}

async function findSimilar(): Promise<Comparison['similar']> {
  const { incidentId } = useComparison.getState()
  try {
    const { similar, of }: Output<'compare:similar'> = await call('compare:similar', { id: incidentId })
    if (useComparison.getState().incidentId !== incidentId) return null
    useComparison.setState({ similar: { list: similar, of } })
    return { list: similar, of }
  } catch (error) {
    report(error)
    return null
  }
}

export const setAlignment = (alignment: Alignment): void => change({ alignment })
export const choose = (chosen: Chosen | null): void => useComparison.setState({ chosen })

/** @returns false when no more cases fit */
export function addCase(id: string): boolean {
  const { ids } = useComparison.getState()
  if (ids.length >= mostCases - 1) return false
  if (!ids.includes(id)) change({ ids: [...ids, id] })
  void readCases()
  return true
}

export function removeCase(id: string): void {
  const { ids, chosen } = useComparison.getState()
  change({ ids: ids.filter((one) => one !== id) })
  if (chosen?.caseId === id) choose(null)
}

export function moveCase(id: string, by: 1 | -1): void {
  const ids = [...useComparison.getState().ids]
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return
  ids.splice(at, 1)
  ids.splice(to, 0, id)
  change({ ids })
}

/** The open incident beside the five cases most like it, aligned on disclosure. */
export async function compareWithSimilar(): Promise<void> {
  const { current } = useOpened.getState()
  if (!current) return
  if (useComparison.getState().incidentId !== current.incident.id) useComparison.setState({ ...fresh(current.incident.id), ...recalled(current.incident.id) })
  if (useNavigation.getState().place.view !== 'compare') go({ view: 'compare' })
  const found = await findSimilar()
  if (found === null) return
  change({ ids: found.list.slice(0, proposed).map(({ id }) => id), alignment: 'disclosure' })
  await readCases()
}

/** Opens a record of a case in its own view; Back returns to this comparison. */
export async function openRecord(caseId: string, itemKey: string | null): Promise<void> {
  const view = itemKey === null || itemKey.startsWith('facts/') ? 'overview' : 'timeline'
  await visit(caseId, () => go({ view, itemKey }), view, () => select({ itemKey }))
}

/** Opens the words of a case in the reader. */
export async function openWords(caseId: string, sourceId: string, annotationId: string | null): Promise<void> {
  await visit(caseId, () => go({ view: 'reader', sourceId, annotationId }), 'reader', () => select({ sourceId, annotationId }))
}

async function visit(caseId: string, within: () => void, view: 'overview' | 'timeline' | 'reader', arrived: () => void): Promise<void> {
  const home = useComparison.getState().incidentId
  if (caseId === home) return within()
  await openIncident(caseId, { view })
  if (useOpened.getState().current?.incident.id !== caseId) return
  arrived()
  useNavigation.setState({ origin: () => void openIncident(home, { view: 'compare' }) })
}

/** The cases as drawn: the open incident first, then those chosen that could be read. */
export function comparedIncidents(own: Incident, { ids, read }: Pick<Comparison, 'ids' | 'read'>): Incident[] {
  return [own, ...ids.flatMap((id) => read[id] ?? [])]
}

/** What an export of the comparison is made with: the language of the incident's report, and no label laxer than any case. */
function request() {
  const { current } = useOpened.getState()
  if (!current) return null
  const state = useComparison.getState()
  const cases = comparedIncidents(current.incident, state)
  const options = reportOptions(current.incident)
  return { cases, comparison: { ids: cases.map(({ id }) => id), alignment: state.alignment }, options: { ...options, tlp: strictest(options.tlp, comparisonTlp(cases)) } }
}

export async function exportComparison(format: 'svg' | 'png' | 'csv'): Promise<void> {
  const wanted = request()
  if (wanted) await exporting(format, () => call('compare:export', { comparison: wanted.comparison, options: wanted.options, format }))
}

export async function copyComparison(): Promise<void> {
  const wanted = request()
  if (wanted) await copying('copiedPicture', () => call('compare:copy', { comparison: wanted.comparison, options: wanted.options }))
}

/** The table of intervals as CSV on the clipboard. */
export async function copyComparisonTable(): Promise<void> {
  const wanted = request()
  if (wanted) await copying('copiedTable', () => call('clipboard:write', { text: comparisonCsv(wanted.cases, wanted.options) }))
}
