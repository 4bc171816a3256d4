import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { newId } from '#foundation/server/new-id.ts'
import { planned } from '#foundation/server/statement.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../../tests/matter-kit.ts'
import { actAs, county, idOf, office, officer, places } from '../../../../tests/matter-people.ts'
import {
  leadHotIssue,
  listHotIssues,
  mergeHotIssues,
  nameHotIssue,
  readHotIssue,
  splitHotIssue,
} from '../../hot/contract.ts'
import { growingIssues } from './grow-issues.job.ts'
import { hotRoutes } from './routes.ts'

const names = {
  officeName: (_: number, id: string) => (id === office.housing ? '住建局' : null),
  divisionName: () => '柳河社区',
  divisionsBelow: async () => [],
}
let kit: MatterKit
let grow = growingIssues()
before(async () => {
  kit = await openKit()
  kit.now = new Date('2026-06-10T02:00:00Z')
})
after(() => kit.close())

async function ask<C extends Contract>(contract: C, input: InputOf<C>, by: Actor) {
  const found = hotRoutes({ engine: kit.engine, names }).find(
    (route) => route.contract.name === contract.name,
  )
  const asked = { by, now: kit.now, actId: newId<ActId>(kit.now), address: '', token: null }
  return (await found?.handle(input, asked)) as OutputOf<C>
}

const leader = actAs('leader')
const issues = async (by: Actor = leader) => (await ask(listHotIssues, {}, by)).issues

async function write(resident: string, title: string, words: string, more: object = {}) {
  const made = { title, publicTitle: title, words, publicWords: words, division: places.willow }
  const reporter = idOf<string>(`resident ${resident}`)
  return kit.newMatter({ ...made, reporter, receivedAt: kit.now, ...more })
}

const letters = [
  ['锦绣园小区楼下烧烤店油烟扰民', '锦绣园小区一楼烧烤店油烟直排，窗户不敢开。'],
  ['锦绣园烧烤店油烟太大', '楼下烧烤店每天营业到凌晨，油烟熏得全家咳嗽。'],
  ['投诉锦绣园小区烧烤店油烟', '烧烤店没有装油烟净化设备，烟全往楼上飘。'],
  ['锦绣园烧烤店油烟何时有人管', '反映多次了，烧烤店的油烟还是直排。'],
] as const
const others = [
  ['青石路路灯三天不亮', '晚上从青石路走回家，一路都是黑的，盼尽快修好。'],
  ['云溪菜场门口污水横流', '云溪菜场早市之后地上全是脏水，走路很滑。'],
  ['公交六路早高峰太挤', '六路车早上七点半根本挤不上去，能不能加开两班。'],
  ['咨询老年卡怎么补办', '老人的卡丢了，请问在哪里补办，要带什么材料。'],
] as const

test('requests are looked at once and become an issue counted by residents', async () => {
  for (const [i, [title, words]] of others.entries()) await write(`neighbour ${i}`, title, words)
  for (const [i, [title, words]] of letters.entries()) await write(`garden ${i}`, title, words)
  await write('garden 0', letters[0][0], letters[0][1])
  assert.deepEqual(await grow(kit.engine, county, kit.now), { taken: 9 })
  assert.deepEqual(await grow(kit.engine, county, kit.now), { taken: 0 })
  const [issue, ...more] = await issues()
  assert.equal(more.length, 0)
  assert.deepEqual([issue?.residents, issue?.matters, issue?.place], [4, 5, '锦绣园'])
  assert.match(issue?.title ?? '', /油烟/v)
  assert.deepEqual([issue?.weeks.length, issue?.weeks.at(-1)], [13, 5])
  const { matters } = await ask(readHotIssue, { issue: issue?.id ?? '' }, leader)
  assert.equal(matters.length, 5)
})

test('a server that starts anew goes on where the last one was', async () => {
  grow = growingIssues()
  kit.later(1)
  await write('garden 5', '锦绣园烧烤店油烟还在排', '烧烤店油烟直排，晚上熏得睡不着。')
  assert.deepEqual(await grow(kit.engine, county, kit.now), { taken: 1 })
  const [issue] = await issues()
  assert.deepEqual([issue?.residents, issue?.matters], [5, 6])
})

