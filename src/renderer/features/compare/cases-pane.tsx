import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SimilarCase } from '#contract/index.ts'
import type { Incident } from '#domain/incident/index.ts'
import { addCase, moveCase, removeCase, useComparison } from '../../state/comparison.ts'
import { notify } from '../../state/notices.ts'
import { useSession } from '../../state/session.ts'
import { compareStrings } from '../../strings/compare.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { countryName, responseName, sectorName } from '../../strings/names.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { CasePicker } from './case-picker.tsx'
import styles from './pane.module.css'

const facetKeys = { actor: 'facetActor', sponsor: 'facetSponsor', technique: 'facetTechnique', sector: 'facetSector', response: 'facetResponse' } as const
const atFirst = 3

export function useAdd(): (id: string) => void {
  const t = useStrings(compareStrings)
  return (id) => {
    if (!addCase(id)) notify({ tone: 'failed', text: t('tooMany') })
  }
}

const titleOf = (incident: { title: string; shortTitle: string }) => incident.shortTitle || incident.title

function Chosen({ incidents }: { incidents: readonly Incident[] }) {
  const t = useStrings(compareStrings)
  const others = incidents.slice(1)
  const own = incidents[0]
  return (
    <ul className={styles['list']}>
      {own ? <li className={styles['case']}><span>{titleOf(own)}</span><span className={styles['quiet']}>{t('thisIncident')}</span></li> : null}
      {others.map((incident, index) => {
        const title = titleOf(incident)
        return (
          <li key={incident.id} className={styles['case']}>
            <span>{title}</span>
            <IconButton small disabled={index === 0} label={t('moveUp', { title })} onClick={() => moveCase(incident.id, -1)}><ArrowUp size={13} strokeWidth={1.75} /></IconButton>
            <IconButton small disabled={index === others.length - 1} label={t('moveDown', { title })} onClick={() => moveCase(incident.id, 1)}><ArrowDown size={13} strokeWidth={1.75} /></IconButton>
            <IconButton small label={t('remove', { title })} onClick={() => removeCase(incident.id)}><X size={13} strokeWidth={1.75} /></IconButton>
          </li>
        )
      })}
    </ul>
  )
}

/** One proposal with everything it shares, heaviest first, so that the likeness can be checked. */
function Proposal({ proposal, of, title }: { proposal: SimilarCase; of: number; title: string }) {
  const t = useStrings(compareStrings)
  const language = useLanguage()
  const add = useAdd()
  const [all, setAll] = useState(false)
  const said = ({ kind, value }: SimilarCase['shared'][number]) => (kind === 'sponsor' ? countryName(value, language) : kind === 'sector' ? sectorName(value, language) : kind === 'response' ? responseName(value, language) : value)
  const shown = all ? proposal.shared : proposal.shared.slice(0, atFirst)
  const hidden = proposal.shared.length - shown.length
  const weight = (value: number) => value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <li className={styles['similar']}>
      <div className={styles['line']}>
        <strong>{title}</strong>
        <span className={styles['quiet']}>{t('alike', { n: Math.round(proposal.score * 100) })}</span>
        <Button small aria-label={t('addCase', { title })} onClick={() => add(proposal.id)}>{t('add')}</Button>
      </div>
      <div className={styles['shared']}>
        {shown.map((facet) => (
          <FacetLine key={facet.key} name={said(facet)} kind={t(facetKeys[facet.kind])} share={t('shareOf', { n: facet.cases, m: of + 1, w: weight(facet.weight) })} />
        ))}
      </div>
      {hidden > 0 || all ? <button type="button" className={styles['more']} aria-expanded={all} onClick={() => setAll(!all)}>{all ? '−' : t('more', { n: hidden })}</button> : null}
    </li>
  )
}

const FacetLine = ({ name, kind, share }: { name: string; kind: string; share: string }) => (
  <>
    <b>{name} <span className={styles['quiet']}>{kind}</span></b>
    <span>{share}</span>
  </>
)

/** The cases compared, those most like this one with the reasons, and a way to any other. */
export function CasesPane({ own, incidents }: { own: Incident; incidents: readonly Incident[] }) {
  const t = useStrings(compareStrings)
  const { ids, similar } = useComparison()
  const references = useSession((session) => session.references)
  const mine = useSession((session) => session.incidents)
  const proposals = similar?.list.filter(({ id }) => !ids.includes(id)) ?? []
  const titles = useMemo(() => {
    const wanted = new Set(similar?.list.map(({ id }) => id))
    return new Map([...references, ...mine].filter(({ id }) => wanted.has(id)).map((summary) => [summary.id, titleOf(summary)]))
  }, [similar, references, mine])
  return (
    <div className={styles['body']}>
      <section className={styles['section']} aria-label={t('cases')}>
        <Chosen incidents={incidents} />
        <CasePicker ownId={own.id} />
      </section>
      <section className={styles['section']} aria-label={t('similar')}>
        <div className={styles['head']}><h2>{t('similar')}</h2>{similar === null ? null : <span className={styles['quiet']}>{t('similarOf', { n: similar.of })}</span>}</div>
        {similar !== null && similar.list.length === 0 ? <p className={styles['quiet']}>{t('noSimilar')}</p> : null}
        <ul>
          {similar === null ? null : proposals.map((proposal) => <Proposal key={proposal.id} proposal={proposal} of={similar.of} title={titles.get(proposal.id) ?? proposal.id} />)}
        </ul>
        <p className={styles['quiet']}>{t('howAlike')}</p>
      </section>
    </div>
  )
}
