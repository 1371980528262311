import { describe, expect, it } from 'vitest'
import { codebookSchema, emptyCodebook, offeredTags, tagRows, withoutTag, type OwnTag, type Taxonomy } from './index.ts'

const tag = (name: string, parent: string | null = null): OwnTag => ({ tag: name, parent, meaning: '' })
const ownType = (id: `own-${string}`, key: string | null = null) => ({ id, names: { en: 'Motive', cs: 'Motiv' }, ink: 'legal' as const, glyph: 'M', key })

describe('codebook', () => {
  it('accepts an empty one and one with types, a tree and taxonomies', () => {
    expect(codebookSchema.safeParse(emptyCodebook()).success).toBe(true)
    expect(codebookSchema.safeParse({ types: [ownType('own-motive', 'k')], tags: [tag('b', 'a'), tag('a')], taxonomies: ['admiralty-scale'] }).success).toBe(true)
  })

  it.each([
    ['a built-in id', { types: [{ ...ownType('own-a'), id: 'actor' }] }],
    ['the same id twice', { types: [ownType('own-a'), ownType('own-a')] }],
    ['the same key twice', { types: [ownType('own-a', 'k'), ownType('own-b', 'k')] }],
    ['the same tag twice', { tags: [tag('a'), tag('a')] }],
    ['a parent that is missing', { tags: [tag('a', 'b')] }],
    ['a ring', { tags: [tag('a', 'b'), tag('b', 'a')] }],
    ['an ink outside of the palette', { types: [{ ...ownType('own-a'), ink: '#ff0000' }] }],
  ])('refuses %s', (_, changes) => {
    expect(codebookSchema.safeParse({ ...emptyCodebook(), ...changes }).success).toBe(false)
  })

  it('lays the tree out and closes it over a tag that goes', () => {
    const tags = [tag('c', 'b'), tag('a'), tag('b', 'a'), tag('d')]
    expect(tagRows(tags).map(({ tag: name, depth }) => `${depth}${name}`)).toEqual(['0a', '1b', '2c', '0d'])
    expect(withoutTag(tags, 'b').find(({ tag: name }) => name === 'c')?.parent).toBe('a')
  })

  it('offers recent tags first and taxonomies only when they are on', () => {
    const taxonomy: Taxonomy = { id: 'grades', names: { en: 'Grades', cs: 'Stupně' }, source: { publisher: 'P', title: 'T', url: 'https://example.org/', licence: 'CC0' }, groups: [{ names: { en: 'G', cs: 'S' }, entries: [{ tag: 'g:1', names: { en: 'One', cs: 'Jedna' } }] }] }
    const codebook = { ...emptyCodebook(), tags: [tag('own')] }
    expect(offeredTags(['last'], codebook, [taxonomy]).map((offered) => offered.tag)).toEqual(['last', 'own'])
    expect(offeredTags(['last'], { ...codebook, taxonomies: ['grades'] }, [taxonomy]).at(-1)).toEqual({ tag: 'g:1', name: { en: 'One', cs: 'Jedna' } })
  })
})
