import { expect, type Locator, type Page } from '@playwright/test'

const names = {
  en: { toggle: 'Suggestions', bar: 'Suggestion', list: 'Annotations', event: 'New event', attribution: 'New attribution', response: 'New response' },
  cs: { toggle: 'Návrhy', bar: 'Návrh', list: 'Anotace', event: 'Nová událost', attribution: 'Nová atribuce', response: 'Nová reakce' },
} as const

/** Suggestions in the reader as a person with a keyboard meets them. Counts every key that is pressed. */
export class SuggestionsPage {
  readonly page: Page
  readonly text: Locator
  readonly toggle: Locator
  readonly bar: Locator
  readonly list: Locator
  readonly undo: Locator
  private readonly words: (typeof names)[keyof typeof names]
  pressed = 0

  constructor(page: Page, language: keyof typeof names = 'en') {
    this.page = page
    this.words = names[language]
    this.text = page.getByRole('article', { name: 'Text' })
    this.toggle = page.getByRole('button', { name: this.words.toggle, exact: true })
    this.bar = page.getByRole('group', { name: this.words.bar, exact: true })
    this.list = page.getByRole('grid', { name: this.words.list })
    this.undo = page.getByRole('button', { name: /^(?:Undo|Zpět)/ })
  }

  press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.pressed++
    }
  }

  /** All rules are through: their number stands in the button and does not change any more. */
  async found(number: number): Promise<void> {
    await expect(this.toggle).toContainText(String(number), { timeout: 30_000 })
  }

  /** The words that are underlined as suggested, in the parts near the view. */
  underlined = (): Promise<string[]> => this.wordsOf(['line-suggested', 'line-suggested-wide'])

  /** The words one stands on. */
  current = async (): Promise<string> => (await this.wordsOf(['now-suggested'])).join(' ')

  /** The words under which shapes of these classes are drawn. */
  private wordsOf = (shapes: string[]): Promise<string[]> =>
    this.page.evaluate((wanted) => wanted.flatMap((shape) => [...document.querySelectorAll(`article svg path.${shape}`)].flatMap((path) => (path.getAttribute('data-spans') ?? '').split(' ').map((span) => {
      const [start, end] = span.split('-').map(Number)
      return path.closest('p')?.firstChild?.textContent?.slice(start, end) ?? ''
    }))), shapes)

  async standsOn(words: string): Promise<void> {
    await expect.poll(this.current).toContain(words)
    await expect(this.bar).toBeVisible()
  }

  /** Enter opens the form of the kind, filled in; Enter saves it, and the next suggestion comes. */
  async make(kind: 'event' | 'attribution' | 'response', key = 'Enter'): Promise<void> {
    await this.press(key)
    const form = this.page.getByRole('form', { name: this.words[kind] })
    await expect(form).toBeVisible()
    await this.press('Enter')
    await expect(form).toBeHidden()
    await expect(this.text).toBeFocused()
  }
}
