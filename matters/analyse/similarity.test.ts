import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  anyTokenQuery,
  type Comparable,
  likenessOf,
  rankSimilar,
  sharedWords,
} from './similarity.ts'

const matter = (words: string, more: Partial<Comparable> = {}): Comparable => ({
  words,
  category: null,
  division: null,
  lon: null,
  lat: null,
  ...more,
})

test('the query finds whatever shares a pair of characters', () => {
  assert.equal(anyTokenQuery('路灯不亮'), "'路灯' | '灯不' | '不亮'")
  assert.equal(anyTokenQuery('，！'), null)
  assert.equal(anyTokenQuery('灯'), null)
})

test('the reasons are the longest pieces both texts have', () => {
  assert.deepEqual(sharedWords('文昌社区门口路灯不亮', '路灯不亮，在文昌社区'), [
    '文昌社区',
    '路灯不亮',
  ])
  assert.deepEqual(sharedWords('pothole in Main street', 'the pothole on main road'), [
    'pothole',
    'main',
  ])
  assert.deepEqual(sharedWords('甲', '甲'), [])
})

test('the same words nearer by are liker, and the same matter is like itself', () => {
  const here = matter('文昌社区门口路灯不亮', { lon: 111.45, lat: 27.8, category: '0102' })
  const near = { ...here, lat: 27.8005 }
  const far = { ...here, lat: 27.81 }
  assert.equal(likenessOf(here, here).score, 1)
  assert.equal(likenessOf(here, near).metres, 56)
  assert.ok(likenessOf(here, near).score > likenessOf(here, far).score)
  assert.equal(likenessOf(here, matter('物业费太高')).score, 0)
})

test('the likest come first, strangers are left out', () => {
  const subject = matter('河街社区路灯不亮', { division: '990101001003' })
  const same = matter('路灯不亮了，河街社区', { division: '990101001003' })
  const alike = matter('东门社区路灯坏了', { division: '990101001002' })
  const other = matter('养老金没有到账', { division: '990101001002' })
  assert.deepEqual(
    rankSimilar(subject, [other, alike, same], 5).map(({ candidate }) => candidate),
    [same, alike],
  )
})

test('likeness is the same both ways and between 0 and 1', () => {
  const anyMatter = fc
    .record({
      words: fc.string({
        unit: fc.constantFrom('路', '灯', '不', '亮', 'a', 'b', ' ', '，'),
        maxLength: 30,
      }),
      division: fc.constantFrom(null, 'x', 'y'),
      category: fc.constantFrom(null, '1', '2'),
    })
    .map(({ words, ...more }) => matter(words, more))
  fc.assert(
    fc.property(anyMatter, anyMatter, (a, b) => {
      const { score } = likenessOf(a, b)
      assert.ok(score >= 0 && score <= 1)
      assert.equal(score, likenessOf(b, a).score)
    }),
  )
})
