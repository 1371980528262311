import { appendFileSync } from 'node:fs'

/** What a fault test saw: how often it tried, how often its fault really struck, and what it must never see. */
export type Counts = { what: string; bar: string; runs: number; fired: number; corrupt: number; lost: number; more?: string }

/** Handed to the runner that asked for them (tools/faults.mjs); without one the test's own assertions are all. */
export function count(counts: Counts): void {
  const path = process.env['KRONIKA_FAULT_COUNTS']
  if (path) appendFileSync(path, `${JSON.stringify(counts)}\n`)
}

/** How much of a fault test to run: the short form, unless the runner asks for more. */
export const amount = (name: string, short: number): number => Number(process.env[`KRONIKA_${name}`] ?? short)
