import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { loadCodebook } from '../../state/codebook.ts'
import { closeOverlay } from '../../state/overlays.ts'
import { useSession } from '../../state/session.ts'
import { codebookStrings } from '../../strings/codebook.ts'
import { common } from '../../strings/common.ts'
import { useStrings } from '../../strings/index.ts'
import { IconButton, Segmented } from '../../ui/index.ts'
import styles from './codebook.module.css'
import { TagsPart } from './tags-part.tsx'
import { TaxonomiesPart } from './taxonomies-part.tsx'
import { TypesPart } from './types-part.tsx'

const parts = { types: TypesPart, tags: TagsPart, taxonomies: TaxonomiesPart } as const
type Part = keyof typeof parts

/** What this library marks with: own types, own tags, taxonomies. */
export function CodebookDialog() {
  const t = useStrings(codebookStrings)
  const words = useStrings(common)
  const readOnly = useSession((session) => session.library.readOnly)
  const [part, setPart] = useState<Part>('types')
  useEffect(() => void loadCodebook(), [])
  const Shown = parts[part]
  return (
    <Dialog.Root open onOpenChange={(open) => open || closeOverlay()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['scrim']} />
        <Dialog.Popup className={styles['sheet']}>
          <header className={styles['head']}>
            <Dialog.Title>{t('title')}</Dialog.Title>
            <Segmented label={t('parts')} value={part} options={(['types', 'tags', 'taxonomies'] as const).map((value) => ({ value, label: t(value) }))} onChange={setPart} />
            <span className={styles['spring']} />
            <IconButton label={words('close')} onClick={closeOverlay}><X size={16} strokeWidth={1.75} /></IconButton>
          </header>
          <Dialog.Description className={styles['intro']}>{readOnly ? t('readOnly') : t('intro')}</Dialog.Description>
          <div className={styles['body']}>
            <Shown readOnly={readOnly} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
