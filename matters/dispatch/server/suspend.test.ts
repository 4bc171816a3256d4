import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scopeOf } from '#people/guard.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, holder, office, officer, theHouse } from '../../../tests/matter-people.ts'
import { dispatchDeeds } from './deeds.ts'
import { historyOf } from './store-history.ts'
import { wakeSuspended } from './wake-suspended.job.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(dispatchDeeds)
})
after(() => kit.close())

const [leader, housing] = [actAs('leader'), actAs('handler')]
const reason = '沥青冬季无法摊铺，开春后施工'
const hold = { kind: 'seasonal', reason, wakeOn: '2026-03-20' }
const suspensions = async (matter: string) =>
  (await kit.database.within(scopeOf(theHouse), (sql) => historyOf(sql, county, matter)))
    .suspensions

test('trap 12: a hold needs reason, approver and a day to wake, and wakes on it', async () => {
  const matter = await kit.bring('handling')
  const before = await kit.clock(matter, 'completion')
  const key = async (more: object, by = leader) =>
    (await refusalOf(kit.act('suspend', matter, { ...hold, ...more }, by))).key
  assert.equal(await key({ reason: '天冷' }), 'dispatch.reasonTooShort')
  assert.equal(await key({ wakeOn: '2026-03-03' }), 'dispatch.wakeDayPast')
  assert.equal(await key({ wakeOn: '2026-06-02' }), 'dispatch.suspensionTooLong')
  const endless = { kind: 'other', reason }
  assert.equal((await refusalOf(kit.act('suspend', matter, endless, leader))).field, 'wakeOn')
  assert.equal(await key({}, housing), 'matter.otherPostOnly')
  assert.equal(
    await key({}, officer(['leader', office.centre], ['chief', office.housing])),
    'matter.handlerMayNot',
  )
  await kit.act('suspend', matter, hold, leader)
  const held = await kit.read(matter)
  assert.deepEqual([held.flags, held.dueAt], [['suspended'], null])
  assert.deepEqual((await kit.events(matter)).at(-1)?.shown, hold)
  assert.equal(
    (await refusalOf(kit.act('feedBack', matter, {}, housing))).key,
    'matter.while.suspended',
  )
  const early = new Date('2026-03-19T12:00:00Z')
  assert.deepEqual(await wakeSuspended(kit.engine, county, early), { woken: 0, passed: 0 })
  // Just after midnight of 20 March in the county.
  const morning = new Date('2026-03-19T16:01:00Z')
  assert.deepEqual(await wakeSuspended(kit.engine, county, morning), { woken: 1, passed: 0 })
  const woken = await kit.read(matter)
  const clock = await kit.clock(matter, 'completion')
  assert.ok(clock && before)
  assert.deepEqual(woken.flags, [])
  assert.deepEqual(clock.startedAt, before.startedAt, 'the clock runs on, it does not begin anew')
  assert.ok(clock.dueAt > before.dueAt)
  assert.deepEqual(
    (await suspensions(matter))?.map(({ wokenAt }) => wokenAt),
    [morning],
  )
  assert.equal((await kit.events(matter)).at(-1)?.actor, 'system')
})

test('the job run twice, or twice at once, wakes once', async () => {
  const many = await Promise.all([1, 2, 3].map(() => kit.bring('handling')))
  for (const matter of many) await kit.act('suspend', matter, hold, leader)
  const morning = new Date('2026-03-20T01:00:00Z')
  const runs = await Promise.all([1, 2].map(() => wakeSuspended(kit.engine, county, morning)))
  assert.ok(runs.every(({ passed }) => passed === 0))
  assert.deepEqual(await wakeSuspended(kit.engine, county, morning), { woken: 0, passed: 0 })
  for (const matter of many) {
    const acts = (await kit.events(matter)).map(({ act }) => act)
    assert.equal(acts.filter((act) => act === 'wake').length, 1)
  }
})

test('a leader wakes it before its day, and the job has nothing to do', async () => {
  const matter = await kit.bring('dispatched')
  await kit.act('suspend', matter, { ...hold, kind: 'engineering' }, leader)
  assert.equal(
    (await refusalOf(kit.act('wake', matter, {}, actAs('handler')))).key,
    'matter.otherPostOnly',
  )
  kit.later(48)
  await kit.act('wake', matter, { reason: '施工队提前进场' }, leader)
  assert.equal((await kit.clock(matter, 'signing'))?.pausedAt, null)
  assert.deepEqual(await wakeSuspended(kit.engine, county, new Date('2026-04-01T00:00:00Z')), {
    woken: 0,
    passed: 0,
  })
  await kit.act('suspend', matter, { ...hold, wakeOn: '2026-04-02' }, leader)
  assert.equal((await suspensions(matter))?.length, 2)
})

test('what was withdrawn while on hold is not woken', async () => {
  const matter = await kit.bring('dispatched')
  await kit.act('suspend', matter, hold, leader)
  await kit.act('withdraw', matter, {}, holder(matter))
  assert.deepEqual(await wakeSuspended(kit.engine, county, new Date('2026-05-01T00:00:00Z')), {
    woken: 1,
    passed: 0,
  })
  assert.equal((await kit.read(matter)).state, 'cancelled')
})

test('the reporter urges once it is overdue, and once a day; officers whenever they see need', async () => {
  kit.now = new Date('2026-03-03T02:00:00Z')
  const matter = await kit.bring('handling')
  const reporter = holder(matter)
  assert.equal((await refusalOf(kit.act('urge', matter, {}, reporter))).key, 'dispatch.notOverdue')
  await kit.act('urge', matter, { note: '请今天回复来件人' }, leader)
  assert.deepEqual((await kit.read(matter)).flags, ['urged'])
  const late = new Date('2026-03-12T02:00:00Z')
  await kit.act('urge', matter, { note: '我的电话 13812345678' }, reporter, late)
  assert.doesNotMatch(JSON.stringify((await kit.events(matter)).at(-1)?.shown), /13812345678/)
  const soon = new Date('2026-03-12T20:00:00Z')
  const refusal = await refusalOf(kit.act('urge', matter, {}, reporter, soon))
  assert.deepEqual(
    [refusal.key, refusal.values?.until],
    ['dispatch.urgedAlready', '2026-03-13T02:00:00.000Z'],
  )
  await kit.act('urge', matter, {}, reporter, new Date('2026-03-13T02:00:00Z'))
  await kit.act('urge', matter, {}, actAs('dispatcher'), soon)
})
