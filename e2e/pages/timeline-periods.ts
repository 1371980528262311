import { expect, type Locator, type Page } from '@playwright/test'
import type { Bridge } from '../../src/contract/index.ts'
import type { Incident, NamedPeriod } from '../../src/domain/incident/index.ts'
import { TimelineWorkPage } from './timeline-work.ts'

const sample = 'sample-czech-mfa-apt31'

/** Named periods: their strip over the lanes, their list, their form and card. */
export class TimelinePeriodsPage extends TimelineWorkPage {
  readonly strip: Locator
  readonly list: Locator
  readonly pane: Locator
  readonly bands: Locator

  constructor(page: Page) {
    super(page)
    this.strip = page.getByRole('region', { name: /^(Named periods|Pojmenovaná období)$/ })
    this.list = page.getByRole('dialog', { name: /^(Named periods|Pojmenovaná období)$/ })
    this.pane = page.getByRole('complementary', { name: /^(Named period|Pojmenované období)$/ })
    this.bands = page.locator('.bands > .band')
  }

  name = (words: string): Locator => this.strip.getByRole('button', { name: words })
  incident = (): Promise<Incident> => this.page.evaluate(async (id) => ((await (window as unknown as { api: Bridge }).api.call('incident:open', { id })) as { value: { incident: Incident } }).value.incident, sample)
  stored = async (): Promise<NamedPeriod[]> => Object.values((await this.incident()).periods ?? {})

  /** Writes what the form asks for, from its first field on, and saves. */
  async fill(title: string, date: string | null): Promise<void> {
    await expect(this.pane.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await this.page.keyboard.type(title)
    if (date !== null) {
      await this.press('Tab')
      await this.press('Control+a')
      await this.page.keyboard.type(date)
    }
    await this.press('Control+Enter')
    await expect(this.pane.getByRole('textbox', { name: 'Name', exact: true })).toBeHidden()
  }

  /** Left and right edge of each band on screen, in px, by what it says. */
  bandEdges = (): Promise<{ kind: string; left: number; right: number }[]> =>
    this.bands.evaluateAll((bands) => bands.map((band) => ({ kind: ['core', 'margin', 'fade-end', 'fade-start'].find((kind) => band.classList.contains(kind)) ?? '', left: band.getBoundingClientRect().left, right: band.getBoundingClientRect().right })).sort((a, b) => a.left - b.left))
  barEdges = (): Promise<{ left: number; right: number }[]> =>
    this.strip.locator('[class*=bar] > span').evaluateAll((bars) => bars.map((bar) => ({ left: bar.getBoundingClientRect().left, right: bar.getBoundingClientRect().right })).sort((a, b) => a.left - b.left))

  /** Adds a period as another window would, without the form. */
  async add(period: Partial<NamedPeriod> & { id: string; title: string }, edtf: string): Promise<void> {
    const item = { note: '', ink: null, evidence: [], date: { edtf, wording: null }, ...period }
    await this.page.evaluate(async ([id, command]) => (window as unknown as { api: Bridge }).api.call('incident:apply', { id, command } as never), [sample, { type: 'period.add', item }] as const)
    await expect(this.name(period.title)).toBeVisible()
  }
}
