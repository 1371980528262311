import type { Source } from '#domain/incident/index.ts'
import { useStrings } from '../../strings/index.ts'
import { reader } from '../../strings/reader.ts'
import { CitationPage } from './citation-page.tsx'
import { Paper } from './paper.tsx'
import { useSuggestions } from './suggested-now.ts'
import { SourceStrips } from './source-strips.tsx'
import { TextHead } from './text-head.tsx'
import styles from './text-pane.module.css'
import { useText } from './use-text.ts'

/** The middle of the reader: the head of a source and its text, or its citation when there is no text. */
export function TextPane({ source, narrow }: { source: Source; narrow: { sources: boolean; list: boolean } }) {
  return (
    <section className={styles['pane']}>
      <TextHead source={source} narrow={narrow} />
      <SourceStrips source={source} />
      {source.text ? <FrozenText key={source.id} source={source} /> : <CitationPage source={source} />}
    </section>
  )
}

function FrozenText({ source }: { source: Source }) {
  const t = useStrings(reader)
  useSuggestions(source)
  const text = useText(source)
  if (text.state === 'loading') return <p className={styles['wait']} role="status">{t('loadingText')}</p>
  if (text.state === 'failed') return <p className={styles['wait']} role="alert">{t('textMissing')}</p>
  return <Paper read={text.read} />
}
