import { expect, test } from 'vitest'
import type { TimelineItem } from '#domain/timeline/index.ts'
import { shownColumns, sortedRows, sortingOf } from './columns.ts'
import type { Row } from './rows.ts'
import { tableCsv } from './table-csv.ts'

const row = (id: string, more: Partial<TimelineItem> = {}): Row => ({
  grade: null, state: 'one-source',
  item: { key: `events/${id}`, collection: 'events', id, title: id, lane: 'media', kind: 'event', edtf: null, wording: null, standing: 'confirmed', context: false, evidence: [], sources: 1, tags: [], ...more },
})

test('shows the usual columns where nothing was chosen, and those chosen at any width', () => {
  expect(shownColumns(null, 1200)).toContain('edtf')
  expect(shownColumns(null, 900)).not.toContain('edtf')
  expect(shownColumns(['edtf', 'date', 'of a later version'], 900)).toEqual(['date', 'edtf', 'event'])
})

test('sorts by what is shown, else by time, and ties stay in time', () => {
  expect(sortingOf({ id: 'tags', desc: true }, ['date', 'event'])).toEqual({ id: 'date', desc: false })
  const rows = [row('a', { edtf: '2021', sources: 2 }), row('b', { edtf: '2022', sources: 1 }), row('c', { edtf: '2023', sources: 2 })]
  expect(sortedRows(rows, { id: 'sources', desc: true }).map(({ item }) => item.id)).toEqual(['a', 'c', 'b'])
})

test('copies the columns shown, EDTF beside the written date, and never a formula', () => {
  const rows = [row('=cmd|calc', { edtf: '2022/', tags: ['a', 'b'], wording: 'said "from 2022", he wrote' })]
  expect(tableCsv(rows, ['date', 'event', 'wording', 'evidence', 'tags'], { language: 'en', zone: 'UTC' }, 'AMBER')).toBe(
    'TLP,Date,EDTF,Event,Source wording,Evidence,Tags\r\nTLP:AMBER,"from\u00a02022, end not known",2022/,\'=cmd|calc,"said ""from 2022"", he wrote",0,a; b\r\n',
  )
  expect(tableCsv(rows, ['date', 'edtf', 'event'], { language: 'cs', zone: 'UTC' }, 'CLEAR').split('\r\n')[0]).toBe('TLP,Datum,EDTF,Událost')
})
