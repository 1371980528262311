import { expect, it } from 'vitest'
import { reportStrings } from '../../strings/report.ts'
import { groupProblems, wordsOf } from './problems.ts'

it('makes one line of problems of one kind and puts what stops the export first', () => {
  const groups = groupProblems([
    { code: 'background-fact', severity: 'check', where: 'facts/a' },
    { code: 'tlp-too-low', severity: 'must', where: 'tlp' },
    { code: 'background-fact', severity: 'check', where: 'facts/b' },
  ])
  expect(groups).toEqual([
    { code: 'tlp-too-low', severity: 'must', places: ['tlp'] },
    { code: 'background-fact', severity: 'check', places: ['facts/a', 'facts/b'] },
  ])
})

it('has words for codes it knows and neutral ones for others', () => {
  expect(reportStrings.cs[wordsOf('no-gap').title]).toBe('Žádná zaznamenaná mezera')
  expect(wordsOf('from-a-later-version').title).toBe('other-problem')
})
