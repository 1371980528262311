import { Dialog } from '@base-ui/react/dialog'
import { BookMarked, Clock, FilePlus2, FileText, Highlighter, Search, SquareTerminal, Tag, User, type LucideIcon } from 'lucide-react'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { createIncident } from '../state/incidents.ts'
import { useOpened } from '../state/open-incident.ts'
import { closeOverlay } from '../state/overlays.ts'
import { recallView, rememberView, useSession } from '../state/session.ts'
import { useLanguage, useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Kbd } from '../ui/index.ts'
import { pieces } from './find.ts'
import { spoken } from './keys.ts'
import styles from './palette.module.css'
import { findItems, paletteItems, splitQuery, type Found, type PaletteGroup, type PaletteItem } from './palette-items.ts'

const icons: Record<PaletteItem['group'], LucideIcon> = { incidents: FileText, sources: Highlighter, events: Clock, tags: Tag, entities: User, commands: SquareTerminal }
const groupNames = { recent: 'recent', incidents: 'groupIncidents', sources: 'groupSources', events: 'groupEvents', tags: 'groupTags', entities: 'groupEntities', commands: 'groupCommands' } as const satisfies Record<PaletteGroup, string>

const recentKeys = (): string[] => {
  const kept = recallView('palette.recent')
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
}

function choose(item: PaletteItem) {
  closeOverlay()
  rememberView('palette.recent', [item.key, ...recentKeys().filter((key) => key !== item.key)].slice(0, 12))
  item.run()
}

function usePaletteItems(): PaletteItem[] {
  const t = useStrings(shell)
  const language = useLanguage()
  const incident = useOpened((state) => state.current?.incident ?? null)
  const { incidents, references } = useSession()
  return useMemo(
    () => paletteItems({ language, incident, summaries: [...incidents, ...references], counted: (n) => t('items', { n }) }),
    [t, language, incident, incidents, references],
  )
}

function useFound(query: string): Found[] {
  const t = useStrings(shell)
  const items = usePaletteItems()
  return useMemo(() => {
    const found = findItems(items, query, recentKeys())
    const { group, query: title } = splitQuery(query)
    if (group || title === '') return found
    return [...found, { key: 'commands/new-titled', group: 'commands', shown: 'commands', title: t('newTitled', { query: title }), ranges: [], run: () => void createIncident(title) }]
  }, [t, items, query])
}

function Line({ item, id, active, onPoint }: { item: Found; id: string; active: boolean; onPoint: () => void }) {
  const reference = useSession((session) => session.references.some(({ id: other }) => item.key === `incidents/${other}`))
  const Icon = item.key === 'commands/new-titled' ? FilePlus2 : reference ? BookMarked : icons[item.group]
  return (
    <li id={id} role="option" aria-selected={active} className={styles['line']} onMouseMove={onPoint} onClick={() => choose(item)}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className={styles['title']}>
        {pieces(item.title, item.ranges).map((piece, index) => (piece.marked ? <mark key={`m${index}`}>{piece.text}</mark> : <span key={`t${index}`}>{piece.text}</span>))}
      </span>
      {item.aside ? <span className={styles['aside']}>{item.aside}</span> : null}
      {item.shortcut ? <Kbd>{spoken(item.shortcut)}</Kbd> : active ? <Kbd>Enter</Kbd> : null}
    </li>
  )
}

function grouped(found: Found[]): { group: PaletteGroup; items: { item: Found; index: number }[] }[] {
  const groups: ReturnType<typeof grouped> = []
  for (const [index, item] of found.entries()) {
    if (groups.at(-1)?.group !== item.shown) groups.push({ group: item.shown, items: [] })
    groups.at(-1)?.items.push({ item, index })
  }
  return groups
}

const step = (key: string, at: number, length: number): number | null => {
  if (length === 0) return null
  if (key === 'ArrowDown') return (at + 1) % length
  if (key === 'ArrowUp') return (at - 1 + length) % length
  if (key === 'PageDown') return Math.min(length - 1, at + 8)
  if (key === 'PageUp') return Math.max(0, at - 8)
  return null
}

function Footer() {
  const t = useStrings(shell)
  return (
    <footer className={styles['footer']}>
      <span><Kbd>&gt;</Kbd> {t('hintCommands')}</span>
      <span><Kbd>#</Kbd> {t('hintTags')}</span>
      <span><Kbd>@</Kbd> {t('hintEntities')}</span>
      <span className={styles['spring']} />
      <span><Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('hintMove')}</span>
      <span><Kbd>Esc</Kbd> {t('hintClose')}</span>
    </footer>
  )
}

/** Finds incidents, sources, events, tags, entities and commands; the focus stays in the field, the arrows move the choice. */
export function Palette({ start }: { start: string }) {
  const t = useStrings(shell)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(start)
  const [at, setAt] = useState(0)
  const found = useFound(query)
  const current = Math.min(at, found.length - 1)

  function point(index: number) {
    setAt(index)
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = step(event.key, current, found.length)
    const item = found[current]
    if (next !== null) point(next)
    else if (event.key === 'Enter' && item) choose(item)
    else return
    event.preventDefault()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => open || closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['scrim']} />
        <Dialog.Popup className={styles['palette']} initialFocus={input}>
          <Dialog.Title className="visually-hidden">{t('paletteTitle')}</Dialog.Title>
          <div className={styles['search']}>
            <Search size={18} strokeWidth={1.75} aria-hidden="true" />
            <input
              ref={input} value={query} placeholder={t('palettePlaceholder')} spellCheck={false} autoComplete="off"
              role="combobox" aria-label={t('paletteTitle')} aria-expanded="true" aria-controls={`${id}-list`} aria-autocomplete="list"
              aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
              onChange={(event) => { setQuery(event.target.value); setAt(0) }} onKeyDown={onKeyDown}
            />
            {query === '' ? null : <span className={styles['aside']}>{t('diacritics')}</span>}
          </div>
          <div id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles['list']} tabIndex={-1}>
            {grouped(found).map(({ group, items }) => (
              <ul key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <li role="presentation" id={`${id}-${group}`} className={styles['group']}>{t(groupNames[group])}</li>
                {items.map(({ item, index }) => <Line key={item.key} id={`${id}-${index}`} item={item} active={index === current} onPoint={() => setAt(index)} />)}
              </ul>
            ))}
          </div>
          {found.length === 0 ? <p className={styles['nothing']} role="status">{t('nothingFound', { query })}</p> : null}
          <Footer />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
