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

const [dispatcher, leader, housing, streets] = [
  actAs('dispatcher'),
  actAs('leader'),
  actAs('handler'),
  actAs('handler', office.streets),
]
const reason = '该路段已移交城管局养护，不属于本局职责'
const basis = '《城市道路管理条例》'
const history = (matter: string) =>
  kit.database.within(scopeOf(theHouse), (sql) => historyOf(sql, county, matter))

async function dispatched(more: object = {}): Promise<string> {
  const matter = await kit.bring('judged')
  await kit.act('dispatch', matter, { lead: office.housing, basis, ...more }, dispatcher)
  return matter
}

test('trap 13: return only after a confirmed wrong dispatch, and the resident’s clock never begins anew', async () => {
  const matter = await dispatched({ assisting: [office.water] })
  const promised = await kit.clock(matter, 'completion')
  assert.ok(promised)
  assert.equal(
    (await refusalOf(kit.act('decideObjection', matter, { decision: 'upheld', reason }, leader)))
      .key,
    'matter.onlyWhile.objected',
  )
  kit.later(1)
  await kit.act('object', matter, { reason, wanted: office.streets }, housing)
  assert.equal((await kit.read(matter)).leadOffice, office.housing, 'to object gives nothing back')
  assert.equal((await refusalOf(kit.act('sign', matter, {}, housing))).key, 'matter.while.objected')
  kit.later(1)
  await kit.act(
    'decideObjection',
    matter,
    { decision: 'upheld', reason: '经核实，该路段确已移交' },
    leader,
  )
  const back = await kit.read(matter)
  assert.deepEqual([back.state, back.leadOffice, back.offices], ['judged', null, []])
  assert.deepEqual(await kit.clock(matter, 'completion'), promised)
  assert.equal(
    (await refusalOf(kit.act('note', matter, {}, housing))).key,
    'matter.notFound',
    'it sees no more of it',
  )
  kit.later(1)
  await kit.act('dispatch', matter, { lead: office.streets, basis }, dispatcher)
  assert.deepEqual(await kit.clock(matter, 'completion'), promised)
  const { assignments, objections } = await history(matter)
  assert.deepEqual(
    assignments?.map(({ round, office: id, returnedAt }) => [round, id, returnedAt !== null]),
    [
      [1, office.housing, true],
      [1, office.water, true],
      [2, office.streets, false],
    ],
  )
  assert.deepEqual(
    objections?.map(({ round, wantedOffice, decision }) => [round, wantedOffice, decision]),
    [[1, office.streets, 'upheld']],
  )
  // An office assigned after a dispute may not return it.
  assert.equal(
    (await refusalOf(kit.act('object', matter, { reason }, streets))).key,
    'matter.while.final',
  )
})

test('a rejected objection is final', async () => {
  const matter = await dispatched()
  await kit.act('object', matter, { reason }, housing)
  await kit.act(
    'decideObjection',
    matter,
    { decision: 'rejected', reason: '职责清单写明由住建局主办' },
    leader,
  )
  const found = await kit.read(matter)
  assert.deepEqual(
    [found.state, found.flags, found.leadOffice],
    ['dispatched', ['final'], office.housing],
  )
  assert.equal(
    (await refusalOf(kit.act('object', matter, { reason }, housing))).key,
    'matter.while.final',
  )
  assert.equal(
    (await refusalOf(kit.act('dispatch', matter, { lead: office.streets, basis }, dispatcher))).key,
    'matter.notInThisState',
  )
  await kit.act('sign', matter, {}, housing)
})

test('signing waits for the decision; the resident does not', async () => {
  const matter = await dispatched()
  const before = await kit.clock(matter, 'signing')
  await kit.act('object', matter, { reason }, housing)
  assert.deepEqual((await kit.clock(matter, 'signing'))?.pausedAt, kit.now)
  assert.equal((await kit.clock(matter, 'completion'))?.pausedAt, null)
  // Longer than the offices' noon.
  kit.later(3)
  await kit.act(
    'decideObjection',
    matter,
    { decision: 'rejected', reason: '职责清单写明由住建局主办' },
    leader,
  )
  const now = await kit.clock(matter, 'signing')
  assert.equal(now?.pausedAt, null)
  assert.ok(now && before && now.dueAt > before.dueAt)
})

test('the window to contest is the county’s rule', async () => {
  const matter = await dispatched()
  const late = new Date(kit.now.getTime() + 3 * 24 * 3_600_000)
  assert.equal(
    (await refusalOf(kit.act('object', matter, { reason }, housing, late))).key,
    'dispatch.objectionLate',
  )
})

test('a reason is needed, of the lead office, and no one decides in their own cause', async () => {
  const matter = await dispatched({ assisting: [office.water] })
  assert.equal(
    (await refusalOf(kit.act('object', matter, { reason: '不归我管' }, housing))).key,
    'dispatch.reasonTooShort',
  )
  assert.equal(
    (await refusalOf(kit.act('object', matter, { reason }, actAs('handler', office.water)))).key,
    'matter.leadOfficeOnly',
  )
  await kit.act('object', matter, { reason }, housing)
  const own = officer(['leader', office.centre], ['chief', office.housing])
  const decision = { decision: 'upheld', reason: '本局认为不属于本局职责' }
  assert.equal(
    (await refusalOf(kit.act('decideObjection', matter, decision, own))).key,
    'matter.handlerMayNot',
  )
  assert.equal(
    (await refusalOf(kit.act('decideObjection', matter, { ...decision, reason: '好' }, leader)))
      .key,
    'dispatch.reasonTooShort',
  )
})

test('the objecting office learns nothing from naming an office that is shut out', async () => {
  const matter = await kit.bring('judged', { made: { shutOut: [office.tower] } })
  await kit.act('dispatch', matter, { lead: office.housing, basis }, dispatcher)
  await kit.act('object', matter, { reason, wanted: office.tower }, housing)
  assert.deepEqual((await kit.read(matter)).flags, ['objected'])
})

test('what was asked before a return is over with it', async () => {
  const matter = await dispatched()
  await kit.act('sign', matter, {}, housing)
  await kit.act('askExtension', matter, { reason: '需要等管线单位勘察后施工', amount: 3 }, housing)
  await kit.act('object', matter, { reason }, housing)
  await kit.act(
    'decideObjection',
    matter,
    { decision: 'upheld', reason: '经核实，该路段确已移交' },
    leader,
  )
  await kit.act('dispatch', matter, { lead: office.streets, basis }, dispatcher)
  await kit.act('sign', matter, {}, streets)
  assert.deepEqual((await kit.read(matter)).flags, ['final'])
})
