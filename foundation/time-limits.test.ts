import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '#database/calendar/holidays.ts'
import {
  calendarKnows,
  isWorkingDay,
  type Limit,
  nextWorkingMoment,
  unknownYears,
  whatIsWrongWithHours,
  workCalendar,
} from './calendar.ts'
import type { Day, TimeUnit } from './time.ts'
import { dueAt, elapsed, extendDue, remaining, retimedDue } from './time-limits.ts'

// 8:30–12:00 and 14:00–17:30, seven working hours a day.
const calendar = nationalCalendar([
  [510, 720],
  [840, 1050],
])
/** A moment of Shanghai's wall clock. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)
const limit = (unit: TimeUnit, amount: number): Limit => ({ unit, amount })
const due = (unit: TimeUnit, amount: number, start: string) =>
  shown(dueAt(limit(unit, amount), at(start), calendar))
const shown = (moment: Date) =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

test('trap 10: four units are four clocks', () => {
  // From Friday 2026-09-25 (Mid-autumn, off) the same amount ends at four different moments.
  assert.equal(due('urgentHour', 8, '2026-09-24 15:00'), '2026-09-24 23:00')
  assert.equal(due('workingHour', 8, '2026-09-24 15:00'), '2026-09-28 16:00')
  assert.equal(due('workingDay', 8, '2026-09-24 15:00'), '2026-10-13 17:30')
  assert.equal(due('naturalDay', 8, '2026-09-24 15:00'), '2026-10-09 00:00')
})

test('trap 10: weekend make-up days count as working days', () => {
  assert.ok(isWorkingDay('2026-10-10' as Day, calendar)) // Saturday, National Day make-up
  assert.ok(isWorkingDay('2026-09-20' as Day, calendar)) // Sunday
  assert.ok(!isWorkingDay('2026-10-07' as Day, calendar)) // Wednesday off
  assert.equal(due('workingDay', 1, '2026-09-30 09:00'), '2026-10-08 17:30')
  assert.equal(due('workingDay', 3, '2026-09-30 09:00'), '2026-10-10 17:30')
  assert.equal(due('workingHour', 1, '2026-10-09 17:00'), '2026-10-10 09:00')
  // A natural-day period may end on a make-up Saturday, not on a plain one.
  assert.equal(due('naturalDay', 1, '2026-10-09 10:00'), '2026-10-11 00:00')
  assert.equal(due('naturalDay', 1, '2026-10-16 10:00'), '2026-10-20 00:00')
})

test('trap 10: the first day is not counted and the last moves past a legal holiday', () => {
  assert.equal(due('workingDay', 1, '2026-11-23 08:30'), '2026-11-24 17:30')
  assert.equal(due('workingDay', 5, '2026-11-23 10:00'), '2026-11-30 17:30')
  // 15 days from 2026-09-20 would end on 5 October, inside the holiday; it ends with the first day after it.
  assert.equal(due('naturalDay', 15, '2026-09-20 10:00'), '2026-10-09 00:00')
  assert.equal(due('naturalDay', 0, '2026-11-23 10:00'), '2026-11-24 00:00')
})

test('trap 19: petition days are calendar days, only the objection is 5 working days', () => {
  const accepted = '2026-09-10 09:00'
  assert.equal(due('naturalDay', 15, accepted), '2026-09-29 00:00') // 25th to 27th are Mid-autumn
  assert.equal(due('naturalDay', 60, accepted), '2026-11-10 00:00')
  assert.equal(due('workingDay', 5, accepted), '2026-09-17 17:30')
})

test('natural days end at 24:00, or at the close of business where an office owes the deed', () => {
  const office: Limit = { unit: 'naturalDay', amount: 2, ends: 'business' }
  assert.equal(shown(dueAt(office, at('2026-11-23 20:00'), calendar)), '2026-11-25 17:30')
  assert.equal(
    shown(dueAt({ ...office, amount: 0 }, at('2026-11-23 20:00'), calendar)),
    '2026-11-24 17:30',
  )
})

test('what comes in after hours, over lunch or on a day off begins with the next working moment', () => {
  assert.equal(shown(nextWorkingMoment(at('2026-11-23 12:30'), calendar)), '2026-11-23 14:00')
  assert.equal(shown(nextWorkingMoment(at('2026-11-23 12:00'), calendar)), '2026-11-23 14:00')
  assert.equal(shown(nextWorkingMoment(at('2026-11-20 17:30'), calendar)), '2026-11-23 08:30')
  assert.equal(shown(nextWorkingMoment(at('2026-11-23 00:00'), calendar)), '2026-11-23 08:30')
  assert.equal(due('workingHour', 2, '2026-11-23 00:00'), '2026-11-23 10:30')
  assert.equal(due('workingDay', 1, '2026-11-21 03:00'), '2026-11-24 17:30')
})

test('a lunch break is no working time (frappe/helpdesk#2212)', () => {
  assert.equal(due('workingHour', 2, '2026-11-23 11:00'), '2026-11-23 15:00')
  assert.equal(due('workingHour', 1, '2026-11-23 11:00'), '2026-11-23 12:00')
  assert.equal(elapsed('workingHour', at('2026-11-23 11:00'), at('2026-11-23 15:00'), calendar), 2)
})

test('years meet without a seam, and an unknown year says so', () => {
  assert.equal(due('workingDay', 2, '2025-12-31 10:00'), '2026-01-05 17:30') // 4 January is a make-up Sunday
  assert.ok(
    calendarKnows(calendar, 2020) &&
      calendarKnows(calendar, 2026) &&
      !calendarKnows(calendar, 2027),
  )
  assert.deepEqual(unknownYears(calendar, at('2026-12-30 10:00'), at('2027-01-05 10:00')), [2027])
  assert.deepEqual(unknownYears(calendar, at('2020-01-01 00:00'), at('2026-12-31 23:00')), [])
  // Plain weekends: 2027-01-01 is a Friday and counts as long as nobody entered it.
  assert.equal(due('workingDay', 2, '2026-12-31 10:00'), '2027-01-04 17:30')
})

test('an extension counts from the due moment and keeps its hour', () => {
  const more = (unit: TimeUnit, amount: number, from: string) =>
    shown(extendDue(at(from), limit(unit, amount), calendar))
  assert.equal(more('workingDay', 3, '2026-11-27 17:30'), '2026-12-02 17:30')
  assert.equal(more('workingDay', 1, '2026-11-27 10:15'), '2026-11-30 10:15')
  assert.equal(more('workingDay', 1, '2026-11-28 03:00'), '2026-11-30 17:30')
  assert.equal(more('naturalDay', 3, '2026-11-28 00:00'), '2026-12-01 00:00')
  assert.equal(more('naturalDay', 1, '2026-11-28 00:00'), '2026-12-01 00:00')
  assert.equal(more('workingHour', 1, '2026-11-27 17:30'), '2026-11-30 09:30')
})

test('another limit counts from the same start and keeps what pauses and extensions gave', () => {
  const startedAt = at('2026-11-23 10:00')
  const general = limit('workingDay', 5)
  const clock = { startedAt, dueAt: dueAt(general, startedAt, calendar) }
  assert.equal(
    shown(retimedDue(clock, general, limit('workingDay', 15), calendar)),
    '2026-12-14 17:30',
  )
  assert.equal(
    shown(retimedDue(clock, general, limit('urgentHour', 2), calendar)),
    '2026-11-23 12:00',
  )
  const extended = { startedAt, dueAt: extendDue(clock.dueAt, limit('workingDay', 2), calendar) }
  assert.equal(
    shown(retimedDue(extended, general, limit('workingDay', 15), calendar)),
    '2026-12-16 17:30',
  )
})

test('what is left is said in the largest unit that has a whole amount', () => {
  const left = (unit: TimeUnit, dueText: string, now: string) => {
    const { late, amount, unit: said } = remaining(unit, at(dueText), at(now), calendar)
    return `${late ? 'late ' : ''}${amount} ${said}`
  }
  assert.equal(left('workingDay', '2026-11-27 17:30', '2026-11-26 15:00'), '1 workingDay')
  assert.equal(left('workingDay', '2026-11-27 17:30', '2026-11-27 09:00'), '6 workingHour')
  assert.equal(left('workingDay', '2026-11-27 17:30', '2026-11-27 17:10'), '20 workingMinute')
  assert.equal(left('workingDay', '2026-11-27 17:30', '2026-11-29 12:00'), 'late 0 workingMinute')
  assert.equal(left('workingDay', '2026-11-27 17:30', '2026-12-01 09:00'), 'late 1 workingDay')
  assert.equal(left('urgentHour', '2026-11-28 03:00', '2026-11-28 06:30'), 'late 3 urgentHour')
  assert.equal(left('naturalDay', '2026-11-28 00:00', '2026-11-25 10:00'), '2 naturalDay')
  assert.equal(left('naturalDay', '2026-11-28 00:00', '2026-11-27 10:00'), '14 urgentHour')
  assert.equal(left('naturalDay', '2026-11-28 00:00', '2026-11-28 00:00'), '0 minute')
})

test('on the first morning of five working days five are left, and on the weekend before too', () => {
  const left = (now: string) => {
    const { amount, unit } = remaining('workingDay', at('2026-11-30 17:30'), at(now), calendar)
    return `${amount} ${unit}`
  }
  assert.equal(due('workingDay', 5, '2026-11-23 07:40'), '2026-11-30 17:30')
  assert.equal(left('2026-11-21 12:00'), '5 workingDay')
  assert.equal(left('2026-11-23 07:40'), '5 workingDay')
  assert.equal(left('2026-11-23 17:00'), '5 workingDay')
  assert.equal(left('2026-11-24 08:00'), '4 workingDay')
  assert.equal(left('2026-11-28 12:00'), '7 workingHour')
  const { amount, unit } = remaining(
    'naturalDay',
    at('2026-12-01 00:00'),
    at('2026-11-23 00:00'),
    calendar,
  )
  assert.equal(`${amount} ${unit}`, '7 naturalDay')
})

test('limits and calendars that cannot be are refused', () => {
  assert.throws(() => due('workingDay', 0.5, '2026-11-23 10:00'), RangeError)
  assert.throws(() => due('naturalDay', -1, '2026-11-23 10:00'), RangeError)
  assert.throws(() => due('urgentHour', Number.NaN, '2026-11-23 10:00'), RangeError)
  assert.equal(whatIsWrongWithHours([]), 'empty')
  assert.equal(
    whatIsWrongWithHours([
      [540, 720],
      [700, 1020],
    ]),
    'outOfOrder',
  )
  assert.equal(whatIsWrongWithHours([[540, 1500]]), 'outOfDay')
  const plain = {
    timeZone: 'Asia/Shanghai',
    officeHours: [[540, 1020]] as const,
    days: [],
    knownYears: [],
  }
  assert.throws(() => workCalendar({ ...plain, timeZone: 'Mars/Base' }), RangeError)
  assert.throws(() => workCalendar({ ...plain, officeHours: [] }), RangeError)
})
