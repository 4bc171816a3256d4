import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scopeOf } from '#people/guard.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, office, officer, theHouse } from '../../../tests/matter-people.ts'
import { dispatchDeeds } from './deeds.ts'
import { historyOf } from './store-history.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(dispatchDeeds)
})
after(() => kit.close())

const [dispatcher, leader, housing] = [actAs('dispatcher'), actAs('leader'), actAs('handler')]
const reason = '需要等管线单位勘察，联系人 13812345678'

test('an extension moves the due moment, not the start; the resident reads why', async () => {
  const matter = await kit.bring('handling')
  const before = await kit.clock(matter, 'completion')
  await kit.act('askExtension', matter, { reason, amount: 3 }, housing)
  assert.deepEqual((await kit.read(matter)).flags, ['extensionAsked'])
  await kit.act('decideExtension', matter, { decision: 'granted', amount: 2 }, dispatcher)
  const found = await kit.read(matter)
  const clock = await kit.clock(matter, 'completion')
  assert.ok(before && clock)
  assert.deepEqual(found.flags, [])
  assert.deepEqual(clock.startedAt, before.startedAt)
  assert.deepEqual(clock.firstDueAt, before.dueAt)
  // Tuesday 2026-03-10 at the close of business, two working days later.
  assert.equal(clock.dueAt.toISOString(), '2026-03-12T09:30:00.000Z')
  assert.deepEqual(found.dueAt, clock.dueAt)
  const event = (await kit.events(matter)).at(-1)
  assert.equal(event?.audience, 'resident')
  assert.equal(event?.shown?.due, clock.dueAt.toISOString())
  assert.match(String(event?.shown?.reason), /需要等管线单位勘察/)
  assert.doesNotMatch(String(event?.shown?.reason), /13812345678/)
  const { extensions } = await kit.database.within(scopeOf(theHouse), (sql) =>
    historyOf(sql, county, matter),
  )
  assert.deepEqual(
    extensions?.map(({ amount, grantedAmount, decision, dueAfter }) => ({
      amount,
      grantedAmount,
      decision,
      dueAfter,
    })),
    [{ amount: 3, grantedAmount: 2, decision: 'granted', dueAfter: clock.dueAt }],
  )
})

test('the second extension is the leader’s, a third is none’s', async () => {
  const matter = await kit.bring('handling')
  const extend = async (by = leader) => {
    await kit.act('askExtension', matter, { reason, amount: 1 }, housing)
    await kit.act('decideExtension', matter, { decision: 'granted' }, by)
  }
  await extend(dispatcher)
  assert.equal((await refusalOf(extend(dispatcher))).key, 'dispatch.extensionByLeader')
  await kit.act('decideExtension', matter, { decision: 'granted' }, leader)
  assert.equal((await refusalOf(extend())).key, 'dispatch.extensionsUsedUp')
})

test('a refused extension says why, leaves the limit and does not count', async () => {
  const matter = await kit.bring('handling')
  const before = await kit.clock(matter, 'completion')
  await kit.act('askExtension', matter, { reason, amount: 5 }, housing)
  assert.equal(
    (await refusalOf(kit.act('decideExtension', matter, { decision: 'refused' }, leader))).key,
    'dispatch.reasonTooShort',
  )
  await kit.act(
    'decideExtension',
    matter,
    { decision: 'refused', reason: '现场已具备施工条件，请按时办结' },
    leader,
  )
  assert.deepEqual(await kit.clock(matter, 'completion'), before)
  const event = (await kit.events(matter)).at(-1)
  assert.equal(event?.branch, 'refused')
  assert.deepEqual(event?.shown, { due: before?.dueAt.toISOString() })
  await kit.act('askExtension', matter, { reason, amount: 5 }, housing)
  await kit.act('decideExtension', matter, { decision: 'granted' }, dispatcher)
})

test('no more time for what is late, for too long, or by the handling office itself', async () => {
  const matter = await kit.bring('handling')
  assert.equal(
    (await refusalOf(kit.act('askExtension', matter, { reason, amount: 11 }, housing))).key,
    'dispatch.extensionTooLong',
  )
  const late = new Date(kit.now.getTime() + 20 * 24 * 3_600_000)
  assert.equal(
    (await refusalOf(kit.act('askExtension', matter, { reason, amount: 1 }, housing, late))).key,
    'dispatch.extensionAfterLimit',
  )
  await kit.act('askExtension', matter, { reason, amount: 1 }, housing)
  assert.equal(
    (await refusalOf(kit.act('askExtension', matter, { reason, amount: 1 }, housing))).key,
    'matter.while.extensionAsked',
  )
  const own = officer(['leader', office.centre], ['chief', office.housing])
  assert.equal(
    (await refusalOf(kit.act('decideExtension', matter, { decision: 'granted' }, own))).key,
    'matter.handlerMayNot',
  )
})

test('rework has a clock of its own, and that is what is extended', async () => {
  const matter = await kit.bring('fedBack')
  await kit.act('check', matter, { branch: 'failed' }, actAs('checker'))
  const completion = await kit.clock(matter, 'completion')
  const rework = await kit.clock(matter, 'rework')
  await kit.act('askExtension', matter, { reason, amount: 1 }, housing)
  await kit.act('decideExtension', matter, { decision: 'granted' }, leader)
  const extended = await kit.clock(matter, 'rework')
  assert.ok(rework && extended && extended.dueAt > rework.dueAt)
  assert.deepEqual(await kit.clock(matter, 'completion'), completion)
})
