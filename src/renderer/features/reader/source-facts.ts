import { create } from 'zustand'
import { confirmSource, confirmSources, proposedFields, settleCreated, type Command } from '#domain/command/index.ts'
import type { Source } from '#domain/incident/index.ts'
import type { AppCommand } from '../../commands/registry.ts'
import { useNavigation } from '../../state/navigation.ts'
import { notify } from '../../state/notices.ts'
import { apply, useOpened } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { translate } from '../../strings/index.ts'
import { sourceStrings } from '../../strings/sources.ts'

/** The source whose facts are being changed. */
export const useFactsForm = create<{ sourceId: string | null }>(() => ({ sourceId: null }))
export const openFacts = (sourceId: string | null): void => useFactsForm.setState({ sourceId })

export type Author = NonNullable<Source['citation']['author']>
const nameOf = (name: Author[number]) => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '))
export const authorsOf = ({ citation }: Source): string => (citation.author ?? []).map(nameOf).join('; ')

export const waiting = (source: Source): boolean => proposedFields(source).length > 0 || source.proposed?.created !== undefined

const t = (key: Parameters<typeof translate<keyof typeof sourceStrings.en & string>>[2], params = {}) => translate(sourceStrings, useSession.getState().settings.language, key, params)
const opened = () => {
  const { current, past } = useOpened.getState()
  return current && !current.readOnly && past === null ? current.incident : null
}
const chosen = (): Source | null => opened()?.sources[useNavigation.getState().place.sourceId ?? ''] ?? null

async function run(command: Command | null, said: string) {
  if (command && (await apply(command))) notify({ tone: 'done', text: said })
}

/** Confirms what the document says; once that is done, the day on which its file was made. */
export function confirmChosen(): void {
  const source = chosen()
  if (!source) return
  if (proposedFields(source).length > 0) void run(confirmSource(t('stepConfirm'), source), t('confirmed'))
  else settleFile(source, true)
}
export const settleFile = (source: Source, take: boolean): void => void run(settleCreated(t(take ? 'stepCreated' : 'stepLeave'), source, take), t('confirmed'))

export const unconfirmed = (sources: Record<string, Source>): number => Object.values(sources).filter((source) => proposedFields(source).length > 0).length
export function confirmAll(): void {
  const incident = opened()
  if (incident) void run(confirmSources(t('stepConfirmAll'), incident), t('confirmedAll', { n: unconfirmed(incident.sources) }))
}

export const factsCommands: AppCommand[] = [
  { id: 'source.confirm', titles: { en: 'Confirm what the document says about itself', cs: 'Potvrdit, co o sobě dokument říká' }, keywords: 'metadata title publisher date název vydavatel datum', shortcut: 'F9', when: () => { const source = chosen(); return source !== null && waiting(source) }, run: confirmChosen },
  { id: 'source.confirm-all', titles: { en: 'Confirm what all documents say about themselves', cs: 'Potvrdit, co o sobě říkají všechny dokumenty' }, keywords: 'metadata', shortcut: 'Shift+F9', when: () => { const incident = opened(); return incident !== null && unconfirmed(incident.sources) > 0 }, run: confirmAll },
  { id: 'source.facts', titles: { en: 'Change title, publisher, author, date or language of the source', cs: 'Změnit název, vydavatele, autora, datum nebo jazyk zdroje' }, keywords: 'metadata edit upravit', shortcut: 'F4', when: () => chosen() !== null, run: () => openFacts(chosen()?.id ?? null) },
]
