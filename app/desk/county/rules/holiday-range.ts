import { type Day, dayOfNumber, isDay, numberOfDay, weekdayOf } from '#foundation/time.ts'

/** No notice has more days on end. */
const mostDays = 60

/**
 * The days of a span that differ from plain weekends: its weekdays for a holiday, its weekends for days worked to make
 * up. Empty for a span that runs backwards or is longer than any notice.
 * @param last empty for a single day
 */
export function daysToPut(first: string, last: string, kind: 'off' | 'work'): readonly Day[] {
  const end = last || first
  if (!isDay(first) || !isDay(end)) return []
  const [from, to] = [numberOfDay(first), numberOfDay(end)]
  if (to < from || to - from >= mostDays) return []
  const days: Day[] = []
  for (let number = from; number <= to; number += 1) {
    const weekend = weekdayOf(number) === 0 || weekdayOf(number) === 6
    if (weekend === (kind === 'work')) days.push(dayOfNumber(number))
  }
  return days
}
