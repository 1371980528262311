import type { Incident } from '#domain/incident/index.ts'
import { drawDate } from '../../ui/date-drawing.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { library } from '../../strings/library.ts'
import { DateMarks } from '../../ui/index.ts'
import styles from './small-timeline.module.css'

/** The four dates that tell the case, on one scale; the timeline view shows everything. */
export function SmallTimeline({ incident }: { incident: Incident }) {
  const t = useStrings(library)
  const words = useStrings(common)
  const { activity, detected, attributed } = incident.dates
  const responses = Object.values(incident.responses).flatMap((response) => response.date.edtf ?? [])
  const lanes = [
    { name: t('activity'), dates: activity.edtf === null ? [] : [activity.edtf] },
    { name: t('detected'), dates: detected.edtf === null ? [] : [detected.edtf] },
    { name: t('attributedOn'), dates: attributed.edtf === null ? [] : [attributed.edtf] },
    { name: words('response'), dates: [...new Set(responses)] },
  ].filter((lane) => lane.dates.length > 0)
  const drawings = lanes.flatMap((lane) => lane.dates.map(drawDate)).filter((drawing) => drawing !== null)
  if (drawings.length === 0) return null
  const least = Math.min(...drawings.map((drawing) => drawing.from))
  const most = Math.max(...drawings.map((drawing) => drawing.to))
  // Air for the half of a diamond at the edge.
  const air = (most - least) * 0.04
  const [from, to] = [least - air, most + air]
  return (
    <div className={styles['lanes']}>
      {lanes.map((lane, index) => (
        <div key={lane.name} className={styles['lane']}>
          <span className={styles['name']}>{lane.name}</span>
          <DateMarks dates={lane.dates} from={from} to={to} width={200} labels={index === lanes.length - 1} />
        </div>
      ))}
    </div>
  )
}
