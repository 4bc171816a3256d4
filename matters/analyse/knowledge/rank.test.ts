import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actAs, theHouse } from '../../../tests/matter-people.ts'
import type { Article } from './model.ts'
import { rankArticles } from './rank.ts'
import { tidied, whyNotArticle, whyNotDays, whyNotPublish } from './rules.ts'

const article = (
  title: string,
  questions: string[] = [],
  answer = '请到政务大厅办理。',
): Article => ({
  ...{ id: title, edition: 1, title, questions, answer, category: null },
  ...{ citation: '虚构通知', validFrom: '2026-01-01', validTo: null },
})
const articles = [
  article(
    '城镇居民医疗保险怎么缴费',
    ['医保缴费', '医保断缴怎么补'],
    '每年 9 月至 12 月集中缴费。',
  ),
  article('异地就医怎么备案', ['外地看病医保报销'], '就医前在医保平台备案。'),
  article('暖气不热找谁', ['供暖温度不够'], '先联系供热企业，24 小时内上门测温。'),
  article('How to register a temporary residence', ['residence permit'], 'At the police station.'),
]
const best = (words: string) => rankArticles(words, articles, 3).map(({ title }) => title)

test('the article whose form of asking is nearest comes first', () => {
  assert.equal(best('我的医保断了两年，怎么补缴')[0], articles[0]?.title)
  assert.equal(best('去外地看病，医保怎么报销')[0], articles[1]?.title)
  assert.equal(best('家里暖气不热，供暖温度不够')[0], articles[2]?.title)
  assert.equal(best('Where can I get a temporary residence permit?')[0], articles[3]?.title)
})

test('words of asking alone fit nothing, nor do empty texts and signs', () => {
  for (const words of ['请问怎么办', '你好', '', '？', '😀', 'what can you do', '路灯不亮三天了'])
    assert.deepEqual(best(words), [], words)
})

test('full width and capitals are the same words; the pieces that matched are said', () => {
  assert.equal(best('ＲＥＳＩＤＥＮＣＥ　ＰＥＲＭＩＴ')[0], articles[3]?.title)
  const [found] = rankArticles('请问医保断缴怎么补', articles, 1)
  assert.deepEqual(found?.because, ['医保断缴怎么补'])
})

test('a thousand articles are ranked within a keystroke', () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({
    ...(articles[at % 4] as Article),
    id: `${at}`,
  }))
  const began = process.hrtime.bigint()
  rankArticles('医保断缴怎么补'.repeat(40), many.slice(0, 60), 5)
  assert.ok(Number(process.hrtime.bigint() - began) < 300e6)
})

test('what is published says something, names nobody, and has a period', () => {
  const text = {
    title: '一个 问题',
    questions: [' 问法 ', '问法', '一个 问题'],
    answer: '这样办就行。',
  }
  const clean = tidied({ ...text, category: null, citation: ' 通知 ' })
  assert.deepEqual([clean.questions, clean.citation], [['问法'], '通知'])
  assert.equal(whyNotArticle(clean), null)
  assert.equal(whyNotArticle({ ...clean, citation: '——' })?.field, 'citation')
  assert.equal(whyNotArticle({ ...clean, answer: '请拨打 010-88886666 咨询。' }), null)
  assert.equal(
    whyNotArticle({ ...clean, answer: '请打 13800138000。' })?.key,
    'knowledge.namesPerson',
  )
  assert.equal(whyNotDays('2026-03-01', null, '2026-03-01'), null)
  assert.equal(whyNotDays('2026-02-28', null, '2026-03-01')?.key, 'knowledge.fromPast')
  assert.equal(whyNotDays('2026-03-01', '2026-03-01', '2026-03-01')?.key, 'knowledge.endsFirst')
})

test('who may publish is the county’s to say', () => {
  assert.equal(whyNotPublish(theHouse, []), null)
  assert.equal(whyNotPublish(actAs('operator'), ['operator']), null)
  assert.equal(whyNotPublish(actAs('operator'), ['leader'])?.key, 'knowledge.notYours')
})
