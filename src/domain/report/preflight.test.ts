import { expect, it } from 'vitest'
import { emptyIncident, type Incident } from '../incident/index.ts'
import { reportProblems } from './preflight.ts'

const incident = (change: (incident: Incident) => void = () => undefined): Incident => {
  const made = emptyIncident({ id: 'x', title: 'A case', createdAt: '2025-10-06T08:00:00Z' })
  change(made)
  return made
}
const codes = (made: Incident, tlp: Incident['tlp'] = 'CLEAR') => reportProblems(made, { tlp }).map(({ code, severity }) => `${severity} ${code}`)

it('lets a new incident go out, and says what it lacks', () => {
  expect(codes(incident())).toEqual(['check bottom-line-empty', 'check cut-off-missing', 'check no-gap', 'check few-judgements'])
})

it('refuses a label below the strictest part', () => {
  const strict = incident((made) => {
    made.tlp = 'AMBER'
  })
  expect([codes(strict, 'GREEN')[0], codes(strict, 'AMBER')[0], codes(strict, 'RED')[0]]).toEqual(['must tlp-too-low', 'check bottom-line-empty', 'check bottom-line-empty'])
})

const event = { title: 'T', description: '', date: { edtf: '2022', wording: null }, lane: 'activity', credibility: null, location: null, entityIds: [], context: false, tags: [] } as const

it('names the records that rest on nothing', () => {
  const made = incident((draft) => {
    draft.events['bare'] = { ...event, id: 'bare', evidence: [], entityIds: [], tags: [], standing: 'confirmed' }
    draft.events['known'] = { ...event, id: 'known', evidence: [], entityIds: [], tags: [], standing: 'background' }
  })
  expect(reportProblems(made, { tlp: 'CLEAR' }).filter(({ code }) => code === 'no-evidence')).toEqual([{ code: 'no-evidence', severity: 'check', where: 'events/bare' }])
})

it('tells suggestions, evidence nobody accepted and passages nobody used', () => {
  const passage = { sourceId: 's', anchor: { textSha256: 'a'.repeat(64), start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }, type: 'actor', tags: [], note: '', createdAt: '2025-10-06T08:00:00Z', createdBy: '' } as const
  const made = incident((draft) => {
    draft.annotations['open'] = { ...passage, id: 'open', tags: [], state: 'suggested' }
    draft.annotations['idle'] = { ...passage, id: 'idle', tags: [], state: 'accepted' }
    draft.events['e'] = { ...event, id: 'e', entityIds: [], tags: [], standing: 'confirmed', evidence: [{ kind: 'quote', annotationId: 'open', stance: 'for', credibility: null, note: '' }] }
  })
  expect(reportProblems(made, { tlp: 'CLEAR' }).slice(4).map(({ code, where }) => `${code} ${where}`)).toEqual([
    'evidence-not-accepted events/e', 'suggestions-pending annotations/open', 'passage-unused annotations/idle',
  ])
})