test('whoever joins a matter is a voice; whoever wrote already is the same one', async () => {
  const [issue] = await issues()
  const { matters } = await ask(readHotIssue, { issue: issue?.id ?? '' }, leader)
  const join = planned(
    'insert into joins (county, id, matter, resident, joined_at) values ($1, $2, $3, $4, $5)',
  )
  const joined = (resident: string) =>
    kit.database.within({ county, reach: 'system', parties: [] }, (sql) =>
      sql.run(join, [
        county,
        newId(kit.now),
        matters[0]?.id,
        idOf(`resident ${resident}`),
        kit.now,
      ]),
    )
  await joined('passer-by')
  await joined('garden 1')
  const [now] = await issues()
  assert.deepEqual([now?.residents, now?.matters], [(issue?.residents ?? 0) + 1, issue?.matters])
})

test('one resident’s stock phrase sent again and again is no issue', async () => {
  for (let i = 0; i < 12; i += 1)
    await write('insistent', '请落实惠民政策', '请有关部门高度重视，落实惠民政策，切实为民办实事。')
  await grow(kit.engine, county, kit.now)
  assert.equal((await issues()).length, 1)
})

test('the guard: what is hidden is in no number; an office sees only what it leads', async () => {
  const [issue] = await issues()
  await write('garden 6', '锦绣园烧烤店油烟无人管', '烧烤店油烟直排，反映多次没人管。', {
    shutOut: [office.centre],
  })
  await grow(kit.engine, county, kit.now)
  assert.equal((await issues())[0]?.residents, issue?.residents)
  assert.equal((await issues(officer(['leader', office.housing])))[0]?.residents, 7)
  const handler = officer(['handler', office.housing])
  assert.deepEqual(await issues(handler), [])
  const refused = await refusalOf(ask(readHotIssue, { issue: issue?.id ?? '' }, handler))
  assert.equal(refused.key, 'hot.issueUnknown')
})

test('a leader names, leads, splits and merges; the machine keeps to it', async () => {
  const [issue] = await issues()
  const id = issue?.id ?? ''
  await ask(nameHotIssue, { issue: id, title: '锦绣园烧烤油烟' }, leader)
  await ask(leadHotIssue, { issue: id, office: office.housing, month: '2026-07' }, leader)
  const { matters } = await ask(readHotIssue, { issue: id }, leader)
  const some = matters.slice(0, 3).map((matter) => matter.id)
  const made = await ask(splitHotIssue, { issue: id, matters: some, title: '夜间营业' }, leader)
  kit.later(1)
  await write('garden 7', '锦绣园烧烤店油烟扰民', '烧烤店油烟直排，窗户不敢开。')
  await grow(kit.engine, county, kit.now)
  const [kept] = (await issues()).filter((one) => one.id === id)
  assert.deepEqual(
    [kept?.title, kept?.themeMonth, kept?.leadName],
    ['锦绣园烧烤油烟', '2026-07', '住建局'],
  )
  const apart = await ask(readHotIssue, { issue: made.issue }, leader)
  assert.ok(some.every((one) => apart.matters.some((matter) => matter.id === one)))
  await ask(mergeHotIssues, { issue: id, other: made.issue }, leader)
  await grow(kit.engine, county, kit.now)
  const after = await issues()
  assert.deepEqual(
    after.map((one) => one.id),
    [id],
  )
  assert.equal(after[0]?.matters, matters.length + 1)
})

test('who may not manage, what does not exist and what cannot be is refused by name', async () => {
  const [issue] = await issues()
  const id = issue?.id ?? ''
  const key = async (asked: Promise<unknown>) => (await refusalOf(asked)).key
  const operator = actAs('operator')
  assert.equal((await ask(listHotIssues, {}, operator)).mayManage, false)
  assert.equal(
    await key(ask(nameHotIssue, { issue: id, title: '新名称' }, operator)),
    'hot.notYoursToManage',
  )
  assert.equal(await key(ask(mergeHotIssues, { issue: id, other: id }, leader)), 'hot.sameIssue')
  assert.equal(
    await key(ask(mergeHotIssues, { issue: id, other: idOf('none') }, leader)),
    'hot.issueUnknown',
  )
  const split = (matters: string[]) =>
    ask(splitHotIssue, { issue: id, matters, title: '名称' }, leader)
  assert.equal(await key(split([idOf('none')])), 'hot.notMembers')
  const { matters } = await ask(readHotIssue, { issue: id }, leader)
  assert.equal(await key(split(matters.map((one) => one.id))), 'hot.nothingLeft')
  assert.equal(
    await key(ask(leadHotIssue, { issue: id, office: idOf('none'), month: '2026-07' }, leader)),
    'people.officeMissing',
  )
})
