import { lanes as laneOrder } from '#domain/incident/index.ts'
import { changeFilters, useFilters } from '../../state/filters.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { timelineStrings } from '../../strings/timeline.ts'
import { Chip } from '../../ui/index.ts'
import { PeriodFields } from './period-fields.tsx'
import { windowInWords } from './period.ts'
import styles from './toolbar.module.css'
import type { Items } from './use-items.ts'
import { useTimelineView } from './view-state.ts'

const toggled = <T,>(list: readonly T[], value: T): T[] => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value])
const count = <T,>(values: readonly T[], value: T) => values.filter((one) => one === value).length
const mostTags = 24

/** Everything the timeline and its table can be narrowed by; each choice acts at once. */
export function FilterPicker({ items: { all }, onLeave }: { items: Items; /** Another form takes the place of this one. */ onLeave: () => void }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const filters = useFilters((state) => state.filters)
  const language = useLanguage()
  const shown = useTimelineView((view) => view.window)
  const tags = [...new Set(all.flatMap((item) => item.tags))].toSorted((a, b) => a.localeCompare(b))
  const lanes = laneOrder.filter((lane) => all.some((item) => item.lane === lane))
  const laneList = all.map(({ lane }) => lane)
  const tagList = all.flatMap((item) => item.tags)
  const standings = all.map(({ standing }) => standing)
  return (
    <div className={styles['picker']}>
      <label>
        {t('wordsInTitle')}
        <input type="search" value={filters.text} onChange={(event) => changeFilters({ text: event.target.value })} />
      </label>
      <fieldset>
        <legend>{t('lane')}</legend>
        {lanes.map((lane) => <Chip key={lane} label={c(laneKeys[lane])} value={count(laneList, lane)} pressed={filters.lanes.includes(lane)} onClick={() => changeFilters({ lanes: toggled(filters.lanes, lane) })} />)}
      </fieldset>
      <PeriodFields onLeave={onLeave} />
      <fieldset>
        <legend>{t('window')}</legend>
        {shown ? <Chip label={`${t('filterToWindow')}: ${windowInWords(shown, language)}`} pressed={filters.window !== null && filters.window.from === shown.from && filters.window.to === shown.to} onClick={() => changeFilters({ window: shown })} /> : null}
      </fieldset>
      <fieldset>
        <legend>{t('state')}</legend>
        {(['confirmed', 'background'] as const).map((standing) => (
          <Chip key={standing} label={c(standing)} value={count(standings, standing)} pressed={filters.standing === standing} onClick={() => changeFilters({ standing: filters.standing === standing ? null : standing })} />
        ))}
      </fieldset>
      {tags.length > 0 ? (
        <fieldset>
          <legend>{c('tags')}</legend>
          {tags.slice(0, mostTags).map((tag) => <Chip key={tag} label={tag} value={count(tagList, tag)} pressed={filters.tags.includes(tag)} onClick={() => changeFilters({ tags: toggled(filters.tags, tag) })} />)}
        </fieldset>
      ) : null}
    </div>
  )
}
