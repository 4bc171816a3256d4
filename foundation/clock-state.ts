import type { Limit, WorkCalendar } from './calendar.ts'
import type { TimeUnit } from './time.ts'
import {
  dueAfterPause,
  dueAt,
  extendDue,
  type Remaining,
  remaining,
  retimedDue,
} from './time-limits.ts'

/**
 * A clock as data: what was promised, by which rule, and until when. There is no way to start one again: returning,
 * redispatching and merging leave `startedAt` alone (trap 13), and what is reopened gets a clock of its own.
 */
export type ClockState<Name extends string = string> = {
  readonly name: Name
  /** Id of the rule that set the limit; with the day of `startedAt` it names the version. */
  readonly rule: string
  readonly unit: TimeUnit
  readonly amount: number
  readonly startedAt: Date
  readonly dueAt: Date
  /** The due moment without extensions; moves with pauses, so the two differ only by what was granted. */
  readonly firstDueAt: Date
  readonly pausedAt: Date | null
  readonly stoppedAt: Date | null
}

/** A limit and the rule it comes from. */
export type CitedLimit = { readonly limit: Limit; readonly rule: string }

/** Starts a clock; see `dueAt` for how each unit is counted. @throws RangeError for a limit that cannot be counted */
export function startClock<Name extends string>(
  name: Name,
  { limit, rule }: CitedLimit,
  at: Date,
  calendar: WorkCalendar,
): ClockState<Name> {
  const due = dueAt(limit, at, calendar)
  return {
    name,
    rule,
    unit: limit.unit,
    amount: limit.amount,
    startedAt: at,
    dueAt: due,
    firstDueAt: due,
    pausedAt: null,
    stoppedAt: null,
  }
}

/** Holds a running clock. One that is paused or stopped already stays as it is: the first pause counts. */
export function pauseClock<C extends ClockState>(clock: C, at: Date): C {
  return clock.pausedAt || clock.stoppedAt ? clock : { ...clock, pausedAt: at }
}

/** Lets a paused clock run on with exactly what was left (`dueAfterPause`); any other clock stays as it is. */
export function resumeClock<C extends ClockState>(clock: C, at: Date, calendar: WorkCalendar): C {
  const { pausedAt, unit } = clock
  if (!pausedAt || clock.stoppedAt) return clock
  return {
    ...clock,
    pausedAt: null,
    dueAt: dueAfterPause(unit, clock.dueAt, pausedAt, at, calendar),
    firstDueAt: dueAfterPause(unit, clock.firstDueAt, pausedAt, at, calendar),
  }
}

/** Ends a clock for good. The first end counts: feeding back twice does not make a met limit missed. */
export function stopClock<C extends ClockState>(clock: C, at: Date): C {
  return clock.stoppedAt ? clock : { ...clock, stoppedAt: at }
}

/**
 * Whether a stopped clock kept its limit; exactly at the due moment does. A pause holds the time. Null while it is
 * not stopped.
 */
export function outcomeOf(clock: ClockState): 'met' | 'missed' | null {
  if (!clock.stoppedAt) return null
  return standsAt(clock, clock.stoppedAt) <= clock.dueAt ? 'met' : 'missed'
}

/** Adds a limit to the due moment (`extendDue`), counted from it, not from today. A stopped clock is not extended. */
export function extendClock<C extends ClockState>(clock: C, by: Limit, calendar: WorkCalendar): C {
  return clock.stoppedAt ? clock : { ...clock, dueAt: extendDue(clock.dueAt, by, calendar) }
}

/** Measures a clock by another limit from its own start, keeping pauses and extensions (`retimedDue`). */
export function retimeClock<C extends ClockState>(
  clock: C,
  { limit, rule }: CitedLimit,
  calendar: WorkCalendar,
): C {
  if (clock.stoppedAt) return clock
  const { startedAt } = clock
  return {
    ...clock,
    rule,
    unit: limit.unit,
    amount: limit.amount,
    dueAt: retimedDue(clock, clock, limit, calendar),
    firstDueAt: retimedDue({ startedAt, dueAt: clock.firstDueAt }, clock, limit, calendar),
  }
}

/** True while the clock runs past its due moment. Paused and stopped clocks are never late. */
export function isLate(clock: ClockState, now: Date): boolean {
  return !clock.pausedAt && !clock.stoppedAt && now > clock.dueAt
}

/** True once an extension moved the due moment. */
export function isExtended(clock: ClockState): boolean {
  return clock.dueAt > clock.firstDueAt
}

/** What is left or exceeded now; held at the pause while paused and at the end once stopped. */
export function remainingOf(clock: ClockState, now: Date, calendar: WorkCalendar): Remaining {
  return remaining(clock.unit, clock.dueAt, standsAt(clock, clock.stoppedAt ?? now), calendar)
}

/** The moment the hands show: when the pause began, else the given moment. */
function standsAt(clock: ClockState, at: Date): Date {
  return clock.pausedAt && clock.pausedAt < at ? clock.pausedAt : at
}
