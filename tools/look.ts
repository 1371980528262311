import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launch } from '../e2e/launch.ts'

const views = { library: 'Alt+1', overview: 'Alt+2', reader: 'Alt+3', timeline: 'Alt+4', report: 'Alt+5', compare: 'Alt+6' }
type View = keyof typeof views
const isView = (name: string): name is View => Object.hasOwn(views, name)

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'look' },
    size: { type: 'string', default: '1440x900' },
    theme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'en' },
    view: { type: 'string', multiple: true, default: ['overview', 'reader', 'timeline', 'report', 'library'] },
    'no-sample': { type: 'boolean', default: false },
    keys: { type: 'string', multiple: true, default: [] },
  },
})
const [width = 1440, height = 900] = values.size.split('x').map(Number)
const theme = values.theme === 'dark' ? 'dark' : 'light'
const language = values.language === 'cs' ? 'cs' : 'en'
await mkdir(values.out, { recursive: true })

const program = await launch({ sample: !values['no-sample'], language, theme, size: { width, height } })
program.page.on('console', (message) => console.log(`[page] ${message.type()}: ${message.text()}`))
program.page.on('pageerror', (error) => console.log(`[page] ${error.message}`))
try {
  await program.page.locator('#root > *').first().waitFor()
  for (const view of values['no-sample'] ? ['first-run'] : values.view) {
    if (isView(view)) await program.page.keyboard.press(views[view])
    for (const key of values.keys) await program.page.keyboard.press(key)
    await program.page.waitForTimeout(900)
    const path = join(values.out, `${view}-${theme}-${language}-${width}.png`)
    await program.page.screenshot({ path })
    console.log(path)
  }
} finally {
  await program.quit()
}
