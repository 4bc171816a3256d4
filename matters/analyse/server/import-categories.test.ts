import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { demoCategories } from '#database/demo/categories.ts'
import type { Day } from '#foundation/time.ts'
import { type MatterKit, openKit } from '../../../tests/matter-kit.ts'
import { county } from '../../../tests/matter-people.ts'
import { addCategories, importCategories } from './import-categories.ts'
import { readCategories } from './store-categories.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const from = '2026-03-03' as Day
const house = { county, reach: 'system', parties: [] } as const
const read = (day: Day = from) =>
  kit.database.within(house, (sql) => readCategories(sql, county, day))
const take = (text: string, dryRun = false) =>
  importCategories(kit.database, { county, source: Readable.from([text]), from, dryRun })

const table = `一级分类,二级分类,英文名称,同义词,紧急程度
市容环境,,Streets and tidiness,,
市容环境,小广告,Posters,牛皮癣、乱贴广告,
燃气,燃气泄漏,Gas leak,漏气,紧急
燃气,停气,,,马上
`

test('a dry run says what would change and changes nothing', async () => {
  const before = await read()
  const plan = await take(table, true)
  assert.deepEqual(
    plan.added.map(({ name }) => name),
    ['小广告', '燃气', '燃气泄漏'],
  )
  assert.deepEqual(
    plan.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [[5, 'analyse.urgencyUnknown']],
  )
  assert.deepEqual(await read(), before)
})

test('a table is taken once, keeps the codes the county had, and holds from its day', async () => {
  const plan = await take(table)
  assert.deepEqual([plan.added.length, plan.unchanged], [3, 1])
  assert.deepEqual(plan.absent.sort(), ['env-rubbish', 'road', 'road-hole'])
  const tree = await read()
  assert.equal(tree.find(({ name }) => name === '小广告')?.code, 'env01')
  const leak = tree.find(({ name }) => name === '燃气泄漏')
  assert.deepEqual([leak?.urgency, leak?.synonyms, leak?.nameEn], ['urgent', ['漏气'], 'Gas leak'])
  const again = await take(table)
  assert.deepEqual([again.added, again.changed, again.unchanged], [[], [], 4])
  assert.ok(!(await read('2026-03-02' as Day)).some(({ name }) => name === '燃气泄漏'))
})

test('the invented county’s tree is added once', async () => {
  const before = (await read()).length
  const add = () =>
    kit.database.within(house, (sql) => addCategories(sql, county, demoCategories, from))
  await add()
  await add()
  assert.ok((await read()).length > before)
})
