import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isLate } from '#foundation/clock-state.ts'
import type { Verb } from '#matters/matter/model.ts'
import { allProcedures } from '#matters/matter/procedures.ts'
import { filesOfMatter } from '#matters/matter/server/files.ts'
import { scopeOf } from '#people/guard.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, holder, office, officer, theHouse } from '../../../tests/matter-people.ts'
import { handleDeeds } from './deeds.ts'
import { answersOf, contactsOf, feedbacksOf } from './store.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(handleDeeds)
})
after(() => kit.close())

const [housing, water] = [actAs('handler'), actAs('handler', office.water)]
const reply = '已于今天上午修补路面，联系人 13812345678'
const solved = { outcome: 'solved', reply }
const photo = 'a'.repeat(64)
const inside = <T>(work: (sql: Parameters<typeof contactsOf>[0]) => Promise<T>) =>
  kit.database.within(scopeOf(theHouse), work)

test('signed, contacted, noted, fed back: each leaves its row and its event', async () => {
  const matter = await kit.bring('dispatched')
  await kit.act('sign', matter, {}, housing)
  await kit.act('contact', matter, { how: 'phone', reached: true, note: '约好下午去看' }, housing)
  await kit.act('note', matter, { words: '现场查看，坑深约十厘米', files: [photo] }, housing)
  const answer = await kit.act(
    'feedBack',
    matter,
    { ...solved, basis: '《城市道路管理条例》', files: ['b'.repeat(64)] },
    housing,
  )
  assert.equal(answer.state, 'fedBack')
  const [contacts, feedbacks, files] = await Promise.all([
    inside((sql) => contactsOf(sql, county, matter)),
    inside((sql) => feedbacksOf(sql, county, matter)),
    inside((sql) => filesOfMatter(sql, county, matter)),
  ])
  assert.deepEqual(
    contacts.map(({ how, reached, office: by }) => [how, reached, by]),
    [['phone', true, office.housing]],
  )
  assert.deepEqual(
    feedbacks.map(({ outcome, office: by, onSpot }) => [outcome, by, onSpot]),
    [['solved', office.housing, false]],
  )
  assert.deepEqual(
    files.map(({ stage, audience }) => [stage, audience]),
    [
      ['evidence', 'inside'],
      ['after', 'resident'],
    ],
  )
  const events = await kit.events(matter)
  const told = events.at(-1)
  assert.equal(told?.audience, 'public')
  assert.match(String(told?.shown?.reply), /已于今天上午修补路面/)
  assert.doesNotMatch(JSON.stringify(told?.shown), /13812345678/)
  const noted = events.find(({ act }) => act === 'note')
  assert.deepEqual([noted?.audience, noted?.shown], ['inside', null])
})

test('ringing in vain is no contact: the clock runs on until somebody is reached', async () => {
  const matter = await kit.bring('handling')
  await kit.act('contact', matter, { how: 'phone', reached: false }, housing)
  assert.equal((await kit.clock(matter, 'firstContact'))?.stoppedAt, null)
  const due = (await kit.clock(matter, 'firstContact'))?.dueAt ?? kit.now
  const late = new Date(due.getTime() + 3_600_000)
  await kit.act('contact', matter, { how: 'phone', reached: false }, housing, late)
  const clock = await kit.clock(matter, 'firstContact')
  assert.ok(clock && isLate(clock, late))
  const reached = new Date(late.getTime() + 3_600_000)
  await kit.act('contact', matter, { how: 'visit', reached: true }, housing, reached)
  await kit.act(
    'contact',
    matter,
    { how: 'visit', reached: true },
    housing,
    new Date(reached.getTime() + 3_600_000),
  )
  assert.deepEqual((await kit.clock(matter, 'firstContact'))?.stoppedAt, reached)
  const branches = (await kit.events(matter))
    .filter(({ act }) => act === 'contact')
    .map(({ branch }) => branch)
  assert.deepEqual(branches, ['notReached', 'notReached', 'reached', 'reached'])
})

test('trap 11: the handler never closes a matter; feedback is not closing', async () => {
  for (const { acts } of allProcedures) {
    for (const [verb, rule] of Object.entries(acts)) {
      const ends = [rule, ...Object.values(rule.branches ?? {})].some(
        ({ to }) => to === 'closed' || to === 'checked',
      )
      const byHandler = rule.by.some((who) => typeof who !== 'string' && who.as !== 'uninvolved')
      assert.ok(!ends || !byHandler, `${verb} would let a handler end it`)
    }
  }
  const matter = await kit.bring('handling', { assisting: [office.water] })
  await kit.act('feedBack', matter, solved, housing)
  const found = await kit.read(matter)
  assert.deepEqual([found.state, found.closedAt], ['fedBack', null])
  // Not even somebody who is a checker beside, in the lead office or an assisting one.
  const alsoChecks = officer(['handler', office.housing], ['checker', office.centre])
  const assistsToo = officer(['chief', office.water], ['checker', office.centre])
  for (const by of [alsoChecks, assistsToo])
    assert.equal(
      (await refusalOf(kit.act('check', matter, { branch: 'passed' }, by))).key,
      'matter.handlerMayNot',
    )
  await kit.act('check', matter, { branch: 'passed' }, actAs('checker'))
  for (const by of [housing, alsoChecks, assistsToo])
    assert.match(
      (await refusalOf(kit.act('close', matter, {}, by))).key,
      /^matter\.(handlerMayNot|otherPostOnly)$/,
    )
  await kit.act('close', matter, {}, actAs('checker'))
})

