import { expect, test } from '@playwright/test'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launch, type Launched } from './launch.ts'
import { EncryptionPage } from './pages/encryption.ts'
import { ShellPage } from './pages/shell.ts'

const passphrase = 'correct horse battery staple window'
let program: Launched
let keys: EncryptionPage
let shell: ShellPage

function pagesOf(started: Launched) {
  program = started
  keys = new EncryptionPage(program.page)
  shell = new ShellPage(program.page)
}
const title = () => program.page.getByRole('heading', { level: 1, name: 'Czech foreign ministry' })

test.beforeEach(async () => {
  pagesOf(await launch({ sample: true, language: 'en', theme: 'light', size: { width: 1280, height: 800 } }))
  await expect(title()).toBeVisible()
})
test.afterEach(() => program.quit())

/** By keyboard alone. @returns the recovery key */
async function encrypt(): Promise<string> {
  await shell.find('encrypt the library')
  await shell.press('Enter')
  await expect(keys.field('New passphrase')).toBeFocused()
  await program.page.keyboard.type('short')
  await expect(keys.button('Next')).toBeDisabled()
  await keys.choose(passphrase)
  await shell.press('Enter')
  await expect(keys.groups).toHaveCount(9)
  const recoveryKey = await keys.recoveryKey()
  await program.page.keyboard.type(recoveryKey.slice(-4).toLowerCase())
  await shell.press('Enter')
  await expect(keys.dialog.getByRole('heading', { name: 'The library is encrypted' })).toBeVisible({ timeout: 20_000 })
  await keys.button('Done').click()
  return recoveryKey
}

/** Files of the library folder that hold a text. */
async function holding(text: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(program.library, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (path.includes(text) || (entry.isFile() && (await readFile(path)).includes(text))) found.push(entry.name)
  }
  return found
}

test('encrypts the library, locks it, tells a wrong passphrase, and unlocks where one was', async () => {
  expect((await holding('apt31')).length).toBeGreaterThan(0)
  await encrypt()
  await expect(title()).toBeVisible()
  expect(await holding('apt31')).toEqual([])
  await shell.press('Control+Shift+L')
  await expect(keys.locked).toBeVisible()
  await expect(keys.field('Passphrase')).toBeFocused()
  await keys.unlock('not the passphrase')
  await expect(keys.alert).toContainText('does not open the library')
  await keys.unlock(passphrase)
  await expect(title()).toBeVisible()
  const { library, userData } = program
  await program.quit()
  pagesOf(await launch({ library, userData }))
  await expect(keys.locked).toBeVisible()
  await keys.unlock(passphrase)
  await expect(title()).toBeVisible()
})

test('opens with the recovery key and sets a new passphrase; then the old one opens nothing', async () => {
  const recoveryKey = await encrypt()
  await expect(title()).toBeVisible()
  await shell.press('Control+Shift+L')
  await keys.button('Forgot it? Use the recovery key').click()
  await keys.field('Recovery key').fill(recoveryKey.slice(0, -1))
  await shell.press('Enter')
  await expect(keys.alert).toContainText('not a whole recovery key')
  await keys.field('Recovery key').fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
  await shell.press('Enter')
  await keys.choose('another good passphrase')
  await keys.button('Set passphrase').click()
  await expect(title()).toBeVisible()
  await shell.press('Control+Shift+L')
  await keys.unlock(passphrase)
  await expect(keys.alert).toContainText('does not open the library')
  await keys.unlock('another good passphrase')
  await expect(title()).toBeVisible()
})

test('changes the passphrase, and turns encryption off', async () => {
  await encrypt()
  await expect(title()).toBeVisible()
  await shell.find('change the passphrase')
  await shell.press('Enter')
  await keys.field('Passphrase until now').fill('not the passphrase')
  await keys.choose('another good passphrase')
  await shell.press('Enter')
  await expect(keys.alert).toContainText('does not open the library')
  await keys.field('Passphrase until now').fill(passphrase)
  await shell.press('Enter')
  await expect(keys.dialog.getByRole('heading', { name: 'The passphrase is changed' })).toBeVisible()
  await keys.button('Close').click()
  await shell.find('turn encryption off')
  await shell.press('Enter')
  await keys.field('Passphrase').fill('another good passphrase')
  await shell.press('Enter')
  await expect(keys.dialog.getByRole('heading', { name: 'Encryption is off' })).toBeVisible({ timeout: 20_000 })
  await keys.button('Done').click()
  await expect(title()).toBeVisible()
  expect((await holding('apt31')).length).toBeGreaterThan(0)
})

test('says what to do when the key file is damaged, and goes on when it is back', async () => {
  await encrypt()
  await expect(title()).toBeVisible()
  await shell.press('Control+Shift+L')
  await expect(keys.locked).toBeVisible()
  const [first, copy] = ['vault.json', 'vault.copy.json'].map((name) => join(program.library, name)) as [string, string]
  const good = await readFile(first)
  for (const path of [first, copy]) await writeFile(path, good.subarray(0, 200))
  await program.page.reload()
  await expect(program.page.getByRole('heading', { level: 1, name: 'The key of this library cannot be read' })).toBeVisible()
  await writeFile(copy, good)
  await keys.button('Try again').click()
  await keys.unlock(passphrase)
  await expect(title()).toBeVisible()
})
