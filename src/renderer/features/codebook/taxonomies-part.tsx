import { useCodebook } from '../../state/codebook.ts'
import { codebookStrings } from '../../strings/codebook.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { changeCodebook } from './change.ts'
import styles from './codebook.module.css'

/** The bundled lists of tags, each with its source and licence, to be switched on. */
export function TaxonomiesPart({ readOnly }: { readOnly: boolean }) {
  const t = useStrings(codebookStrings)
  const language = useLanguage()
  const { codebook, taxonomies } = useCodebook()
  const toggle = (id: string, on: boolean) => void changeCodebook({ taxonomies: on ? [...codebook.taxonomies, id] : codebook.taxonomies.filter((one) => one !== id) })
  return (
    <>
      <p className={styles['none']}>{t('taxonomiesIntro')}</p>
      <ul className={styles['rows']}>
        {taxonomies.map(({ id, names, source, groups }) => (
          <li key={id} className={styles['taxonomy']}>
            <label className={styles['switch']}>
              <input type="checkbox" disabled={readOnly} checked={codebook.taxonomies.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
              <span className={styles['name']}>{names[language]}</span>
              <span className={styles['quiet']}>{t('tagCount', { n: groups.reduce((sum, { entries }) => sum + entries.length, 0) })}</span>
            </label>
            <p className={styles['source']}>{t('source', source)}</p>
            <details className={styles['details']}>
              <summary>{t('show')}</summary>
              {groups.map((group) => (
                <section key={group.names.en}>
                  <h3>{group.names[language]}</h3>
                  <ul>{group.entries.map((entry) => <li key={entry.tag}><code>{entry.tag}</code> {entry.names[language]}</li>)}</ul>
                </section>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
