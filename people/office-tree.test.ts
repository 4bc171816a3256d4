import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Office } from './model.ts'
import { officeStandingFor, officesInTreeOrder } from './office-tree.ts'

function office(id: string, more: Partial<Office> = {}): Office {
  return {
    id,
    name: id,
    nameEn: id,
    kind: 'government',
    division: null,
    parent: null,
    validFrom: '2020-01-01',
    validTo: null,
    successor: null,
    phone: null,
    duties: null,
    ...more,
  }
}

const ended = { validTo: '2026-01-01' }

test('children follow their parent, siblings stand by name', () => {
  const all = [
    office('c', { parent: 'a' }),
    office('b'),
    office('a'),
    office('d', { parent: 'c' }),
    office('e', { parent: 'a' }),
  ]
  assert.deepEqual(
    officesInTreeOrder(all, '2026-11-22').map((one) => one.id),
    ['a', 'c', 'd', 'e', 'b'],
  )
})

test('after a merger the children stand below the successor, before it below the old parent', () => {
  const all = [
    office('old', { ...ended, successor: 'new' }),
    office('new'),
    office('child', { parent: 'old' }),
  ]
  assert.deepEqual(officesInTreeOrder(all, '2026-01-01'), [
    office('new'),
    office('child', { parent: 'new' }),
  ])
  assert.deepEqual(
    officesInTreeOrder(all, '2025-12-31').map((one) => [one.id, one.parent]),
    [
      ['new', null],
      ['old', null],
      ['child', 'old'],
    ],
  )
})

test('a line of successors is followed to its end; an office closed without one is followed by nobody', () => {
  const all = [
    office('a', { validTo: '2022-01-01', successor: 'b' }),
    office('b', { validTo: '2024-01-01', successor: 'c' }),
    office('c'),
    office('closed', ended),
  ]
  const known = new Map(all.map((one) => [one.id, one]))
  assert.equal(officeStandingFor(known, 'a', '2021-01-01')?.id, 'a')
  assert.equal(officeStandingFor(known, 'a', '2023-01-01')?.id, 'b')
  assert.equal(officeStandingFor(known, 'a', '2026-11-22')?.id, 'c')
  assert.equal(officeStandingFor(known, 'closed', '2026-11-22'), null)
  assert.equal(officeStandingFor(known, 'nobody', '2026-11-22'), null)
})

test('every office of the day is listed once, whatever the parents are', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const anyParent = fc.option(fc.constantFrom(...ids), { nil: null })
  fc.assert(
    fc.property(fc.array(anyParent, { minLength: 5, maxLength: 5 }), (parents) => {
      const all = ids.map((id, i) => office(id, { parent: parents[i] ?? null }))
      const listed = officesInTreeOrder(all, '2026-11-22').map((one) => one.id)
      assert.deepEqual(listed.sort(), ids)
    }),
  )
})
