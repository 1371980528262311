import { expect, it } from 'vitest'
import { applyCommand } from '#domain/command/index.ts'
import { emptyIncident } from '#domain/incident/index.ts'
import { itemTitles, timelineItems } from '#domain/timeline/index.ts'
import { commandOf, draftOf, missing } from './draft.ts'
import { neighbour } from './neighbour.ts'
import { firstQuote, gradeOfItem, stateOf } from './rows.ts'

const empty = emptyIncident({ id: 'case', title: 'Case', createdAt: '2025-06-01T00:00:00Z' })
const items = (incident: typeof empty) => timelineItems(incident, itemTitles('en'))

it('makes one event of a draft and one change of an edited one', () => {
  const draft = { ...draftOf(empty, null), title: '  Intrusion ', edtf: '2022/', wording: 'lasted from 2022' }
  expect([missing(draftOf(empty, null)), missing({ ...draft, dateValid: false }), missing(draft)]).toEqual(['title', 'date', null])
  const added = applyCommand(empty, commandOf(draft, empty, null, 'e1')).incident
  expect(added.events['e1']).toMatchObject({ title: 'Intrusion', date: { edtf: '2022/', wording: 'lasted from 2022' }, evidence: [] })
  const [item] = items(added)
  const edited = applyCommand(added, commandOf({ ...draftOf(added, item!), lane: 'media', edtf: '2022' }, added, item!, 'unused')).incident
  expect(edited.events['e1']).toMatchObject({ lane: 'media', date: { edtf: '2022' }, title: 'Intrusion' })
  expect(Object.keys(edited.events)).toEqual(['e1'])
})

it('says how well an item is founded', () => {
  const draft = { ...draftOf(empty, null), title: 'x' }
  const [item] = items(applyCommand(empty, commandOf(draft, empty, null, 'e1')).incident)
  expect([stateOf(item!), stateOf({ ...item!, sources: 1 }), stateOf({ ...item!, sources: 2 }), stateOf({ ...item!, sources: 2, standing: 'background' })]).toEqual(['no-source', 'one-source', 'confirmed', 'background'])
  expect([gradeOfItem(empty, item!), firstQuote(empty, item!)]).toEqual([null, null])
})

it('goes from event to event and stays at the ends', () => {
  const list = [{ key: 'a' }, { key: 'b' }]
  expect([neighbour(list, null, 1), neighbour(list, null, -1), neighbour(list, 'a', 1), neighbour(list, 'b', 1), neighbour([], null, 1)]).toEqual(['a', 'b', 'b', 'b', null])
})
