import { addDays, type Day, isDay } from '#foundation/time.ts'

/** Both days belong to it. */
export type Period = { readonly from: string; readonly to: string }

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day

/** What is asked for most: this month so far, the month before, the year so far. */
export function usualPeriods(today: Day): {
  readonly month: Period
  readonly lastMonth: Period
  readonly year: Period
} {
  const month = firstOfMonth(today)
  const lastOfBefore = addDays(month, -1)
  return {
    month: { from: month, to: today },
    lastMonth: { from: firstOfMonth(lastOfBefore), to: lastOfBefore },
    year: { from: `${today.slice(0, 4)}-01-01`, to: today },
  }
}

/** The period an address names; this month so far where it names none that is one. */
export function periodFrom(search: { from?: unknown; to?: unknown }, today: Day): Period {
  const { month } = usualPeriods(today)
  const { from, to } = search
  const named = typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to)
  return named ? { from, to } : month
}
