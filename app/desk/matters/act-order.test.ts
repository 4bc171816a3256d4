import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder } from './act-order.ts'

const order = (state: Parameters<typeof inOrder>[1], ...verbs: string[]) =>
  inOrder(
    verbs.map((verb) => ({ verb: verb as 'note' })),
    state,
  ).map(({ verb }) => verb)

test('what the matter waits for comes first, the rest stays in the order of the work', () => {
  assert.deepEqual(order('handling', 'object', 'contact', 'note', 'feedBack'), [
    'feedBack',
    'object',
    'contact',
    'note',
  ])
  assert.deepEqual(order('judged', 'judge', 'link', 'concludeConsultation', 'dispatch'), [
    'concludeConsultation',
    'dispatch',
    'judge',
    'link',
  ])
})

test('a state that waits for nothing keeps the order', () => {
  assert.deepEqual(order('archived', 'exclude', 'readIdentity'), ['exclude', 'readIdentity'])
})
