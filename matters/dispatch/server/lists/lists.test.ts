import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { Day } from '#foundation/time.ts'
import { publicActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../../tests/matter-kit.ts'
import { actAs, county, office, places } from '../../../../tests/matter-people.ts'
import {
  addDutyItem,
  changeDutyItem,
  endDutyItem,
  listDutyItems,
  listTownshipItems,
  suggestOffices,
} from '../../lists-contract.ts'
import { dispatchRoutes } from '../routes.ts'
import { importDutyList, importTownshipList } from './import-lists.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const from = '2026-03-03' as Day
const anybody = publicActor(county, 'zh-CN')

/** Asks as the edge would, and reads the answer as a client would. */
async function ask<T>(name: string, input: object, by: Actor): Promise<T> {
  const found = dispatchRoutes(kit.engine, ({ key }) => key).find(
    ({ contract }) => contract.name === name,
  )
  assert.ok(found)
  const asked = { by, now: kit.now, actId: '' as never, address: '', token: null }
  return JSON.parse(JSON.stringify(await found.handle(input, asked)))
}
type Page = { items: { id: string; leadName: string; validFrom: string }[]; next: string | null }
const list = (input: object = {}) => ask<Page>(listDutyItems.name, { county, ...input }, anybody)

const header = '编号,职责事项,分类,区划,主办单位,协办单位,法律依据,时限,生效日期'
const take = (lines: string[], more: object = {}) =>
  importDutyList(kit.database, {
    county,
    source: Readable.from([[header, ...lines].join('\n')]),
    from,
    dryRun: false,
    now: kit.now,
    ...more,
  })
const lines = [
  'D1,修补城市道路,道路坑洼,,住建局,供水公司,《城市道路管理条例》第六条,5 个工作日,2025-07-01',
  'D2,清扫道路,暴露垃圾,青石镇,青石镇,,青石镇履职清单,,',
  'D3,路灯,道路,,不存在局,,依据,,',
  'D4,路灯,没有的分类,,住建局,,依据,,',
  ',没有编号,道路,,住建局,,依据,,',
]

test('a dry run lists what is wrong by row and writes nothing', async () => {
  const plan = await take(lines, { dryRun: true })
  assert.deepEqual(
    plan.added.map(({ id }) => id),
    ['D1', 'D2'],
  )
  assert.deepEqual(
    plan.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [
      [4, 'dispatch.row.officeUnknown'],
      [5, 'dispatch.categoryUnknown'],
      [6, 'dispatch.row.cellMissing'],
    ],
  )
  assert.deepEqual((await list()).items, [])
})

test('an import brings in the good rows; again it changes nothing; a changed row goes on as a new version', async () => {
  await take(lines)
  const again = await take(lines)
  assert.deepEqual([again.added.length, again.renewed.length, again.unchanged], [0, 0, 2])
  const changed = lines.map((line) => line.replace('D2,清扫道路', 'D2,清扫乡道'))
  const later = '2026-04-01' as Day
  const renewed = await take(changed, { from: later })
  assert.deepEqual(
    renewed.renewed.map(({ old, fresh }) => [old.item, fresh.item]),
    [['清扫道路', '清扫乡道']],
  )
  const on = async (day: string) =>
    (await list({ on: day, category: 'env-rubbish' })).items.map(({ validFrom }) => validFrom)
  assert.deepEqual(await on('2026-03-31'), [from])
  assert.deepEqual(await on(later), [later])
  const suggested = await ask<Page>(
    suggestOffices.name,
    { category: 'env-rubbish', division: places.willow },
    actAs('dispatcher'),
  )
  assert.deepEqual(
    suggested.items.map(({ id, leadName }) => [id, leadName]),
    [['D2', '青石镇']],
  )
})

test('the list is public, on any day, page by page', async () => {
  const first = await list({ limit: 1 })
  assert.deepEqual(
    first.items.map(({ id }) => id),
    ['D1'],
  )
  const second = await list({ limit: 1, after: first.next })
  assert.deepEqual([second.items.map(({ id }) => id), second.next], [['D2'], null])
  assert.deepEqual(
    (await list({ office: office.water })).items.map(({ id }) => id),
    ['D1'],
  )
  assert.deepEqual((await list({ on: '2025-06-30' })).items, [])
  assert.equal((await refusalOf(list({ on: '2026-02-30' }))).key, 'dispatch.dayUnknown')
})

test('items are added and ended by the system administrator or the leadership', async () => {
  const item = {
    id: 'D9',
    item: '供水',
    category: 'road',
    division: null,
    lead: office.water,
    assisting: [],
    legalBasis: '《城市供水条例》',
    limit: { unit: 'urgentHour', amount: 24 },
    note: '',
  }
  const admin = actAs('systemAdmin')
  const add = (more: object = {}, by = admin) =>
    ask<{ validFrom: string }>(addDutyItem.name, { ...item, ...more }, by)
  const end = (more: object = {}) =>
    ask<{ validTo: string }>(endDutyItem.name, { id: 'D9', ...more }, admin)
  assert.equal((await refusalOf(add({}, actAs('dispatcher')))).key, 'dispatch.listKeepersOnly')
  assert.equal((await refusalOf(add({ category: 'none' }))).key, 'dispatch.categoryUnknown')
  assert.equal((await refusalOf(add({ from: '1800-01-01' }))).key, 'dispatch.dayUnknown')
  assert.equal((await add()).validFrom, from)
  assert.equal((await refusalOf(add())).key, 'dispatch.dutyItemOpen')
  assert.equal((await refusalOf(end({ on: '2026-03-02' }))).key, 'dispatch.dayOver')
  assert.equal((await end({ on: '2026-03-10' })).validTo, '2026-03-10')
  assert.equal((await refusalOf(end({ on: '2026-03-11' }))).key, 'dispatch.dutyItemMissing')
  assert.equal((await add({ from: '2026-03-10' })).validFrom, '2026-03-10')
})

test('a change ends what was published and begins the new content; nothing is written over', async () => {
  const admin = actAs('systemAdmin')
  const item = {
    id: 'D20',
    item: '窨井盖维护',
    category: 'road-hole',
    division: places.greenstone,
    lead: office.housing,
    assisting: [office.water],
    legalBasis: '《城市道路管理条例》第二十三条',
    limit: { unit: 'workingDay', amount: 2 },
    note: '',
  }
  const day = (on: string) => ({ ...item, from: on })
  const change = (more: object, by = admin) =>
    ask<{ validFrom: string }>(changeDutyItem.name, { ...item, ...more }, by)
  const why = async (more: object, by = admin) => (await refusalOf(change(more, by))).key
  assert.equal(await why({}), 'dispatch.dutyItemMissing')
  await ask(addDutyItem.name, day('2026-03-10'), admin)
  assert.equal(await why({ from: '2026-03-02' }), 'dispatch.dayOver')
  assert.equal(await why({ from: '2026-03-10', note: '新' }), 'dispatch.changeFromLater')
  assert.equal(await why({ from: '2026-03-12' }), 'dispatch.nothingChanged')
  assert.equal(await why({ note: '新' }, actAs('dispatcher')), 'dispatch.listKeepersOnly')
  assert.equal(await why({ division: '990199999999' }), 'people.divisionUnknown')
  const fresh = {
    from: '2026-04-01',
    lead: office.streets,
    legalBasis: '县政府常务会议纪要第 4 号',
  }
  assert.equal((await change(fresh)).validFrom, '2026-04-01')
  const on = async (when: string) =>
    (await list({ on: when, category: 'road' })).items
      .filter(({ id }) => id === 'D20')
      .map(({ leadName, validFrom }) => [leadName, validFrom])
  assert.deepEqual(await on('2026-03-31'), [['住建局', '2026-03-10']])
  assert.deepEqual(await on('2026-04-01'), [['城管局', '2026-04-01']])
  await ask(endDutyItem.name, { id: 'D20', on: '2026-05-01' }, admin)
  assert.equal(await why({ ...fresh, from: '2026-04-20', note: '新' }), 'dispatch.dutyItemEnding')
})

test('township lists come from a table too, and bind', async () => {
  const source = () =>
    Readable.from([
      [
        '乡镇街道,事项,分类,清单类别,责任部门,部门职责,法律依据',
        '青石镇,违法建设查处,道路,上级部门收回,住建局,执法,清单第 3 项',
        '白塔镇,养护,道路,配合履职,,,清单',
        '990101101,村道养护,,基本履职,,,清单',
      ].join('\n'),
    ])
  const options = { county, from, dryRun: false, now: kit.now }
  const plan = await importTownshipList(kit.database, { ...options, source: source() })
  assert.deepEqual(
    plan.troubles.map(({ row, refusal }) => [row, refusal.key]),
    [[3, 'dispatch.row.departmentMissing']],
  )
  const again = await importTownshipList(kit.database, { ...options, source: source() })
  assert.deepEqual([again.added.length, again.unchanged], [0, 2])
  const page = await ask<{ items: { item: string; division: string }[]; next: string | null }>(
    listTownshipItems.name,
    { county, limit: 1 },
    anybody,
  )
  assert.deepEqual(
    page.items.map(({ item }) => item),
    ['违法建设查处'],
  )
  const rest = await ask<{ items: { division: string }[] }>(
    listTownshipItems.name,
    { county, after: page.next },
    anybody,
  )
  assert.deepEqual(
    rest.items.map(({ division }) => division),
    [places.tower],
  )
  const { warnings } = await ask<{ warnings: { departmentName: string }[] }>(
    suggestOffices.name,
    { category: 'road-hole', division: places.willow },
    actAs('dispatcher'),
  )
  assert.deepEqual(
    warnings.map(({ departmentName }) => departmentName),
    ['住建局'],
  )
})
