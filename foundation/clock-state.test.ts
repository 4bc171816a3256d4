import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nationalCalendar } from '#database/calendar/holidays.ts'
import { type Limit, type WorkCalendar, workCalendar } from './calendar.ts'
import {
  type ClockState,
  extendClock,
  isExtended,
  isLate,
  outcomeOf,
  pauseClock,
  remainingOf,
  resumeClock,
  retimeClock,
  startClock,
  stopClock,
} from './clock-state.ts'
import { timeUnits } from './time.ts'
import { elapsed } from './time-limits.ts'
import { dayNumberAt } from './time-zone.ts'

const shanghai = nationalCalendar([
  [510, 720],
  [840, 1050],
])
const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)
const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds)
const started = (limit: Limit, text: string) =>
  startClock('completion', { limit, rule: 'test' }, at(text), shanghai)
const fiveDays: Limit = { unit: 'workingDay', amount: 5 }

// Places with a changing clock too: office hours there, night shifts, and hours that run to midnight.
const calendars: WorkCalendar[] = [
  shanghai,
  nationalCalendar([[0, 1440]]),
  workCalendar({
    timeZone: 'America/New_York',
    officeHours: [[60, 1020]],
    days: [],
    knownYears: [],
  }),
  workCalendar({
    timeZone: 'Australia/Lord_Howe',
    officeHours: [[480, 1440]],
    days: [],
    knownYears: [],
  }),
]
const anyCalendar = fc.constantFrom(...calendars)
const anyMoment = fc.date({
  min: at('2019-12-01 00:00'),
  max: at('2027-12-01 00:00'),
  noInvalidDate: true,
})
const anyLimit: fc.Arbitrary<Limit> = fc.record({
  unit: fc.constantFrom(...timeUnits),
  amount: fc.integer({ min: 0, max: 60 }),
})
const anySpan = fc.integer({ min: 0, max: 40 * 86_400_000 })

/** What is left of a clock: days for natural days, else milliseconds of its own time. */
function leftOf(clock: ClockState, from: Date, calendar: WorkCalendar): number {
  if (clock.unit !== 'naturalDay')
    return Math.round(elapsed(clock.unit, from, clock.dueAt, calendar) * 86_400_000)
  return (
    dayNumberAt(clock.dueAt.getTime() - 1, calendar.timeZone) -
    dayNumberAt(from.getTime(), calendar.timeZone)
  )
}

test('the due moment never lies before the start', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anyCalendar, (limit, start, calendar) => {
      assert.ok(startClock('any', { limit, rule: 'r' }, start, calendar).dueAt >= start)
    }),
    { numRuns: 500 },
  )
})

test('what is left is never more than the limit, and never grows', () => {
  const anyDays = fc.record({
    unit: fc.constantFrom('workingDay' as const, 'naturalDay' as const),
    amount: fc.integer({ min: 1, max: 30 }),
  })
  fc.assert(
    fc.property(anyDays, anyMoment, anySpan, anyCalendar, (limit, start, span, calendar) => {
      const clock = startClock('any', { limit, rule: 'r' }, start, calendar)
      const first = remainingOf(clock, start, calendar)
      if (limit.unit === 'workingDay')
        assert.deepEqual(first, { late: false, amount: limit.amount, unit: 'workingDay' })
      // A last day on which offices do not work moves on, and the days until then are had.
      const last = dayNumberAt(clock.dueAt.getTime() - 1, calendar.timeZone)
      const moved = last - dayNumberAt(start.getTime(), calendar.timeZone) - limit.amount
      if (limit.unit === 'naturalDay') assert.ok(first.amount <= limit.amount + moved)
      const then = remainingOf(clock, later(start, span), calendar)
      if (then.unit === first.unit && !then.late) assert.ok(then.amount <= first.amount)
    }),
    { numRuns: 500 },
  )
})

