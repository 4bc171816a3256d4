import assert from 'node:assert/strict'
import { test } from 'node:test'
import { depthsOf } from './office-depth.ts'

test('an office stands below those it belongs to; a parent that is not listed counts for nothing', () => {
  const depths = depthsOf([
    { id: 'street', parent: null },
    { id: 'community', parent: 'street' },
    { id: 'committee', parent: 'community' },
    { id: 'orphan', parent: 'gone' },
  ])
  assert.deepEqual([...depths.values()], [0, 1, 2, 0])
})
