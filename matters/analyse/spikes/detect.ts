import { type Expectation, expect } from './expect.ts'
import { type Basis, readReference, referenceFor, type Weeks } from './series.ts'

/** One kind in one place; `division` null is the whole county. */
export type Cell = {
  readonly category: string
  readonly division: string | null
  readonly weeks: Weeks
}

export type DetectRules = {
  /** Share of quiet weeks that may be called a spike by chance (rule `analysis.spikeTail`). */
  readonly tail: number
  /** Fewer matters in a week are no spike, however rare (rule `count.spikeLeast`). */
  readonly least: number
}

/** A week that brought more than the season explains. */
export type Alarm = Expectation & {
  readonly category: string
  readonly division: string | null
  readonly week: number
  readonly count: number
}

/** What a county's week was judged by, and what stands out. `judged` counts kinds and places that could have. */
export type Judged = {
  readonly basis: Basis
  readonly judged: number
  readonly alarms: readonly Alarm[]
}

/**
 * The kinds and places whose week brought more than season, trend and chance explain, the most surprising first.
 * @param total matters of all kinds in the whole county by week
 */
export function detect(
  cells: readonly Cell[],
  total: Weeks,
  week: number,
  { tail, least }: DetectRules,
): Judged {
  const reference = referenceFor(total, week)
  if (reference.basis.by === 'nothing') return { basis: reference.basis, judged: 0, alarms: [] }
  const alarms = cells.flatMap(({ category, division, weeks }): Alarm[] => {
    const count = weeks.get(week) ?? 0
    if (count < least) return []
    const expected = expect(readReference(weeks, reference), reference.exposure, tail)
    return count > expected.high ? [{ ...expected, category, division, week, count }] : []
  })
  const surprise = ({ count, mean, high }: Alarm) => (count - mean) / Math.max(high - mean, 0.5)
  return {
    basis: reference.basis,
    judged: cells.length,
    alarms: alarms.sort((a, b) => surprise(b) - surprise(a)),
  }
}

/**
 * Of alarms that say the same twice, the one that says where: a wider kind whose narrower one stands out, and the whole
 * county where one place brings nearly all of it.
 * @param aboveOf the wider kinds of a kind
 */
export function narrowest(
  alarms: readonly Alarm[],
  aboveOf: (category: string) => readonly string[],
): Alarm[] {
  /** So much of a wider count lies in the narrower one that nothing is left to tell. */
  const nearlyAll = 0.7
  return alarms.filter(
    (wide) =>
      !alarms.some((one) => {
        if (one === wide || one.count < nearlyAll * wide.count) return false
        const sameKind = one.category === wide.category
        const narrowerKind = aboveOf(one.category).includes(wide.category)
        const samePlace = one.division === wide.division
        const narrowerPlace = wide.division === null && one.division !== null
        return (narrowerKind && (samePlace || narrowerPlace)) || (sameKind && narrowerPlace)
      }),
  )
}
