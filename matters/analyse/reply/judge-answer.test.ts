import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeAnswer } from './judge-answer.ts'
import { canLearnAnswers, learnAnswers } from './learn-answers.ts'
import { contentUnits, readPieces } from './pieces.ts'

const asked = '柳河社区东门路灯不亮\n东门的三盏路灯坏了两周，晚上看不见路。'
const reasonFor = (answer: string) => judgeAnswer(answer, asked).reason

test('an answer that says nothing is told by why', () => {
  assert.equal(
    reasonFor('您好！您的留言已收悉。感谢您的关注，祝您生活愉快！2026年3月2日'),
    'received',
  )
  assert.equal(reasonFor('网友“小河”：您好！您反映的问题已转县城管局核处。'), 'passedOn')
  assert.equal(reasonFor('您好，此事请您到县供电所咨询，电话：0000-1234567。'), 'elsewhere')
  assert.equal(reasonFor('您好，我局将尽快处理并及时回复您。'), 'promised')
  assert.equal(reasonFor('东门的三盏路灯坏了两周'), 'restated')
  assert.equal(reasonFor('。'), 'nothing')
  assert.equal(reasonFor(''), 'nothing')
  assert.equal(
    reasonFor('Thank you. Your report has been forwarded to the lighting team.'),
    'passedOn',
  )
})

test('an answer with a finding, a date or a rule is not called empty', () => {
  const full =
    '您好！您的留言已收悉。经现场查看，三盏路灯因电缆被施工挖断停电，3月4日已换好电缆并亮灯。感谢您的支持！'
  const { empty, reason, left } = judgeAnswer(full, asked)
  assert.deepEqual([empty, reason], [false, null])
  assert.ok(left.some((piece) => piece.includes('电缆')))
  const english =
    'Thank you. The cable was cut by road works and the three lamps were repaired on Monday.'
  assert.equal(judgeAnswer(english, '').empty, false)
})

test('what follows 回复如下 counts, a long sentence is more than its form of words', () => {
  assert.ok(contentUnits(readPieces('现将有关情况回复如下：该路段已列入明年改造计划')) > 10)
  const long =
    '经与施工单位现场核实该处电缆埋深不足导致多次被挖断我局已责成施工单位重新敷设并将于本月底前完成后续检查'
  assert.equal(judgeAnswer(long, '').empty, false)
})

test('any text is taken', () => {
  for (const answer of ['👍'.repeat(50), '<p></p>', 'a', '收'.repeat(60_000), '\u0000\ud83d'])
    assert.equal(typeof judgeAnswer(answer, answer).empty, 'boolean')
})

const marks = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    answer:
      i % 2 === 0
        ? `您好，第${i}号来件我们会认真研究，请放心等候消息。`
        : `您好，第${i}号来件中的路面破损已由养护队于上周修补完成，并加装了警示牌。`,
    asked,
    empty: i % 2 === 0,
  }))

test('the operator’s own marks teach what forms of words here say nothing', () => {
  const said = '您好，来件我们会认真研究，请放心等候消息。'
  assert.equal(judgeAnswer(said, asked).empty, false)
  assert.equal(canLearnAnswers(marks(30)), false)
  const { model, quality } = learnAnswers(marks(80))
  assert.ok(quality.f1 > 0.9, String(quality.f1))
  assert.deepEqual([quality.answers, judgeAnswer(said, asked, model).empty], [80, true])
  const repaired = '您好，来件中的路面破损已由养护队修补完成。'
  assert.equal(judgeAnswer(repaired, asked, model).empty, false)
  assert.deepEqual(learnAnswers(marks(80)).model, model)
})
