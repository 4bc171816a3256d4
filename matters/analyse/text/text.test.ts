import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachGram, gramCounter } from './grams.ts'
import { charactersRead, plainText } from './plain.ts'
import { ascending, dot, learnRarity, weigh } from './sparse-vector.ts'
import { foldWidth, readUnits } from './units.ts'

const shape = { bits: 18, longest: 3 }

/** The units of a text with a bar between clauses. */
function cut(text: string): string {
  const folded = foldWidth(plainText(text))
  const { count, from, to, clauses } = readUnits(folded)
  return Array.from({ length: count }, (_, i) => {
    const parted = i > 0 && clauses[i] !== clauses[i - 1]
    return (parted ? '|' : '') + folded.slice(from[i], to[i])
  }).join(' ')
}

const gramsOf = (text: string) => {
  const units = readUnits(text)
  const found: string[] = []
  eachGram(units, shape, (_, first, length) => {
    found.push(text.slice(units.from[first], units.to[first + length - 1]))
  })
  return found
}

test('markup, entities and what has no shape are taken away; words in angle brackets stay', () => {
  assert.equal(plainText('<p>路灯<br/>不亮</p>').replace(/\s+/g, ' ').trim(), '路灯 不亮')
  assert.equal(plainText('a<script>alert("路")</script>b').replace(/\s+/g, ' '), 'a b')
  assert.equal(plainText('&lt;路&gt;&nbsp;&#28783;&#x706f;&bogus;&#0;'), '<路> 灯灯&bogus; ')
  assert.equal(plainText('依据<关于停水的通知>，3<5'), '依据<关于停水的通知>，3<5')
  assert.equal(plainText('路\u200b灯\ufeff\u0000'), '路灯')
  assert.equal(plainText('路\ud83d'), '路\ufffd')
  assert.equal(plainText('路'.repeat(50_000)).length, charactersRead)
})

test('units: characters and words; punctuation parts clauses, gaps do not', () => {
  assert.equal(cut('路灯 不亮，坏了。'), '路 灯 不 亮 |坏 了')
  assert.equal(cut('Ａ３区 Street-light２０２６'), 'a3 区 street |light2026')
  assert.equal(cut('𠮷村👍坏了'), '𠮷 村 |坏 了')
  assert.equal(cut('👍👍 …'), '')
  assert.equal(cut(''), '')
})

test('long numbers say only how long they are', () => {
  const hash = (text: string) => readUnits(text).hashes[0]
  assert.equal(hash('13800000000'), hash('13911111111'))
  assert.notEqual(hash('12345'), hash('123456'))
  assert.notEqual(hash('110'), hash('119'))
})

test('runs of units stay within a clause', () => {
  assert.deepEqual(gramsOf('路灯，坏 了'), ['路', '路灯', '灯', '坏', '坏 了', '了'])
})

test('counting: each column once, the same text the same columns, tables left clean', () => {
  const count = gramCounter(shape)
  const first = count('路灯路灯')
  assert.equal(new Set(first.ids).size, first.ids.length)
  assert.deepEqual([...first.values], [2, 2, 1, 2, 1, 1])
  assert.deepEqual(count('路灯路灯'), first)
  assert.deepEqual(count('路 灯路灯').ids, first.ids)
  assert.equal(count('').ids.length, 0)
})

test('weights: what all have says least, and the length is one', () => {
  const count = gramCounter(shape)
  const texts = ['路灯', '路牌', '路面', ''].map(count)
  const rarity = learnRarity(texts, 2 ** shape.bits)
  const [lamp, sign, , none] = texts.map((text) => ascending(weigh(text, rarity)))
  assert.ok(lamp && sign && none)
  assert.ok(Math.abs(dot(lamp, lamp) - 1) < 1e-6)
  assert.ok(dot(lamp, sign) > 0 && dot(lamp, sign) < 0.5)
  assert.equal(dot(lamp, none), 0)
  const [road] = count('路').ids
  const [light] = count('灯').ids
  assert.ok((rarity[road ?? 0] ?? 0) < (rarity[light ?? 0] ?? 0))
})
