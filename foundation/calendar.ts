import { type Static, Type } from 'typebox'
import {
  type Day,
  millisecondsOfDay,
  millisecondsOfMinute,
  numberOfDay,
  weekdayOf,
} from './time.ts'
import { dayNumberAt, isTimeZone, localTimeAt, momentOfLocalTime } from './time-zone.ts'

/**
 * How long something may take. `amount` counts `unit`s: whole numbers for days (0 means the same day), any number for
 * hours. `ends: 'business'` lets natural days end at the close of business of the office that owes the deed; without
 * it they end at 24:00, because what takes requests in is open round the clock (Civil Code art. 203, GB/T 33358).
 */
export const Limit = Type.Object({
  unit: Type.Union([
    Type.Literal('urgentHour'),
    Type.Literal('workingHour'),
    Type.Literal('workingDay'),
    Type.Literal('naturalDay'),
  ]),
  amount: Type.Number({ minimum: 0, maximum: 10_000 }),
  ends: Type.Optional(Type.Literal('business')),
})
export type Limit = Readonly<Static<typeof Limit>>

/** What a day differs in from its weekday: a day off in the week, or a make-up workday 调休工作日 at the weekend. */
export type DayKind = 'off' | 'work'

/** One span of office hours, in minutes from local midnight: [540, 720] is 9:00–12:00. */
export type OfficeHours = readonly (readonly [from: number, to: number])[]

/**
 * When an office works. Data, made by `workCalendar` from the county's rule `office.hours` and the table `holidays`;
 * holidays are set each year by the State Council General Office and come out late in the year before.
 */
export type WorkCalendar = {
  readonly timeZone: string
  /** In order, not touching each other, each longer than nothing. */
  readonly officeHours: OfficeHours
  /** Days that differ from plain weekends, by day number. */
  readonly days: ReadonlyMap<number, DayKind>
  readonly knownYears: ReadonlySet<number>
}

/** Why a list of office hours cannot be used, or null. Told to whoever edits the rule. */
export function whatIsWrongWithHours(
  hours: OfficeHours,
): 'empty' | 'outOfDay' | 'outOfOrder' | null {
  if (hours.length === 0) return 'empty'
  let last = -1
  for (const [from, to] of hours) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > 24 * 60)
      return 'outOfDay'
    if (from <= last || to <= from) return 'outOfOrder'
    last = to
  }
  return null
}

/**
 * Builds a calendar. Years that are not in `knownYears` are taken as plain weekends; whoever shows a due moment in such
 * a year says so (`unknownYears`).
 * @throws RangeError for an unknown zone or office hours that cannot be
 */
export function workCalendar(from: {
  timeZone: string
  officeHours: OfficeHours
  days: Iterable<readonly [day: Day, kind: DayKind]>
  knownYears: Iterable<number>
}): WorkCalendar {
  if (!isTimeZone(from.timeZone)) throw new RangeError(`no such time zone: ${from.timeZone}`)
  const wrong = whatIsWrongWithHours(from.officeHours)
  if (wrong) throw new RangeError(`office hours: ${wrong}`)
  const days = new Map<number, DayKind>()
  for (const [day, kind] of from.days) days.set(numberOfDay(day), kind)
  return {
    timeZone: from.timeZone,
    officeHours: from.officeHours,
    days,
    knownYears: new Set(from.knownYears),
  }
}

/** True when the holidays and make-up workdays of that year are in the calendar. */
export function calendarKnows(calendar: WorkCalendar, year: number): boolean {
  return calendar.knownYears.has(year)
}

/** Years touched between two moments whose holidays the calendar does not know: working time in them is a guess. */
export function unknownYears(calendar: WorkCalendar, from: Date, to: Date): number[] {
  const yearAt = (moment: Date) =>
    new Date(localTimeAt(moment.getTime(), calendar.timeZone)).getUTCFullYear()
  const unknown: number[] = []
  for (let year = yearAt(from); year <= yearAt(to); year++)
    if (!calendar.knownYears.has(year)) unknown.push(year)
  return unknown
}

