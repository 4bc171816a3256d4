import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoCategories } from '#database/demo/categories.ts'
import type { LinkEnd } from './rules.ts'
import { whyNotCategory, whyNotLink, whyNotRisk } from './rules.ts'

const end = (id: string, more: Partial<LinkEnd> = {}): LinkEnd => ({
  id,
  number: `990101-2026-${id}`,
  state: 'accepted',
  duplicateOf: null,
  ...more,
})

test('a category must stand in the tree', () => {
  assert.equal(whyNotCategory('0102', demoCategories), null)
  assert.equal(whyNotCategory('9999', demoCategories)?.key, 'analyse.categoryUnknown')
})

test('a risk note holds nothing that names a person', () => {
  assert.equal(whyNotRisk(undefined), null)
  assert.equal(whyNotRisk('道路塌陷，可能有车辆坠入'), null)
  assert.equal(whyNotRisk('来电人 13800138000 情绪激动')?.key, 'analyse.riskNamesPerson')
})

test('links are one step deep and never a circle', () => {
  assert.equal(whyNotLink(end('1'), end('2'), 0), null)
  assert.equal(whyNotLink(end('1'), end('1'), 0)?.key, 'analyse.linkToSelf')
  assert.equal(whyNotLink(end('1'), end('2'), 3)?.key, 'analyse.hasVoices')
  assert.equal(
    whyNotLink(end('1', { duplicateOf: '2' }), end('2'), 0)?.key,
    'analyse.linkedAlready',
  )
  assert.equal(
    whyNotLink(end('1'), end('2', { state: 'cancelled' }), 0)?.key,
    'analyse.linkTargetEnded',
  )
  assert.equal(whyNotLink(end('1'), end('2', { state: 'closed' }), 0), null)
})
