import { Link2, Unlink, X } from 'lucide-react'
import type { Annotation, Source } from '#domain/incident/index.ts'
import { go, goToItem } from '../../state/navigation.ts'
import { useTypes } from '../../state/codebook.ts'
import { useIncident, useReadOnly } from '../../state/open-incident.ts'
import { useSession } from '../../state/session.ts'
import { itemName } from '../../strings/item-names.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { marking } from '../../strings/marking.ts'
import { reader } from '../../strings/reader.ts'
import { suggesting } from '../../strings/suggesting.ts'
import { Button, Glyph, IconButton, sourceName } from '../../ui/index.ts'
import styles from './annotations.module.css'
import { EditCard } from './edit-card.tsx'
import type { Link } from './list-filters.ts'
import type { Item } from './suggested.ts'
import { readingOf } from './suggestion-reading.ts'
import { removeRelation } from './records.ts'
import { useReversed } from './relations.ts'

type Props = {
  annotation: Annotation
  /** What it is when it is a suggestion that waits. */
  item: Item | null
  /** Whether it is the chosen one. */
  current: boolean
  onSettle: (decision: 'accept' | 'reject') => void
  links: Link[]
  orphaned: boolean
  inside: boolean
  editing: boolean
  /** Named when the list holds several texts. */
  source: Source | undefined
  /** Whether Tab goes into this card. */
  tabbable: boolean
  /** What rests on it, when deleting was refused for that. */
  refusal: string[] | null
  onRemoveTogether: () => void
  onKeep: () => void
  onEdited: () => void
}

/** Records with a place in time come first; the rest is counted, with its names on hover. */
const linksShown = 3
const timelineCollections = new Set(['events', 'attributions', 'responses'])

