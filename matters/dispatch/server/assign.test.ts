import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Day } from '#foundation/time.ts'
import type { NewMatter } from '#matters/matter/server/open.ts'
import { scopeOf } from '#people/guard.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officer, places, theHouse } from '../../../tests/matter-people.ts'
import type { DutyItem, TownshipItem } from '../model.ts'
import { dispatchDeeds } from './deeds.ts'
import { suggestOffices } from './lists/suggest-offices.ts'
import { historyOf } from './store-history.ts'
import { insertDutyItem, insertTownshipItem } from './store-lists.ts'

const duty = (id: string, more: Partial<DutyItem>): DutyItem => ({
  id,
  item: '修补城市道路',
  category: 'road',
  division: null,
  lead: office.housing,
  assisting: [],
  legalBasis: '《城市道路管理条例》第六条',
  limit: null,
  validFrom: '2025-07-01',
  validTo: null,
  note: '',
  ...more,
})
const entry = (kind: TownshipItem['kind'], more: Partial<TownshipItem>): TownshipItem => ({
  division: places.greenstone,
  item: '市容环境整治',
  category: 'env',
  kind,
  department: kind === 'basic' ? null : office.streets,
  departmentDuty: '行政处罚',
  townshipDuty: '日常巡查',
  legalBasis: '青石镇履行职责事项清单第 12 项',
  validFrom: '2025-07-01',
  validTo: null,
  ...more,
})

let kit: MatterKit
before(async () => {
  kit = await openKit(dispatchDeeds)
  const entered = { by: null, at: kit.now }
  await kit.database.within(scopeOf(theHouse), async (sql) => {
    await insertDutyItem(
      sql,
      county,
      duty('D1', { limit: { unit: 'workingDay', amount: 3 } }),
      entered,
    )
    await insertDutyItem(
      sql,
      county,
      duty('D2', { category: 'road-hole', lead: office.streets }),
      entered,
    )
    await insertDutyItem(sql, county, duty('D0', { validTo: '2025-12-31' }), entered)
    await insertDutyItem(
      sql,
      county,
      duty('D3', { category: 'env', lead: office.streets, item: '市容管理' }),
      entered,
    )
    await insertTownshipItem(sql, county, entry('cooperating', {}), entered)
    await insertTownshipItem(
      sql,
      county,
      entry('takenBack', { item: '违法建设查处', category: 'env-rubbish', division: places.tower }),
      entered,
    )
    await insertTownshipItem(
      sql,
      county,
      entry('basic', { item: '小区道路养护', category: 'road', division: places.willow }),
      entered,
    )
  })
})
after(() => kit.close())

const dispatcher = actAs('dispatcher')
const judged = (made: Partial<NewMatter> = {}) => kit.bring('judged', { made })
const give = (
  matter: string,
  lead: string,
  more: object = { basis: '《城市道路管理条例》' },
  by = dispatcher,
) => kit.act('dispatch', matter, { lead, ...more }, by)
const history = (matter: string) =>
  kit.database.within(scopeOf(theHouse), (sql) => historyOf(sql, county, matter))

test('dispatch names one lead and those who assist, with basis, round and time to sign', async () => {
  const matter = await judged()
  const completion = await kit.clock(matter, 'completion')
  await give(matter, office.housing, {
    assisting: [office.water],
    basis: ' 三定方案 ',
    opinion: '请尽快',
  })
  const found = await kit.read(matter)
  assert.equal(found.state, 'dispatched')
  assert.equal(found.leadOffice, office.housing)
  assert.deepEqual(found.offices, [office.housing, office.water])
  assert.deepEqual(
    await kit.clock(matter, 'completion'),
    completion,
    'the resident’s clock is not touched',
  )
  const { assignments } = await history(matter)
  assert.deepEqual(
    assignments?.map(({ round, office: id, role, item, basis }) => ({
      round,
      id,
      role,
      item,
      basis,
    })),
    [
      { round: 1, id: office.housing, role: 'lead', item: null, basis: '三定方案' },
      { round: 1, id: office.water, role: 'assisting', item: null, basis: '三定方案' },
    ],
  )
  assert.deepEqual(assignments?.[0]?.signDue, (await kit.clock(matter, 'signing'))?.dueAt)
  const event = (await kit.events(matter)).at(-1)
  assert.deepEqual(event?.shown, {
    lead: '住建局',
    leadEn: 'Housing Bureau',
    assisting: ['供水公司'],
    assistingEn: ['Water Company'],
  })
  assert.deepEqual(
    event?.body.passedOver,
    ['D2', 'D1'],
    'the record shows that the list was not silent',
  )
})

test('an item of the duty list gives basis and limit; the limit counts from acceptance', async () => {
  const matter = await judged()
  kit.later(26)
  await give(matter, office.housing, { dutyItem: 'D1' })
  const clock = await kit.clock(matter, 'completion')
  assert.equal(clock?.rule, 'duty:D1')
  assert.deepEqual([clock?.unit, clock?.amount], ['workingDay', 3])
  assert.equal(clock?.startedAt.getTime(), kit.now.getTime() - 26 * 3_600_000)
  assert.equal((await kit.read(matter)).dueAt?.getTime(), clock?.dueAt.getTime())
  assert.equal((await history(matter)).assignments?.[0]?.basis, '《城市道路管理条例》第六条')
})

test('an item’s limit never puts off what is urgent', async () => {
  const matter = await judged({ urgency: 'urgent' })
  await give(matter, office.housing, { dutyItem: 'D1' })
  assert.equal((await kit.clock(matter, 'completion'))?.rule, 'limit.completion.urgent')
})

