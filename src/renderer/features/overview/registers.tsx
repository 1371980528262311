import { compareDates, formatEdtf } from '#domain/dates/index.ts'
import type { Fact, Source } from '#domain/incident/index.ts'
import { goToQuote } from '../../state/navigation.ts'
import { useIncident } from '../../state/open-incident.ts'
import { common } from '../../strings/common.ts'
import { factName } from '../../strings/fact-names.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import { Grade, sourceName, TlpCell } from '../../ui/index.ts'
import { Aliases } from './case-card.tsx'
import styles from './registers.module.css'
import { BackgroundMark, Section, SomeEvidence } from './section.tsx'

const isDate = (field: string) => /^(dates\.|activity\.(start|end)$|remediation\.year$|context\.eu_presidency$|.*\.published$)/.test(field)

function FactLine({ fact }: { fact: Fact }) {
  const words = useStrings(common)
  const language = useLanguage()
  const incident = useIncident()
  const value = fact.value === null ? words('notKnown') : isDate(fact.field) && /^[\d/?~.X-]+$/.test(fact.value) ? formatEdtf(fact.value, language) : fact.value
  return (
    <li className={styles['fact']} data-key={`facts/${fact.id}`} tabIndex={-1}>
      <span className={styles['term']}>{factName(fact.field, language)}</span>
      <div className={styles['body']}>
        <p>{value} <BackgroundMark standing={fact.standing} /></p>
        {fact.note ? <p className={styles['quiet']}>{fact.note}</p> : null}
        {fact.evidence.length > 0 ? <SomeEvidence incident={incident} evidence={fact.evidence} atFirst={1} /> : null}
      </div>
    </li>
  )
}

export function Facts() {
  const t = useStrings(overview)
  const incident = useIncident()
  const list = Object.values(incident.facts)
  return (
    <Section name="facts" count={list.length} none={t('noneFacts')}>
      <ul>{list.map((fact) => <FactLine key={fact.id} fact={fact} />)}</ul>
    </Section>
  )
}

export function Gaps() {
  const t = useStrings(overview)
  const words = useStrings(common)
  const incident = useIncident()
  const list = Object.values(incident.gaps)
  return (
    <Section name="gaps" count={list.length} none={t('noneGaps')}>
      <ul>
        {list.map((gap) => (
          <li key={gap.id} className={styles['gap']} data-key={`gaps/${gap.id}`} tabIndex={-1}>
            <p className={styles['statement']}>{gap.statement}</p>
            <p className={styles['quiet']}>{t('matters')}: {gap.matters || words('notStated')}</p>
            <p className={styles['quiet']}>{t('couldClose')}: {gap.couldClose || words('notKnown')}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Entities() {
  const t = useStrings(overview)
  const incident = useIncident()
  const list = Object.values(incident.entities).toSorted((a, b) => Number(!incident.actorIds.includes(a.id)) - Number(!incident.actorIds.includes(b.id)) || a.name.localeCompare(b.name))
  return (
    <Section name="entities" count={list.length}>
      <ul>
        {list.map((entity) => (
          <li key={entity.id} className={styles['fact']} data-key={`entities/${entity.id}`} tabIndex={-1}>
            <span className={styles['term']}>{t(`kind_${entity.kind}`)}</span>
            <div className={styles['body']}>
              <p><strong>{entity.name}</strong> <BackgroundMark standing={entity.standing} /></p>
              {entity.description ? <p className={styles['quiet']}>{entity.description}</p> : null}
              <Aliases entity={entity} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const textKey = (source: Source) => (source.text === null ? 'citedOnly' : source.text.nature === 'own-words' ? 'ownWords' : 'frozen')

export function Sources() {
  const t = useStrings(overview)
  const language = useLanguage()
  const incident = useIncident()
  const list = Object.values(incident.sources).toSorted((a, b) => Number(a.text === null) - Number(b.text === null) || compareDates(a.date, b.date))
  return (
    <Section name="sources" count={list.length} none={t('noneSources')}>
      {list.length === 0 ? null : (
        <table className={styles['sources']}>
          <thead><tr><th scope="col">{t('source')}</th><th scope="col">{t('date')}</th><th scope="col">{t('text')}</th><th scope="col">{t('grade')}</th><th scope="col">{t('tlp')}</th></tr></thead>
          <tbody>
            {list.map((source) => (
              <tr key={source.id} data-key={`sources/${source.id}`} tabIndex={-1}>
                <td><button type="button" className={styles['open']} onClick={() => goToQuote(source.id, null)}>{source.citation.title}</button><div className={styles['quiet']}>{sourceName(source) === source.citation.title ? source.citation.publisher : sourceName(source)}</div></td>
                <td className={styles['date']}>{formatEdtf(source.date, language)}</td>
                <td className={styles['quiet']}>{t(textKey(source))}</td>
                <td><Grade>{source.reliability}</Grade></td>
                <td><TlpCell label={source.tlp} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
