import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { IncidentDocument } from '#domain/exchange/index.ts'
import { annotationTypes, type Annotation, type Incident, type Source } from '#domain/incident/index.ts'
import { referenceCases } from './cases.ts'

const resources = join(import.meta.dirname, '../../../resources')
let document: IncidentDocument
let incident: Incident
beforeAll(async () => {
  document = await referenceCases(resources).open('cz-mfa-apt31-2022')
  incident = document.incident
})

const notes = (): Source[] => Object.values(incident.sources).filter(({ kind }) => kind === 'desk-note')
const textOf = (source: Source) => document.texts[source.text?.sha256 ?? ''] ?? ''
const overlap = (a: Annotation, b: Annotation) => a.sourceId === b.sourceId && a.anchor.start < b.anchor.end && b.anchor.start < a.anchor.end

describe('the Czech case', () => {
  it('stands on five or six notes in our own words that say so at their head, one of them Czech', () => {
    expect(notes().length).toBeGreaterThanOrEqual(5)
    expect(notes().length).toBeLessThanOrEqual(6)
    for (const note of notes()) {
      const words = textOf(note).split(/\s+/).length
      expect(words, note.id).toBeGreaterThanOrEqual(150)
      expect(words, note.id).toBeLessThanOrEqual(400)
      expect(note.text?.nature).toBe('own-words')
      expect(note.repeats, note.id).not.toBeNull()
      expect(textOf(note).split('\n\n')[1], note.id).toMatch(/not official wording|is official wording|úřední znění/)
    }
    expect(notes().filter(({ language }) => language === 'cs').length).toBeGreaterThanOrEqual(1)
  })

  it('keeps the text of no other source', () => {
    expect(Object.values(incident.sources).filter(({ kind, text }) => kind !== 'desk-note' && text !== null)).toEqual([])
  })

  it('has 60 to 100 accepted annotations of all ten types, some overlapping, anchored to the letter', () => {
    const annotations = Object.values(incident.annotations)
    expect(annotations.length).toBeGreaterThanOrEqual(60)
    expect(annotations.length).toBeLessThanOrEqual(100)
    expect(new Set(annotations.map(({ type }) => type))).toEqual(new Set(annotationTypes))
    expect(annotations.every(({ state }) => state === 'accepted')).toBe(true)
    for (const { anchor, id } of annotations) expect(document.texts[anchor.textSha256]?.slice(anchor.start, anchor.end), id).toBe(anchor.exact)
    expect(annotations.filter((a) => annotations.some((b) => a.id !== b.id && overlap(a, b))).length).toBeGreaterThan(10)
    expect(annotations.filter(({ note }) => note !== '').length).toBeGreaterThan(20)
  })

  it('dates no event more exactly than it is known', () => {
    const dates = Object.fromEntries(Object.values(incident.events).map(({ id, date }) => [id, date.edtf]))
    expect(dates).toMatchObject({ intrusion: '2022/', detection: '2022?/2023?', 'new-system': '2024', 'kintr-interview': '2025-06-12~', 'bis-2024': '2025-07', removal: null, 're-entry': null })
    expect(incident.events['eu-presidency']).toMatchObject({ standing: 'background', context: true })
  })

  it('tells solidarity from endorsement', () => {
    const stances = Object.fromEntries(Object.values(incident.attributions).map(({ id, stance }) => [id, stance]))
    expect(stances).toEqual({ 'cz-attribution': 'attributes', 'eu-attribution': 'endorses', 'kallas-attribution': 'endorses', 'nac-attribution': 'acknowledges' })
    const types = Object.values(incident.responses).map(({ type }) => type)
    expect(types.filter((type) => type === 'statement-of-support')).toHaveLength(4)
    for (const type of ['summons-of-ambassador', 'denial', 'statement', 'technical-advisory']) expect(types).toContain(type)
    expect(types).not.toContain('endorsement-of-attribution')
  })

  it('leads every attribution and response to the exact words of a note', () => {
    for (const record of [...Object.values(incident.attributions), ...Object.values(incident.responses)]) {
      expect(record.evidence.some(({ kind }) => kind === 'quote'), record.id).toBe(true)
    }
  })

  it('keeps the contradictions of the press as graded claims, some open and some decided', () => {
    const conflicts = Object.values(incident.conflicts)
    expect(conflicts.length).toBeGreaterThanOrEqual(6)
    for (const { id, claims, reading } of conflicts) {
      expect(claims.length, id).toBeGreaterThanOrEqual(2)
      expect(claims.every(({ credibility }) => credibility !== null), id).toBe(true)
      expect(reading, id).not.toBe('')
    }
    expect(new Set(conflicts.map(({ state }) => state))).toEqual(new Set(['open', 'decided', 'kept-open']))
  })

  it('judges on one scale, says what would change it, and never joins likelihood and confidence', () => {
    const judgements = Object.values(incident.judgements)
    expect(judgements.length).toBeGreaterThanOrEqual(3)
    for (const judgement of judgements) {
      expect(judgement.scale).toBe('nato')
      expect(judgement.statement, judgement.id).toContain(judgement.likelihood)
      expect(judgement.wouldChange, judgement.id).not.toBe('')
      expect(judgement.evidence.length, judgement.id).toBeGreaterThan(0)
      expect(`${judgement.statement} ${judgement.why}`, judgement.id).not.toMatch(/(low|moderate|high) confidence/i)
    }
    expect(Object.keys(incident.hypotheses).length).toBeGreaterThanOrEqual(2)
    expect(Object.values(incident.hypotheses).every(({ ratings }) => ratings.length > 0)).toBe(true)
  })

  it('names the people and bodies with their own letters', () => {
    const names = JSON.stringify(incident.entities)
    for (const name of ['Jan Lipavský', 'ÚZSI', 'NÚKIB', 'Kintr', 'Stromšíková', 'Feng Biao', 'Hubei', 'Kaja Kallas', 'Mark Rutte', 'Petr Fiala']) expect(names).toContain(name)
    expect(/Lipavsky|UZSI|NUKIB|Lukas Kintr/.test(JSON.stringify(incident)), 'a name without its diacritics').toBe(false)
  })
})