test('trap 14: the first office is responsible; the resident deals with it alone', async () => {
  const matter = await kit.bring('dispatched', { assisting: [office.water, office.streets] })
  for (const [verb, input] of [
    ['sign', {}],
    ['contact', { how: 'phone', reached: true }],
    ['feedBack', solved],
  ] as const satisfies [Verb, object][])
    assert.equal(
      (await refusalOf(kit.act(verb, matter, input, water))).key,
      'matter.leadOfficeOnly',
    )
  await kit.act('sign', matter, {}, housing)
  await kit.act('assist', matter, { answer: '管线已经查过，没有漏水' }, water)
  const answers = await inside((sql) => answersOf(sql, county, matter))
  assert.deepEqual(
    answers.map(({ office: by }) => by),
    [office.water],
  )
  const told = (await kit.events(matter)).find(({ act }) => act === 'assist')
  assert.deepEqual(
    [told?.audience, told?.shown],
    ['inside', null],
    'who assists answers the lead office, not the resident',
  )
  // The lead office is warned about those who have not answered, and answers the resident all the same.
  const answer = await kit.act('feedBack', matter, solved, housing)
  assert.deepEqual((answer as { unanswered?: string[] }).unanswered, [office.streets])
  assert.equal((await kit.read(matter)).state, 'fedBack')
})

test('what cannot be done needs the next step and a day; both are told', async () => {
  const matter = await kit.bring('handling')
  const cannot = { outcome: 'cannot', reply: '该路段属于明年改造范围，现在不能开挖' }
  assert.equal((await refusalOf(kit.act('feedBack', matter, cannot, housing))).field, 'nextStep')
  const nextStep = '先铺设钢板，改造时重新铺装'
  assert.equal(
    (await refusalOf(kit.act('feedBack', matter, { ...cannot, nextStep }, housing))).key,
    'handle.promiseMissing',
  )
  await kit.act('feedBack', matter, { ...cannot, nextStep, promisedDay: '2026-09-30' }, housing)
  const shown = (await kit.events(matter)).at(-1)?.shown
  assert.deepEqual(
    [shown?.outcome, shown?.nextStep, shown?.promisedDay],
    ['cannot', nextStep, '2026-09-30'],
  )
})

test('a finding solved on the spot is its finder’s office’s, and somebody else checks it', async () => {
  const worker = actAs('gridWorker', office.willow)
  const matter = await kit.newMatter({ kind: 'finding', channel: 'gridWorker' }, worker)
  const done = { done: '已清走路边垃圾并冲洗地面', files: [photo] }
  assert.equal(
    (await refusalOf(kit.act('solveOnSpot', matter, done, actAs('gridWorker', office.tower)))).key,
    'matter.notFound',
  )
  assert.equal(
    (await refusalOf(kit.act('solveOnSpot', matter, { done: '清了' }, worker))).key,
    'handle.replyTooShort',
  )
  await kit.act('solveOnSpot', matter, done, worker)
  const found = await kit.read(matter)
  assert.deepEqual(
    [found.state, found.leadOffice, found.offices],
    ['fedBack', office.willow, [office.willow]],
  )
  const [feedback] = await inside((sql) => feedbacksOf(sql, county, matter))
  assert.deepEqual([feedback?.outcome, feedback?.onSpot], ['solved', true])
  const own = officer(['gridWorker', office.willow], ['checker', office.willow])
  assert.equal(
    (await refusalOf(kit.act('check', matter, { branch: 'passed' }, own))).key,
    'matter.handlerMayNot',
  )
  await kit.act('check', matter, { branch: 'passed' }, actAs('checker'))
})

test('a file that was never uploaded leaves nothing behind', async () => {
  const matter = await kit.bring('handling')
  const wrong = { ...solved, files: [photo, 'f'.repeat(64)] }
  assert.equal(
    (await refusalOf(kit.act('feedBack', matter, wrong, housing))).key,
    'matter.fileUnknown',
  )
  assert.equal((await kit.read(matter)).state, 'handling')
  assert.deepEqual(await inside((sql) => filesOfMatter(sql, county, matter)), [])
})

test('feeding back twice under one act id is one feedback with one answer', async () => {
  const matter = await kit.bring('handling', { assisting: [office.water] })
  const actId = '01976f00-0000-7000-8000-000000000001'
  const twice = await Promise.all(
    [1, 2].map(() => kit.act('feedBack', matter, { ...solved, actId }, housing)),
  )
  assert.deepEqual(twice[0], twice[1])
  assert.equal((await inside((sql) => feedbacksOf(sql, county, matter))).length, 1)
})

test('the resident sees the answer of a confidential matter, the public does not', async () => {
  const matter = await kit.bring('handling', { made: { confidential: true, published: false } })
  await kit.act('feedBack', matter, solved, housing)
  assert.equal((await kit.events(matter)).at(-1)?.audience, 'resident')
  await kit.act('supplement', matter, {}, holder(matter))
})
