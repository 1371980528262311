import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeAnchor } from '#domain/text/index.ts'
import { workshop } from './testing.ts'

const first = 'The ministry reported an intrusion.\n\nIt names the group that the services call Blue Lynx.\n\nNobody was hurt by the outage of the portal.\n\nThe minister will speak in the chamber on Friday about what was learnt.\n'
const second = first.replace('names the group that the services call', 'named a group which its own services call').replace('Nobody was hurt by the outage of the portal.\n\n', '')

it('a newer version takes over the marks whose place is certain; the others wait, and none is lost', async () => {
  const shop = await workshop()
  await writeFile(join(shop.folder, 'old.txt'), first)
  await writeFile(join(shop.folder, 'new.txt'), second)
  const { data } = await shop.kronika(['import', 'old.txt', '--json'])
  const [id, sourceId] = [data.incidentId, data.results[0].sourceId]
  const { sha256 } = (await shop.kronika(['show', id, '--json'])).data.sources[sourceId].text
  for (const [mark, words] of [['a', 'The'], ['b', 'the group that the services call'], ['c', 'Nobody was hurt by the outage of the portal'], ['d', 'Friday']] as const) {
    const item = { id: mark, sourceId, anchor: makeAnchor(first, sha256, first.indexOf(words), first.indexOf(words) + words.length), type: 'activity', tags: [], note: '', state: 'accepted', createdAt: '2026-11-24T10:00:00Z', createdBy: '' }
    await shop.kronika(['apply', id, '--command', '-'], `${JSON.stringify({ type: 'annotation.add', item })}\n`)
  }
  expect((await shop.kronika(['import', 'new.txt', '--supersedes', sourceId])).code).toBe(2)
  expect((await shop.kronika(['import', 'new.txt', '--incident', id, '--supersedes', 'gone', '--json'])).error).toMatchObject({ code: 'not-found', where: 'gone' })
  const made = await shop.kronika(['import', 'new.txt', '--incident', id, '--supersedes', sourceId, '--json'])
  expect(made.data).toMatchObject({ results: [{ outcome: 'imported' }], marks: { carried: 2, toConfirm: 1, withoutPlace: 1 } })
  const after = (await shop.kronika(['show', id, '--json'])).data
  const newer = made.data.results[0].sourceId
  expect(after.sources[newer].supersedes).toBe(sourceId)
  expect(Object.values<{ id: string; sourceId: string }>(after.annotations).map((mark) => [mark.id, mark.sourceId === newer])).toEqual([['a', true], ['b', false], ['c', false], ['d', true]])
  await shop.remove()
})
