import type { Display, Rectangle, Screen } from 'electron'

// Before a page is open nobody can be asked; the window is fitted to its real display once it is.
const area: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }

export const screen = {
  getAllDisplays: () => [{ id: 1, bounds: area, workArea: area, scaleFactor: 1 } as Display],
  getPrimaryDisplay: () => ({ id: 1, bounds: area, workArea: area, scaleFactor: 1 }) as Display,
} satisfies Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
