import type { Language } from '#contract/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import type { Incident, IncidentSummary } from '#domain/incident/index.ts'
import { itemTitles, timelineItems } from '#domain/timeline/index.ts'
import { changeFilters, noFilters } from '../state/filters.ts'
import { openIncident } from '../state/incidents.ts'
import { changeLibraryFilters, everything } from '../state/library-filters.ts'
import { go, goToItem, goToQuote, restart } from '../state/navigation.ts'
import { match, type Range } from './find.ts'
import { allCommands, isAvailable } from './registry.ts'

export type PaletteGroup = 'recent' | 'incidents' | 'sources' | 'events' | 'tags' | 'entities' | 'commands'
/** One line of the palette. `key` stays the same between sessions, so that recent ones can be remembered. */
export type PaletteItem = {
  key: string
  group: Exclude<PaletteGroup, 'recent'>
  title: string
  keywords?: string
  /** Quiet words at the right: a date, a count, a shortcut. */
  aside?: string
  shortcut?: string | null
  run: () => void
}
export type Found = PaletteItem & { ranges: Range[]; shown: PaletteGroup }

const incidentItem = (summary: IncidentSummary, language: Language): PaletteItem => ({
  key: `incidents/${summary.id}`,
  group: 'incidents',
  title: summary.shortTitle || summary.title,
  keywords: `${summary.title} ${summary.actors.join(' ')} ${summary.tags.join(' ')}`,
  ...(summary.attributed ? { aside: formatEdtf(summary.attributed, language) } : {}),
  run: () => void openIncident(summary.id),
})

const sourceItems = (incident: Incident, language: Language): PaletteItem[] =>
  Object.values(incident.sources).map((source) => ({
    key: `sources/${source.id}`,
    group: 'sources',
    title: source.citation.title,
    keywords: source.citation.publisher ?? '',
    ...(source.date ? { aside: formatEdtf(source.date, language) } : {}),
    run: () => goToQuote(source.id, null),
  }))

const eventItems = (incident: Incident, language: Language): PaletteItem[] =>
  timelineItems(incident, itemTitles(language)).map((item) => ({
    key: item.key,
    group: 'events',
    title: item.title,
    keywords: item.tags.join(' '),
    aside: formatEdtf(item.edtf, language),
    run: () => goToItem(item.key),
  }))

const entityItems = (incident: Incident): PaletteItem[] =>
  Object.values(incident.entities).map((entity) => ({
    key: `entities/${entity.id}`,
    group: 'entities',
    title: entity.name,
    keywords: entity.aliases.map((alias) => alias.name).join(' '),
    run: () => go({ view: 'overview', itemKey: `entities/${entity.id}` }),
  }))

function count(tags: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return counts
}

type Counted = (n: number) => string
const tagItem = (tag: string, n: number, counted: Counted, run: () => void): PaletteItem => ({ key: `tags/${tag}`, group: 'tags', title: tag, aside: counted(n), run })

/** Tags of the open incident lead to its timeline, those of the library to its list. */
function tagItems(incident: Incident | null, summaries: IncidentSummary[], counted: Counted): PaletteItem[] {
  if (incident) {
    const used = count(timelineItems(incident, itemTitles('en')).flatMap((item) => item.tags))
    return [...used].map(([tag, n]) =>
      tagItem(tag, n, counted, () => {
        changeFilters({ ...noFilters, tags: [tag] })
        go({ view: 'timeline' })
      }),
    )
  }
  return [...count(summaries.flatMap((summary) => summary.tags))].map(([tag, n]) =>
    tagItem(tag, n, counted, () => {
      changeLibraryFilters({ ...everything, tag: [tag] })
      restart({ view: 'library' })
    }),
  )
}

const commandItems = (language: Language): PaletteItem[] =>
  allCommands()
    .filter((command) => isAvailable(command) && command.id !== 'palette.open')
    .map((command) => ({
      key: `commands/${command.id}`,
      group: 'commands',
      title: command.titles[language],
      keywords: `${Object.values(command.titles).join(' ')} ${command.keywords ?? ''}`,
      shortcut: command.shortcut,
      run: command.run,
    }))

/** Everything the palette can find now. */
export function paletteItems(state: { language: Language; incident: Incident | null; summaries: IncidentSummary[]; counted: Counted }): PaletteItem[] {
  const { incident, language, summaries, counted } = state
  return [
    ...summaries.map((summary) => incidentItem(summary, language)),
    ...(incident ? [...sourceItems(incident, language), ...eventItems(incident, language)] : []),
    ...tagItems(incident, summaries, counted),
    ...(incident ? entityItems(incident) : []),
    ...commandItems(language),
  ]
}

const prefixes: Record<string, PaletteItem['group']> = { '>': 'commands', '#': 'tags', '@': 'entities' }
const order: PaletteGroup[] = ['recent', 'incidents', 'sources', 'events', 'tags', 'entities', 'commands']
const mostInGroup = 5

/** A first character of > # @ narrows the search to one group. */
export function splitQuery(text: string): { group: PaletteItem['group'] | null; query: string } {
  const group = prefixes[text.trimStart()[0] ?? ''] ?? null
  return { group, query: group ? text.trimStart().slice(1).trim() : text.trim() }
}

type Scored = Found & { score: number }

function score(item: PaletteItem, query: string): Scored | null {
  const title = match(query, item.title)
  if (title) return { ...item, shown: item.group, ranges: title.ranges, score: title.score + 2 }
  const all = match(query, `${item.title} ${item.keywords ?? ''}`)
  return all && { ...item, shown: item.group, ranges: all.ranges.filter(([, end]) => end <= item.title.length), score: all.score - 2 }
}

function recentOf(items: PaletteItem[], recent: readonly string[]): Found[] {
  return recent.flatMap((key) => items.find((item) => item.key === key) ?? []).slice(0, mostInGroup).map((item) => ({ ...item, ranges: [], shown: 'recent' }))
}

/** What a query finds, by group, best first; recent ones before the others when nothing is typed. */
export function findItems(items: PaletteItem[], text: string, recent: readonly string[]): Found[] {
  const { group, query } = splitQuery(text)
  const pool = group ? items.filter((item) => item.group === group) : items
  const most = group ? 200 : mostInGroup
  const early: Found[] = query === '' && !group ? recentOf(items, recent) : []
  const taken = new Set(early.map((item) => item.key))
  const rank = (item: Scored) => item.score + (recent.includes(item.key) ? 1 : 0)
  const found = pool.filter((item) => !taken.has(item.key)).flatMap((item) => score(item, query) ?? []).toSorted((a, b) => rank(b) - rank(a))
  return order.flatMap((name) => (name === 'recent' ? early : found.filter((item) => item.group === name).slice(0, most)))
}
