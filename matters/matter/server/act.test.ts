import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { ActId } from '#foundation/ids.ts'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { scopeOf } from '#people/guard.ts'
import { connected } from '../../../tests/cluster.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, holder, office, officer } from '../../../tests/matter-people.ts'
import { actWithin } from './act.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const operator = actAs('operator')

test('an act writes state, version, clocks and one event together', async () => {
  const matter = await kit.newMatter()
  kit.later(1)
  const answer = await kit.act('accept', matter, {}, operator)
  assert.equal(answer.state, 'accepted')
  assert.equal(answer.version, 2)
  const found = await kit.read(matter)
  assert.equal(found.state, 'accepted')
  assert.equal(found.version, 2)
  const clocks = new Map(found.clocks.map((clock) => [clock.name, clock]))
  assert.deepEqual(clocks.get('acceptance')?.stoppedAt, kit.now)
  assert.deepEqual(clocks.get('completion')?.startedAt, kit.now)
  assert.equal(clocks.get('completion')?.rule, 'limit.completion.general')
  assert.deepEqual(found.dueAt, clocks.get('completion')?.dueAt)
  const [, event] = await kit.events(matter)
  assert.deepEqual(
    { seq: event?.seq, act: event?.act, office: event?.office, state: event?.state, at: event?.at },
    { seq: 2, act: 'accept', office: office.centre, state: 'accepted', at: kit.now },
  )
})

test('the same act id again gets the first answer and changes nothing', async () => {
  const matter = await kit.newMatter()
  const actId = newId<string>(kit.now)
  const first = await kit.act('accept', matter, { actId }, operator)
  kit.later(5)
  const again = await kit.act('accept', matter, { actId }, operator)
  assert.deepEqual(again, first)
  assert.equal((await kit.events(matter)).length, 2)
})

test('a double click: two at the same moment under one act id are one act', async () => {
  const matter = await kit.newMatter()
  const actId = newId<string>(kit.now)
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => kit.act('accept', matter, { actId }, operator)),
  )
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.equal((await kit.events(matter)).length, 2)
})

test('who waited for somebody else’s act counts on the clocks as that left them', async () => {
  const matter = await kit.newMatter()
  const rules = await kit.engine.countyOf(county, kit.now)
  const waits = () =>
    connected(kit.url, async (client) => {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length > 0
    })
  let adding: Promise<unknown> = Promise.resolve()
  await kit.database.within(scopeOf(operator), async (sql) => {
    const moment = { by: operator, now: kit.now, sql, actId: newId<ActId>(kit.now) }
    await actWithin(kit.engine, rules, 'accept', { matter, actId: moment.actId }, moment)
    // Adding words changes no clock, but what is due next follows from all of them.
    adding = kit.act('supplement', matter, {}, operator)
    while (!(await waits())) await pause(10)
  })
  await adding
  const found = await kit.read(matter)
  const completion = found.clocks.find(({ name }) => name === 'completion')
  assert.equal(found.version, 3)
  assert.deepEqual(found.dueAt, completion?.dueAt)
})

test('an act id serves one act of one matter only', async () => {
  const [one, other] = [await kit.newMatter(), await kit.newMatter()]
  const actId = newId<string>(kit.now)
  await kit.act('accept', one, { actId }, operator)
  assert.equal(
    (await refusalOf(kit.act('judge', one, { actId }, operator))).key,
    'matter.actIdUsed',
  )
  assert.equal(
    (await refusalOf(kit.act('accept', other, { actId }, operator))).key,
    'matter.actIdUsed',
  )
  const fresh = newId<string>(kit.now)
  const third = await kit.newMatter()
  const both = await Promise.allSettled([
    kit.act('accept', other, { actId: fresh }, operator),
    kit.act('accept', third, { actId: fresh }, operator),
  ])
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  assert.equal(refused.length, 1)
  assert.ok(refused[0] instanceof Refused && refused[0].refusal.key === 'matter.actIdUsed')
})

test('two officers at once: one wins, the other is told who and when and loses nothing', async () => {
  const matter = await kit.newMatter()
  const both = await Promise.allSettled([
    kit.act('accept', matter, { seen: 1 }, operator),
    kit.act('refuse', matter, { seen: 1 }, officer(['operator', office.tower])),
  ])
  const won = both.filter(({ status }) => status === 'fulfilled')
  const lost = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  assert.equal(won.length, 1)
  assert.ok(lost[0] instanceof Refused)
  const { key, field, values } = lost[0].refusal
  assert.equal(key, 'matter.changedMeanwhile')
  assert.equal(field, 'seen')
  const [, event] = await kit.events(matter)
  assert.equal(values?.who, event?.office === office.centre ? '接诉即办中心' : '白塔镇')
  assert.equal(values?.when, event?.at.toISOString())
  assert.equal(values?.act, event?.act)
  assert.equal((await kit.events(matter)).length, 2)
})

test('what only adds to the record is taken from an old screen', async () => {
  const matter = await kit.bring('handling')
  await kit.act('note', matter, { seen: 1 }, actAs('handler'))
  await kit.act('contact', matter, { seen: 2, branch: 'reached' }, actAs('handler'))
  assert.equal(
    (await refusalOf(kit.act('feedBack', matter, { seen: 2 }, actAs('handler')))).key,
    'matter.changedMeanwhile',
  )
})

test('what is refused leaves nothing behind', async () => {
  const matter = await kit.newMatter()
  const before = await kit.read(matter)
  const refusal = await refusalOf(kit.act('close', matter, {}, actAs('checker')))
  assert.equal(refusal.key, 'matter.notInThisState')
  assert.deepEqual(await kit.read(matter), before)
  assert.equal((await kit.events(matter)).length, 1)
})

test('a receipt opens its own matter and no other', async () => {
  const [mine, other] = [await kit.newMatter(), await kit.newMatter()]
  await kit.act('supplement', mine, {}, holder(mine))
  assert.equal(
    (await refusalOf(kit.act('supplement', other, {}, holder(mine)))).key,
    'matter.notFound',
  )
})

test('nobody rewrites the record: the application may add events, never change or remove them', async () => {
  const matter = await kit.newMatter()
  await connected(kit.url, async (client) => {
    await client.query('set role linli_app')
    await client.query(`set app.county = '${county}'`)
    for (const text of [
      'update events set act = $1 where matter = $2',
      'delete from events where act <> $1 and matter = $2',
    ])
      await assert.rejects(client.query(text, ['accept', matter]), /permission denied/)
  })
})

test('an office that took over another acts for it', async () => {
  const matter = await kit.bring('dispatched', { lead: office.water })
  const heir = officer(['handler', office.streets, [office.water]])
  await kit.act('sign', matter, {}, heir)
  assert.equal((await kit.read(matter)).state, 'handling')
  const alsoChecks = officer(['checker', office.streets, [office.water]])
  await kit.act('feedBack', matter, {}, heir)
  const refusal = await refusalOf(kit.act('check', matter, { branch: 'passed' }, alsoChecks))
  assert.equal(refusal.key, 'matter.handlerMayNot')
})
