import { FilePlus2, FileText, Import, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { runCommand } from '../../commands/registry.ts'
import { useOverlays } from '../../state/overlays.ts'
import { useSession } from '../../state/session.ts'
import { useStrings } from '../../strings/index.ts'
import { shell } from '../../strings/shell.ts'
import { Kbd } from '../../ui/index.ts'
import styles from './first-run.module.css'

type Choice = { id: string; icon: LucideIcon; title: 'firstSample' | 'firstNew' | 'firstImport'; text: 'firstSampleText' | 'firstNewText' | 'firstImportText' }
const choices: Choice[] = [
  { id: 'sample.open', icon: FileText, title: 'firstSample', text: 'firstSampleText' },
  { id: 'incident.new', icon: FilePlus2, title: 'firstNew', text: 'firstNewText' },
  { id: 'document.import', icon: Import, title: 'firstImport', text: 'firstImportText' },
]

/** Keys 1 to 3 choose; they are the whole screen, so they need no modifier. */
function useNumberKeys() {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const choice = choices[Number(event.key) - 1]
      if (!choice || event.ctrlKey || event.metaKey || event.altKey || useOverlays.getState().overlay !== null) return
      event.preventDefault()
      runCommand(choice.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function Choices() {
  const t = useStrings(shell)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move === 0) return
    event.preventDefault()
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[(at + move + buttons.length) % buttons.length]?.focus()
  }
  return (
    <ul ref={list} className={styles['choices']} aria-label={t('choices')} onKeyDown={onKeyDown}>
      {choices.map(({ id, icon: Icon, title, text }, index) => (
        <li key={id}>
          <button type="button" className={styles['choice']} aria-keyshortcuts={String(index + 1)} onClick={() => runCommand(id)}>
            <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
            <span className={styles['words']}>
              <strong>{t(title)}</strong>
              <span>{t(text)}</span>
            </span>
            <Kbd>{index + 1}</Kbd>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The first choice on a new library: look at a finished case, start one, or bring documents. */
export function FirstRun() {
  const t = useStrings(shell)
  const { library, references } = useSession()
  useNumberKeys()
  return (
    <main className={styles['page']}>
      <div className={styles['column']}>
        <h1 className={styles['title']}>{t('firstTitle1')}<br />{t('firstTitle2')}</h1>
        <p className={styles['intro']}>{t('firstText')}</p>
        <Choices />
        <dl className={styles['facts']}>
          <div><dt>{t('libraryFolder')}</dt><dd title={library.path}>{library.path}</dd></div>
          <div><dt>{t('referenceCases')}</dt><dd>{references.length === 0 ? t('noReferences') : t('referenceCount', { n: references.length })}</dd></div>
        </dl>
      </div>
    </main>
  )
}
