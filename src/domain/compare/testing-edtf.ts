import * as fc from 'fast-check'

/** A date of EDTF level 0 or 1 with its bounds as the standard has them, worked out without the product's code. */
export type KnownDate = {
  edtf: string
  /** ISO days; null: not stated; "open": stated as open. */
  earliest: string | null | 'open'
  latest: string | null | 'open'
  /** The exact day, where the text itself says one and nothing else. */
  day: string | null
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengths = (year: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const lastOf = (year: number, month: number) => lengths(year)[month - 1] ?? 31

const year = fc.integer({ min: 1000, max: 2999 })
const month = fc.integer({ min: 1, max: 12 })
const mark = fc.constantFrom('', '', '', '?', '~', '%')

const wholeYear = year.map((y) => ({ text: pad(y, 4), earliest: `${pad(y, 4)}-01-01`, latest: `${pad(y, 4)}-12-31`, exact: false }))
const wholeMonth = fc.tuple(year, month).map(([y, m]) => ({ text: `${y}-${pad(m)}`, earliest: `${y}-${pad(m)}-01`, latest: `${y}-${pad(m)}-${pad(lastOf(y, m))}`, exact: false }))
const wholeDay = fc.tuple(year, month, fc.integer({ min: 1, max: 31 })).map(([y, m, d]) => {
  const day = `${y}-${pad(m)}-${pad(Math.min(d, lastOf(y, m)))}`
  return { text: day, earliest: day, latest: day, exact: true }
})

const single = fc.tuple(fc.oneof(wholeYear, wholeMonth, wholeDay), mark).map(([date, sign]): KnownDate => ({ edtf: date.text + sign, earliest: date.earliest, latest: date.latest, day: date.exact && sign === '' ? date.text : null }))

const season = fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, code]): KnownDate => {
  // Meteorological seasons of the northern hemisphere; winter ends in the year after.
  const first = (code - 20) * 3
  const last = code === 24 ? 2 : first + 2
  const end = code === 24 ? y + 1 : y
  return { edtf: `${y}-${code}`, earliest: `${y}-${pad(first)}-01`, latest: `${end}-${pad(last)}-${pad(lastOf(end, last))}`, day: null }
})

const unspecified = fc.oneof(
  fc.integer({ min: 100, max: 299 }).map((decade): KnownDate => ({ edtf: `${decade}X`, earliest: `${decade}0-01-01`, latest: `${decade}9-12-31`, day: null })),
  fc.integer({ min: 10, max: 29 }).map((century): KnownDate => ({ edtf: `${century}XX`, earliest: `${century}00-01-01`, latest: `${century}99-12-31`, day: null })),
  year.map((y): KnownDate => ({ edtf: `${y}-XX`, earliest: `${y}-01-01`, latest: `${y}-12-31`, day: null })),
  fc.tuple(year, month).map(([y, m]): KnownDate => ({ edtf: `${y}-${pad(m)}-XX`, earliest: `${y}-${pad(m)}-01`, latest: `${y}-${pad(m)}-${pad(lastOf(y, m))}`, day: null })),
)

const interval = fc.tuple(single, single, fc.constantFrom('both', 'from', 'from-open', 'until', 'until-open')).map(([a, b, kind]): KnownDate => {
  const [start, end] = String(a.earliest) <= String(b.earliest) ? [a, b] : [b, a]
  switch (kind) {
    case 'from':
      return { edtf: `${start.edtf}/`, earliest: start.earliest, latest: null, day: null }
    case 'from-open':
      return { edtf: `${start.edtf}/..`, earliest: start.earliest, latest: 'open', day: null }
    case 'until':
      return { edtf: `/${end.edtf}`, earliest: null, latest: end.latest, day: null }
    case 'until-open':
      return { edtf: `../${end.edtf}`, earliest: 'open', latest: end.latest, day: null }
    default:
      return { edtf: `${start.edtf}/${end.edtf}`, earliest: start.earliest, latest: end.latest, day: null }
  }
}).filter(({ edtf }) => { const [a = '', b = ''] = edtf.split('/'); return a.replace(/[?~%]/, '') !== b.replace(/[?~%]/, '') })

/** Dates as the product may store them. */
export const anyDate = fc.oneof(single, single, season, unspecified, interval)
/** Dates of which both limits are stated. */
export const boundedDate = anyDate.filter(({ earliest, latest }) => earliest !== null && latest !== null && earliest !== 'open' && latest !== 'open')
/** Dates without an interval: those a moment has. */
export const momentDate = fc.oneof(single, season, unspecified)
