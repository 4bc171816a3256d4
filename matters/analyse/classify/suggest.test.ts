import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { demoCategories } from '#database/demo/categories.ts'
import type { Category } from '../model.ts'
import { findTerms } from '../text/terms.ts'
import { suggest } from './suggest.ts'

const certaintyMin = 0.7
const ask = (words: string) => suggest(words, demoCategories, certaintyMin)
const best = (words: string) => ask(words).categories[0]?.category

test('words residents use lead to their category, with the words as the reason', () => {
  const { categories, certain } = ask('文昌社区门口的路灯不亮，已经三天了')
  assert.deepEqual(categories, [
    {
      category: '0102',
      name: '路灯照明',
      nameEn: 'Street lighting',
      score: 1,
      because: ['路灯不亮'],
      source: 'names',
    },
  ])
  assert.equal(certain, true)
  assert.equal(best('有个大坑洞，路面坑洼，骑车摔倒'), '0101')
  assert.equal(best('老板拖欠工资三个月，农民工工资要不回来'), '0801')
  assert.equal(best('a POTHOLE near the market'), '0101')
})

test('of overlapping words the longer counts', () => {
  assert.deepEqual(findTerms('路灯不亮', ['路灯', '路灯不亮', '不亮']), ['路灯不亮'])
  assert.deepEqual(findTerms('路灯坏，路灯不亮', ['路灯', '路灯不亮']), ['路灯', '路灯不亮'])
})

test('words of other scripts are whole words', () => {
  assert.deepEqual(findTerms('gasping for air', ['gas']), [])
  assert.deepEqual(findTerms('没有GAS了', ['gas']), ['gas'])
  assert.deepEqual(findTerms('ＧＡＳ leak', ['gas']), ['gas'])
})

test('one short word, or words that point three ways, leave it to a person', () => {
  assert.equal(ask('路灯').certain, false)
  const { categories, certain } = ask('楼下烧烤油烟大，音响太大，还乱停车')
  assert.equal(certain, false)
  assert.equal(categories.length, 3)
  assert.deepEqual(ask('你好，我想反映一个问题'), {
    categories: [],
    certain: false,
    urgency: null,
    special: [],
    model: null,
  })
})

test('a word of a wider category speaks half for the narrower one', () => {
  const category = (code: string, parent: string | null, name: string): Category => ({
    code,
    parent,
    name,
    nameEn: code,
    synonyms: [],
    urgency: 'general',
  })
  const tree = [
    category('1', null, '道路'),
    category('11', '1', '井盖'),
    category('12', '1', '护栏'),
  ]
  assert.deepEqual(
    suggest('道路上的井盖', tree, 0).categories.map(({ category, because }) => [category, because]),
    [['11', ['井盖', '道路']]],
  )
  assert.equal(suggest('道路问题', tree, 0).categories[0]?.category, '1')
})

test('the gravest urgency of what was suggested is told', () => {
  assert.deepEqual(ask('家里闻到煤气味').urgency, { urgency: 'urgent', because: ['闻到煤气味'] })
  assert.equal(ask('小区停水两天，家里没水').urgency?.urgency, 'lifeline')
  assert.equal(ask('路灯不亮').urgency, null)
})

test('emergencies and legal ways are hinted at, with the number to call', () => {
  assert.deepEqual(ask('楼上着火了').special, [
    { channel: 'emergency', call: '119', because: ['着火'] },
  ])
  assert.deepEqual(
    ask('已经起诉到法院，也去信访过').special.map(({ channel }) => channel),
    ['court', 'petition'],
  )
  assert.deepEqual(ask('路灯不亮').special, [])
})

test('any words give at most three suggestions with scores between 0 and 1, best first', () => {
  const pieces = demoCategories.flatMap(({ name, synonyms }) => [name, ...synonyms])
  const anyWords = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 8 })))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(anyWords, (words) => {
      const { categories } = ask(words)
      assert.ok(categories.length <= 3)
      const scores = categories.map(({ score }) => score)
      assert.ok(scores.every((score) => score >= 0 && score <= 1))
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      )
      assert.ok(categories.every(({ because }) => because.length > 0))
    }),
    { numRuns: 300 },
  )
})

test('the demo tree holds: codes once, parents there, names within the limits', () => {
  const codes = demoCategories.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const { parent, name, synonyms } of demoCategories) {
    assert.ok(parent === null || codes.includes(parent))
    assert.ok(name.length <= 40)
    assert.equal(new Set(synonyms).size, synonyms.length)
  }
})
