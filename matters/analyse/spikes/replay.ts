import { type Alarm, type Cell, type DetectRules, detect } from './detect.ts'
import { type Random, randomCount } from './random.ts'
import { halfSeason, mostYears, type Weeks, weekBefore } from './series.ts'

/** What judging week after week of a history gave. */
export type Replay = {
  /** Weeks that could be judged, and kinds and places judged in them, each week anew. */
  readonly weeks: number
  readonly judged: number
  readonly alarms: readonly Alarm[]
}

/** Judges every week from `first` (the older) to `last` as if it had just ended: nothing later is looked at. */
export function replay(
  cells: readonly Cell[],
  total: Weeks,
  { first, last }: { readonly first: number; readonly last: number },
  rules: DetectRules,
): Replay {
  const told = { weeks: 0, judged: 0, alarms: [] as Alarm[] }
  for (let week = first; week >= last; week--) {
    const { basis, judged, alarms } = detect(cells, total, week, rules)
    if (basis.by === 'nothing') continue
    told.weeks += 1
    told.judged += judged
    told.alarms.push(...alarms)
  }
  return told
}

/** Variance over mean of the history that is made up: what is usual for counts of matters beside their season. */
const usualDispersion = 1.2

/** The mean of a week's season over all years: of its own and of former and later ones. */
function seasonalMean(weeks: Weeks, total: Weeks, week: number): number {
  let [sum, known] = [0, 0]
  for (let year = -mostYears; year <= mostYears; year++) {
    const middle = weekBefore(week, year)
    for (let one = middle - halfSeason; one <= middle + halfSeason; one++) {
      if (!total.has(one)) continue
      sum += weeks.get(one) ?? 0
      known += 1
    }
  }
  return known === 0 ? 0 : sum / known
}

/**
 * A history in which nothing ever happened but season and chance: every count drawn anew around the mean of its season.
 * Whatever is found in it is a false alarm.
 */
export function quietHistory(
  cells: readonly Cell[],
  total: Weeks,
  random: Random,
): { cells: Cell[]; total: Weeks } {
  const quiet = cells.map((cell) => {
    const drawn = new Map<number, number>()
    for (const week of total.keys()) {
      const mean = seasonalMean(cell.weeks, total, week)
      const count = randomCount(random, mean, usualDispersion)
      if (count > 0) drawn.set(week, count)
    }
    return { ...cell, weeks: drawn }
  })
  return { cells: quiet, total }
}
