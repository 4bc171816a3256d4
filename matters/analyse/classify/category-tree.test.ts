import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ancestorsOf, settleInTree } from './category-tree.ts'

const parents = new Map([
  ['road', null],
  ['road-hole', 'road'],
  ['road-hole-deep', 'road-hole'],
  ['road-sign', 'road'],
  ['env', null],
])
const shares = (told: Record<string, number>) =>
  Object.entries(told)
    .map(([category, probability]) => ({ category, probability }))
    .sort((a, b) => b.probability - a.probability)
const settled = (told: Record<string, number>) => {
  const { shares: said, certain } = settleInTree(shares(told), parents, {
    certaintyMin: 0.4,
    most: 3,
  })
  return { said: said.map(({ category }) => category), first: said[0]?.probability, certain }
}

test('a certain category is said as it is', () => {
  assert.deepEqual(settled({ 'road-hole-deep': 0.7, env: 0.2, 'road-sign': 0.1 }), {
    said: ['road-hole-deep', 'env', 'road-sign'],
    first: 0.7,
    certain: true,
  })
})

test('an uncertain one gives way to the nearest above it that is certain', () => {
  const { said, first, certain } = settled({
    ...{ 'road-hole-deep': 0.35, env: 0.3, 'road-hole': 0.1, 'road-sign': 0.25 },
  })
  assert.deepEqual([said, certain], [['road-hole', 'road-hole-deep', 'env'], true])
  assert.ok(Math.abs((first ?? 0) - 0.45) < 1e-9)
  assert.deepEqual(settled({ 'road-hole': 0.35, 'road-sign': 0.35, env: 0.3 }).said[0], 'road')
})

test('where nothing is certain the best three stand, and a person decides', () => {
  const told = settled({ env: 0.35, 'road-sign': 0.2, other: 0.25, more: 0.2 })
  assert.deepEqual(told, { said: ['env', 'other', 'road-sign'], first: 0.35, certain: false })
  assert.deepEqual(settled({}), { said: [], first: undefined, certain: false })
})

test('a tree of one node, and one that runs in a circle', () => {
  const one = settleInTree([{ category: 'a', probability: 1 }], new Map([['a', null]]), {
    ...{ certaintyMin: 0.4, most: 3 },
  })
  assert.deepEqual(one, { shares: [{ category: 'a', probability: 1 }], certain: true })
  const circle = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ])
  assert.deepEqual(ancestorsOf('a', circle), ['b'])
})
