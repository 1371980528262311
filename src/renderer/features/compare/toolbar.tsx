import { Menu } from '@base-ui/react/menu'
import { ChevronDown, Download, PanelRight } from 'lucide-react'
import { alignments, comparisonTlp, type Alignment } from '#domain/compare/index.ts'
import { strictest, type Incident } from '#domain/incident/index.ts'
import { spoken } from '../../commands/keys.ts'
import { compareWithSimilar, copyComparison, copyComparisonTable, exportComparison, setAlignment } from '../../state/comparison.ts'
import { useExports } from '../../state/exports.ts'
import { useReportOptions } from '../../state/report-options.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useStrings } from '../../strings/index.ts'
import { Button, IconButton, Kbd, Segmented, TlpChip } from '../../ui/index.ts'
import styles from './toolbar.module.css'

const exports = [['svg', 'exportSvg'], ['png', 'exportPng'], ['csv', 'exportCsv']] as const

function ExportMenu() {
  const t = useStrings(compareStrings)
  const busy = useExports((state) => state.busy)
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button small disabled={busy !== null} />}>
        <Download size={13} strokeWidth={1.75} aria-hidden="true" /> {t('export')} <ChevronDown size={13} strokeWidth={1.75} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={styles['positioner']}>
          <Menu.Popup className={styles['menu']}>
            <Menu.Item className={styles['item']} onClick={() => void copyComparison()}>{t('copyPicture')} <Kbd>{spoken('CmdOrCtrl+Shift+C')}</Kbd></Menu.Item>
            <Menu.Item className={styles['item']} onClick={() => void copyComparisonTable()}>{t('copyTable')}</Menu.Item>
            <Menu.Separator className={styles['rule']} />
            {exports.map(([format, key]) => <Menu.Item key={format} className={styles['item']} onClick={() => void exportComparison(format)}>{t(key)}</Menu.Item>)}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** What the axis counts from, and the ways out. */
export function Toolbar({ incidents, alignment, paneOpen, onPane }: { incidents: readonly Incident[]; alignment: Alignment; paneOpen: boolean; onPane: () => void }) {
  const t = useStrings(compareStrings)
  const [own] = incidents
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('chart')}>
      <Segmented showLabel label={t('dayZero')} value={alignment} options={alignments.map((value) => ({ value, label: t(value) }))} onChange={setAlignment} />
      <Button small onClick={() => void compareWithSimilar()}>{t('fiveSimilar')}</Button>
      <span className={styles['spring']} />
      {own ? <Label own={own} incidents={incidents} /> : null}
      <ExportMenu />
      <IconButton small label={t(paneOpen ? 'hidePane' : 'showPane')} aria-pressed={paneOpen} onClick={onPane}><PanelRight size={15} strokeWidth={1.75} /></IconButton>
    </div>
  )
}

/** The label that exports of this comparison carry. */
function Label({ own, incidents }: { own: Incident; incidents: readonly Incident[] }) {
  const t = useStrings(compareStrings)
  const { tlp } = useReportOptions(own)
  return <span className={styles['label']} title={t('tlpOf')}><TlpChip label={strictest(tlp, comparisonTlp(incidents))} /></span>
}
