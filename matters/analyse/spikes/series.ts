import type { ReferenceWeek } from './expect.ts'

/**
 * Counts of one kind in one place by week, counted backwards: week 0 is the last seven days, week 1 the seven before.
 * A week that is missing had none.
 */
export type Weeks = ReadonlyMap<number, number>

const daysOfYear = 365.2425
/** Weeks before and after the same week of a former year that belong to its season (Farrington 1996: w = 3). */
export const halfSeason = 3
/** Former years looked back (Farrington 1996, Noufaily 2013: b = 5). */
export const mostYears = 5

/** The week that lies so many years before. */
export const weekBefore = (week: number, years: number) =>
  week + Math.round((years * daysOfYear) / 7)

/** Without a former year: the weeks before the last two (EARS C2: a gap, so that a rising wave is no measure). */
const gapWeeks = 2
const recentWeeks = 8
const fewestRecent = 6

/** A former year whose season holds fewer matters of all kinds was hardly recorded at all. */
const fewestInSeason = 20

/** What a week is compared with; `season` says by how many former years, `recent` that there is none yet. */
export type Basis =
  | { readonly by: 'season'; readonly years: number }
  | { readonly by: 'recent'; readonly weeks: number }
  | { readonly by: 'nothing' }

export type Reference = {
  readonly basis: Basis
  /** Weeks to compare with, and their exposure, the same for every kind and place. */
  readonly weeks: readonly {
    readonly week: number
    readonly exposure: number
    readonly age: number
  }[]
  /** Matters of all kinds a week, now. */
  readonly exposure: number
}

const countIn = (weeks: Weeks, from: number, to: number) => {
  let sum = 0
  for (let week = from; week <= to; week++) sum += weeks.get(week) ?? 0
  return sum
}

/**
 * Which weeks a week is compared with, by how much of the county's history there is: the season of up to five former
 * years; without one the eight weeks before the last two; with less than six of those nothing.
 * @param total matters of all kinds in the whole county by week
 */
export function referenceFor(total: Weeks, week: number): Reference {
  const now = countIn(total, week, week + halfSeason) / (halfSeason + 1)
  const years = Array.from({ length: mostYears }, (_, at) => at + 1).flatMap((age) => {
    const middle = weekBefore(week, age)
    const [from, to] = [middle - halfSeason, middle + halfSeason]
    const all = countIn(total, from, to)
    const exposure = all / (2 * halfSeason + 1)
    return all < fewestInSeason ? [] : [{ age, from, to, exposure }]
  })
  if (years.length > 0) {
    const weeks = years
      .flatMap(({ age, from, to, exposure }) =>
        Array.from({ length: to - from + 1 }, (_, at) => ({ week: from + at, exposure, age })),
      )
      .filter((one) => (total.get(one.week) ?? 0) > 0)
    return { basis: { by: 'season', years: years.length }, weeks, exposure: now }
  }
  const first = week + 1 + gapWeeks
  const recent = Array.from({ length: recentWeeks }, (_, at) => first + at).filter(
    (one) => (total.get(one) ?? 0) > 0,
  )
  if (recent.length < fewestRecent) return { basis: { by: 'nothing' }, weeks: [], exposure: now }
  const exposure = countIn(total, first, first + recentWeeks - 1) / recent.length
  const weeks = recent.map((one) => ({ week: one, exposure, age: 0 }))
  return { basis: { by: 'recent', weeks: recent.length }, weeks, exposure: now }
}

/** The weeks of one kind and place that a reference names. */
export const readReference = (counts: Weeks, { weeks }: Reference): ReferenceWeek[] =>
  weeks.map(({ week, exposure, age }) => ({ count: counts.get(week) ?? 0, exposure, age }))
