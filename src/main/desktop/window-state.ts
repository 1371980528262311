import { z } from 'zod'

export type Rectangle = { x: number; y: number; width: number; height: number }
const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export const windowStateSchema = z.strictObject({ bounds: boundsSchema.nullable(), maximized: z.boolean() })
export type WindowState = z.infer<typeof windowStateSchema>

export const smallest = { width: 1024, height: 640 }
const usual = { width: 1440, height: 900 }
/** This much of the title bar must be on a display, so that the window can be taken hold of. */
const grip = 120

/**
 * Where to open the window: where it was, if that is still on a display (in device-independent pixels), else
 * centred on the first one. Never larger than the display it lands on.
 */
export function placement(remembered: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...usual }
  const area = remembered && displayOf(remembered, workAreas)
  if (!remembered || !area) return centred(usual, primary)
  const width = Math.min(Math.max(remembered.width, smallest.width), area.width)
  const height = Math.min(Math.max(remembered.height, smallest.height), area.height)
  return { x: between(remembered.x, area.x, area.x + area.width - width), y: between(remembered.y, area.y, area.y + area.height - height), width, height }
}

/** The display that shows most of the window, if any shows enough of its title bar. */
function displayOf(bounds: Rectangle, workAreas: readonly Rectangle[]): Rectangle | null {
  const shown = workAreas
    .filter((area) => bounds.y >= area.y && bounds.y < area.y + area.height && overlap(bounds.x, bounds.width, area.x, area.width) >= grip)
    .map((area) => ({ area, size: overlap(bounds.x, bounds.width, area.x, area.width) * overlap(bounds.y, bounds.height, area.y, area.height) }))
    .toSorted((one, other) => other.size - one.size)
  return shown[0]?.area ?? null
}

const overlap = (start: number, length: number, otherStart: number, otherLength: number) => Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)

function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2), width, height }
}

const between = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
