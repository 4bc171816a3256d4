import { countQuantile } from './distribution.ts'
import type { PatternYear } from './model.ts'

/** Requests of one kind in one township and calendar month, as the store counts them. */
export type MonthCount = {
  readonly category: string
  readonly township: string
  /** YYYY-MM */
  readonly month: string
  readonly count: number
}

/** What returns in a month: the same kind in the same place. */
export type Pattern = {
  readonly category: string
  readonly township: string
  /** The former years in which it came, the oldest first. */
  readonly years: readonly PatternYear[]
  /** Mean of the other months. */
  readonly usual: number
}

export type PatternRules = {
  /** Fewer matters in a month are no season (rule `count.patternLeast`). */
  readonly least: number
  /** So many times the usual month (rule `count.patternTimes`). */
  readonly times: number
}

/** A pattern must have come in so many former years, and in most of those that are known. */
const fewestYears = 2
const mostOfKnown = 2 / 3
/** A month that chance alone brings once in a hundred is still chance. */
const chance = 0.99

const monthBefore = (month: string, years: number) =>
  `${Number(month.slice(0, 4)) - years}${month.slice(4)}`

/** The months from the first to the one before a month, as YYYY-MM. */
export function monthsBetween(first: string, before: string): string[] {
  const months: string[] = []
  let [year, month] = first.split('-').map(Number) as [number, number]
  for (;;) {
    const at = `${year}-${String(month).padStart(2, '0')}`
    if (at >= before) return months
    months.push(at)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}

/**
 * What came in the same month of at least two former years, and of most that are known: at least `least` matters,
 * `times` the mean of all other months, and more than chance brings to such a mean (Poisson, 1 %).
 * @param known whole months the county has records of
 * @param coming the month that is ahead, YYYY-MM
 */
export function findPatterns(
  counted: readonly MonthCount[],
  known: readonly string[],
  coming: string,
  { least, times }: PatternRules,
): Pattern[] {
  const same = [5, 4, 3, 2, 1]
    .map((years) => monthBefore(coming, years))
    .filter((month) => known.includes(month))
  const others = known.filter((month) => month.slice(5) !== coming.slice(5)).length
  if (same.length < fewestYears || others < 6) return []
  const cells = Map.groupBy(counted, ({ category, township }) => `${category} ${township}`)
  const patterns = [...cells.values()].flatMap((rows): Pattern[] => {
    const byMonth = new Map(rows.map(({ month, count }) => [month, count]))
    let rest = 0
    for (const [month, count] of byMonth)
      if (month.slice(5) !== coming.slice(5) && known.includes(month)) rest += count
    const usual = rest / others
    const floor = Math.max(least, times * usual, countQuantile(chance, usual, usual) + 1)
    const years = same.flatMap((month) => {
      const count = byMonth.get(month) ?? 0
      return count >= floor ? [{ month, count }] : []
    })
    const [row] = rows
    if (!row || years.length < Math.max(fewestYears, mostOfKnown * same.length)) return []
    return [{ category: row.category, township: row.township, years, usual }]
  })
  const weight = ({ years, usual }: Pattern) =>
    years.reduce((sum, { count }) => sum + count - usual, 0) / years.length
  return patterns.sort((a, b) => weight(b) - weight(a))
}
