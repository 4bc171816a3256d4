declare const brand: unique symbol

/** A calendar day without hours, 'YYYY-MM-DD' (GB/T 7408, ISO 8601). Stored as `date`. */
export type Day = string & { readonly [brand]: 'Day' }

/**
 * The four units a limit may be counted in (domain §1.5, trap 10); they are four clocks, never converted into each
 * other:
 * - `urgentHour` 紧急工作时: hours of a continuous clock, nights and holidays count;
 * - `workingHour` 工作时: hours inside the office hours of working days;
 * - `workingDay` 工作日: whole working days, make-up workdays among them;
 * - `naturalDay` 自然日: calendar days. A law that says 日 without 工作 means these (Civil Code art. 200).
 */
export const timeUnits = ['urgentHour', 'workingHour', 'workingDay', 'naturalDay'] as const
export type TimeUnit = (typeof timeUnits)[number]

export const millisecondsOfMinute = 60_000
export const millisecondsOfHour = 3_600_000
export const millisecondsOfDay = 86_400_000

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01, the form in which calendars count. @throws RangeError when the text is no day that exists */
export function numberOfDay(day: string): number {
  const number = findDayNumber(day)
  if (number === null) throw new RangeError(`no such day: ${day}`)
  return number
}

/** True for a day that exists in the Gregorian calendar: '2024-02-29' yes, '2023-02-29' no. */
export function isDay(text: string): text is Day {
  return findDayNumber(text) !== null
}

function findDayNumber(text: string): number | null {
  const parts = dayPattern.exec(text)
  if (!parts) return null
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  // Date.UTC reads years 0–99 as 1900–1999; such a year is no day we know.
  if (year < 100) return null
  const at = new Date(Date.UTC(year, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date
    ? at.getTime() / millisecondsOfDay
    : null
}

/** The day with that number since 1970-01-01. */
export function dayOfNumber(number: number): Day {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10) as Day
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days)
}

/** 0 Sunday … 6 Saturday, of a day number. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7 // 1970-01-01 was a Thursday.
}
