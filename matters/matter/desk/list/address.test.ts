import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportAddress, filtersOf, isNarrowed, listInput } from './address.ts'

test('the open matter is no filter, and empty filters are none', () => {
  const address = { words: '路灯', state: '', matter: '990101-2026-000001' }
  assert.deepEqual(filtersOf(address), { words: '路灯' })
})

test('an order narrows nothing', () => {
  assert.equal(isNarrowed({ order: 'due' }), false)
  assert.equal(isNarrowed({ order: 'due', office: 'x' }), true)
})

test('a file is asked for with exactly the filters of the list', () => {
  const input = listInput({ words: '路灯', from: '2026-11-01' }, 'toSign')
  assert.deepEqual(input, { words: '路灯', from: '2026-11-01', queue: 'toSign' })
  assert.equal(
    exportAddress(input, 'csv'),
    '/api/v1/matters.csv?words=%E8%B7%AF%E7%81%AF&from=2026-11-01&queue=toSign',
  )
  assert.equal(exportAddress(listInput({}, undefined), 'xlsx'), '/api/v1/matters.xlsx?')
  assert.equal(
    exportAddress(listInput({}, undefined), 'xlsx', ['title', 'office']),
    '/api/v1/matters.xlsx?columns=title%2Coffice',
  )
})
