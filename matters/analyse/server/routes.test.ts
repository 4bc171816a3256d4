import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import { publicActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, places, resident } from '../../../tests/matter-people.ts'
import {
  listCategories,
  readJudgements,
  similarInCounty,
  similarTo,
  suggestFor,
  suggestTo,
} from '../contract.ts'
import { analyseDeeds } from './deeds.ts'
import { openLiveModels } from './learn/live-models.ts'
import { analyseRoutes } from './routes.ts'

const names = {
  officeName: () => null,
  divisionName: () => null,
  divisionsBelow: async (_: unknown, code: string) =>
    code === places.greenstone ? [code, places.willow, places.orchard] : [code],
}
const models = openLiveModels()
let kit: MatterKit
before(async () => {
  kit = await openKit(() => analyseDeeds({ names, models }))
})
after(() => kit.close())

async function ask<C extends Contract>(contract: C, input: InputOf<C>, by: Actor) {
  const found = analyseRoutes({ engine: kit.engine, names, models }).find(
    (route) => route.contract.name === contract.name,
  )
  const asked = { by, now: kit.now, actId: newId<ActId>(kit.now), address: '', token: null }
  return (await found?.handle(input, asked)) as OutputOf<C>
}

const operator = actAs('operator')
const anybody = publicActor(county, 'zh-CN')

const told = (words: string, more: object = {}) => ({
  title: words,
  words,
  publicTitle: words,
  publicWords: words,
  division: places.willow,
  category: null,
  ...more,
})

test('matters that may be the same: shared words at the place, with reasons and voices', async () => {
  const lamp = await kit.newMatter(told('柳河社区东门路灯不亮，天黑看不见路'))
  const again = await kit.newMatter(
    told('东门路灯不亮，电话 13800138000', { publicWords: '东门路灯不亮，电话 138****8000' }),
  )
  const away = await kit.newMatter(told('路灯不亮', { division: places.tower }))
  const hidden = await kit.newMatter(told('东门路灯不亮好几天', { published: false }))
  await kit.newMatter(told('物业收费太高'))
  await kit.act('link', again, { to: lamp }, operator)

  const asked = { county, words: '东门的路灯不亮了', division: places.greenstone }
  const shown = await ask(similarInCounty, asked, anybody)
  assert.deepEqual(shown.map(({ id }) => id).sort(), [lamp, again].sort())
  const found = shown.find(({ id }) => id === lamp)
  assert.equal(found?.voices, 2)
  assert.ok(found?.likeness.sharedWords.includes('路灯不亮'))
  // Signed in or not, a public question gets the public answer.
  for (const by of [resident('丙'), operator])
    assert.deepEqual(await ask(similarInCounty, asked, by), shown)

  const forOperator = await ask(similarTo, { matter: lamp }, operator)
  assert.deepEqual(forOperator.map(({ id }) => id).sort(), [again, hidden].sort())
  assert.ok(!forOperator.some(({ id }) => id === away))
})

test('what was received long ago is not looked at', async () => {
  const old = new Date(kit.now.getTime() - 120 * 86_400_000)
  const matter = await kit.newMatter(told('老桥栏杆断了一截', { receivedAt: old }))
  const shown = await ask(similarInCounty, { county, words: '老桥栏杆断了一截' }, anybody)
  assert.ok(!shown.some(({ id }) => id === matter))
})

test('any words may be typed', async () => {
  for (const words of ["'", '!&|<->():*', '，。', '\\', '%', '"; drop table matters; --', '灯'])
    assert.ok(Array.isArray(await ask(similarInCounty, { county, words }, anybody)), words)
})

test('suggestions while typing and for a matter; a shut-out officer finds no matter', async () => {
  const typed = await ask(suggestFor, { words: '门口道路坑洼' }, operator)
  assert.equal(typed.categories[0]?.category, 'road-hole')
  assert.equal(typed.certain, true)
  const matter = await kit.newMatter(told('暴露垃圾没人管', { shutOut: [office.tower] }))
  const { categories } = await ask(suggestTo, { matter }, operator)
  assert.equal(categories[0]?.category, 'env-rubbish')
  const shutOut = actAs('operator', office.tower)
  assert.equal((await refusalOf(ask(suggestTo, { matter }, shutOut))).key, 'matter.notFound')
})

test('the tree is everybody’s, without the words that analysis works with', async () => {
  const tree = await ask(listCategories, { county }, anybody)
  assert.deepEqual(
    tree.map(({ code, parent }) => [code, parent]),
    [
      ['env', null],
      ['road', null],
      ['road-hole', 'road'],
      ['env-rubbish', 'env'],
    ],
  )
  assert.ok(tree.every((category) => !('synonyms' in category)))
})

test('judgements and voices of a matter are read by offices', async () => {
  const matter = await kit.bring('accepted')
  const voice = await kit.bring('accepted')
  await kit.act('judge', matter, { category: 'road-hole', risk: '夜间看不见' }, operator)
  await kit.act('link', voice, { to: matter }, operator)
  const { judgements, voices } = await ask(readJudgements, { matter }, operator)
  assert.deepEqual(
    judgements.map(({ category, risk }) => [category, risk]),
    [['road-hole', '夜间看不见']],
  )
  assert.deepEqual(
    voices.map(({ id }) => id),
    [voice],
  )
})
