import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingOf } from './delegation-standing.ts'

const lent = {
  validFrom: '2026-11-20T00:00:00Z',
  validTo: '2026-11-27T00:00:00Z',
  withdrawnAt: null,
}
const at = (text: string, more = {}) => standingOf({ ...lent, ...more }, new Date(text))

test('it runs from its beginning up to, not on, its end', () => {
  assert.equal(at('2026-11-19T23:59:59Z'), 'coming')
  assert.equal(at('2026-11-20T00:00:00Z'), 'now')
  assert.equal(at('2026-11-27T00:00:00Z'), 'over')
})

test('taken back it is over, also before it began', () => {
  assert.equal(at('2026-11-19T00:00:00Z', { withdrawnAt: '2026-11-18T00:00:00Z' }), 'over')
})
