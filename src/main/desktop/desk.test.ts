import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closing } from './closing.ts'
import { sharedCommands } from '#contract/index.ts'
import { contextTemplate, menuTemplate } from './menu.ts'
import { openDesk } from './settings.ts'
import { boxed, windowOptions } from './window-options.ts'
import { placement } from './window-state.ts'

const folder = () => mkdtemp(join(tmpdir(), 'kronika-desk-'))
const defaults = { locale: 'cs-CZ', userName: 'eva' }

describe('settings', () => {
  it('begin with the language of the system and the name of the person', async () => {
    expect((await openDesk(await folder(), defaults)).settings()).toMatchObject({ language: 'cs', author: 'eva', theme: 'system' })
    expect((await openDesk(await folder(), { ...defaults, locale: 'de-AT' })).settings().language).toBe('en')
  })
  it('are there the next time, with the window and the incident', async () => {
    const place = await folder()
    const desk = await openDesk(place, defaults)
    await desk.update({ theme: 'dark', language: undefined })
    await desk.rememberWindow({ bounds: { x: 1, y: 2, width: 1100, height: 700 }, maximized: true })
    await desk.rememberIncident('i1')
    const again = await openDesk(place, defaults)
    expect([again.settings().theme, again.settings().language, again.window().maximized, again.lastIncident()]).toEqual(['dark', 'cs', true, 'i1'])
  })
  it('that cannot be read are left as they are, and defaults serve for this run', async () => {
    const place = await folder()
    await writeFile(join(place, 'settings.json'), '{"half')
    const desk = await openDesk(place, defaults)
    expect((await desk.update({ theme: 'light' })).theme).toBe('light')
    expect(await readFile(join(place, 'settings.json'), 'utf8')).toBe('{"half')
  })
})

describe('the place of the window', () => {
  const left = { x: 0, y: 0, width: 1920, height: 1080 }
  const right = { x: 1920, y: 0, width: 1280, height: 800 }
  it.each([
    ['the first time, in the middle', null, [left], { x: 240, y: 90, width: 1440, height: 900 }],
    ['where it was', { x: 100, y: 50, width: 1200, height: 700 }, [left], { x: 100, y: 50, width: 1200, height: 700 }],
    ['on the second display', { x: 2000, y: 50, width: 1100, height: 700 }, [left, right], { x: 2000, y: 50, width: 1100, height: 700 }],
    ['back on the first when the second is gone', { x: 2000, y: 50, width: 1100, height: 700 }, [left], { x: 240, y: 90, width: 1440, height: 900 }],
    ['pushed in from the edge', { x: 1500, y: 900, width: 1200, height: 700 }, [left], { x: 720, y: 380, width: 1200, height: 700 }],
    ['no larger than the display', { x: 0, y: 0, width: 3000, height: 2000 }, [{ x: 0, y: 0, width: 1024, height: 640 }], { x: 0, y: 0, width: 1024, height: 640 }],
    ['on the display that shows most of it', { x: 1700, y: 0, width: 1100, height: 700 }, [left, right], { x: 1920, y: 0, width: 1100, height: 700 }],
    ['never above the display', { x: 10, y: -500, width: 1100, height: 700 }, [left], { x: 240, y: 90, width: 1440, height: 900 }],
  ])('%s', (_what, remembered, areas, place) => expect(placement(remembered, areas)).toEqual(place))
})

describe('the window', () => {
  it('keeps its page in a box', () => {
    const { webPreferences } = windowOptions({ preload: '/p.cjs', dark: false }, left())
    expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false, allowRunningInsecureContent: false, experimentalFeatures: false })
    expect(Object.keys(boxed).filter((name) => /blink|plugins|enablePreferredSizeMode/i.test(name))).toEqual([])
  })
  it('is shown when it has something to show, on the colour of its theme', () => {
    expect(windowOptions({ preload: '', dark: true }, left())).toMatchObject({ show: false, backgroundColor: '#1b1e23' })
    expect(windowOptions({ preload: '', dark: false }, left()).backgroundColor).toBe('#ffffff')
  })
  const left = () => ({ x: 0, y: 0, width: 1440, height: 900 })
})

describe('closing the window', () => {
  const tried = (unsaved: boolean, canAsk = true) => {
    const seen = { held: 0, asked: 0 }
    const guard = closing({ isUnsaved: () => unsaved, ask: () => void (seen.asked += 1) })
    const close = () => guard.hold({ preventDefault: () => void (seen.held += 1) }, canAsk)
    close()
    return { seen, guard, close }
  }
  it('asks while something is in memory alone, each time, until a person decides', () => {
    const { seen, guard, close } = tried(true)
    close()
    expect(seen).toEqual({ held: 2, asked: 2 })
    guard.allow()
    close()
    expect(seen).toEqual({ held: 2, asked: 2 })
  })
  it('is not held back when all is saved, nor by a page that is gone', () => {
    expect([tried(false).seen, tried(true, false).seen]).toEqual([{ held: 0, asked: 0 }, { held: 0, asked: 0 }])
  })
})

describe('the menu', () => {
  it.each(['en', 'cs'] as const)('has every command once, in %s', (language) => {
    const items = menuTemplate(language, () => undefined).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    const commands = items.filter(({ id }) => id !== undefined)
    expect(commands.map(({ id }) => id).toSorted()).toEqual(sharedCommands.map(({ id }) => id).toSorted())
    expect(commands.map(({ label }) => label).toSorted()).toEqual(sharedCommands.map(({ titles }) => titles[language]).toSorted())
  })
  it('tells which command was chosen', () => {
    const chosen: string[] = []
    const [file] = menuTemplate('en', (id) => chosen.push(id))
    const item = Array.isArray(file?.submenu) ? file.submenu.find(({ id }) => id === 'export.pdf') : undefined
    item?.click?.({} as never, undefined, {} as never)
    expect(chosen).toEqual(['export.pdf'])
  })
  it('of the right button cuts and pastes where one writes, copies where words are selected, and else is none', () => {
    expect(contextTemplate('en', { editable: true, selected: false }).map(({ role }) => role)).toEqual(['cut', 'copy', 'paste', 'selectAll'])
    expect(contextTemplate('en', { editable: false, selected: true }).map(({ role }) => role)).toEqual(['copy'])
    expect(contextTemplate('en', { editable: false, selected: false })).toEqual([])
  })
})
