import type { Codebook, OwnTag, Taxonomy } from './codebook.ts'

/** A tag that can be put on a mark. `name` says more than the tag itself, where it does. */
export type OfferedTag = { tag: string; name: { en: string; cs: string } | null }

/** What a new library begins with. */
export const emptyCodebook = (): Codebook => ({ types: [], tags: [], taxonomies: [] })

/** The tree as rows: each tag after its parent, fellows in the order of the list, with how deep it lies. */
export function tagRows(tags: readonly OwnTag[]): (OwnTag & { depth: number })[] {
  const under = (parent: string | null, depth: number): (OwnTag & { depth: number })[] =>
    tags.filter((tag) => tag.parent === parent).flatMap((tag) => [{ ...tag, depth }, ...under(tag.tag, depth + 1)])
  return under(null, 0)
}

/** The tree without a tag; what lay under it moves up to where it was. */
export function withoutTag(tags: readonly OwnTag[], gone: string): OwnTag[] {
  const up = tags.find(({ tag }) => tag === gone)?.parent ?? null
  return tags.filter(({ tag }) => tag !== gone).map((tag) => (tag.parent === gone ? { ...tag, parent: up } : tag))
}

/** The tags to offer: those used last first, then the library's own, then those of the taxonomies that are on; each once. */
export function offeredTags(recent: readonly string[], codebook: Codebook, taxonomies: readonly Taxonomy[]): OfferedTag[] {
  const named = new Map<string, OfferedTag>()
  for (const taxonomy of taxonomies) {
    if (!codebook.taxonomies.includes(taxonomy.id)) continue
    for (const { tag, names } of taxonomy.groups.flatMap(({ entries }) => entries)) named.set(tag, { tag, name: names })
  }
  for (const { tag, meaning } of codebook.tags) named.set(tag, { tag, name: meaning === '' ? null : { en: meaning, cs: meaning } })
  const order = [...new Set([...recent, ...tagRows(codebook.tags).map(({ tag }) => tag), ...named.keys()])]
  return order.map((tag) => named.get(tag) ?? { tag, name: null })
}

/** Tags as a person writes them: "#mss, e-mail" is two tags; the sign is not part of a tag. */
export const readTags = (typed: string): string[] => [...new Set(typed.split(',').map((tag) => tag.trim().replace(/^#+/, '').trim().slice(0, 120)).filter((tag) => tag !== ''))]
