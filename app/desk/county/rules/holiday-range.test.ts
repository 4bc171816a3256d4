import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysToPut } from './holiday-range.ts'

test('a holiday is entered for its weekdays, make-up days for their weekends', () => {
  // 2026-10-01 is a Thursday.
  assert.deepEqual(daysToPut('2026-10-01', '2026-10-07', 'off'), [
    '2026-10-01',
    '2026-10-02',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ])
  assert.deepEqual(daysToPut('2026-10-10', '', 'work'), ['2026-10-10'])
  assert.deepEqual(daysToPut('2026-10-08', '', 'work'), [])
})

test('a span that is none has no days', () => {
  assert.deepEqual(daysToPut('', '', 'off'), [])
  assert.deepEqual(daysToPut('2026-10-07', '2026-10-01', 'off'), [])
  assert.deepEqual(daysToPut('2026-02-30', '', 'off'), [])
  assert.deepEqual(daysToPut('2026-01-01', '2030-01-01', 'off'), [])
})
