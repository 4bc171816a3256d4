import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnMoved, columnsFrom, usualColumns } from './columns.ts'

test('an address names columns in its order, each once, and keeps the title', () => {
  assert.deepEqual(columnsFrom('title,office,due,office'), ['title', 'office', 'due'])
  assert.deepEqual(columnsFrom('office'), ['title', 'office'])
})

test('what is no column is passed over; nothing named means the usual ones', () => {
  assert.deepEqual(columnsFrom('due,gone'), ['title', 'due'])
  assert.deepEqual(columnsFrom('gone'), usualColumns)
  assert.deepEqual(columnsFrom(undefined), usualColumns)
})

test('a column moves by one place, never before the title nor past the end', () => {
  assert.deepEqual(columnMoved(['title', 'due', 'office'], 'office', -1), [
    'title',
    'office',
    'due',
  ])
  assert.deepEqual(columnMoved(['title', 'due', 'office'], 'due', -1), ['title', 'due', 'office'])
  assert.deepEqual(columnMoved(['title', 'due', 'office'], 'office', 1), ['title', 'due', 'office'])
})