/** True when offices work on that day number. */
export function isWorkingDayNumber(day: number, calendar: WorkCalendar): boolean {
  const kind = calendar.days.get(day)
  if (kind !== undefined) return kind === 'work'
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** True when offices work on that day: not a weekend, not a day off, or a make-up workday. */
export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  return isWorkingDayNumber(numberOfDay(day), calendar)
}

/** The working day reached after so many working days behind `day`, which is not counted itself. `amount` ≥ 1. */
export function workingDayAfter(day: number, amount: number, calendar: WorkCalendar): number {
  let left = amount
  let reached = day
  while (left > 0) {
    reached++
    if (isWorkingDayNumber(reached, calendar)) left--
  }
  return reached
}

/** That day itself when offices work on it, else the next day they do (Civil Code art. 203: the last day moves on). */
export function workingDayFrom(day: number, calendar: WorkCalendar): number {
  return isWorkingDayNumber(day, calendar) ? day : workingDayAfter(day, 1, calendar)
}

/** The moment of a minute of a local day, in milliseconds; minute 1440 is its end. */
export function momentOfMinute(day: number, minute: number, calendar: WorkCalendar): number {
  return momentOfLocalTime(
    day * millisecondsOfDay + minute * millisecondsOfMinute,
    calendar.timeZone,
  )
}

/** When offices close on that day, in milliseconds. */
export function closeOfBusiness(day: number, calendar: WorkCalendar): number {
  return momentOfMinute(day, calendar.officeHours.at(-1)?.[1] ?? 0, calendar)
}

/** Working time of one full working day, in milliseconds. */
export function lengthOfWorkingDay(calendar: WorkCalendar): number {
  let minutes = 0
  for (const [from, to] of calendar.officeHours) minutes += to - from
  return minutes * millisecondsOfMinute
}

/**
 * The first moment from `at` on in which offices work: `at` itself inside office hours, else the next opening. What
 * comes in at night, over lunch or on a day off begins then (zammad#4432, frappe/helpdesk#2212).
 */
export function nextWorkingMoment(at: Date, calendar: WorkCalendar): Date {
  return new Date(nextWorking(at.getTime(), calendar))
}

/** As `nextWorkingMoment`, in milliseconds. */
export function nextWorking(at: number, calendar: WorkCalendar): number {
  for (let day = workingDayFrom(dayNumberAt(at, calendar.timeZone), calendar); ; ) {
    for (const [from, to] of calendar.officeHours) {
      if (at < momentOfMinute(day, to, calendar))
        return Math.max(at, momentOfMinute(day, from, calendar))
    }
    day = workingDayAfter(day, 1, calendar)
  }
}

/**
 * The earliest moment at which `amount` milliseconds of working time have passed since `at`. So it ends with a span of
 * office hours rather than with the opening of the next, and no amount at all ends at once.
 */
export function addWorkingTime(at: number, amount: number, calendar: WorkCalendar): number {
  if (amount <= 0) return at
  let left = amount
  for (let day = workingDayFrom(dayNumberAt(at, calendar.timeZone), calendar); ; ) {
    for (const [from, to] of calendar.officeHours) {
      const end = momentOfMinute(day, to, calendar)
      if (end <= at) continue
      const start = Math.max(at, momentOfMinute(day, from, calendar))
      if (left <= end - start) return start + left
      left -= end - start
    }
    day = workingDayAfter(day, 1, calendar)
  }
}

/** Milliseconds of working time between two moments; 0 when `to` is not after `from`. */
export function workingTimeBetween(from: number, to: number, calendar: WorkCalendar): number {
  if (to <= from) return 0
  const lastDay = dayNumberAt(to, calendar.timeZone)
  let total = 0
  for (let day = dayNumberAt(from, calendar.timeZone); day <= lastDay; day++) {
    if (!isWorkingDayNumber(day, calendar)) continue
    for (const [opens, closes] of calendar.officeHours) {
      const start = Math.max(from, momentOfMinute(day, opens, calendar))
      const end = Math.min(to, momentOfMinute(day, closes, calendar))
      if (end > start) total += end - start
    }
  }
  return total
}
