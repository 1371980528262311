import type { Entity, Incident } from '#domain/incident/index.ts'
import { useIncident } from '../../state/open-incident.ts'
import { common } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { countryName, sectorName } from '../../strings/names.ts'
import { overview } from '../../strings/overview.ts'
import styles from './case-card.module.css'
import { Filing, KeyDates } from './head.tsx'
import { BackgroundMark } from './section.tsx'

/** Every name with who uses it; names known from general knowledge only are marked. */
export function Aliases({ entity }: { entity: Entity }) {
  const t = useStrings(overview)
  if (entity.aliases.length === 0) return null
  return (
    <ul className={styles['aliases']} aria-label={`${entity.name}: ${t('alsoCalled')}`}>
      {entity.aliases.map((alias) => (
        <li key={`${alias.name}/${alias.namer ?? ''}`}>
          {alias.name}
          {alias.namer ? <span className={styles['quiet']}> {t('namedBy', { namer: alias.namer })}</span> : null} <BackgroundMark standing={alias.standing} />
        </li>
      ))}
    </ul>
  )
}

function Actors({ incident }: { incident: Incident }) {
  const words = useStrings(common)
  const actors = incident.actorIds.flatMap((id) => incident.entities[id] ?? [])
  if (actors.length === 0) return <>{words('notStated')}</>
  return (
    <>
      {actors.map((actor) => (
        <div key={actor.id}>
          <strong>{actor.name}</strong> <BackgroundMark standing={actor.standing} />
          <Aliases entity={actor} />
        </div>
      ))}
    </>
  )
}

function Victims({ incident }: { incident: Incident }) {
  const words = useStrings(common)
  const language = useLanguage()
  if (incident.victims.length === 0) return <>{words('notStated')}</>
  return (
    <>
      {incident.victims.map((victim) => (
        <div key={victim.name}>
          {victim.name}
          <div className={styles['quiet']}>{[victim.country ? countryName(victim.country, language) : null, sectorName(victim.sector, language)].filter(Boolean).join(', ')}</div>
        </div>
      ))}
    </>
  )
}

function Sponsors({ incident }: { incident: Incident }) {
  const words = useStrings(common)
  const language = useLanguage()
  const sponsors = incident.actorIds.flatMap((id) => incident.entities[id]?.sponsor ?? [])
  return (
    <>
      {incident.sponsorStates.map((code) => countryName(code, language)).join(', ') || words('notStated')}
      {sponsors.map((sponsor) => <div key={sponsor} className={styles['quiet']}>{sponsor}</div>)}
    </>
  )
}

/** The facts a reader looks for first, beside the record. */
export function CaseCard() {
  const t = useStrings(overview)
  const incident = useIncident()
  return (
    <aside className={styles['card']} data-pane="card" aria-label={t('card')}>
      <div className={styles['block']}><Filing /></div>
      <dl className={`${styles['block']} ${styles['facts']}`}>
        <div><dt>{t('victim')}</dt><dd><Victims incident={incident} /></dd></div>
        <div><dt>{t('actor')}</dt><dd><Actors incident={incident} /></dd></div>
        <div><dt>{t('sponsor')}</dt><dd><Sponsors incident={incident} /></dd></div>
      </dl>
      <div className={styles['block']}>
        <h2>{t('dates')}</h2>
        <KeyDates />
      </div>
    </aside>
  )
}
