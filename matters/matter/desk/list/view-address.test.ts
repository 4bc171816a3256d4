import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewAddress, viewAsked } from './view-address.ts'

test('a view leads back to the list it was kept from, without the matter that was open', () => {
  const address = { words: '路灯', columns: 'title,due', matter: '990101-2026-000001', state: '' }
  const asked = viewAsked(address, 'late')
  assert.deepEqual(asked, { queue: 'late', filters: { words: '路灯' }, columns: ['title', 'due'] })
  assert.equal(viewAddress(asked), '/queues/late?words=%E8%B7%AF%E7%81%AF&columns=title%2Cdue')
})

test('the same filters in another order are the same view', () => {
  const one = viewAsked({ state: 'handling', kind: 'request' }, undefined)
  const other = viewAsked({ kind: 'request', state: 'handling' }, undefined)
  assert.equal(viewAddress(one), '/matters?kind=request&state=handling')
  assert.equal(viewAddress(one), viewAddress(other))
})
