import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../dates/index.ts'
import { emptyIncident, type Incident } from '../incident/index.ts'
import { attribution, incidentWith, response, timelineEvent } from './testing-incident.ts'
import { anyDate, boundedDate, momentDate } from './testing-edtf.ts'
import { between, comparedCase, compareIntervals, dayZeroOf, intervalInWords, intervalsOf, isReversed, milestonesOf, momentBounds, offsetInWords, offsetsFrom, startBounds, type Milestone, type MilestoneName } from './index.ts'

const at = (edtf: string | null, name: MilestoneName = 'detection'): Milestone => {
  const head = { activity: 'activity', detection: 'detected', disclosure: 'disclosed', attribution: 'attributed', response: 'attributed' }[name]
  const incident = incidentWith({ dates: { [head]: edtf } })
  return milestonesOf(incident)[name]
}
/** Days between two ISO days, counted one by one over the calendar: no arithmetic on milliseconds. */
function countDays(from: string, to: string): number {
  const serial = (iso: string) => {
    const [y = 0, m = 1, d = 1] = iso.split('-').map(Number)
    // Days of the civil calendar since 0000-03-01 (H. Hinnant, chrono-compatible low-level date algorithms).
    const shifted = m <= 2 ? y - 1 : y
    const era = Math.floor(shifted / 400)
    const ofEra = shifted - era * 400
    const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
    return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
  }
  return serial(to) - serial(from)
}

