import { describe, expect, test } from 'vitest'
import { annotationTypes, emptyIncident, incidentSchema, integrityProblems, judgementSchema, leastTlp, likelihoodScales, responseTypes, strictest, summarise } from './index.ts'

const empty = emptyIncident({ id: 'i1', title: 'A case', createdAt: '2025-05-28T10:00:00Z' })

test('an empty incident is valid and whole', () => {
  expect(incidentSchema.parse(empty)).toEqual(empty)
  expect(integrityProblems(empty)).toEqual([])
})

test('unknown fields are refused, not dropped', () => {
  expect(incidentSchema.safeParse({ ...empty, colour: 'red' }).success).toBe(false)
})

test('a key that differs from its id and a reference into nothing are found', () => {
  const gap = { id: 'g1', statement: 'Not known', matters: '', couldClose: '' }
  const broken = { ...empty, gaps: { g2: gap }, actorIds: ['nobody'] }
  expect(integrityProblems(broken).map(({ path }) => path)).toEqual(['gaps.g2.id', 'actorIds.0'])
})

describe('vocabularies', () => {
  test('ten annotation types, one a key', () => {
    expect(annotationTypes).toHaveLength(10)
  })
  test('a summons has its own type, and support is not endorsement', () => {
    expect(responseTypes).toEqual(expect.arrayContaining(['summons-of-ambassador', 'statement-of-support', 'endorsement-of-attribution']))
  })
  test('a likelihood must be a term of its scale', () => {
    const judgement = { id: 'j1', order: 1, statement: 'x', scale: 'nato', likelihood: 'very likely', confidence: null, why: '', wouldChange: '', hypothesisId: null, evidence: [] }
    expect(judgementSchema.safeParse(judgement).success).toBe(false)
    expect(judgementSchema.safeParse({ ...judgement, scale: 'icd203' }).success).toBe(true)
  })
  test('the ranges of the NATO scale follow one another', () => {
    const scale = likelihoodScales.nato
    expect(scale.slice(1).every((step, index) => step.from === scale[index]?.to)).toBe(true)
  })
})

test('the strictest label wins', () => {
  expect(strictest('GREEN', 'AMBER+STRICT', 'AMBER')).toBe('AMBER+STRICT')
  expect(leastTlp(empty)).toBe('CLEAR')
})

test('the summary of an incident is small', () => {
  const summary = summarise(empty, { sequence: 1, changedAt: '2025-05-28T10:00:00Z' })
  expect(JSON.stringify(summary).length).toBeLessThan(700)
})
