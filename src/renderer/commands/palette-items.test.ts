import { expect, it } from 'vitest'
import { findItems, splitQuery, type PaletteItem } from './palette-items.ts'

const item = (group: PaletteItem['group'], title: string, keywords = ''): PaletteItem => ({ key: `${group}/${title}`, group, title, keywords, run: () => undefined })
const items = [item('incidents', 'Czech foreign ministry', 'APT31'), item('sources', 'Lipavský k útokům'), item('tags', 'kybernetický-útok'), item('commands', 'Export PDF'), item('entities', 'APT31')]
const titles = (query: string, recent: string[] = []) => findItems(items, query, recent).map(({ title }) => title)

it('narrows by the first character', () => {
  expect(splitQuery('>exp')).toEqual({ group: 'commands', query: 'exp' })
  expect(titles('#utok')).toEqual(['kybernetický-útok'])
  expect(titles('@')).toEqual(['APT31'])
})
it('finds over all groups in their order', () => expect(titles('utok')).toEqual(['Lipavský k útokům', 'kybernetický-útok']))
it('finds by keywords without marking beyond the title', () => {
  const [found] = findItems(items, 'apt31', [])
  expect(found?.title).toBe('Czech foreign ministry')
  expect(found?.ranges).toEqual([])
})
it('shows recent ones first, once', () => {
  expect(titles('', ['commands/Export PDF'])[0]).toBe('Export PDF')
  expect(titles('', ['commands/Export PDF']).filter((title) => title === 'Export PDF')).toHaveLength(1)
})
