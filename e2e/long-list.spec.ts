import { expect, test } from '@playwright/test'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateLibrary, generatedId } from '../src/main/store/generate.ts'
import { valueOf } from './api.ts'
import { launch, type Launched } from './launch.ts'
import { LibraryPage } from './pages/library.ts'

let program: Launched
test.afterEach(() => program.quit())

test('a list of many pages comes whole, and follows what is changed and removed', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'kronika-list-')), 'library')
  await generateLibrary(folder, 4321, 7)
  program = await launch({ library: folder, language: 'en', size: { width: 1280, height: 800 } })
  const { page } = program
  const library = new LibraryPage(page)
  await expect(library.showing).toHaveText('Showing 4345 of 4345')
  const id = generatedId(4000)
  await valueOf(page, 'incident:open', { id })
  await valueOf(page, 'incident:apply', { id, command: { type: 'incident.rename', title: 'Zvláštní název' } })
  await library.filter.fill('zvlastni nazev')
  await expect(library.showing).toHaveText('Showing 1 of 4345')
  await valueOf(page, 'incident:remove', { id })
  await expect(library.showing).toHaveText('Showing 0 of 4344')
})
