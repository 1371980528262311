import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { workshop, type Workshop } from './testing.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await workshop()
  await mkdir(join(shop.folder, 'docs/more'), { recursive: true })
  for (const [name, words] of [['docs/note 10.txt', 'Ten'], ['docs/note 2.txt', 'Two'], ['docs/more/deep.md', '# Deep\n\nWords.'], ['docs/.hidden.txt', 'Hidden'], ['docs/picture.png', '\x89PNG\r\n\x1a\n\0']] as const) await writeFile(join(shop.folder, name), Buffer.from(words, 'latin1'))
  await symlink(join(shop.folder, 'docs'), join(shop.folder, 'docs/round'))
})
afterEach(() => shop.remove())

it('a folder comes in file by file, sorted, with a line each; a refused one stops nobody else', async () => {
  const { code, out, err } = await shop.kronika(['import', 'docs', '--title', 'The case'])
  expect(code).toBe(3)
  expect(out.split('\n').slice(0, 3)).toEqual(['imported  docs/more/deep.md', 'imported  docs/note 2.txt', 'imported  docs/note 10.txt'])
  expect(out.split('\n')[3]).toMatch(/^3 files in, 1 refused, incident [\w-]+$/)
  expect(err).toMatch(/^refused {2}docs\/picture\.png {2}looks like .*\n$/)
  const { data } = await shop.kronika(['list', '--json'])
  expect(data).toMatchObject([{ title: 'The case' }])
  // A second time everything is there already.
  const again = await shop.kronika(['import', 'docs', '--incident', data[0].id, '--json'])
  expect(again.data.results.map(({ outcome, path }: { outcome: string; path: string }) => [outcome, path])).toEqual([['duplicate', 'docs/more/deep.md'], ['duplicate', 'docs/note 2.txt'], ['duplicate', 'docs/note 10.txt'], ['refused', 'docs/picture.png']])
})

it('a folder of nothing but refused files changes nothing, one without fault is done', async () => {
  await mkdir(join(shop.folder, 'pictures'))
  await writeFile(join(shop.folder, 'pictures/a.png'), Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'))
  expect((await shop.kronika(['import', 'pictures'])).code).toBe(1)
  expect((await shop.kronika(['list', '--json'])).data).toEqual([])
  expect((await shop.kronika(['import', 'docs/more', 'docs/note 2.txt', 'gone.txt'])).err).toMatch(/^refused {2}gone\.txt {2}there is no such file/)
  expect((await shop.kronika(['import', 'docs/more'])).code).toBe(0)
})
