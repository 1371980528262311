import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown, ListFilter as FilterIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Annotation } from '#domain/incident/index.ts'
import { useTypes } from '../../state/codebook.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { Button, Chip, FilterChip, Glyph } from '../../ui/index.ts'
import styles from './annotations.module.css'
import fields from './fields.module.css'
import { tagCounts, type ListFilter, type ListState } from './list-filters.ts'

type Change = (changes: Partial<ListFilter>) => void
const toggled = <T,>(list: T[], item: T): T[] => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item])

const Item = ({ children }: { children: ReactNode }) => (
  <>
    <span className={fields['itemCheck']}>
      <Menu.CheckboxItemIndicator><Check size={14} strokeWidth={1.75} /></Menu.CheckboxItemIndicator>
    </span>
    {children}
  </>
)
const Radio = ({ value, children }: { value: string; children: ReactNode }) => (
  <Menu.RadioItem value={value} className={fields['item']}>
    <span className={fields['itemCheck']}>
      <Menu.RadioItemIndicator><Check size={14} strokeWidth={1.75} /></Menu.RadioItemIndicator>
    </span>
    {children}
  </Menu.RadioItem>
)

type MenuProps = { annotations: readonly Annotation[]; filter: ListFilter; onChange: Change }

/** Type, tag and link in one menu that stays open while several are chosen. */
export function FilterMenu(props: MenuProps) {
  const t = useStrings(reader)
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" small />}>
        <FilterIcon size={14} strokeWidth={1.75} aria-hidden="true" /> {t('filter')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end">
          <Menu.Popup className={fields['popup']}><FilterItems {...props} /></Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Counted only while the menu is open: thousands of marks are looked through for each type. */
function FilterItems({ annotations, filter, onChange }: MenuProps) {
  const t = useStrings(reader)
  const types = useTypes()
  const tags = tagCounts(annotations)
  return (
    <>
      <Menu.Group>
        <Menu.GroupLabel className={fields['groupLabel']}>{t('type')}</Menu.GroupLabel>
        {types.all.map((type) => (
          <Menu.CheckboxItem key={type} className={fields['item']} checked={filter.types.includes(type)} closeOnClick={false} onCheckedChange={() => onChange({ types: toggled(filter.types, type) })}>
            <Item><Glyph type={type} /> {types.name(type)}</Item>
            <span className={fields['itemCount']}>{annotations.filter((annotation) => annotation.type === type).length}</span>
          </Menu.CheckboxItem>
        ))}
      </Menu.Group>
      <div className={fields['rule']} />
      <Menu.RadioGroup value={filter.linked} onValueChange={(linked: ListFilter['linked']) => onChange({ linked })}>
        <Menu.Group>
          <Menu.GroupLabel className={fields['groupLabel']}>{t('linkedState')}</Menu.GroupLabel>
          <Radio value="any">{t('anyLinked')}</Radio>
          <Radio value="linked">{t('linked')}</Radio>
          <Radio value="unlinked">{t('unlinked')}</Radio>
        </Menu.Group>
      </Menu.RadioGroup>
      <div className={fields['rule']} />
      <Menu.Group>
        <Menu.GroupLabel className={fields['groupLabel']}>{t('tag')}</Menu.GroupLabel>
        {tags.length === 0 ? <div className={fields['quiet']}>{t('anyTags')}</div> : null}
        {tags.slice(0, 40).map(([tag, count]) => (
          <Menu.CheckboxItem key={tag} className={fields['item']} checked={filter.tags.includes(tag)} closeOnClick={false} onCheckedChange={() => onChange({ tags: toggled(filter.tags, tag) })}>
            <Item>#{tag}</Item>
            <span className={fields['itemCount']}>{count}</span>
          </Menu.CheckboxItem>
        ))}
      </Menu.Group>
    </>
  )
}

export function ScopeMenu({ scope, onChange }: { scope: ListFilter['scope']; onChange: (scope: ListFilter['scope']) => void }) {
  const t = useStrings(reader)
  const names = { text: t('scopeText'), all: t('scopeAll') }
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" small title={t('scope')} />}>
        {names[scope]} <ChevronDown size={13} strokeWidth={1.75} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end">
          <Menu.Popup className={fields['popup']}>
            <Menu.RadioGroup value={scope} onValueChange={(value: ListFilter['scope']) => onChange(value)}>
              <Radio value="text">{names.text}</Radio>
              <Radio value="all">{names.all}</Radio>
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** All and Accepted always; the others only when there are any, so that nothing is offered that finds nothing. */
export function StateChips({ counts, state, onChange }: { counts: Record<ListState, number>; state: ListState; onChange: (state: ListState) => void }) {
  const t = useStrings(reader)
  const words = useStrings(common)
  const names: Record<ListState, string> = { all: t('all'), accepted: words('accepted'), suggested: words('suggested'), rejected: words('rejected'), orphaned: t('orphaned') }
  const offered = (['all', 'accepted', 'suggested', 'rejected', 'orphaned'] as const).filter((name) => name === 'all' || name === 'accepted' || name === state || counts[name] > 0)
  return (
    <div className={styles['chips']} role="group" aria-label={t('states')}>
      {offered.map((name) => <Chip key={name} label={names[name]} value={counts[name]} pressed={state === name} onClick={() => onChange(name)} />)}
    </div>
  )
}

export function ActiveFilters({ filter, onChange }: { filter: ListFilter; onChange: Change }) {
  const t = useStrings(reader)
  const { name } = useTypes()
  if (filter.types.length === 0 && filter.tags.length === 0 && filter.linked === 'any') return null
  const removeLabel = t('removeFilter')
  return (
    <div className={styles['active']}>
      {filter.types.map((type) => <FilterChip key={type} label={t('type')} value={name(type)} removeLabel={removeLabel} onRemove={() => onChange({ types: toggled(filter.types, type) })} />)}
      {filter.tags.map((tag) => <FilterChip key={tag} label={t('tag')} value={`#${tag}`} removeLabel={removeLabel} onRemove={() => onChange({ tags: toggled(filter.tags, tag) })} />)}
      {filter.linked === 'any' ? null : <FilterChip label={t('linkedState')} value={t(filter.linked)} removeLabel={removeLabel} onRemove={() => onChange({ linked: 'any' })} />}
    </div>
  )
}
