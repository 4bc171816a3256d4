import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '#foundation/time.ts'
import { periodFrom, usualPeriods } from './rate-period.ts'

test('the month before ends on its last day, in January too', () => {
  const march = usualPeriods('2026-03-05' as Day)
  assert.deepEqual(march.lastMonth, { from: '2026-02-01', to: '2026-02-28' })
  const january = usualPeriods('2027-01-01' as Day)
  assert.deepEqual(january.lastMonth, { from: '2026-12-01', to: '2026-12-31' })
  assert.deepEqual(january.year, { from: '2027-01-01', to: '2027-01-01' })
})

test('an address names a period, or it is this month so far', () => {
  const today = '2026-11-23' as Day
  assert.deepEqual(periodFrom({ from: '2026-10-01', to: '2026-10-31' }, today), {
    from: '2026-10-01',
    to: '2026-10-31',
  })
  for (const search of [{}, { from: '2026-10-01' }, { from: 'soon', to: '2026-10-31' }]) {
    assert.deepEqual(periodFrom(search, today), { from: '2026-11-01', to: '2026-11-23' })
  }
})
