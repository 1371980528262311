import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { isBuiltInType, type AnnotationType, type BuiltInType, type Tlp } from '#domain/incident/index.ts'
import { inkOf, useTypes } from '../state/codebook.ts'
import styles from './bits.module.css'

export const Kbd = ({ children }: { children: ReactNode }) => <kbd className={styles['kbd']}>{children}</kbd>

/** The label as FIRST writes it, on black; never translated. */
export const TlpChip = ({ label }: { label: Tlp }) => (
  <span className={styles['tlp']} data-tlp={label}>
    TLP:{label}
  </span>
)
/** In dense tables CLEAR is quiet; GREEN and stricter keep the black chip. */
export const TlpCell = ({ label }: { label: Tlp }) => (label === 'CLEAR' ? <span className={styles['tlpQuiet']}>CLEAR</span> : <TlpChip label={label} />)

export const Grade = ({ children }: { children: ReactNode }) => <span className={styles['grade']}>{children}</span>

/** Letters and signs that survive print in grey; the order is that of the keys 1–9, 0. */
export const typeGlyphs: Record<BuiltInType, string> = { actor: 'A', victim: 'V', activity: 'T', date: 'D', place: 'P', attribution: '→', response: 'R', legal: '§', indicator: '#', assessment: '?' }

/** The sign of a type on its ink; an own type has a line round it as well. */
export function Glyph({ type, suggested = false }: { type: AnnotationType; suggested?: boolean }) {
  const own = useTypes().own(type)
  return (
    <span className={styles['glyph']} data-suggested={suggested} data-own={!isBuiltInType(type)} aria-hidden="true" style={{ '--ink': `var(--ink-${inkOf(type, own)})` } as Record<string, string>}>
      {isBuiltInType(type) ? typeGlyphs[type] : (own?.glyph ?? '·')}
    </span>
  )
}

/** One sentence, one primary action, one shortcut. */
export const EmptyState = ({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) => (
  <div className={styles['empty']}>
    <h2>{title}</h2>
    {children ? <p>{children}</p> : null}
    {actions ? <div className={styles['emptyActions']}>{actions}</div> : null}
  </div>
)

export const PaneHead = ({ title, count, children }: { title: string; count?: number; children?: ReactNode }) => (
  <header className={styles['head']}>
    <h2>{title}</h2>
    {count === undefined ? null : <span className={styles['count']}>{count}</span>}
    <span className={styles['spring']} />
    {children}
  </header>
)

/** A toggle: pressed means the filter is on. */
export const Chip = ({ label, value, pressed, onClick }: { label: string; value?: ReactNode; pressed: boolean; onClick: () => void }) => (
  <button type="button" className={styles['chip']} aria-pressed={pressed} onClick={onClick}>
    {label}
    {value === undefined ? null : <span className={styles['count']}>{value}</span>}
  </button>
)

/** An active filter with its value; the cross takes it away. */
export const FilterChip = ({ label, value, removeLabel, onRemove }: { label: string; value: string; removeLabel: string; onRemove: () => void }) => (
  <button type="button" className={styles['chip']} data-active="true" title={removeLabel} aria-label={`${label} ${value}. ${removeLabel}`} onClick={onRemove}>
    <span className={styles['chipLabel']}>{label}</span>
    {value}
    <X size={13} aria-hidden="true" />
  </button>
)

/** Serif in quotation marks is always verbatim; a paraphrase comes in `paraphrase`, sans and without marks. */
export const EvidenceQuote = ({ quote, translation = null, paraphrase, place, grade, against = false, action }: { quote?: string; /** Ours, with what it is called. */ translation?: { text: string; language: string; label: string } | null; paraphrase?: string; place: ReactNode; grade?: string | null; against?: boolean; action?: ReactNode }) => (
  <div className={styles['evidence']} data-stance={against ? 'against' : 'for'}>
    {quote === undefined ? <p>{paraphrase}</p> : <q>{quote}</q>}
    {translation ? <p className={styles['translation']}><span>{translation.label}</span> <span lang={translation.language}>{translation.text}</span></p> : null}
    <div className={styles['evidenceFoot']}>
      <span className={styles['spring']}>{place}</span>
      {action}
      {grade ? <Grade>{grade}</Grade> : null}
    </div>
  </div>
)
