import { expect, test } from '@playwright/test'
import { findings } from './findings.ts'
import { launch, type Launched } from './launch.ts'

const screens = { overview: 'Alt+2', reader: 'Alt+3', timeline: 'Alt+4', report: 'Alt+5', compare: 'Alt+6', library: 'Alt+1' } as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
]

let program: Launched
test.afterEach(() => program.quit())

for (const theme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    test(`axe finds nothing on any screen, ${theme}, ${size.width}×${size.height}`, async () => {
      program = await launch({ sample: true, language: theme === 'dark' ? 'cs' : 'en', theme, size })
      await expect(program.page.locator('article')).toBeVisible()
      for (const [name, key] of Object.entries(screens)) {
        await program.page.keyboard.press(key)
        await program.page.waitForTimeout(700)
        expect.soft(await findings(program.page), name).toEqual([])
      }
    })
  }

  test(`axe finds nothing on the first choice, the palette and the sheet of keys, ${theme}`, async () => {
    program = await launch({ language: 'en', theme, size: { width: 1280, height: 800 } })
    await expect(program.page.getByRole('main')).toBeVisible()
    expect.soft(await findings(program.page), 'first run').toEqual([])
    await program.page.keyboard.press('Control+k')
    await expect(program.page.getByRole('dialog')).toBeVisible()
    expect.soft(await findings(program.page), 'palette').toEqual([])
    await program.page.keyboard.press('Escape')
    await program.page.keyboard.press('F1')
    await expect(program.page.getByRole('dialog')).toBeVisible()
    expect.soft(await findings(program.page), 'keys').toEqual([])
  })
}