test('a later start or a larger amount is never due earlier', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, anyCalendar, (limit, start, span, calendar) => {
      const clock = startClock('any', { limit, rule: 'r' }, start, calendar)
      const begunLater = startClock('any', { limit, rule: 'r' }, later(start, span), calendar)
      const longer = startClock(
        'any',
        { limit: { ...limit, amount: limit.amount + 1 }, rule: 'r' },
        start,
        calendar,
      )
      assert.ok(begunLater.dueAt >= clock.dueAt)
      assert.ok(longer.dueAt >= clock.dueAt)
      // Two periods of natural days may end on the same day after a holiday.
      if (limit.unit !== 'naturalDay') assert.ok(longer.dueAt > clock.dueAt)
    }),
    { numRuns: 500 },
  )
})

test('pausing and resuming at once changes nothing', () => {
  fc.assert(
    fc.property(
      anyLimit,
      anyLimit,
      anyMoment,
      anySpan,
      anyCalendar,
      (limit, more, start, span, calendar) => {
        const clock = extendClock(
          startClock('any', { limit, rule: 'r' }, start, calendar),
          more,
          calendar,
        )
        const moment = later(start, span)
        assert.deepEqual(resumeClock(pauseClock(clock, moment), moment, calendar), clock)
      },
    ),
    { numRuns: 500 },
  )
})

test('a pause of any length keeps the amount left (frappe/helpdesk#1554)', () => {
  fc.assert(
    fc.property(
      anyLimit,
      anyMoment,
      anySpan,
      anySpan,
      anyCalendar,
      (limit, start, run, hold, calendar) => {
        const clock = startClock('any', { limit, rule: 'r' }, start, calendar)
        const paused = later(start, run)
        fc.pre(paused <= clock.dueAt)
        const resumed = later(paused, hold)
        const after = resumeClock(pauseClock(clock, paused), resumed, calendar)
        assert.ok(after.dueAt >= resumed && !isLate(after, resumed))
        const [before, now] = [leftOf(clock, paused, calendar), leftOf(after, resumed, calendar)]
        // A last natural day that falls on a day off moves on (Civil Code art. 203), so there it may grow.
        if (limit.unit === 'naturalDay')
          assert.ok(now >= before && now <= before + 12, `${before} → ${now}`)
        else assert.ok(Math.abs(now - before) <= 1, `${before} → ${now}`)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a clock that is paused is never late, and shows what was left', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, anySpan, (limit, start, run, hold) => {
      const clock = startClock('any', { limit, rule: 'r' }, start, shanghai)
      const paused = later(start, run)
      const held = pauseClock(clock, paused)
      assert.ok(!isLate(held, later(paused, hold)))
      assert.deepEqual(
        remainingOf(held, later(paused, hold), shanghai),
        remainingOf(clock, paused, shanghai),
      )
    }),
  )
})

test('an extension by 0 changes nothing, by more it moves the due moment on', () => {
  fc.assert(
    fc.property(anyLimit, anyLimit, anyMoment, anyCalendar, (limit, more, start, calendar) => {
      const clock = startClock('any', { limit, rule: 'r' }, start, calendar)
      const extended = extendClock(clock, more, calendar)
      if (more.amount === 0) assert.deepEqual(extended, clock)
      else assert.ok(extended.dueAt > clock.dueAt && isExtended(extended))
      assert.deepEqual(extended.firstDueAt, clock.firstDueAt)
      assert.deepEqual(extended.startedAt, clock.startedAt)
    }),
    { numRuns: 500 },
  )
})

test('the same limit again changes nothing, whatever was paused and granted before', () => {
  fc.assert(
    fc.property(anyLimit, anyMoment, anySpan, anySpan, (limit, start, run, hold) => {
      const clock = startClock('any', { limit, rule: 'r' }, start, shanghai)
      const paused = later(start, run)
      // With nothing left the due moment follows the resumption, even out of office hours.
      fc.pre(limit.amount > 0 && paused.getTime() !== clock.dueAt.getTime())
      const worn = resumeClock(pauseClock(clock, paused), later(paused, hold), shanghai)
      assert.deepEqual(retimeClock(worn, { limit, rule: 'r' }, shanghai), worn)
    }),
    { numRuns: 500 },
  )
})

