import { dayMark, monthMark } from './index-text.ts'

/** So many of the newest that are found are put in order; older ones come in turns of as many. */
export const rankedMost = 300

const dayMilliseconds = 86_400_000
const firstDays = 7
/** The next window is at most so many times as long as all before it: a word may have its season. */
const growth = 4
/** One look reads about so many at most; each is a row or two of the store. */
const lookedMost = 3000
/** Nobody keeps matters longer; what would find no more than `lookedMost` in this time is looked for everywhere. */
const allDays = 20 * 365
const daysMarked = 14
const monthsMarked = 26

/** How far a search has come: days looked through, newest first, what the words found there, and what of it counts. */
export type Progress = { readonly days: number; readonly looked: number; readonly found: number }

/**
 * How many days to look through next; null for all there are. So many that what is still wanted is likely to be in
 * them, and no more than a look may cost: the price of a search does not grow with the county.
 */
export function nextDays({ days, looked, found }: Progress): number | null {
  if (days === 0) return firstDays
  const lookedPerDay = looked / days
  const grown = days * growth
  const wanted = found === 0 ? grown : Math.min(grown, ((rankedMost - found) * 1.5 * days) / found)
  const next = Math.max(1, Math.ceil(wanted))
  if (grown >= 365 && lookedPerDay * allDays <= lookedMost) return null
  return lookedPerDay * next > lookedMost
    ? Math.max(1, Math.floor(lookedMost / lookedPerDay))
    : next
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
 * The marks that what came in within a span bears, as text for a query: of days for a short span, of months for a
 * longer one, null where there would be too many to be of use.
 */
export function marksOf(county: number, { from, to }: Span): string | null {
  if (from === null || from >= to) return null
  const days = (to.getTime() - from.getTime()) / dayMilliseconds
  if (days > monthsMarked * 31) return null
  const markOf = days <= daysMarked ? dayMark : monthMark
  const marks = new Set(daysOf(from, to).map((day) => `'${markOf(county, day)}'`))
  return [...marks].join(' | ')
}
