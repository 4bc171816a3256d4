import { dayMark, monthMark, placeMark, yearMark } from './index-text.ts'

/** So many of the newest that are found are put in order; older ones come in turns of as many. */
export const rankedMost = 120

const dayMilliseconds = 86_400_000
const firstDays = 4
/** The next window is at most so many times as long as all before it: a word may have its season. */
const growth = 5
/** One look reads about so many at most; each is a row or two of the store. */
const lookedMost = 3000
/** Only after a year has every season been seen. */
const everySeason = 365
/** Nobody keeps matters longer. */
const allDays = 20 * 365
const daysMarked = 14
const monthsMarked = 150
const yearsMarked = 4 * 365

/** How far a search has come: days looked through, newest first, what the words found there, and what of it counts. */
export type Progress = { readonly days: number; readonly looked: number; readonly found: number }

/**
 * How many days to look through next; null for all there are. So many that what is still wanted is likely to be in
 * them, and no more than a look may cost: the price of a search does not grow with the county.
 * @param wanted how many are to be found in all
 */
export function nextDays({ days, looked, found }: Progress, wanted: number): number | null {
  if (days === 0) return firstDays
  const lookedPerDay = Math.max(looked, 1) / days
  const grown = days * growth
  if (days >= everySeason && lookedPerDay * allDays <= lookedMost) return null
  const likely = found === 0 ? grown : ((wanted - found) * 1.2 * days) / found
  const affordable = lookedMost / lookedPerDay
  const next = Math.max(1, Math.floor(Math.min(grown, likely, affordable)))
  return days + next > allDays ? null : next
}

/** From when, and until just before when; null for ever. */
export type Span = { readonly from: Date | null; readonly to: Date }

/** The window before a moment: so many days, or all there were, never beyond the earliest that is asked for. */
export function spanBefore(to: Date, days: number | null, earliest: Date | null): Span {
  const from = days === null ? null : new Date(to.getTime() - days * dayMilliseconds)
  return { from: earliest && (from === null || from < earliest) ? earliest : from, to }
}

function daysOf(from: Date, to: Date): Date[] {
  const first = Math.floor(from.getTime() / dayMilliseconds)
  const last = Math.floor((to.getTime() - 1) / dayMilliseconds)
  return Array.from({ length: last - first + 1 }, (_, i) => new Date((first + i) * dayMilliseconds))
}

/**
 * The marks that what came in within a span bears, as text for a query: of days for a short span, of months or years
 * for a longer one; null where they would be of no use.
 */
export function marksOf(county: number, { from, to }: Span): string | null {
  if (from === null || from >= to) return null
  const days = (to.getTime() - from.getTime()) / dayMilliseconds
  if (days > yearsMarked) return null
  // The store walks through all that bear the marks, unless the words are rarer: months are for short spans only.
  const markOf = days <= daysMarked ? dayMark : days <= monthsMarked ? monthMark : yearMark
  const marks = new Set(daysOf(from, to).map((day) => `'${markOf(county, day)}'`))
  return [...marks].join(' | ')
}

const placesMarked = 60

/** The marks of what lies in some divisions; null where there are so many that it is nearly everything. */
export function marksOfPlaces(county: number, divisions: readonly string[]): string | null {
  if (divisions.length === 0 || divisions.length > placesMarked) return null
  return divisions.map((code) => `'${placeMark(county, code)}'`).join(' | ')
}