test('an item must fit, hold today and name the lead', async () => {
  const matter = await judged()
  const key = async (lead: string, more: object) => (await refusalOf(give(matter, lead, more))).key
  assert.equal(await key(office.housing, { dutyItem: 'D0' }), 'dispatch.dutyItemDoesNotFit')
  assert.equal(await key(office.housing, { dutyItem: 'D3' }), 'dispatch.dutyItemDoesNotFit')
  assert.equal(await key(office.water, { dutyItem: 'D1' }), 'dispatch.dutyItemOtherLead')
  assert.equal(await key(office.housing, {}), 'dispatch.basisMissing')
  assert.equal(
    await key(office.housing, { assisting: [office.housing], basis: '有' }),
    'dispatch.leadAmongAssisting',
  )
  assert.equal(
    await key('00000000-0000-7000-8000-00000000dead', { basis: '有' }),
    'people.officeMissing',
  )
  assert.equal((await kit.read(matter)).state, 'judged')
})

test('a matter is never given to whom it is about', async () => {
  const matter = await judged({ shutOut: [office.housing] })
  const refusal = await refusalOf(give(matter, office.housing))
  assert.equal(refusal.key, 'dispatch.officeShutOut')
  assert.equal(
    (await refusalOf(give(matter, office.streets, { assisting: [office.housing], basis: '有' })))
      .field,
    'assisting',
  )
})

test('trap 15: the grassroots are not given what the lists keep from them', async () => {
  const inTown = { category: 'env-rubbish', division: places.willow }
  const matter = await judged(inTown)
  const lead = await refusalOf(give(matter, office.greenstone))
  assert.equal(lead.key, 'dispatch.departmentLeads')
  assert.deepEqual(lead.values, {
    item: '市容环境整治',
    department: '城管局',
    basis: '青石镇履行职责事项清单第 12 项',
  })
  assert.equal(
    (await refusalOf(give(matter, office.housing, { assisting: [office.greenstone], basis: '有' })))
      .key,
    'dispatch.departmentLeads',
  )
  await give(matter, office.streets, { assisting: [office.greenstone], basis: '清单' })
  const elsewhere = await judged({ ...inTown, division: places.tower })
  for (const more of [{ basis: '有' }, { assisting: [office.tower], basis: '有' }]) {
    const whose = 'assisting' in more ? office.streets : office.tower
    assert.equal((await refusalOf(give(elsewhere, whose, more))).key, 'dispatch.takenBack')
  }
  const community = await refusalOf(give(await judged(inTown), office.willow))
  assert.equal(community.key, 'dispatch.departmentLeads')
  const road = { division: places.willow }
  assert.equal(
    (await refusalOf(give(await judged(road), office.greenstone))).key,
    'dispatch.departmentsDuty',
  )
  await give(await judged(road), office.willow, { basis: '社区工作事项清单' })
  const english = { ...dispatcher, language: 'en' as const }
  const told = await refusalOf(
    give(await judged(inTown), office.greenstone, { basis: 'x' }, english),
  )
  assert.equal(told.values?.department, 'City Management Bureau')
})

test('the duty list suggests, best first, and warns of what the township list keeps back', async () => {
  const ask = (category: string, division: string | null) =>
    kit.database.within(scopeOf(dispatcher), (sql) =>
      suggestOffices(sql, county, { category, division }, '2026-03-03' as Day),
    )
  const road = await ask('road-hole', places.willow)
  assert.deepEqual(
    road.items.map(({ id }) => id),
    ['D2', 'D1'],
  )
  assert.deepEqual(road.items[1]?.limit, { unit: 'workingDay', amount: 3 })
  assert.equal(road.items[0]?.leadName, '城管局')
  assert.deepEqual(road.warnings, [])
  const rubbish = await ask('env-rubbish', places.willow)
  assert.deepEqual(
    rubbish.warnings.map(({ kind, departmentName }) => [kind, departmentName]),
    [['cooperating', '城管局']],
  )
  assert.deepEqual(await ask('unheard-of', null), { items: [], warnings: [] })
})

test('only a dispatcher dispatches, and not while offices confer', async () => {
  const matter = await judged()
  assert.equal(
    (
      await refusalOf(
        give(matter, office.housing, { basis: '有' }, officer(['handler', office.housing])),
      )
    ).key,
    'matter.notFound',
  )
  assert.equal(
    (await refusalOf(give(matter, office.housing, { basis: '有' }, actAs('checker')))).key,
    'matter.otherPostOnly',
  )
  await kit.act(
    'consult',
    matter,
    { question: '这条路由哪个单位负责养护？', offices: [office.housing, office.streets] },
    dispatcher,
  )
  assert.equal((await refusalOf(give(matter, office.housing))).key, 'matter.while.consulting')
  const conclusion = '经会商，由住建局主办，城管局配合'
  const strange = { conclusion, opinions: [{ office: office.water, opinion: '同意' }] }
  assert.equal(
    (await refusalOf(kit.act('concludeConsultation', matter, strange, dispatcher))).key,
    'dispatch.notInvited',
  )
  const opinions = [{ office: office.housing, opinion: '同意主办' }]
  await kit.act('concludeConsultation', matter, { conclusion, opinions }, dispatcher)
  await give(matter, office.housing)
  const { consultations } = await history(matter)
  assert.deepEqual(
    consultations?.map((one) => [one.conclusion, one.opinions]),
    [[conclusion, opinions]],
  )
  const secret = await judged({ shutOut: [office.water] })
  const asked = { question: '这条路由哪个单位负责养护？', offices: [office.water] }
  assert.equal(
    (await refusalOf(kit.act('consult', secret, asked, dispatcher))).key,
    'dispatch.officeShutOut',
  )
})
