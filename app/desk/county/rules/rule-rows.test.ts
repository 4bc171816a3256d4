import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf } from './rule-rows.ts'

const version = (id: string, validFrom: string, validTo: string | null) => ({
  id,
  validFrom,
  validTo,
  value: { kind: 'days', days: 1 },
  citation: '',
  source: 'county',
  note: '',
})

test('what holds today and what follows; limits before the house’s own settings', () => {
  const rows = rowsOf(
    [
      version('delegation.daysMax', '2027-01-01', null),
      version('limit.signing', '2020-01-01', '2026-12-01'),
      version('limit.signing', '2026-12-01', null),
    ],
    '2026-11-22',
  )
  assert.deepEqual(
    rows.map(({ id, current, next }) => [id, current?.validFrom, next?.validFrom]),
    [
      ['limit.signing', '2020-01-01', '2026-12-01'],
      ['delegation.daysMax', undefined, '2027-01-01'],
    ],
  )
})
