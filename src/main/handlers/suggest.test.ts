import { expect, it } from 'vitest'
import { suggest, type SuggestVocabularies } from '#domain/suggest/index.ts'
import { started } from './testing.ts'

it('gives a window the names that the recognisers look for, and no more', async () => {
  const { call, library } = await started()
  const vocabularies = (await call('suggest:names', {})) as SuggestVocabularies
  expect(Object.keys(vocabularies.actors[0] ?? {})).toEqual(['id', 'name', 'country', 'aliases'])
  expect(suggest('Zirconium was seen.', { language: 'en', vocabularies }).map(({ value }) => value)).toEqual(['APT31'])
  await library.close()
})
