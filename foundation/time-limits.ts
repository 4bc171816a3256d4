import {
  addWorkingTime,
  closeOfBusiness,
  isWorkingDayNumber,
  type Limit,
  lengthOfWorkingDay,
  momentOfMinute,
  nextWorking,
  type WorkCalendar,
  workingDayAfter,
  workingDayFrom,
  workingTimeBetween,
} from './calendar.ts'
import {
  millisecondsOfDay,
  millisecondsOfHour,
  millisecondsOfMinute,
  type TimeUnit,
} from './time.ts'
import { dayNumberAt, localTimeAt } from './time-zone.ts'

const minutesOfDay = 24 * 60

function checkAmount(limit: Limit): void {
  const countsDays = limit.unit === 'workingDay' || limit.unit === 'naturalDay'
  if (!(limit.amount >= 0) || (countsDays && !Number.isInteger(limit.amount))) {
    throw new RangeError(`a limit of ${limit.amount} ${limit.unit} cannot be counted`)
  }
}

/**
 * When something that began at `start` is due.
 *
 * - `urgentHour`: counted from the stated moment, through nights and holidays (Civil Code art. 201 par. 2).
 * - `workingHour`: counted inside office hours, from the next working moment.
 * - `workingDay`: what comes in after hours or on a day off begins with the next working moment; the day it begins
 *   on is not counted (art. 201 par. 1); it ends when offices close on the last day (art. 203 par. 2).
 * - `naturalDay`: the first day is not counted; a last day on which offices do not work (weekend, holiday, day off by
 *   adjustment, but not a make-up workday) moves to the next day they do (art. 203 par. 1); it ends at 24:00, given as
 *   the first moment of the following day, or at the close of business where the limit says so.
 *
 * @throws RangeError for a negative amount or a part of a day
 */
export function dueAt(limit: Limit, start: Date, calendar: WorkCalendar): Date {
  checkAmount(limit)
  const begun = start.getTime()
  switch (limit.unit) {
    case 'urgentHour':
      return new Date(begun + limit.amount * millisecondsOfHour)
    case 'workingHour':
      return new Date(
        addWorkingTime(nextWorking(begun, calendar), limit.amount * millisecondsOfHour, calendar),
      )
    case 'workingDay': {
      const firstDay = dayNumberAt(nextWorking(begun, calendar), calendar.timeZone)
      return new Date(closeOfBusiness(workingDayAfter(firstDay, limit.amount, calendar), calendar))
    }
    case 'naturalDay': {
      const lastDay = workingDayFrom(dayNumberAt(begun, calendar.timeZone) + limit.amount, calendar)
      if (limit.ends !== 'business')
        return new Date(momentOfMinute(lastDay, minutesOfDay, calendar))
      const closes = closeOfBusiness(lastDay, calendar)
      // Begun after closing with no day to spare: the day it could still be done on is the next working one.
      return new Date(
        closes >= begun ? closes : closeOfBusiness(workingDayAfter(lastDay, 1, calendar), calendar),
      )
    }
  }
}

/**
 * A due moment moved on by a further limit, counted from the due moment and not from today, so an extension never gives
 * back what was already used up. The time of day stays; where offices do not work then, working days end at the close
 * of business and natural days move on to a day they work. An amount of 0 changes nothing.
 */
export function extendDue(due: Date, by: Limit, calendar: WorkCalendar): Date {
  checkAmount(by)
  const at = due.getTime()
  if (by.amount === 0) return due
  switch (by.unit) {
    case 'urgentHour':
      return new Date(at + by.amount * millisecondsOfHour)
    case 'workingHour':
      return new Date(addWorkingTime(at, by.amount * millisecondsOfHour, calendar))
    case 'workingDay': {
      const { day, minute } = endOf(at, calendar)
      const reached = workingDayAfter(day, by.amount, calendar)
      const inHours =
        isWorkingDayNumber(day, calendar) &&
        calendar.officeHours.some(([from, to]) => from <= minute && minute <= to)
      return new Date(
        inHours ? momentOfMinute(reached, minute, calendar) : closeOfBusiness(reached, calendar),
      )
    }
    case 'naturalDay':
      return new Date(moveDays(at, by.amount, calendar))
  }
}

/** Day and minute a period ends on: 24:00 belongs to the day that ends, not to the one that begins. */
function endOf(at: number, calendar: WorkCalendar): { day: number; minute: number } {
  const local = localTimeAt(at, calendar.timeZone)
  const day = Math.ceil(local / millisecondsOfDay) - 1
  return { day, minute: (local - day * millisecondsOfDay) / millisecondsOfMinute }
}

/** The end of a period moved by whole local days, then past days on which offices do not work (art. 203 par. 1). */
function moveDays(at: number, days: number, calendar: WorkCalendar): number {
  const { day, minute } = endOf(at, calendar)
  return momentOfMinute(workingDayFrom(day + days, calendar), minute, calendar)
}

/**
 * A due moment after a pause. What was left when the pause began is left when it ends: exactly the same working time
 * for working hours and working days, the same time for urgent hours, the same number of days for natural days (whose
 * last day then moves past days off). What was already late stays due when it was: a pause heals nothing.
 */
