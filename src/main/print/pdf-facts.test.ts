import { describe, expect, it } from 'vitest'
import { settlePdfFacts } from './pdf-facts.ts'

const pdf = (created: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<</Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome/156)\n/Producer (Skia/PDF m156)\n/CreationDate (D:${created}+00'00')\n/ModDate (D:${created}+00'00')>>\nendobj\n\u00e9`, 'latin1')
const time = new Date('2025-05-28T10:00:00.123Z')

describe('the facts of a PDF', () => {
  it('are the same for two prints of one report, at the same offsets', () => {
    const [first, second] = ['20261124131235', '20261124131236'].map((created) => settlePdfFacts(pdf(created), time))
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true)
    expect(first?.length).toBe(pdf('20261124131235').length)
    expect(Buffer.from(first ?? []).toString('latin1')).toContain("/ModDate (D:20250528100000+00'00')")
  })
  it('do not tell the system it was printed on', () => {
    const words = Buffer.from(settlePdfFacts(pdf('20261124131235'), time)).toString('latin1')
    expect(words).toContain('/Creator (Kronika)')
    expect(words).not.toContain('Linux')
  })
  it('name tagged elements alike, however many a browser has counted before', () => {
    const tagged = (from: number) => {
      const name = (number: number) => `(node${String(from + number).padStart(8, '0')})`
      return settlePdfFacts(Buffer.concat([pdf('20261124131235'), Buffer.from(`<</ID ${name(3)}>> <</Headers [${name(0)} ${name(3)}]>> <</ID ${name(0)}>>`)]), time)
    }
    expect(Buffer.from(tagged(98)).equals(Buffer.from(tagged(490)))).toBe(true)
    expect(Buffer.from(tagged(98)).toString('latin1')).toContain('<</ID (node00000002)>> <</Headers [(node00000001) (node00000002)]>>')
  })
  it('are demanded', () => expect(() => settlePdfFacts(Buffer.from('%PDF-1.7'), time)).toThrow('no dates'))
})
