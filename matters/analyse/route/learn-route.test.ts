import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openClassifier } from '../classify/classify.ts'
import { canLearn, learnRoute, type RoutedMatter, routeText } from './learn-route.ts'

const streets = ['东门', '西街', '南桥', '北巷', '河口', '新村', '老集', '车站', '果园', '塔下']

const lamp = (place: string, office: string | null): RoutedMatter => ({
  title: `${place}路灯不亮`,
  words: `${place}的路灯坏了，晚上出行不便，请派人修理路灯。`,
  office,
  answer: '县城管局市政所已派电工更换灯具。',
})
const school = (place: string, office: string | null): RoutedMatter => ({
  title: `${place}小学入学报名`,
  words: `孩子要在${place}小学入学，报名需要什么材料？`,
  office,
  answer: '县教育局基教科：请带户口簿到学校报名登记。',
})

const best = (matters: readonly RoutedMatter[], title: string) => {
  const classifier = openClassifier(learnRoute(matters, 1).model)
  const classified = classifier.classify(routeText(title, ''), { certaintyMin: 0.4 })
  return classifier.explain(routeText(title, ''), classified)[0]
}

test('who led like matters is learnt from the words of the question', () => {
  const matters = streets.flatMap((place) => [lamp(place, 'city'), school(place, 'education')])
  const guess = best(matters, '广场路灯坏了')
  assert.equal(guess?.category, 'city')
  assert.ok(guess.because.some((piece) => piece.includes('路灯')))
  assert.equal(best(matters, '转学入学要什么材料')?.category, 'education')
})

test('matters without a known office teach through their answers', () => {
  const known = streets
    .slice(0, 6)
    .flatMap((place) => [lamp(place, 'city'), school(place, 'education')])
  const unknown = streets.map((place) => ({
    ...lamp(place, null),
    title: `${place}井盖松动`,
    words: `${place}井盖松动，车过就响。`,
  }))
  assert.equal(learnRoute([...known, ...unknown], 1).texts > known.length, true)
  assert.equal(best([...known, ...unknown], '街口井盖松动')?.category, 'city')
})

test('too little history is not learnt from', () => {
  assert.equal(canLearn(['city', 'city', 'education']), false)
  assert.throws(() => learnRoute([lamp('东门', 'city')], 1))
})