test('trap 12: what is hung up keeps its remaining time and cannot turn late meanwhile', () => {
  const clock = started(fiveDays, '2026-11-23 10:00')
  const hungUp = pauseClock(clock, at('2026-11-26 11:00'))
  assert.ok(!isLate(hungUp, at('2027-03-01 09:00')))
  const woken = resumeClock(hungUp, at('2026-12-14 08:30'), shanghai)
  // Left: an hour and the afternoon of the 26th, the 27th and the 30th; had again from 14 December on.
  assert.deepEqual(woken.dueAt, at('2026-12-16 15:00'))
  assert.deepEqual(woken.firstDueAt, woken.dueAt)
  assert.ok(isLate(woken, at('2026-12-16 15:01')))
})

test('trap 12: a clock that is late already is not healed by hanging it up', () => {
  const clock = started({ unit: 'urgentHour', amount: 2 }, '2026-11-23 10:00')
  const woken = resumeClock(
    pauseClock(clock, at('2026-11-23 13:00')),
    at('2026-11-30 13:00'),
    shanghai,
  )
  assert.deepEqual(woken.dueAt, clock.dueAt)
  assert.ok(isLate(woken, at('2026-11-30 13:00')))
})

test('trap 13: pausing, returning, extending and a new limit leave the start where it was', () => {
  const clock = started(fiveDays, '2026-11-23 10:00')
  const returned = resumeClock(
    pauseClock(clock, at('2026-11-24 10:00')),
    at('2026-11-25 10:00'),
    shanghai,
  )
  const extended = extendClock(returned, { unit: 'workingDay', amount: 3 }, shanghai)
  const fifteen: Limit = { unit: 'workingDay', amount: 15 }
  const retimed = retimeClock(
    extended,
    { limit: fifteen, rule: 'limit.completion.complex' },
    shanghai,
  )
  for (const state of [returned, extended, retimed])
    assert.deepEqual(state.startedAt, clock.startedAt)
  // Fifteen days, one day of pause, three granted: nineteen working days after the start.
  assert.deepEqual(retimed.dueAt, at('2026-12-18 17:30'))
  assert.deepEqual(retimed.firstDueAt, at('2026-12-15 17:30'))
  assert.equal(retimed.rule, 'limit.completion.complex')
})

test('trap 13: a clock that has been stopped never runs again; reopening needs a clock of its own', () => {
  const clock = stopClock(started(fiveDays, '2026-11-23 10:00'), at('2026-11-25 10:00'))
  const late = at('2026-12-25 10:00')
  assert.equal(resumeClock(clock, late, shanghai), clock)
  assert.equal(pauseClock(clock, late), clock)
  assert.equal(stopClock(clock, late), clock)
  assert.equal(extendClock(clock, fiveDays, shanghai), clock)
  assert.equal(retimeClock(clock, { limit: fiveDays, rule: 'other' }, shanghai), clock)
})

test('a merged matter whose clock is stopped does not escalate any more (zammad#904)', () => {
  const merged = stopClock(started(fiveDays, '2026-11-23 10:00'), at('2026-11-24 10:00'))
  assert.ok(!isLate(merged, at('2027-11-24 10:00')))
  assert.equal(outcomeOf(merged), 'met')
})

test('first contact and completion are two clocks (frappe/erpnext#28752)', () => {
  const contact = startClock(
    'firstContact',
    { limit: { unit: 'workingDay', amount: 1 }, rule: 'r' },
    at('2026-11-23 10:00'),
    shanghai,
  )
  const completion = started(fiveDays, '2026-11-23 10:00')
  const answered = stopClock(contact, at('2026-11-24 17:30'))
  assert.equal(outcomeOf(answered), 'met')
  assert.equal(outcomeOf(completion), null)
  assert.equal(outcomeOf(stopClock(contact, at('2026-11-24 17:31'))), 'missed')
})

test('a clock stopped while paused counts until the pause', () => {
  const clock = started({ unit: 'urgentHour', amount: 2 }, '2026-11-23 10:00')
  const held = pauseClock(clock, at('2026-11-23 11:00'))
  assert.equal(outcomeOf(stopClock(held, at('2026-11-29 11:00'))), 'met')
  assert.equal(pauseClock(held, at('2026-11-23 11:30')), held)
})
