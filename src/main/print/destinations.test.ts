import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDestinations } from './destinations.ts'

/** A file as Chromium writes it: plain objects, a nested page tree, a dictionary of destinations. */
function pdf(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}
const tree = ['<</Type /Catalog\n/Pages 2 0 R\n/Dests 6 0 R>>', '<</Type /Pages\n/Kids [3 0 R 4 0 R]>>', '<</Type /Page>>', '<</Type /Pages\n/Kids [5 0 R]>>', '<</Type /Page>>']

it('counts pages through the tree and finds each name', () => {
  const read = readDestinations(pdf([...tree, '<</r12-2 [5 0 R /XYZ 1 2 0]\n/sec-card [3 0 R /XYZ 0 0 0]>>']))
  expect([...read]).toEqual([['r12-2', 2], ['sec-card', 1]])
})

it('reads a file without destinations as having none', () => {
  expect(readDestinations(pdf(['<</Type /Catalog\n/Pages 2 0 R>>', '<</Type /Pages\n/Kids []>>'])).size).toBe(0)
})

it('refuses what it cannot read rather than print a wrong number', () => {
  expect(() => readDestinations(pdf([...tree, '<</a [9 0 R /XYZ 0 0 0]>>']))).toThrow('leads to no page')
  expect(() => readDestinations(Buffer.from('no pdf'))).toThrow('no trailer')
  const shifted = Buffer.from(Buffer.from(pdf([...tree, '<<>>'])).toString('latin1').replace('%PDF-1.4\n', '%PDF-1.4\n '), 'latin1')
  expect(() => readDestinations(shifted)).toThrow()
})

const printed = '../shared/design/report/incident-report-en.pdf'
if (!existsSync(printed)) process.stderr.write('SKIPPED: ../shared/design/report is not here, so no real print is read\n')
it.skipIf(!existsSync(printed))('reads a real print: 169 destinations on ten pages', () => {
  const read = readDestinations(readFileSync(printed))
  expect([read.size, read.get('r1'), read.get('notes'), read.get('sources'), read.get('handling')]).toEqual([169, 1, 7, 8, 10])
})
