import type { Handlers } from '#contract/index.ts'
import type { SuggestVocabularies } from '#domain/suggest/index.ts'
import type { Ports } from './ports.ts'

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

/** Only what the recognisers read: a window need not be sent notes and origins. */
const trimmed = ({ actors, techniques, malware, groups }: SuggestVocabularies) => ({
  actors: actors.map(({ id, name, country, aliases }) => ({ id, name, country, aliases: aliases.map((alias) => ({ name: alias.name })) })),
  techniques: techniques.map(named),
  malware: malware.map(named),
  groups: groups.map(named),
})

export function suggestHandlers({ suggestNames }: Pick<Ports, 'suggestNames'>): Pick<Handlers, 'suggest:names'> {
  return { 'suggest:names': async () => trimmed(await suggestNames()) }
}
