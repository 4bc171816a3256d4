import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayHere, momentOfField } from './local-time.ts'

test('what is typed is meant in Beijing, wherever the browser stands', () => {
  assert.equal(momentOfField('2026-11-28T09:30'), '2026-11-28T01:30:00.000Z')
  assert.equal(momentOfField('2026-01-01T00:00'), '2025-12-31T16:00:00.000Z')
})

test('half a moment is none', () => {
  for (const text of ['', '2026-11-28', '2026-11-28T', '2026-13-01T00:00'])
    assert.equal(momentOfField(text), null)
})

test('the county’s day, not the browser’s', () => {
  assert.equal(dayHere(new Date('2026-11-22T16:00:00Z')), '2026-11-23')
})
