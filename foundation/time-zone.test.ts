import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, dayOfNumber, isDay, numberOfDay, weekdayOf } from './time.ts'
import { dayAt, isTimeZone, localTimeAt, momentOfLocalTime, startOfDay } from './time-zone.ts'

const zones = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
]
const moments = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2150-01-01T00:00:00Z'),
  noInvalidDate: true,
})

test('a day is a date that exists', () => {
  for (const day of ['2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])
    assert.ok(isDay(day), day)
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '0099-01-01',
    '',
    '２０２４-01-01',
  ])
    assert.ok(!isDay(text), text)
})

test('days and their numbers go both ways', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -60_000, max: 90_000 }),
      fc.integer({ min: -999, max: 999 }),
      (number, days) => {
        const day = dayOfNumber(number)
        assert.equal(numberOfDay(day), number)
        assert.equal(numberOfDay(addDays(day, days)), number + days)
        assert.equal(weekdayOf(number), new Date(`${day}T00:00:00Z`).getUTCDay())
      },
    ),
  )
})

test('local time agrees with what Intl shows, in any zone', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (moment, timeZone) => {
      const shown = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(moment)
      const local = new Date(localTimeAt(moment.getTime(), timeZone))
      assert.equal(local.toISOString().slice(0, 19).replace('T', ' '), shown)
    }),
    { numRuns: 300 },
  )
})

test('a local time leads back to its moment, or an hour earlier where the clock shows it twice', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (moment, timeZone) => {
      const back = momentOfLocalTime(localTimeAt(moment.getTime(), timeZone), timeZone)
      const earlier = moment.getTime() - back
      assert.ok(earlier === 0 || (earlier > 0 && earlier <= 2 * 3_600_000), `${earlier}`)
      assert.equal(localTimeAt(back, timeZone), localTimeAt(moment.getTime(), timeZone))
    }),
    { numRuns: 300 },
  )
})

test('a clock put forward over midnight still gives the day a beginning', () => {
  // Beirut 2022-03-27: 00:00 became 01:00.
  assert.equal(
    startOfDay('2022-03-27' as Day, 'Asia/Beirut').toISOString(),
    '2022-03-26T22:00:00.000Z',
  )
  // New York 2026-11-01: 01:30 is shown twice, the first counts.
  const twice = momentOfLocalTime(Date.UTC(2026, 10, 1, 1, 30), 'America/New_York')
  assert.equal(new Date(twice).toISOString(), '2026-11-01T05:30:00.000Z')
})

test('the day belongs to the place, not to the server', () => {
  const moment = new Date('2026-11-21T16:00:00Z')
  assert.equal(dayAt(moment, 'Asia/Shanghai'), '2026-11-22')
  assert.equal(dayAt(moment, 'America/New_York'), '2026-11-21')
  assert.equal(startOfDay('2026-11-22' as Day, 'Asia/Shanghai').getTime(), moment.getTime())
  assert.ok(!isTimeZone('Asia/Atlantis'))
})