export function dueAfterPause(
  unit: TimeUnit,
  due: Date,
  paused: Date,
  resumed: Date,
  calendar: WorkCalendar,
): Date {
  const [at, from, to] = [due.getTime(), paused.getTime(), resumed.getTime()]
  if (to <= from || from > at) return due
  switch (unit) {
    case 'urgentHour':
      return new Date(at + (to - from))
    case 'workingHour':
    case 'workingDay': {
      const left = workingTimeBetween(from, at, calendar)
      return new Date(Math.max(at, addWorkingTime(to, left, calendar)))
    }
    case 'naturalDay': {
      const days = dayNumberAt(to, calendar.timeZone) - dayNumberAt(from, calendar.timeZone)
      if (days === 0 && to <= at) return due
      const moved = moveDays(at, days, calendar)
      // Paused before and resumed after the closing hour: the part of a day that was left is had on the next
      // working day.
      return new Date(moved > to ? moved : moveDays(moved, 1, calendar))
    }
  }
}

/**
 * Another limit for something that goes on: counted from the same start, then moved by what pauses and extensions have
 * already added to the old due moment, in the new unit. So a new limit neither restarts a clock nor takes a pause back.
 */
export function retimedDue(
  clock: { readonly startedAt: Date; readonly dueAt: Date },
  from: Limit,
  to: Limit,
  calendar: WorkCalendar,
): Date {
  const plain = dueAt(to, clock.startedAt, calendar)
  const [before, after] = [dueAt(from, clock.startedAt, calendar).getTime(), clock.dueAt.getTime()]
  if (after <= before) return plain
  switch (to.unit) {
    case 'urgentHour':
      return new Date(plain.getTime() + (after - before))
    case 'workingHour':
    case 'workingDay':
      return new Date(
        addWorkingTime(plain.getTime(), workingTimeBetween(before, after, calendar), calendar),
      )
    case 'naturalDay': {
      const days = endOf(after, calendar).day - endOf(before, calendar).day
      return new Date(moveDays(plain.getTime(), days, calendar))
    }
  }
}

/** Time of one kind of clock between two moments in milliseconds; negative when `to` lies before `from`. */
function timeBetween(unit: TimeUnit, from: number, to: number, calendar: WorkCalendar): number {
  switch (unit) {
    case 'urgentHour':
      return to - from
    case 'workingHour':
    case 'workingDay':
      return to >= from
        ? workingTimeBetween(from, to, calendar)
        : -workingTimeBetween(to, from, calendar)
    case 'naturalDay':
      return localTimeAt(to, calendar.timeZone) - localTimeAt(from, calendar.timeZone)
  }
}

function lengthOf(unit: TimeUnit, calendar: WorkCalendar): number {
  if (unit === 'workingDay') return lengthOfWorkingDay(calendar)
  return unit === 'naturalDay' ? millisecondsOfDay : millisecondsOfHour
}

/**
 * Time passed between two moments in units of the given kind, with fractions; negative when `to` lies before `from`.
 * Natural days are read off the wall clock, so a day with a changed clock is still one day.
 */
export function elapsed(unit: TimeUnit, from: Date, to: Date, calendar: WorkCalendar): number {
  return timeBetween(unit, from.getTime(), to.getTime(), calendar) / lengthOf(unit, calendar)
}

/** What is left, or how much is exceeded, as people say it: a whole amount of the largest unit that has one. */
export type Remaining = {
  readonly late: boolean
  readonly amount: number
  readonly unit: TimeUnit | 'minute' | 'workingMinute'
}

/**
 * Days still to come until `due` as `dueAt` counts them, the day one stands on not counted: on the first morning of a
 * limit of five working days five are left and not the six on which there is still time.
 */
function daysToCome(unit: TimeUnit, now: number, due: number, calendar: WorkCalendar): number {
  const last = endOf(due, calendar).day
  if (unit === 'naturalDay') return last - dayNumberAt(now, calendar.timeZone)
  const today = dayNumberAt(nextWorking(now, calendar), calendar.timeZone)
  let days = 0
  for (let day = today + 1; day <= last; day++) if (isWorkingDayNumber(day, calendar)) days++
  return days
}

/**
 * What is left until `due`, or exceeded since, rounded down in the unit of the limit; less than one day is said in
 * hours, less than one hour in minutes of the same kind of clock. Never more than the days the limit counts. Exactly at
 * `due` nothing is left and nothing is late.
 */
export function remaining(unit: TimeUnit, due: Date, now: Date, calendar: WorkCalendar): Remaining {
  const late = now.getTime() > due.getTime()
  const [from, to] = late ? [due.getTime(), now.getTime()] : [now.getTime(), due.getTime()]
  const working = unit === 'workingHour' || unit === 'workingDay'
  const hourly: TimeUnit = working ? 'workingHour' : 'urgentHour'
  for (const step of unit === hourly ? [unit] : [unit, hourly]) {
    const whole = Math.floor(timeBetween(step, from, to, calendar) / lengthOf(step, calendar))
    const counted = whole >= 1 && !late && step !== hourly
    const amount = counted ? Math.min(whole, daysToCome(step, from, to, calendar)) : whole
    if (amount >= 1) return { late, amount, unit: step }
  }
  const minutes = Math.floor(timeBetween(hourly, from, to, calendar) / millisecondsOfMinute)
  return { late, amount: Math.max(0, minutes), unit: working ? 'workingMinute' : 'minute' }
}
