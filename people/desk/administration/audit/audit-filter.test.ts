import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentOfField } from '#foundation/screens/local-time.ts'
import { whyNotValid } from '#foundation/validation.ts'
import { auditLog } from '../../../administration-contract.ts'
import { exportAddress, inputOf } from './audit-filter.ts'

const none = { from: '', until: '', what: '', person: '' }

test('empty and half filled fields ask for everything', () => {
  assert.deepEqual(inputOf(none, momentOfField), {})
  assert.deepEqual(inputOf({ ...none, from: '2026-11-01' }, momentOfField), {})
})

test('what the fields say is what the server takes, on the screen and as a file', () => {
  const filter = { ...none, from: '2026-11-01T00:00', what: 'appoint' }
  const input = inputOf(filter, momentOfField)
  assert.equal(whyNotValid(auditLog.input, input), null)
  assert.equal(
    exportAddress(input, 'csv'),
    '/api/v1/audit-log.csv?from=2026-10-31T16%3A00%3A00.000Z&what=appoint',
  )
})
