import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { Source } from '#domain/incident/index.ts'
import { runCommand } from '../../commands/registry.ts'
import { useOpened, useReadOnly } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { versions } from '../../strings/versions.ts'
import { IconButton, Kbd } from '../../ui/index.ts'
import styles from './fields.module.css'
import { openFacts } from './source-facts.ts'

/** What can be done with the source as a whole; the palette has the same. */
export function SourceMenu({ source }: { source: Source }) {
  const t = useStrings(versions)
  const readOnly = useReadOnly()
  const past = useOpened((state) => state.past !== null)
  if (readOnly || past) return null
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton small label={t('menu')}><Ellipsis size={16} strokeWidth={1.75} /></IconButton>} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end">
          <Menu.Popup className={styles['popup']}>
            <Menu.Item className={styles['item']} onClick={() => openFacts(source.id)}>{t('facts')} <span className={styles['itemCount']}><Kbd>F4</Kbd></span></Menu.Item>
            {source.text ? <Menu.Item className={styles['item']} onClick={() => runCommand('source.new-version')}>{t('newVersion')}</Menu.Item> : null}
            {source.supersedes ? <Menu.Item className={styles['item']} onClick={() => runCommand('source.review')}>{t('reviewMenu')}</Menu.Item> : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
