import library, { Century, Date, Decade, Interval, Season, Year } from 'edtf'

export type { EdtfObject } from 'edtf'

/**
 * The library tells its kinds of date apart by the names of their classes, which a bundler may change; an interval is
 * then misread without a word. So the names are fixed here, and the program takes the library from here alone.
 */
function named(): typeof library {
  for (const [name, kind] of Object.entries({ Century, Date, Decade, Interval, Season, Year })) Object.defineProperty(kind, 'name', { value: name })
  return library
}
export const edtf = named()
