import { Check, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Incident } from '#domain/incident/index.ts'
import { useLanguage, useStrings, type Translate } from '../../strings/index.ts'
import { itemName } from '../../strings/item-names.ts'
import { reportStrings } from '../../strings/report.ts'
import { PaneHead } from '../../ui/index.ts'
import styles from './preflight.module.css'
import { goToPlace, groupProblems, wordsOf, type Problem, type ProblemGroup } from './problems.ts'

const fields = { tlp: 'whereTlp', bottomLine: 'whereBottomLine', cutOff: 'whereCutOff', gaps: 'whereGaps', judgements: 'whereJudgements' } as const

function placeName(incident: Incident, where: string, language: 'en' | 'cs', t: Translate<keyof typeof reportStrings.en>): string {
  if (where.includes('/')) return itemName(incident, where, language)
  return where in fields ? t(fields[where as keyof typeof fields]) : where
}

const shownAtFirst = 3

function Group({ incident, group }: { incident: Incident; group: ProblemGroup }) {
  const t = useStrings(reportStrings)
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const words = wordsOf(group.code)
  const hidden = group.places.length - shownAtFirst
  return (
    <li className={styles['group']} data-severity={group.severity}>
      <span className={styles['sign']} aria-hidden="true">{group.severity === 'must' ? '×' : '!'}</span>
      <div className={styles['body']}>
        <p className={styles['title']}>{t(words.title)} {group.places.length > 1 ? <span className={styles['count']}>{group.places.length}</span> : null}</p>
        <p className={styles['quiet']}>{t(words.text)}</p>
        <ul>
          {(all ? group.places : group.places.slice(0, shownAtFirst)).map((where, index) => {
            const name = placeName(incident, where, language, t)
            return (
              <li key={`${where}-${index}`}>
                <button type="button" className={styles['place']} aria-label={t('go', { name })} onClick={() => goToPlace(incident, where)}>
                  <span>{name}</span>
                  <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" />
                </button>
              </li>
            )
          })}
        </ul>
        {hidden > 0 ? <button type="button" className={styles['more']} aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('fewer') : t('more', { n: hidden })}</button> : null}
      </div>
    </li>
  )
}

/** What a person should see before export; every line leads to its place. */
export function Preflight({ incident, problems, ready }: { incident: Incident; problems: readonly Problem[]; ready: boolean }) {
  const t = useStrings(reportStrings)
  const must = problems.filter((problem) => problem.severity === 'must').length
  const groups = groupProblems(problems)
  const parts = [
    { title: t('mustFix'), list: groups.filter((group) => group.severity === 'must') },
    { title: t('check'), list: groups.filter((group) => group.severity === 'check') },
  ].filter(({ list }) => list.length > 0)
  return (
    <section className={styles['preflight']} data-pane="preflight" aria-label={t('preflight')}>
      <PaneHead title={t('preflight')}>
        <span className={styles['sum']} role="status">
          {must > 0 ? <strong>{t('toFix', { n: must })}</strong> : null}
          {must > 0 && problems.length > must ? ', ' : null}
          {problems.length > must ? t('toCheck', { n: problems.length - must }) : null}
        </span>
      </PaneHead>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('preflight')}>
        {parts.map(({ title, list }) => (
          <div key={title}>
            <h3 className={styles['part']}>{title}</h3>
            <ul>{list.map((group) => <Group key={group.code} incident={incident} group={group} />)}</ul>
          </div>
        ))}
        {ready && problems.length === 0 ? <p className={styles['passed']}><Check size={15} strokeWidth={1.75} aria-hidden="true" /> {t('passed')}</p> : null}
      </div>
    </section>
  )
}
