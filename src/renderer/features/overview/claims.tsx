import type { Incident } from '#domain/incident/index.ts'
import { apply, useIncident, useReadOnly } from '../../state/open-incident.ts'
import { useStrings } from '../../strings/index.ts'
import { overview } from '../../strings/overview.ts'
import { Grade, Select } from '../../ui/index.ts'
import { CommitText } from './commit-text.tsx'
import styles from './claims.module.css'
import { Section, SomeEvidence } from './section.tsx'

type Conflict = Incident['conflicts'][string]
type Claim = Conflict['claims'][number]
const states = ['open', 'decided', 'kept-open'] as const

function ClaimLines({ incident, claim, letter }: { incident: Incident; claim: Claim; letter: string }) {
  const t = useStrings(overview)
  return (
    <li className={styles['claim']}>
      <p className={styles['statement']}>
        <span className={styles['letter']}>{letter}</span>
        <strong>{claim.statement}</strong>
        {claim.credibility === null ? <span className={styles['quiet']}>{t('ungraded')}</span> : <Grade>{claim.credibility}</Grade>}
      </p>
      <p className={styles['quiet']}>{claim.claimant}, {t(`claim_${claim.stance}`)}</p>
      <SomeEvidence incident={incident} evidence={claim.evidence} />
    </li>
  )
}

function ConflictBlock({ incident, conflict, readOnly }: { incident: Incident; conflict: Conflict; readOnly: boolean }) {
  const t = useStrings(overview)
  const update = (changes: Partial<Pick<Conflict, 'reading' | 'state'>>) => void apply({ type: 'conflict.update', id: conflict.id, changes })
  return (
    <li className={styles['conflict']} data-key={`conflicts/${conflict.id}`} tabIndex={-1}>
      <h3>{conflict.question} <span className={styles['state']} data-state={conflict.state}>{t(`state_${conflict.state}`)}</span></h3>
      <ul className={styles['claims']}>
        {conflict.claims.map((claim, index) => <ClaimLines key={claim.id} incident={incident} claim={claim} letter={String.fromCodePoint(65 + index)} />)}
      </ul>
      {readOnly ? (
        <p><span className={styles['quiet']}>{t('reading')}:</span> {conflict.reading || t('readingNone')}</p>
      ) : (
        <div className={styles['reading']}>
          <CommitText label={t('reading')} value={conflict.reading} multiline placeholder={t('readingNone')} onCommit={(reading) => update({ reading })} />
          <Select label={t('state')} value={conflict.state} options={states.map((state) => ({ value: state, label: t(`state_${state}`) }))} onChange={(state) => update({ state })} />
        </div>
      )}
    </li>
  )
}

/** Questions the sources answer differently; both sides stay readable, open ones come first. */
export function Claims() {
  const t = useStrings(overview)
  const incident = useIncident()
  const readOnly = useReadOnly()
  const list = Object.values(incident.conflicts).toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state))
  return (
    <Section name="claims" count={list.length} none={t('noneClaims')}>
      <ul>{list.map((conflict) => <ConflictBlock key={conflict.id} incident={incident} conflict={conflict} readOnly={readOnly} />)}</ul>
    </Section>
  )
}
