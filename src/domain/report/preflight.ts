import { leastTlp, recordsIn, tlpLabels, type Incident, type Tlp } from '../incident/index.ts'
import { shownEvidence } from './notebook.ts'

/** What stands between an incident and a good report. `must`: export is refused; `check`: the report says it is missing. */
export type ProblemCode =
  | 'tlp-too-low' | 'bottom-line-empty' | 'cut-off-missing' | 'few-judgements' | 'would-change-missing' | 'mixed-scales' | 'no-evidence' | 'evidence-not-accepted'
  | 'open-conflict' | 'no-gap' | 'suggestions-pending' | 'passage-unused' | 'source-without-text' | 'background-fact'
/** `where` is "collection/id", or the name of a field of the incident. */
export type ReportProblem = { code: ProblemCode; severity: 'must' | 'check'; where: string }

const check = (code: ProblemCode, where: string): ReportProblem => ({ code, severity: 'check', where })

function ofHead(incident: Incident, tlp: Tlp): ReportProblem[] {
  const tooLow = tlpLabels.indexOf(tlp) < tlpLabels.indexOf(leastTlp(incident))
  return [
    ...(tooLow ? [{ code: 'tlp-too-low' as const, severity: 'must' as const, where: 'tlp' }] : []),
    ...(incident.bottomLine.trim() === '' ? [check('bottom-line-empty', 'bottomLine')] : []),
    ...(incident.cutOff === null ? [check('cut-off-missing', 'cutOff')] : []),
    ...(Object.keys(incident.gaps).length === 0 ? [check('no-gap', 'gaps')] : []),
  ]
}

function ofJudgements(incident: Incident): ReportProblem[] {
  const judgements = Object.values(incident.judgements)
  const scales = new Set(judgements.filter(({ likelihood }) => likelihood !== null).map(({ scale }) => scale))
  return [
    ...(judgements.length < 3 ? [check('few-judgements', 'judgements')] : []),
    ...judgements.filter(({ wouldChange }) => wouldChange.trim() === '').map(({ id }) => check('would-change-missing', `judgements/${id}`)),
    ...(scales.size > 1 ? [check('mixed-scales', 'judgements')] : []),
  ]
}

const withEvidence = ['events', 'attributions', 'responses'] as const

function ofEvidence(incident: Incident): ReportProblem[] {
  const periods = Object.values(recordsIn(incident, 'periods')).filter(({ evidence }) => shownEvidence(incident, evidence).length < evidence.length).map(({ id }) => check('evidence-not-accepted', `periods/${id}`))
  const records = withEvidence.flatMap((collection) =>
    Object.values(incident[collection]).flatMap((record) => {
      const where = `${collection}/${record.id}`
      const shown = shownEvidence(incident, record.evidence).length
      if (shown === 0 && record.standing !== 'background') return [check(record.evidence.length > 0 ? 'evidence-not-accepted' : 'no-evidence', where)]
      return shown < record.evidence.length ? [check('evidence-not-accepted', where)] : []
    }),
  )
  return [...records, ...periods]
}

function ofPassages(incident: Incident): ReportProblem[] {
  const used = new Set(
    [...withEvidence, 'entities', 'facts', 'techniques', 'indicators', 'judgements'].flatMap((collection) =>
      Object.values(incident[collection as 'events']).flatMap((record) => record.evidence.map((piece) => (piece.kind === 'quote' ? piece.annotationId : null))),
    ),
  )
  for (const { evidence } of Object.values(recordsIn(incident, 'periods'))) for (const piece of evidence) if (piece.kind === 'quote') used.add(piece.annotationId)
  for (const conflict of Object.values(incident.conflicts)) for (const claim of conflict.claims) for (const piece of claim.evidence) if (piece.kind === 'quote') used.add(piece.annotationId)
  return Object.values(incident.annotations).flatMap((annotation) => {
    if (annotation.state === 'suggested') return [check('suggestions-pending', `annotations/${annotation.id}`)]
    return annotation.state === 'accepted' && !used.has(annotation.id) ? [check('passage-unused', `annotations/${annotation.id}`)] : []
  })
}

/** Everything a person should see before export, the ones that stop it first. Pure and in a fixed order. */
export function reportProblems(incident: Incident, { tlp }: { tlp: Tlp }): ReportProblem[] {
  return [
    ...ofHead(incident, tlp),
    ...ofJudgements(incident),
    ...ofEvidence(incident),
    ...Object.values(incident.conflicts).filter(({ state }) => state === 'open').map(({ id }) => check('open-conflict', `conflicts/${id}`)),
    ...ofPassages(incident),
    ...Object.values(incident.sources).filter(({ text, kind }) => text === null && kind !== 'desk-note').map(({ id }) => check('source-without-text', `sources/${id}`)),
    ...Object.values(incident.facts).filter(({ standing }) => standing === 'background').map(({ id }) => check('background-fact', `facts/${id}`)),
  ]
}
