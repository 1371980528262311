import { join } from 'node:path'
import { expect, it } from 'vitest'
import { taxonomies } from './taxonomies.ts'

it('brings the bundled taxonomies and the techniques, every tag once and with its source', async () => {
  const all = await taxonomies(join(import.meta.dirname, '../../../resources'))()
  expect(all.map(({ id }) => id)).toEqual(['admiralty-scale', 'estimative-language', 'state-responsibility', 'attack'])
  const tags = all.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries.map(({ tag }) => tag)))
  expect(new Set(tags).size).toBe(tags.length)
  expect(tags).toHaveLength(33 + 127)
  expect(tags).toContain('admiralty-scale:source-reliability="a"')
})
