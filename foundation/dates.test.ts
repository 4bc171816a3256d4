import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDay, parseMoment, whyNotDay, whyNotMoment } from './dates.ts'
import { dayOfNumber } from './time.ts'

const zone = 'Asia/Shanghai'

test('days are read as people write them', () => {
  for (const text of [
    '2026-11-08',
    '2026/11/8',
    '2026.11.08',
    '2026年11月8日',
    '2026年11月08号',
    '20261108',
    ' ２０２６－１１－０８ ',
    '2026-11-08 17:30',
    '2026-11-08T17:30:05.123Z',
  ]) {
    assert.equal(parseDay(text), '2026-11-08', text)
  }
})

test('what is no day is not guessed', () => {
  for (const text of [
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-11',
    '26-11-08',
    '08/11/2026',
    '2026-11-08x',
    '2026-11-08 25:00',
    '2026110',
    '202611081',
    '明天',
    `2026-11-08${' '.repeat(100)}`,
  ]) {
    assert.equal(parseDay(text), null, text)
  }
})

test('moments are read with the clock of the place, or with the offset they bring', () => {
  const read = (text: string) => parseMoment(text, zone)?.toISOString()
  assert.equal(read('2026-11-28 17:30'), '2026-11-28T09:30:00.000Z')
  assert.equal(read('2026年11月28日 17时30分'), '2026-11-28T09:30:00.000Z')
  assert.equal(read('2026-11-28T17:30:05Z'), '2026-11-28T17:30:05.000Z')
  assert.equal(read('2026-11-28T17:30:05.5+05:30'), '2026-11-28T12:00:05.000Z')
  assert.equal(read('12/25/2013 11:59:00 PM'), '2013-12-25T15:59:00.000Z')
  assert.equal(read('12/25/2013 12:00 am'), '2013-12-24T16:00:00.000Z')
  assert.equal(read('2026-11-28'), '2026-11-27T16:00:00.000Z')
  assert.equal(read('2026-11-28 24:00'), '2026-11-28T16:00:00.000Z')
  assert.equal(read('2026-11-28 24:01'), undefined)
  assert.equal(read('2026-11-28 13:00 PM'), undefined)
  assert.equal(read('2026-11-28 17'), undefined)
})

test('days before 1900 or after 2200 are refused, and so is what is no day', () => {
  assert.equal(whyNotDay('1900-01-01', 'on'), null)
  assert.equal(whyNotDay('2200-12-31', 'on'), null)
  assert.equal(whyNotDay('1899-12-31', 'on')?.key, 'foundation.dateOutOfRange')
  assert.equal(whyNotDay('2201-01-01', 'on')?.key, 'foundation.dateOutOfRange')
  assert.deepEqual(whyNotDay('x'.repeat(99), 'on')?.values, { value: 'x'.repeat(40) })
  assert.equal(whyNotMoment('2200-12-31 23:59', zone, 'at'), null)
  assert.equal(whyNotMoment('2201-01-01 00:00', zone, 'at')?.field, 'at')
  assert.equal(whyNotMoment('gestern', zone, 'at')?.key, 'foundation.dateUnknown')
})

test('every day is read back from what it is written as', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -25_567, max: 84_370 }),
      fc.constantFrom('-', '/', '.', ''),
      (number, sign) => {
        const day = dayOfNumber(number)
        assert.equal(parseDay(day.replaceAll('-', sign)), day)
        assert.equal(whyNotDay(day, 'on'), null)
      },
    ),
  )
})

test('no input makes reading fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (text) => {
      parseDay(text)
      const moment = parseMoment(text, zone)
      assert.ok(moment === null || !Number.isNaN(moment.getTime()))
    }),
    { numRuns: 1_000 },
  )
})
