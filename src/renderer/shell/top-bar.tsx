import { useStrings } from '../strings/index.ts'
import { common } from '../strings/common.ts'
import { go, incidentViews, usePlace } from '../state/navigation.ts'
import { closeIncident } from '../state/incidents.ts'
import { useOpened } from '../state/open-incident.ts'
import { Button } from '../ui/index.ts'

export function TopBar() {
  const t = useStrings(common)
  const { view } = usePlace()
  const title = useOpened((state) => state.current?.incident.title)
  if (title === undefined) return <header>Kronika</header>
  return (
    <header>
      <Button look="quiet" onClick={closeIncident}>{t('library')}</Button> {title}
      <nav>
        {incidentViews.map((name) => (
          <Button key={name} look="quiet" aria-current={name === view ? 'page' : undefined} onClick={() => go({ view: name })}>
            {t(name)}
          </Button>
        ))}
      </nav>
    </header>
  )
}
