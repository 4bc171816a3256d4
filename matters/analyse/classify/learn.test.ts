import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#foundation/refusal.ts'
import { inventedMatters } from '../../../tests/invented-matters.ts'
import { packModel, unpackModel } from '../server/learn/pack-model.ts'
import { learnSharpness, probabilitiesOf } from './calibrate.ts'
import { openClassifier } from './classify.ts'
import { type Example, learnFrom } from './learn.ts'
import { lendUpwards } from './lend-upwards.ts'
import { measure } from './measure.ts'

const certaintyMin = 0.4
const options = { seed: 1, useAll: true }
const learnt = learnFrom(inventedMatters(100), options)
const classifier = openClassifier(learnt.model)
const ask = (text: string) => {
  const { shares, certain } = classifier.classify(text, { certaintyMin })
  const sum = shares.reduce((all, { probability }) => all + probability, 0)
  assert.ok(sum <= 1 + 1e-9 && shares.every(({ probability }) => probability >= 0))
  return { best: certain ? shares[0]?.category : null, shares, certain }
}
const refusalOf = (examples: Example[]) => {
  try {
    learnFrom(examples, options)
    return null
  } catch (error) {
    return error instanceof Refused ? error.refusal.key : error
  }
}

test('says the category, how probable it is, and the pieces that spoke for it', () => {
  const text = '您好，桥头路灯不亮，夜里一片漆黑。谢谢。'
  const told = classifier.classify(text, { certaintyMin })
  const [best] = classifier.explain(text, told)
  assert.equal(best?.category, 'lamp')
  assert.ok((best?.probability ?? 0) > 0.8)
  assert.ok(best?.because.some((piece) => piece.includes('路灯')))
  assert.ok(best?.because.every((piece) => text.includes(piece)))
})

test('held-out matters are measured', () => {
  assert.ok(learnt.quality && learnt.quality.texts >= 10)
  assert.ok((learnt.quality?.macroF1 ?? 0) > 0.95)
  assert.equal(learnt.texts, 300)
  assert.equal(learnt.leftOut, 0)
})

test('the same matters and seed give the same model; written and read it answers the same', () => {
  const again = learnFrom(inventedMatters(100), options)
  const packed = packModel(learnt.model)
  assert.deepEqual(packModel(again.model), packed)
  // As the store gives it: a window on a larger buffer.
  const read = unpackModel(Buffer.concat([Buffer.from('x'), packed]).subarray(1))
  assert.deepEqual(read, learnt.model)
  assert.ok(read && packed.length < 200_000)
  for (const { text } of inventedMatters(10, { seed: 3 }))
    assert.deepEqual(
      openClassifier(read).classify(text, { certaintyMin }),
      classifier.classify(text, { certaintyMin }),
    )
})

test('bytes that are no model are none', () => {
  const packed = packModel(learnt.model)
  for (const bytes of [
    packed.slice(0, -4),
    packed.slice(1),
    new Uint8Array(0),
    Buffer.from('linli'),
  ])
    assert.equal(unpackModel(bytes), null)
  const broken = packed.slice()
  broken[30] = 0xff
  assert.equal(unpackModel(broken), null)
})

test('what says nothing is for a person', () => {
  for (const text of ['', ' ', '\u0000', '👍👍👍', '……', '<p></p>', 'x', '\ud83d', '!!!'])
    assert.deepEqual(ask(text), { best: null, shares: [], certain: false })
  assert.equal(ask('灯').certain, false)
})

test('writing of every kind is read', () => {
  assert.equal(ask(`路灯不亮，夜里一片漆黑。${'路灯不亮。'.repeat(10_000)}`).best, 'lamp')
  assert.equal(ask('<div>路灯&nbsp;不亮<br>夜里<b>一片漆黑</b></div>').best, 'lamp')
  assert.equal(ask('ＡＢＣ１２３ 桥头路灯不亮，夜里一片漆黑').best, 'lamp')
  assert.equal(ask('The street lamp 路灯不亮 at the bridge, 夜里一片漆黑').best, 'lamp')
  assert.equal(ask('路 灯 不 亮 夜 里 一 片 漆 黑').best, 'lamp')
  // Traditional characters are other characters: what is shared with what was learnt still speaks.
  const traditional = ask('路燈不亮，夜裡一片漆黑')
  assert.ok(traditional.best === 'lamp' || traditional.best === null)
})

test('English is learnt by its words', () => {
  const lamps = Array.from({ length: 30 }, (_, i) => `street light out at corner ${i}`)
  const holes = Array.from({ length: 30 }, (_, i) => `pothole in the road near number ${i}`)
  const { model } = learnFrom(
    [
      ...lamps.map((text) => ({ text, category: 'lamp' })),
      ...holes.map((text) => ({ text, category: 'hole' })),
    ],
    options,
  )
  const told = openClassifier(model).classify('A STREET LIGHT is out', { certaintyMin })
  assert.equal(told.shares[0]?.category, 'lamp')
})

test('nothing to tell apart is refused', () => {
  assert.equal(refusalOf([]), 'analyse.tooFewTexts')
  assert.equal(refusalOf(inventedMatters(4)), 'analyse.tooFewTexts')
  assert.equal(refusalOf(inventedMatters(50, { categories: ['lamp'] })), 'analyse.oneCategory')
  assert.equal(refusalOf([{ text: '', category: 'lamp' }]), 'analyse.tooFewTexts')
})

test('some wrong labels do not mislead', () => {
  const { model } = learnFrom(inventedMatters(100, { wrong: 0.15 }), options)
  const asked = inventedMatters(60, { seed: 11 })
  const wise = openClassifier(model)
  const answers = asked.map(({ text, category }) => {
    const [best] = wise.classify(text, { certaintyMin }).shares
    return { said: best?.category ?? null, probability: best?.probability ?? 0, truth: category }
  })
  assert.ok((measure(answers)?.macroF1 ?? 0) > 0.95)
})

test('a category with too few matters lends them to the one above', () => {
  const parents = new Map([
    ['a1', 'a'],
    ['a2', 'a'],
    ['a', null],
    ['b', null],
    ['loop', 'loop'],
  ])
  const sizes = new Map([
    ['a1', 9],
    ['a2', 3],
    ['a', 2],
    ['b', 1],
    ['loop', 1],
    ['unknown', 8],
  ])
  assert.deepEqual(Object.fromEntries(lendUpwards(sizes, parents, 5)), {
    ...{ a1: 'a1', a2: 'a', a: 'a', b: null, loop: null, unknown: 'unknown' },
  })
})

test('more margin is more probability, whatever the sharpness', () => {
  for (const sharpness of [0.3, 2, 40]) {
    let before = 0
    for (let margin = -2; margin <= 2; margin += 0.25) {
      const [share = 0] = probabilitiesOf(Float64Array.of(margin, 0, -1), sharpness)
      assert.ok(share >= before && share <= 1)
      before = share
    }
  }
})

test('the sharpness is learnt from how often margins are right', () => {
  const near = (right: number) =>
    Array.from({ length: 100 }, (_, i) => ({
      margins: Float64Array.of(0.5, -0.5),
      category: i < right ? 0 : 1,
    }))
  for (const right of [60, 80, 95]) {
    const [share = 0] = probabilitiesOf(Float64Array.of(0.5, -0.5), learnSharpness(near(right)))
    assert.ok(Math.abs(share - right / 100) < 0.01)
  }
})
