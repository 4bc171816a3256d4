import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Day } from '#foundation/time.ts'
import { acceptDeeds } from '#matters/accept/server/deeds.ts'
import { publicActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { connected } from '../../../../tests/cluster.ts'
import { type MatterKit, openKit, refusalOf } from '../../../../tests/matter-kit.ts'
import { actAs, county, office, officer, resident } from '../../../../tests/matter-people.ts'
import {
  articlesTo,
  findArticles,
  listArticles,
  listEditions,
  matchArticles,
  publishArticle,
  readArticle,
  withdrawArticle,
} from '../../knowledge/contract.ts'
import { citeArticle } from './cite-article.ts'
import { importArticles } from './import-articles.ts'
import { knowledgeRoutes } from './routes.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli 知识-'))
let kit: MatterKit
before(async () => {
  kit = await openKit(({ files }) =>
    acceptDeeds({
      files,
      citeArticle: (article, subject, moment) => citeArticle(article, 'answer', subject, moment),
    } as Parameters<typeof acceptDeeds>[0]).filter(({ verb }) => verb === 'answer'),
  )
})
after(async () => {
  await kit.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask<C extends Contract>(contract: C, input: InputOf<C>, by: Actor) {
  const found = knowledgeRoutes({ engine: kit.engine }).find(
    (route) => route.contract.name === contract.name,
  )
  const asked = { by, now: kit.now, actId: newId<ActId>(kit.now), address: '', token: null }
  const told = (input as { actId?: ActId }).actId
  return (await found?.handle(input, { ...asked, ...(told && { actId: told }) })) as OutputOf<C>
}

const operator = actAs('operator')
const handler = actAs('handler')
const anybody = publicActor(county, 'zh-CN')
const newActId = () => newId<ActId>(kit.now)

const elderCard = {
  title: '老年人优待证去哪里办',
  questions: ['办老年证', '65岁老人免费坐公交'],
  answer: '年满 65 周岁，带身份证到户籍所在村、社区办理，当场领取。',
  category: null,
  citation: '《老年人权益保障法》第五十八条',
}
const parking = {
  title: '小区里没有停车位怎么办',
  questions: ['停车难'],
  answer: '可以向物业登记，夜间使用周边单位错时开放的车位。',
  category: 'road',
  citation: '南溪县虚构通知〔2025〕3 号',
}
const publish = (
  text: typeof elderCard | typeof parking,
  more: object = {},
  by: Actor = operator,
) => ask(publishArticle, { actId: newActId(), ...text, ...more }, by)
const events = (what: string) =>
  connected(kit.url, async (client) => {
    const { rows } = await client.query('select detail from audit_log where what = $1', [what])
    return rows as { detail: Record<string, unknown> }[]
  })

let card = ''

test('an article is published once, noted in the log, and found by what people say', async () => {
  const actId = newActId()
  const made = await ask(publishArticle, { actId, ...elderCard }, operator)
  const again = await ask(publishArticle, { actId, ...elderCard }, operator)
  assert.deepEqual(made, { article: actId, edition: 1, validFrom: '2026-03-03' })
  assert.deepEqual(again, made)
  assert.equal((await events('publishArticle')).length, 1)
  card = made.article
  await publish(parking)
  const [found, ...others] = await ask(
    matchArticles,
    { words: '请问我妈66岁了，老年证在哪里办呀' },
    operator,
  )
  assert.equal(found?.id, card)
  assert.equal(others.length, 0)
  assert.ok(found.because.includes('老年证'), found.because.join())
  assert.equal(found.citation, elderCard.citation)
  const { articles } = await ask(findArticles, { county, words: '停车' }, anybody)
  assert.deepEqual(
    articles.map(({ title }) => title),
    [parking.title],
  )
})

test('without words everybody is shown all that is valid, page by page', async () => {
  const first = await ask(findArticles, { county, limit: 1 }, anybody)
  assert.equal(first.articles.length, 1)
  const rest = await ask(findArticles, { county, limit: 1, after: first.next ?? '' }, anybody)
  assert.notEqual(rest.articles[0]?.id, first.articles[0]?.id)
  assert.equal(rest.next, null)
  assert.equal((await ask(findArticles, { county, words: '？！' }, anybody)).articles.length, 0)
  const broken = ask(findArticles, { county, after: 'x' }, anybody)
  assert.equal((await refusalOf(broken)).key, 'foundation.fieldWrongType')
})

test('a consultation is answered in one act; use and edition stand in record and view', async () => {
  const matter = await kit.newMatter({ words: '老年证去哪里办', title: '老年证' })
  const [found] = await ask(articlesTo, { matter }, operator)
  assert.equal(found?.id, card)
  const input = { reply: `您好，${found.answer}`, article: found.id }
  const actId = newActId()
  await kit.act('answer', matter, { ...input, actId }, operator)
  await kit.act('answer', matter, { ...input, actId }, operator)
  const answered = (await kit.events(matter)).find(({ act }) => act === 'answer')
  assert.equal(answered?.body.article, elderCard.title)
  assert.equal(answered?.body.edition, 1)
  assert.equal(answered?.body.articleId, card)
  assert.deepEqual(answered?.shown, { reply: input.reply, citation: elderCard.citation })
  const { articles } = await ask(listArticles, {}, handler)
  assert.equal(articles.find(({ id }) => id === card)?.uses, 1)
})

test('an answer with an article that is not valid answers nothing', async () => {
  const matter = await kit.newMatter()
  const wrong = kit.act('answer', matter, { reply: '可以去办。', article: newActId() }, operator)
  assert.equal((await refusalOf(wrong)).key, 'knowledge.notValid')
  assert.equal((await kit.read(matter)).state, 'reported')
})

test('what was published is never rewritten: a new edition ends the old one', async () => {
  const answer = '年满 60 周岁，带身份证到户籍所在村、社区办理。'
  const from = '2026-03-10'
  const next = await publish({ ...elderCard, answer }, { article: card, from })
  assert.deepEqual(next, { article: card, edition: 2, validFrom: from })
  assert.equal((await ask(readArticle, { county, article: card }, anybody)).edition, 1)
  const earlier = publish(elderCard, { article: card, from: '2026-03-05' })
  assert.equal((await refusalOf(earlier)).key, 'knowledge.laterEdition')
  const { articles, counts } = await ask(listArticles, { view: 'coming' }, operator)
  assert.deepEqual([articles[0]?.edition, counts.coming], [2, 1])
  // Ended by its own successor is not expiring.
  assert.equal(counts.expiring, 0)
  kit.later(8 * 24)
  assert.equal((await ask(readArticle, { county, article: card }, anybody)).answer, answer)
  const editions = await ask(listEditions, { article: card }, handler)
  assert.deepEqual(
    editions.map(({ edition, validTo }) => [edition, validTo]),
    [
      [2, null],
      [1, from],
    ],
  )
  assert.equal(editions[1]?.answer, elderCard.answer)
})

test('two who publish the next edition at once: one after the other, nothing lost', async () => {
  const both = await Promise.all([
    publish({ ...elderCard, answer: '到社区办理，带身份证。' }, { article: card }),
    publish({ ...elderCard, answer: '到社区办理，带户口簿。' }, { article: card }),
  ])
  assert.deepEqual(both.map(({ edition }) => edition).sort(), [3, 4])
})

test('views: expiring, expired, unused', async () => {
  const { article } = await publish(
    { ...parking, title: '春耕补贴怎么申请' },
    { until: '2026-03-25' },
  )
  const view = async (name: 'expiring' | 'expired' | 'unused') =>
    (await ask(listArticles, { view: name }, operator)).articles.map(({ id }) => id)
  assert.ok((await view('expiring')).includes(article))
  kit.later(30 * 24)
  assert.deepEqual(await view('expiring'), [])
  assert.ok((await view('expired')).includes(article))
  const gone = ask(readArticle, { county, article }, anybody)
  assert.equal((await refusalOf(gone)).key, 'knowledge.unknown')
  assert.ok(!(await view('unused')).includes(card))
  kit.later(366 * 24)
  assert.ok((await view('unused')).includes(card))
})

test('withdrawn: found no more, with the reason in the log', async () => {
  await ask(withdrawArticle, { article: card, reason: '政策调整' }, operator)
  assert.deepEqual(await ask(matchArticles, { words: '老年证去哪里办' }, operator), [])
  assert.equal((await events('withdrawArticle'))[0]?.detail.why, '政策调整')
  const again = ask(withdrawArticle, { article: card, reason: '再停' }, operator)
  assert.equal((await refusalOf(again)).key, 'knowledge.endedAlready')
})

test('who may: posts of the rule; handlers, grid workers and residents may not', async () => {
  const clerks = [handler, actAs('gridWorker'), actAs('systemAdmin'), resident()]
  for (const by of clerks)
    assert.equal((await refusalOf(publish(parking, {}, by))).key, 'knowledge.notYours')
  const withdrawing = ask(withdrawArticle, { article: card, reason: '不要' }, handler)
  assert.equal((await refusalOf(withdrawing)).key, 'knowledge.notYours')
  for (const kind of ['dispatcher', 'leader'] as const)
    await publish({ ...parking, title: `${kind} 发布的问题` }, {}, actAs(kind))
  assert.equal((await ask(listArticles, {}, handler)).mayPublish, false)
  assert.equal((await ask(listArticles, {}, operator)).mayPublish, true)
})

test('the guard: a matter that is not shown has no articles', async () => {
  const matter = await kit.newMatter({ shutOut: [office.centre] })
  const hidden = ask(articlesTo, { matter }, officer(['operator', office.centre]))
  assert.equal((await refusalOf(hidden)).key, 'matter.notFound')
})

test('bad input: a sentence each', async () => {
  const key = async (more: object) => (await refusalOf(publish(elderCard, more))).key
  assert.equal(await key({ title: '？？？' }), 'knowledge.textEmpty')
  assert.equal(await key({ answer: '请打 13800138000 找小王。' }), 'knowledge.namesPerson')
  assert.equal(await key({ questions: ['身份证 11010519491231002X'] }), 'knowledge.namesPerson')
  assert.equal(await key({ from: '2020-01-01' }), 'knowledge.fromPast')
  assert.equal(await key({ until: '2027-01-01' }), 'knowledge.endsFirst')
  assert.equal(await key({ category: 'nowhere' }), 'matter.categoryUnknown')
  assert.equal(await key({ article: newActId() }), 'knowledge.unknown')
  for (const words of ['😀😀', '啊', '<b>', 'ＡＢ', 'x'.repeat(5000), '路'.repeat(5000)])
    assert.deepEqual(await ask(matchArticles, { words }, operator), [], words.slice(0, 5))
})

const from = '2027-04-01' as Day
function take(text: string, dryRun = false) {
  const path = join(folder, 'articles.csv')
  writeFileSync(path, text)
  return importArticles(kit.database, { county, source: path, from, dryRun, now: kit.now })
}

test('import: a dry run, then the table; again nothing; another text is a new edition', async () => {
  const head = '标题,问法,答复,分类,依据,失效日期\n'
  const one =
    '装修垃圾怎么处理,装修垃圾|建筑垃圾,联系物业预约清运。,暴露垃圾,虚构通知〔2026〕1 号,2030-01-01\n'
  const wrong = [
    '没有依据的问题,,去社区办理就行。,,,\n',
    '分类不对的问题,,去社区办理就行。,没有这类,虚构通知,\n',
    '日期不对的问题,,去社区办理就行。,,虚构通知,明年\n',
    '装修垃圾怎么处理,,再来一次。,,虚构通知,\n',
  ].join('')
  const dry = await take(head + one + wrong, true)
  assert.deepEqual(
    dry.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [
      [3, 'knowledge.cellMissing'],
      [4, 'knowledge.categoryUnknown'],
      [5, 'knowledge.dayMalformed'],
      [6, 'knowledge.rowTwice'],
    ],
  )
  assert.equal(dry.added.length, 1)
  assert.equal((await take(head + one)).added.length, 1)
  assert.equal((await take(head + one)).unchanged, 1)
  const renewed = await take(head + one.replace('联系物业', '联系社区'))
  assert.equal(renewed.renewed.length, 1)
  const [found] = await ask(matchArticles, { words: '建筑垃圾怎么清运' }, operator)
  assert.deepEqual([found?.edition, found?.category], [2, 'env-rubbish'])
  assert.equal((await refusalOf(take('标题,答复\n一,二\n'))).key, 'knowledge.columnsMissing')
})
