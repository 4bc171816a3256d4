import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { searchPieces, searchQueryText, searchVector, searchVectorText } from './bigrams.ts'

test('a run of characters becomes its pairs and its last character', () => {
  assert.equal(searchVectorText('路灯不亮'), '路灯 灯不 不亮 亮')
  assert.equal(searchVectorText('灯'), '灯')
  assert.equal(searchVectorText('路灯，坏了！'), '路灯 灯 坏了 了')
})

test('letters and digits are words of their own, whatever their width and case', () => {
  assert.equal(searchVectorText('幸福里３号楼Ｂ座 WiFi'), '幸福 福里 里 3 号楼 楼 b 座 wifi')
  assert.equal(searchVectorText('990101-2026-000123'), '990101 2026 000123')
  assert.equal(searchVectorText('臺灣'), '臺灣 灣')
  assert.equal(searchVectorText('𠮷野家'), '𠮷野 野家 家')
})

test('one and several of an English thing are one word', () => {
  assert.equal(searchVectorText('Street lights, cities, trees'), 'street light city tree')
  assert.equal(searchVectorText('bus glass gas status'), 'bus glass gas status')
})

test('the parts of a thing keep their labels, and no phrase runs from one into the next', () => {
  assert.equal(
    searchVector(
      [
        ['A', '灯坏'],
        ['B', '3号'],
      ],
      ['#123'],
    ),
    "'灯坏':1A '坏':2A '3':4B '号':5B '#123'",
  )
  assert.equal(searchQueryText('路灯 灯', 'AB'), "'路灯':AB & '灯':*AB")
})

test('pieces are what stands between blanks and signs, folded', () => {
  assert.deepEqual(searchPieces(' ＷiFi信号，３号楼 '), ['wifi信号', '3号楼'])
  assert.deepEqual(searchPieces('!!'), [])
})

test('a query keeps together what was typed together', () => {
  assert.equal(searchQueryText('路灯不亮'), "('路灯' <-> '灯不' <-> '不亮')")
  assert.equal(searchQueryText('路灯 幸福里'), "'路灯' & ('幸福' <-> '福里')")
  assert.equal(searchQueryText('灯'), "'灯':*")
  assert.equal(searchQueryText('3号楼B'), "('3' <-> '号楼' <-> '楼' <-> 'b')")
  assert.equal(searchQueryText('3号'), "('3' <-> '号':*)")
})

test('a query of nothing but signs asks for nothing', () => {
  for (const text of ['', '  ', "'", '!&|<->():*', '\u0000', '，。', '🚧']) {
    assert.equal(searchQueryText(text), null, text)
    assert.equal(searchVectorText(text), '')
  }
})

test('texts of any size stay within what the store can index', () => {
  const long = searchVectorText('路灯不亮了'.repeat(30_000)).split(' ')
  assert.ok(long.length <= 16_000)
  const words = searchVectorText(
    Array.from({ length: 20_000 }, (_, i) => `${i}`.padStart(70, 'ж')).join(' '),
  )
  assert.ok(Buffer.byteLength(words) < 1_000_000)
  assert.ok((searchQueryText('路灯'.repeat(500)) ?? '').length < 2_000)
})

test('every query is made of quoted tokens and known operators', () => {
  const shape = /^\(?'[^'\s\\]+'(:\*)?(\)? (&|<->) \(?'[^'\s\\]+'(:\*)?)*\)?$/
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const query = searchQueryText(text)
      if (query !== null) assert.match(query, shape)
      assert.ok(!/['"\\&|!()<>:*]/.test(searchVectorText(text)))
    }),
    { numRuns: 2_000 },
  )
})
