import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankAnswers } from './score.ts'
import { learnStatistics } from './statistics.ts'
import { describe } from './terms.ts'

const replies = {
  lamp: '柳河社区东门的路灯因电缆老化停电，已于本周更换电缆并恢复照明。',
  bus: '261路公交车目前配车二十台，高峰间隔八分钟，暂不增开班次。',
  school: '小学入学报名请带户口簿和房产证，到所在学区的学校登记。',
  noise: '夜间施工噪音已由城管执法队现场制止，并责令施工单位整改。',
  received: '您的留言已收悉。',
}
type Name = keyof typeof replies

const answerOf = (text: string, places: readonly string[] = []) => ({
  described: describe(text),
  places,
})
const candidates = Object.entries(replies).map(([item, text]) => ({
  item: item as Name,
  answer: answerOf(text),
}))
const questions = ['请问路灯何时修好', '请问入学报名', '请问公交', '请问施工'].map(describe)
const statistics = learnStatistics(
  candidates.map(({ answer }) => answer),
  questions,
)
const first = (words: string) => rankAnswers(answerOf(words), candidates, statistics, 3)[0]?.item

test('the answer that speaks of the same thing comes first', () => {
  assert.equal(first('东门路灯不亮'), 'lamp')
  assert.equal(first('建议增开２６１路公交车'), 'bus')
  assert.equal(first('孩子入学要什么材料'), 'school')
  assert.equal(first('工地夜里噪音大'), 'noise')
})

test('what every question says tells nothing', () => {
  assert.equal(first('请问路灯'), 'lamp')
  assert.deepEqual(rankAnswers(answerOf('请问'), candidates, statistics, 5), [])
})

test('of two like answers the one from the same place comes first, another region last', () => {
  const text = '路灯已经修好，恢复照明。'
  const answers = [
    { item: 'otherRegion', answer: answerOf(text, ['44', '4401']) },
    { item: 'otherPlace', answer: answerOf(text, ['43', '4302']) },
    { item: 'samePlace', answer: answerOf(text, ['43', '4301']) },
    { item: 'noPlace', answer: answerOf(text) },
  ]
  const known = learnStatistics(
    answers.map(({ answer }) => answer),
    questions,
  )
  const asked = answerOf('路灯何时修好', ['43', '4301'])
  const order = rankAnswers(asked, answers, known, 4).map(({ item }) => item)
  assert.deepEqual(order, ['samePlace', 'noPlace', 'otherPlace', 'otherRegion'])
})

test('any words may be asked, of no answers too', () => {
  for (const words of ['', '。', '👍', 'a'.repeat(20_000), '<b>'])
    assert.deepEqual(rankAnswers(answerOf(words), candidates, statistics, 2), [])
  const none = learnStatistics([], [])
  assert.deepEqual(rankAnswers(answerOf('路灯'), [], none, 3), [])
})
