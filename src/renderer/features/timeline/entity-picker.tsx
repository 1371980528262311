import type { Incident } from '#domain/incident/index.ts'
import { useStrings } from '../../strings/index.ts'
import { entityKeys, timelineStrings } from '../../strings/timeline.ts'
import styles from './inspector.module.css'

/** The actors, organisations and tools an event concerns. */
export function EntityPicker({ incident, chosen, onChange }: { incident: Incident; chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useStrings(timelineStrings)
  const entities = Object.values(incident.entities).toSorted((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name))
  return (
    <fieldset className={styles['set']}>
      <legend>{t('linked')}</legend>
      {entities.length === 0 ? <p className={styles['quiet']}>{t('linkedNone')}</p> : (
        <div className={styles['choices']}>
          {entities.map(({ id, name, kind }) => (
            <label key={id} className={styles['check']}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
              {name} <span className={styles['quiet']}>{t(entityKeys[kind])}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}
