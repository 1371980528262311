import { afterEach, expect, it, vi } from 'vitest'
import { keepDraft } from './drafts.ts'
import { useSession } from './session.ts'
import { lockLibrary } from './vault.ts'

afterEach(() => vi.unstubAllGlobals())

it('what was typed a moment ago reaches main before the library is locked', async () => {
  const said: string[] = []
  const api = {
    call: async (channel: string, input: { text?: string }) => {
      said.push(channel === 'draft:put' ? `${channel} ${input.text ?? ''}` : channel)
      return { ok: true, value: {} }
    },
    on: () => () => undefined,
  }
  vi.stubGlobal('window', { api, location: { reload: () => said.push('reload') } })
  useSession.setState(({ library }) => ({ library: { ...library, readOnly: false } }))
  keepDraft({ key: 'one|text|summary', form: 'text', where: { view: 'overview', sourceId: null, annotationId: null, itemKey: null }, value: 'half a thought' })
  await lockLibrary()
  expect(said).toEqual([expect.stringContaining('half a thought'), 'vault:lock', 'reload'])
})
