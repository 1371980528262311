import type { ReactNode } from 'react'
import { lanes, type Incident } from '#domain/incident/index.ts'
import { responseTypeNames, type TimelineItem } from '#domain/timeline/index.ts'
import { apply } from '../../state/open-incident.ts'
import { common, laneKeys } from '../../strings/common.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { entityKeys, stanceKeys, timelineStrings } from '../../strings/timeline.ts'
import { Glyph, Select } from '../../ui/index.ts'
import { updateOf } from './item-commands.ts'
import styles from './inspector.module.css'

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles['fact']}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** The facts of an item: who and what it concerns, how it stands, where it belongs. */
export function Details({ incident, item, readOnly }: { incident: Incident; item: TimelineItem; readOnly: boolean }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const event = item.collection === 'events' ? incident.events[item.id] : undefined
  return (
    <section className={styles['section']}>
      <dl className={styles['facts']}>
        {event ? <EventFacts incident={incident} item={item} readOnly={readOnly} /> : <PartyFacts incident={incident} item={item} />}
        <Fact label={t('state')}>{item.standing === 'background' ? t('background') : item.sources === 1 ? t('oneSource') : item.sources === 0 ? t('noSource') : c('confirmed')}</Fact>
        {item.context ? <Fact label={t('contextLabel')}>{t('contextMeaning')}</Fact> : null}
        {item.tags.length > 0 ? <Fact label={t('tags')}>{item.tags.join(', ')}</Fact> : null}
      </dl>
    </section>
  )
}

function EventFacts({ incident, item, readOnly }: { incident: Incident; item: TimelineItem; readOnly: boolean }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const event = incident.events[item.id]
  if (!event) return null
  const victims = new Set(incident.victims.map(({ entityId }) => entityId))
  const entities = event.entityIds.flatMap((id) => incident.entities[id] ?? [])
  return (
    <>
      <Fact label={t('lane')}>
        {readOnly ? c(laneKeys[event.lane]) : (
          <Select hideLabel label={t('lane')} value={event.lane} options={lanes.map((lane) => ({ value: lane, label: c(laneKeys[lane]) }))} onChange={(lane) => void apply(updateOf(item, { lane }))} />
        )}
      </Fact>
      {entities.map((entity) => {
        const role = incident.actorIds.includes(entity.id) || entity.kind === 'actor' ? 'actor' : victims.has(entity.id) ? 'victim' : null
        return (
          <Fact key={entity.id} label={role ? t(role) : t(entityKeys[entity.kind])}>
            <span className={styles['entity']}>{role ? <Glyph type={role} /> : null}{entity.name}</span>
          </Fact>
        )
      })}
      {event.location ? <Fact label={t('location')}>{event.location.name}</Fact> : null}
      {event.description ? <Fact label={t('description')}>{event.description}</Fact> : null}
    </>
  )
}

function PartyFacts({ incident, item }: { incident: Incident; item: TimelineItem }) {
  const t = useStrings(timelineStrings)
  const c = useStrings(common)
  const language = useLanguage()
  const attribution = item.collection === 'attributions' ? incident.attributions[item.id] : undefined
  const response = item.collection === 'responses' ? incident.responses[item.id] : undefined
  if (attribution) {
    return (
      <>
        <Fact label={t('by')}>{attribution.by.name}</Fact>
        <Fact label={t('stance')}>{t(stanceKeys[attribution.stance])}</Fact>
        <Fact label={t('heldResponsible')}>{attribution.to.map(({ name }) => name).join(', ')}</Fact>
        <Fact label={t('strength')}>{attribution.strength ?? c('notStated')}</Fact>
        {attribution.note ? <Fact label={t('note')}>{attribution.note}</Fact> : null}
      </>
    )
  }
  if (!response) return null
  const answered = response.answers.flatMap((id) => incident.attributions[id]?.by.name ?? [])
  return (
    <>
      <Fact label={t('by')}>{response.actor.name}</Fact>
      <Fact label={t('responseType')}>{responseTypeNames[language][response.type]}</Fact>
      {answered.length > 0 ? <Fact label={t('answers')}>{answered.join(', ')}</Fact> : null}
      {response.description ? <Fact label={t('description')}>{response.description}</Fact> : null}
    </>
  )
}
