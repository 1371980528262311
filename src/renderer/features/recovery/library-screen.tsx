import { FolderOpen, FolderX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Input, LibraryTrouble } from '#contract/index.ts'
import { AppError, call } from '../../api.ts'
import { useStrings } from '../../strings/index.ts'
import { recovery } from '../../strings/recovery.ts'
import { Button } from '../../ui/index.ts'
import styles from './recovery.module.css'

type Key = keyof typeof recovery.en
type OpenWay = Input<'library:open'>['way']

const words = { missing: 'libMissing', unreadable: 'libUnreadable', corrupt: 'libCorrupt', newer: 'libNewer', 'not-a-library': 'libOther', none: 'libNone', ok: 'libOk', locked: 'libOk' } as const satisfies Record<LibraryTrouble['state'], Key>
const again = { way: 'again' as const, key: 'tryAgain' as const, text: 'tryAgainText' as const }
const named = { 'read-only': { key: 'openReadOnly', text: 'readOnlyText' }, 'set-aside': { key: 'setAside', text: 'setAsideText' }, create: { key: 'create', text: 'createText' } } as const satisfies Record<LibraryTrouble['ways'][number], { key: Key; text: Key }>

/** Which way comes first: the one that loses nothing. */
function choicesOf({ state, ways }: LibraryTrouble): { way: OpenWay; key: Key; text: Key }[] {
  const chosen = ways.map((way) => ({ way, ...named[way], ...(way === 'create' && state === 'none' ? { text: 'createHereText' as const } : {}) }))
  return state === 'newer' || state === 'corrupt' ? [...chosen.toReversed(), again] : [again, ...chosen]
}

/** Shown instead of everything else while no library is open: what is there, and what can be done. */
export function LibraryRecovery({ first }: { first: LibraryTrouble }) {
  const t = useStrings(recovery)
  const [trouble, setTrouble] = useState(first)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => document.querySelector<HTMLElement>('main button')?.focus(), [])

  async function attempt(work: () => Promise<boolean>) {
    setBusy(true)
    setFailure(null)
    try {
      // Everything the window knows belongs to the library it had: it begins anew with the next one.
      if (await work()) return window.location.reload()
    } catch (error) {
      setFailure(error instanceof AppError ? error.failure.message : String(error))
      setTrouble(await call('library:state', {}))
    }
    setBusy(false)
  }
  const open = (way: OpenWay) => attempt(() => call('library:open', { way }).then(() => true))
  const choose = () => attempt(async () => (await call('library:choose', {})).opened)
  const key = words[trouble.state]
  return (
    <main className={`${styles['screen']} ${styles['alone']}`}>
      <div className={styles['column']}>
        <header className={styles['head']}>
          <FolderX size={20} strokeWidth={1.75} aria-hidden="true" />
          <div>
            <h1>{t(key)}</h1>
            <p className={styles['found']}>{t(`${key}Text`)}</p>
          </div>
        </header>
        <dl className={styles['facts']}>
          <div><dt>{t('libFolder')}</dt><dd className="mono">{trouble.path}</dd></div>
          {trouble.detail === '' ? null : <div><dt>{t('detail')}</dt><dd>{trouble.detail}</dd></div>}
        </dl>
        <h2>{t('ways')}</h2>
        <ul className={styles['ways']}>
          {choicesOf(trouble).map(({ way, key: name, text }, index) => (
            <li key={way} className={styles['way']}>
              <div className={styles['wayWords']}><h3>{t(name)}</h3><p>{t(text)}</p></div>
              <Button look={index === 0 ? 'primary' : 'plain'} disabled={busy} aria-label={t(name)} onClick={() => void open(way)}>{t(name)}</Button>
            </li>
          ))}
          <li className={styles['way']}>
            <div className={styles['wayWords']}><h3>{t('chooseFolder')}</h3><p>{t('chooseFolderText')}</p></div>
            <Button disabled={busy} onClick={() => void choose()}><FolderOpen size={14} strokeWidth={1.75} aria-hidden="true" /> {t('chooseFolder')}</Button>
          </li>
        </ul>
        <p role="alert" className={styles['failure']}>{failure === null ? '' : t('cannot', { detail: failure })}</p>
        <footer className={styles['foot']}><Button look="quiet" onClick={() => void call('app:quit', {})}>{t('quit')}</Button></footer>
      </div>
    </main>
  )
}
