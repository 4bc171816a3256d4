import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowAfter, span } from './table-keys.ts'

test('keys move within the rows', () => {
  assert.equal(rowAfter('j', -1, 5, 10), 0)
  assert.equal(rowAfter('j', 4, 5, 10), 4)
  assert.equal(rowAfter('ArrowUp', -1, 5, 10), 0)
  assert.equal(rowAfter('k', 3, 5, 10), 2)
  assert.equal(rowAfter('PageDown', 3, 50, 10), 13)
  assert.equal(rowAfter('PageUp', 3, 50, 10), 0)
  assert.equal(rowAfter('End', 3, 50, 10), 49)
})

test('an empty list goes nowhere, another key means nothing', () => {
  assert.equal(rowAfter('j', -1, 0, 10), null)
  assert.equal(rowAfter('x', 0, 5, 10), null)
})

test('a span is the same from both ends', () => {
  assert.deepEqual(span(['a', 'b', 'c', 'd'], 2, 1), ['b', 'c'])
  assert.deepEqual(span(['a', 'b', 'c', 'd'], 1, 2), ['b', 'c'])
})
