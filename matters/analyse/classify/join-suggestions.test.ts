import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category } from '../model.ts'
import { joinSuggestions, type Learnt } from './join-suggestions.ts'
import { suggest } from './suggest.ts'

const category = (code: string, name: string, urgency: Category['urgency'] = 'general') => ({
  ...{ code, parent: null, name, nameEn: code, synonyms: [], urgency },
})
const tree = [
  category('lamp', '路灯照明'),
  category('gas', '燃气泄漏', 'urgent'),
  category('tree', '树木倒伏'),
]
const learnt = (certain: boolean, shares: Record<string, number>): Learnt => ({
  version: 4,
  certain,
  guesses: Object.entries(shares).map(([code, probability]) => ({
    ...{ category: code, probability, because: ['坏了'] },
  })),
  known: new Set(Object.keys(shares)),
})
const join = (words: string, said: Learnt) => {
  const joined = joinSuggestions(suggest(words, tree, 0.4), said, tree)
  assert.equal(joined.model, 4)
  const categories = joined.categories.map(({ category: code, source }) => `${code} ${source}`)
  return { categories, certain: joined.certain, urgency: joined.urgency?.urgency ?? null }
}

test('what was learnt comes first; names speak for categories without history', () => {
  assert.deepEqual(join('树木倒伏，路灯照明', learnt(true, { lamp: 0.9, gas: 0.1 })), {
    categories: ['lamp learnt', 'gas learnt', 'tree names'],
    certain: true,
    urgency: null,
  })
})

test('names come first where they alone are certain', () => {
  const said = join('树木倒伏', learnt(false, { lamp: 0.35, gas: 0.3 }))
  assert.deepEqual(said.categories, ['tree names', 'lamp learnt', 'gas learnt'])
  assert.equal(said.certain, true)
})

test('a category the county no longer has is not suggested, and makes nothing certain', () => {
  const said = join('坏了', learnt(true, { ended: 0.9, lamp: 0.1 }))
  assert.deepEqual([said.categories, said.certain], [['lamp learnt'], false])
})

test('where nothing was learnt of the words, names stand as they are', () => {
  const said = join('树木倒伏', learnt(false, {}))
  assert.deepEqual([said.categories, said.certain], [['tree names'], true])
})

test('an urgent category that is certain brings its urgency, an unlikely one does not', () => {
  assert.equal(join('坏了', learnt(true, { gas: 0.9, lamp: 0.1 })).urgency, 'urgent')
  assert.equal(join('坏了', learnt(true, { lamp: 0.9, gas: 0.1 })).urgency, null)
})