describe('bounds of days', () => {
  it('agree with a second implementation over EDTF level 1', () => {
    fc.assert(fc.property(anyDate, ({ edtf, earliest, latest }) => {
      fc.pre(isEdtf(edtf))
      const { first, last } = momentBounds(edtf)
      const expected = (bound: string | null) => (bound === null ? { known: false, open: false } : bound === 'open' ? { known: false, open: true } : { known: true, day: countDays('1970-01-01', bound) })
      expect(first).toEqual(expected(earliest))
      expect(last).toEqual(expected(latest))
    }), { numRuns: 2000 })
  })
  it('the generator makes dates that the product stores', () => {
    const kept = fc.sample(anyDate, { numRuns: 500, seed: 1 }).filter(({ edtf }) => isEdtf(edtf))
    expect(kept.length).toBeGreaterThan(450)
    for (const pattern of [/^\d{4}$/, /\?$/, /~$/, /%$/, /X/, /-2[1-4]$/, /\/$/, /\/\.\.$/, /^\//, /^\.\./]) expect(kept.some(({ edtf }) => pattern.test(edtf)), String(pattern)).toBe(true)
  })
  it('of a start are those of the first limit', () => {
    expect(startBounds('2022/')).toEqual(momentBounds('2022'))
    expect(startBounds('2021-08/2022-10')).toEqual(momentBounds('2021-08'))
    expect(startBounds('/2022')).toEqual({ first: { known: false, open: false }, last: momentBounds('2022').last })
    expect(startBounds('../2022').first).toEqual({ known: false, open: true })
  })
})

describe('intervals', () => {
  it('carry both bounds of both dates', () => {
    fc.assert(fc.property(boundedDate, boundedDate, (a, b) => {
      fc.pre(isEdtf(a.edtf) && isEdtf(b.edtf))
      const interval = between(at(a.edtf, 'disclosure'), at(b.edtf, 'attribution'), false)
      expect(interval).toMatchObject({ known: true, least: { known: true, days: countDays(String(a.latest), String(b.earliest)) }, most: { known: true, days: countDays(String(a.earliest), String(b.latest)) } })
    }), { numRuns: 1000 })
  })
  it('hold every pair of days that the dates allow, and begin at 0 where the order is necessary', () => {
    fc.assert(fc.property(momentDate, momentDate, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, p, q) => {
      const day = (date: typeof a, share: number) => Math.round(countDays('1970-01-01', String(date.earliest)) + share * countDays(String(date.earliest), String(date.latest)))
      const days = day(b, q) - day(a, p)
      const interval = between(at(a.edtf, 'detection'), at(b.edtf, 'disclosure'), true)
      if (!interval.known || !interval.least.known || !interval.most.known) throw new Error('both dates are bounded')
      fc.pre(days >= 0)
      expect(days).toBeGreaterThanOrEqual(interval.least.days)
      expect(days).toBeLessThanOrEqual(interval.most.days)
      expect(interval.least.days).toBeGreaterThanOrEqual(0)
    }), { numRuns: 1000 })
  })
  it.each([
    ['2022', '2025-05-28', '879–1,243 days', '879–1 243 dní'],
    ['2025-05-28', '2025-05-28', '0 days', '0 dní'],
    ['2025-05-27', '2025-05-28', '1 day', '1 den'],
    ['2025-05-26', '2025-05-28', '2 days', '2 dny'],
    ['2025-05~', '2025-06-02', 'c. 2–32 days', 'asi 2–32 dní'],
    ['2025-05-20?', '2025-06-02', '13? days', '13? dní'],
    ['2025-05-20/', '2025-06-02', '0–13 days', '0–13 dní'],
    ['/2025-05-20', '2025-06-02', 'at least 13 days, no upper limit stated', 'nejméně 13 dní, horní mez neuvedena'],
    ['../2025-05-20', '2025-06-02', 'at least 13 days, upper limit open', 'nejméně 13 dní, horní mez otevřená'],
    ['2025-07', '2025-06-02', '−59 to −29 days', '−59 až −29 dní'],
  ])('%s to %s: %s', (from, to, english, czech) => {
    const interval = between(at(from, 'detection'), at(to, 'disclosure'), true)
    const plain = intervalInWords(interval, 'en').replaceAll('\u00a0', ' ')
    expect(plain).toBe(english)
    expect(intervalInWords(interval, 'cs').replaceAll('\u00a0', ' ')).toBe(czech)
  })
  it('say which date is missing, and never guess one', () => {
    const { intervals } = comparedCase(incidentWith({ dates: { activity: '2022' } }))
    expect(intervals['activity-detection']).toEqual({ known: false, missing: ['detection'] })
    expect(intervals['attribution-response']).toEqual({ known: false, missing: ['attribution', 'response'] })
    expect(intervalInWords(intervals['attribution-response'], 'en')).toBe('no attribution on record, no response on record')
  })
  it('are told as reversed when detection would come before the first activity', () => {
    const { intervals } = comparedCase(incidentWith({ dates: { activity: '2023', detected: '2022-03' } }))
    expect(isReversed('activity-detection', intervals['activity-detection'])).toBe(true)
    expect(intervals['activity-detection']).toMatchObject({ least: { days: -670 }, most: { days: -276 } })
  })
  it('sort by what is known, unknown last', () => {
    const list = ['2022', '2021', '2024-05-01'].map((edtf) => between(at(edtf, 'detection'), at('2025-05-28', 'disclosure'), true))
    const missing = intervalsOf(milestonesOf(incidentWith({})))['detection-disclosure']
    expect([missing, ...list].toSorted(compareIntervals)).toEqual([list[2], list[0], list[1], missing])
  })
})

describe('day zero', () => {
  it('has no reach on an exact day, and half the stretch on any other', () => {
    expect(dayZeroOf(at('2025-05-28', 'disclosure'))).toMatchObject({ reach: 0 })
    expect(dayZeroOf(at('2021', 'disclosure'))).toMatchObject({ reach: 182 })
    expect(dayZeroOf(at('2021/', 'disclosure'))).toBeNull()
    expect(dayZeroOf(at(null, 'disclosure'))).toBeNull()
  })
  it('makes every count a range where it is one itself', () => {
    const offset = (zero: string, edtf: string) => {
      const day = dayZeroOf(at(zero, 'disclosure'))
      if (day === null) throw new Error('no day zero')
      return offsetInWords(offsetsFrom(day, momentBounds(edtf)), 'en').replaceAll('\u00a0', ' ')
    }
    expect(offset('2025-05-28', '2025-05-28')).toBe('+0')
    expect(offset('2025-05-28', '2022')).toBe('−1,243 to −879')
    expect(offset('2021', '2022-07-18')).toBe('+199 to +563')
    expect(offset('2025-05-28', '2022/')).toBe('from −1,243')
    expect(offset('2025-05-28', '/2022')).toBe('until −879')
  })
})

describe('milestones', () => {
  const evidence = [{ kind: 'citation' as const, sourceId: 's', locator: null, stance: 'for' as const, credibility: null, note: '' }]
  it('come with the record and the evidence they rest on', () => {
    const incident = incidentWith({
      dates: { activity: '2022/', detected: '2022?/2023?', disclosed: '2025-05-28', attributed: '2025-05-28' },
      events: [timelineEvent('intrusion', { lane: 'activity', edtf: '2022/', evidence }), timelineEvent('seen', { lane: 'detection', edtf: '2022?/2023?' }), timelineEvent('press', { lane: 'media', edtf: '2025-05-28' })],
      attributions: [attribution('gov', { edtf: '2025-05-28' })],
      responses: [response('summons', { edtf: '2025-05-28', type: 'summons-of-ambassador', country: 'CZ' })],
    })
    const found = milestonesOf(incident)
    expect(Object.values(found).map(({ itemKey }) => itemKey)).toEqual(['events/intrusion', 'events/seen', 'attributions/gov', 'attributions/gov', 'responses/summons'])
    expect(found.activity.evidence).toEqual(evidence)
  })
  it('of an incident without key dates are the first records that state them, and no others', () => {
    const found = milestonesOf(incidentWith({
      events: [timelineEvent('late', { lane: 'activity', edtf: '2023' }), timelineEvent('early', { lane: 'activity', edtf: '2022' }), timelineEvent('around', { lane: 'activity', edtf: '2010', context: true }), timelineEvent('remedy', { lane: 'detection', edtf: '2024' }), timelineEvent('press', { lane: 'media', edtf: '2025' })],
      attributions: [attribution('backs', { edtf: '2024-01-01', stance: 'endorses' }), attribution('gov', { edtf: '2025-05-28' })],
    }))
    expect([found.activity.itemKey, found.detection.edtf, found.disclosure.edtf, found.attribution.itemKey]).toEqual(['events/early', null, null, 'attributions/gov'])
    expect(milestonesOf(incidentWith({ events: [timelineEvent('d', { lane: 'detection', edtf: '2024', tags: ['Detection'] })] })).detection.itemKey).toBe('events/d')
  })
  it('take as response neither what the accused says nor what came before the attribution', () => {
    const found = milestonesOf(incidentWith({
      dates: { attributed: '2025-05-28' }, sponsorStates: ['CN'], attributions: [attribution('gov', { edtf: '2025-05-28' })],
      responses: [response('before', { edtf: '2025-01-01', type: 'statement', country: 'CZ' }), response('denial', { edtf: '2025-05-28', type: 'denial', country: 'CN' }), response('accused', { edtf: '2025-05-29', type: 'summons-of-ambassador', country: 'CN' }), response('advice', { edtf: '2025-05-28', type: 'technical-advisory', country: 'CZ' }), response('summons', { edtf: '2025-06', type: 'summons-of-ambassador', country: 'CZ' })],
    }))
    expect(found.response.itemKey).toBe('responses/summons')
  })
  it('count who joined apart from who only supported the victim', () => {
    const { joined, support } = comparedCase(incidentWith({
      dates: { attributed: '2025-05-28' }, sponsorStates: ['CN'], victims: ['CZ'],
      attributions: [attribution('gov', { edtf: '2025-05-28', country: 'CZ' }), attribution('eu', { edtf: '2025-05-28', by: 'European Union', country: 'EU', stance: 'endorses' }), attribution('firm', { edtf: '2025-05-28', by: 'A company', country: 'US', type: 'company' }), attribution('nac', { edtf: '2025-05-28', by: 'North Atlantic Council', country: null, stance: 'acknowledges' })],
      responses: [response('eu-support', { edtf: null, type: 'statement-of-support', by: 'European Union', country: 'EU' }), response('us', { edtf: null, type: 'statement-of-support', by: 'United States', country: 'US' }), response('own', { edtf: null, type: 'sanctions', country: 'CZ' }), response('nato', { edtf: null, type: 'statement-of-support', by: 'NATO', country: null })],
    })).joined
    expect(joined.map(({ id, way }) => `${id} ${way}`)).toEqual(['EU endorses', 'NATO acknowledges'])
    expect(support.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['US state'])
    expect(joined.find(({ id }) => id === 'EU')?.itemKeys).toEqual(['attributions/eu', 'responses/eu-support'])
  })
  it('of an empty incident are all missing', () => {
    const empty: Incident = emptyIncident({ id: 'e', title: 'Empty', createdAt: '2026-01-01T00:00:00Z' })
    expect(Object.values(milestonesOf(empty)).every(({ edtf, days, itemKey }) => edtf === null && days === null && itemKey === null)).toBe(true)
  })
})
