import type { Page } from '@playwright/test'
import type { Bridge, Channel, Input, Output, Result } from '#contract/index.ts'

/** Calls main the way the window's own code does. */
export async function callApi<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  // As text: what crosses is JSON in any case, and the compiler need not follow every shape through the bridge.
  const answer = await page.evaluate(({ name, json }) => (window as unknown as { api: Bridge }).api.call(name, JSON.parse(json)), { name: channel as Channel, json: JSON.stringify(input) })
  return answer as Result<Output<C>>
}

/** The answer, where a refusal is a failure of the test. */
export async function valueOf<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await callApi(page, channel, input)
  if (!result.ok) throw new Error(`${channel}: ${result.error.message}`)
  return result.value
}
