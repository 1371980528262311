import { create } from 'zustand'
import { carryMarks, certainPlaces, reviewOf, setAside, superseding, type Review } from '#domain/command/index.ts'
import type { Source } from '#domain/incident/index.ts'
import type { AppCommand } from '../../commands/registry.ts'
import { chooseNewVersion } from '../../state/imports.ts'
import { go, select, useNavigation } from '../../state/navigation.ts'
import { notify } from '../../state/notices.ts'
import { apply, loadText, useOpened } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate, type Params } from '../../strings/index.ts'
import { versions } from '../../strings/versions.ts'
import { selectedSpan, setReading } from './reading.ts'
import { showSpan } from './text-focus.ts'

/** The marks of the version before, while they are looked at: which source, which of them, and how many were just taken over by themselves. */
type Version = { reviewing: string | null; chosen: string | null; taken: { sourceId: string; count: number } | null }
export const useVersion = create<Version>(() => ({ reviewing: null, chosen: null, taken: null }))

const t = (key: keyof typeof versions.en, params?: Params) => translate(versions, useSession.getState().settings.language, key, params)
const writable = () => {
  const { current, past } = useOpened.getState()
  return current && !current.readOnly && past === null ? current.incident : null
}
const sourceOf = (id: string | null): Source | null => writable()?.sources[id ?? ''] ?? null

/** Both texts of a source that supersedes another one; null where one of them is not in the library. */
async function textsOf(newer: Source, older: Source): Promise<[old: string, now: string] | null> {
  return newer.text && older.text ? [await loadText(older.text.sha256), await loadText(newer.text.sha256)] : null
}

/** What there is to look at; null while a text is still on its way. */
export function reviewsNow(newer: Source): Review[] | null {
  const { current, texts } = useOpened.getState()
  const older = current?.incident.sources[newer.supersedes ?? '']
  const [was, is] = [texts[older?.text?.sha256 ?? ''], texts[newer.text?.sha256 ?? '']]
  return current && was !== undefined && is !== undefined ? reviewOf(current.incident, newer, was, is) : null
}
export const waitingOf = (reviews: readonly Review[]) => ({ certain: certainPlaces(reviews).length, tray: reviews.filter(({ tray }) => tray).length, near: reviews.filter(({ tray, carried }) => !tray && carried.how === 'near').length })

/** Makes a source the newer version of another: what is certain moves at once and is said, the rest is shown. */
export async function takeAsNewer(newerId: string, olderId: string): Promise<void> {
  const incident = writable()
  const [newer, older] = [sourceOf(newerId), sourceOf(olderId)]
  const texts = newer && older && (await textsOf(newer, older))
  if (!incident || !newer || !older || !texts) return
  const made = { ...newer, supersedes: older.id }
  const reviews = reviewOf(incident, made, ...texts)
  const count = certainPlaces(reviews).length
  if (newer.supersedes !== older.id || count > 0) {
    const label = newer.supersedes === older.id ? t('stepCertain', { n: count }) : t('stepAccept')
    if (!(await apply(superseding(label, newer, older, ...texts, incident)))) return
  }
  useVersion.setState({ taken: { sourceId: newerId, count }, reviewing: newerId, chosen: null })
}

export const declineNewer = (sourceId: string): void => void apply({ type: 'batch', label: t('stepDecline'), commands: [{ type: 'source.update', id: sourceId, changes: { supersedes: null } }] })

/** Until the window knows of a source that main has just imported. */
function arrived(id: string): Promise<void> {
  if (sourceOf(id)) return Promise.resolve()
  return new Promise((resolve) => {
    const forget = useOpened.subscribe(() => {
      if (!sourceOf(id)) return
      forget()
      resolve()
    })
  })
}

/** The system's dialog chooses the file; the source it becomes is opened, with what became of the marks. */
export async function importNewVersion(): Promise<void> {
  const older = sourceOf(useNavigation.getState().place.sourceId)
  if (!older?.text) return
  const result = await chooseNewVersion(older.id)
  if (!result?.sourceId) return
  // The very text is here already: perhaps as the source itself, perhaps as the one it supersedes.
  if (result.sourceId === older.id || result.sourceId === older.supersedes) return notify({ tone: 'done', text: t('same') })
  await arrived(result.sourceId)
  go({ view: 'reader', sourceId: result.sourceId, annotationId: null })
  await takeAsNewer(result.sourceId, older.id)
}

