import { Lock } from 'lucide-react'
import type { Source } from '#domain/incident/index.ts'
import { formatEdtf } from '#domain/dates/index.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import styles from './text-pane.module.css'

type Name = NonNullable<Source['citation']['author']>[number]
const nameOf = (name: Name) => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '))

const whyKeys = { read: 'whyRead', 'address-confirmed': 'whyAddress', 'not-read': 'whyNotRead' } as const

/** A source whose text is not in the library: what it is, why there is no text, and our note about it. */
export function CitationPage({ source }: { source: Source }) {
  const t = useStrings(reader)
  const language = useLanguage()
  const { citation } = source
  const facts = [citation.author?.map(nameOf).join(', '), citation.publisher, citation['container-title'], formatEdtf(source.date, language, 'long')].filter(Boolean)
  return (
    <div className={styles['citation']} data-pane="text" tabIndex={0} role="region" aria-label={t('text')}>
      <div>
        <h1>{citation.title}</h1>
        <p className={styles['why']}>
          <Lock size={13} strokeWidth={1.75} aria-hidden="true" />
          <span>{t('citationOnly')} {t(whyKeys[source.access])}</span>
        </p>
        <section>
          <h2>{t('citationHead')}</h2>
          <p>{facts.join(', ')}</p>
          {citation.URL ? <p className={styles['address']}>{citation.URL}</p> : null}
        </section>
        <section>
          <h2>{t('noteHead')}</h2>
          <p className={styles['prose']}>{source.note || t('noNote')}</p>
        </section>
      </div>
    </div>
  )
}