/** One annotation: glyph, the words, tags, what was made of it, the comment. */
export function AnnotationCard({ annotation, item, current, onSettle, links, orphaned, inside, editing, source, tabbable, refusal, onRemoveTogether, onKeep, onEdited }: Props) {
  const t = useStrings(reader)
  const types = useTypes()
  const words = useStrings(marking)
  const incident = useIncident()
  const language = useLanguage()
  const ordered = links.toSorted((a, b) => Number(timelineCollections.has(b.collection)) - Number(timelineCollections.has(a.collection)))
  const [shown, rest] = [ordered.slice(0, linksShown), ordered.slice(linksShown)]
  return (
    <div role="gridcell" className={styles['card']}>
      <Glyph type={annotation.type} suggested={annotation.state === 'suggested'} />
      <div className={styles['content']}>
        <span className="visually-hidden">{types.name(annotation.type)}: </span>
        <p className={styles['quote']} data-orphaned={orphaned} data-suggested={annotation.state === 'suggested'}>{annotation.anchor.exact}</p>
        {editing ? <EditCard annotation={annotation} onDone={onEdited} /> : (
          <>
            <div className={styles['facts']}>
              {item ? <Reading item={item} /> : null}
              {orphaned ? <span className={styles['lost']}><Unlink size={13} strokeWidth={1.75} aria-hidden="true" /> {t('notFound')}</span> : null}
              {annotation.tags.map((tag) => <span key={tag}>#{tag}</span>)}
              {shown.map((link) => <LinkedRecord key={`${link.collection}/${link.id}`} link={link} tabbable={tabbable} />)}
              {rest.length > 0 ? <span title={rest.map(({ collection, id }) => itemName(incident, `${collection}/${id}`, language)).join('\n')}>{t('moreLinks', { n: rest.length })}</span> : null}
              {inside ? <span>{t('inside')}</span> : null}
              {source ? <span className={styles['from']}>{sourceName(source)}</span> : null}
            </div>
            {annotation.translation ? <p className={styles['translation']}><span className={styles['ours']}>{words('ours')} ({annotation.translation.language})</span> <span lang={annotation.translation.language}>{annotation.translation.text}</span></p> : null}
            {item && current ? <Decide tabbable={tabbable} onSettle={onSettle} /> : null}
            <Relations annotation={annotation} tabbable={tabbable} />
            {annotation.note ? <p className={styles['comment']}>{annotation.note}</p> : null}
          </>
        )}
        {refusal ? <RestsOn dependents={refusal} onRemoveTogether={onRemoveTogether} onKeep={onKeep} /> : null}
      </div>
    </div>
  )
}

/** What the rules read in the words. */
function Reading({ item }: { item: Item }) {
  return <span className={styles['reading']}>{readingOf(item, useLanguage())}</span>
}

function Decide({ tabbable, onSettle }: { tabbable: boolean; onSettle: Props['onSettle'] }) {
  const t = useStrings(suggesting)
  const letters = useSession((session) => session.settings.singleKeys)
  const readOnly = useReadOnly()
  if (readOnly) return null
  return (
    <div className={styles['decide']}>
      <Button small tabIndex={tabbable ? 0 : -1} {...(letters ? { shortcut: 'A' } : {})} onClick={() => onSettle('accept')}>{t('accept')}</Button>
      <Button small tabIndex={tabbable ? 0 : -1} {...(letters ? { shortcut: 'X' } : {})} onClick={() => onSettle('reject')}>{t('reject')}</Button>
    </div>
  )
}

/** How this mark stands to others, and they to it; each is a way to the other mark. */
function Relations({ annotation, tabbable }: { annotation: Annotation; tabbable: boolean }) {
  const t = useStrings(marking)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const reversed = useReversed(annotation.id)
  const own = annotation.relations ?? []
  if (own.length + reversed.length === 0) return null
  const way = (id: string) => {
    const other = incident.annotations[id]
    return other ? <button type="button" className={styles['link']} tabIndex={tabbable ? 0 : -1} onClick={() => go({ sourceId: other.sourceId, annotationId: other.id })}><q className={styles['other']}>{other.anchor.exact}</q></button> : null
  }
  return (
    <ul className={styles['relations']}>
      {own.map((relation) => (
        <li key={`${relation.kind}-${relation.annotationId}`}>
          <span>{t(relation.kind)}</span> {way(relation.annotationId)}
          {readOnly ? null : <IconButton small label={t('removeRelation')} tabIndex={tabbable ? 0 : -1} onClick={() => void removeRelation(annotation.id, relation)}><X size={13} /></IconButton>}
        </li>
      ))}
      {reversed.map(({ kind, annotationId }) => <li key={`${kind}-${annotationId}`}><span>{t(`by_${kind}`)}</span> {way(annotationId)}</li>)}
    </ul>
  )
}

/** What was made of the words; a record with a place in time is a way to it. */
function LinkedRecord({ link, tabbable }: { link: Link; tabbable: boolean }) {
  const incident = useIncident()
  const language = useLanguage()
  const key = `${link.collection}/${link.id}`
  const content = (
    <>
      <Link2 size={13} strokeWidth={1.75} aria-hidden="true" />
      <span>{itemName(incident, key, language)}</span>
    </>
  )
  if (!timelineCollections.has(link.collection)) return <span className={styles['link']}>{content}</span>
  return (
    <button type="button" className={styles['link']} tabIndex={tabbable ? 0 : -1} onClick={() => goToItem(key)}>
      {content}
    </button>
  )
}

function RestsOn({ dependents, onRemoveTogether, onKeep }: { dependents: string[]; onRemoveTogether: () => void; onKeep: () => void }) {
  const t = useStrings(reader)
  const incident = useIncident()
  const language = useLanguage()
  const names = [...new Set(dependents)]
  return (
    <div className={styles['refusal']} role="alert" onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onKeep() } }}>
      <p>{t('restsOn', { n: names.length })}</p>
      <ul>{names.map((name) => <li key={name}>{itemName(incident, name, language)}</li>)}</ul>
      <div className={styles['buttons']}>
        <Button small autoFocus onClick={onKeep}>{t('keep')}</Button>
        <Button small onClick={onRemoveTogether}>{t('deleteTogether')}</Button>
      </div>
    </div>
  )
}