export function closeReview(): void {
  useVersion.setState({ reviewing: null, chosen: null, taken: null })
}
export const openReview = (sourceId: string): void => useVersion.setState({ reviewing: sourceId, chosen: null })

/** The mark that is looked at: the chosen one, or the first that waits. */
export const chosenOf = (reviews: readonly Review[], chosen: string | null): Review | undefined => reviews.find(({ mark }) => mark.id === chosen) ?? reviews[0]

/** Shows in the text where a mark would stand, as a selection that one may change before it is confirmed. */
export function lookAt({ carried, mark }: Review): void {
  useVersion.setState({ chosen: mark.id })
  if (carried.how === 'gone') return setReading({ ends: null })
  setReading({ ends: { anchor: carried.start, focus: carried.end } })
  showSpan(carried)
}

/** The one after a mark that has just been dealt with, so that Enter, Enter, X goes through the list. */
function goOn(before: readonly Review[], id: string, key: 'saidPlaced' | 'saidAside', newer: Source) {
  const at = before.findIndex(({ mark }) => mark.id === id)
  const left = reviewsNow(newer) ?? []
  const next = left.find(({ mark }) => before.slice(at + 1).some((one) => one.mark.id === mark.id)) ?? left[0]
  setReading({ said: t(key, { left: left.length }) })
  if (next) lookAt(next)
  else useVersion.setState({ chosen: null })
}

type Span = { start: number; end: number }
async function place(newer: Source, id: string, span: Span, step: 'stepConfirm' | 'stepPlace') {
  const { current, texts } = useOpened.getState()
  const text = texts[newer.text?.sha256 ?? '']
  const before = reviewsNow(newer)
  if (!current || !newer.text || text === undefined || !before) return
  const command = carryMarks(t(step), { sourceId: newer.id, sha256: newer.text.sha256, text }, [{ id, ...span }], current.incident.annotations)
  if (command && (await apply(command))) goOn(before, id, 'saidPlaced', newer)
}

/** Confirms the place that is proposed for a mark; one of the tray takes its best candidate. */
export function confirmPlace(newer: Source, { mark, carried }: Review): void {
  if (carried.how === 'gone') setReading({ said: t('selectHint') })
  else void place(newer, mark.id, { start: carried.start, end: carried.end }, 'stepConfirm')
}

export async function toTray(newer: Source, { mark, tray }: Review): Promise<void> {
  const before = reviewsNow(newer)
  if (!tray && before && (await apply(setAside(t('stepAside'), mark.id, newer.id)))) goOn(before, mark.id, 'saidAside', newer)
}

/** Puts the mark that is looked at on the words that are selected in the text. */
export function placeOnSelection(): void {
  const newer = sourceOf(useVersion.getState().reviewing)
  const reviews = newer && reviewsNow(newer)
  const chosen = reviews && chosenOf(reviews, useVersion.getState().chosen)
  const span = selectedSpan()
  if (!newer || !chosen) return
  if (!span || useNavigation.getState().place.sourceId !== newer.id) return notify({ tone: 'done', text: t('nothingSelected') })
  void place(newer, chosen.mark.id, span, 'stepPlace')
}

export const openOther = (sourceId: string): void => {
  select({ sourceId, annotationId: null })
  openReview(sourceId)
}

const here = () => sourceOf(useNavigation.getState().place.sourceId)
export const versionCommands: AppCommand[] = [
  { id: 'source.new-version', titles: { en: 'Import a new version of this source…', cs: 'Importovat novou verzi tohoto zdroje…' }, keywords: 'supersede replace update nahradit aktualizovat', shortcut: null, when: () => Boolean(here()?.text), run: () => void importNewVersion() },
  { id: 'source.review', titles: { en: 'Look at the marks of the version before', cs: 'Projít značky předchozí verze' }, keywords: 'carry orphan tray přenést osiřelé', shortcut: null, when: () => Boolean(here()?.supersedes), run: () => openReview(here()?.id ?? '') },
  { id: 'source.place-mark', titles: { en: 'Put the mark on the selected words', cs: 'Přenést značku na vybraná slova' }, keywords: 'orphan repair opravit osiřelé', shortcut: 'CmdOrCtrl+Enter', when: () => useVersion.getState().reviewing !== null, run: placeOnSelection },
]
