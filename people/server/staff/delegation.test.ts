import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { demoActor, demoOffice, demoOfficer, demoPost } from '#database/demo/people.ts'
import type { DemoOfficerKey } from '#database/demo/people-names.ts'
import type { ActId } from '#foundation/ids.ts'
import { Refused } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { county, monday, openPeopleKit } from '../../../tests/people-kit.ts'
import { scopeOf } from '../../guard.ts'
import { readOfficer } from '../door/read-actor.ts'
import { answerMyDelegations, answerOfficeOfficers } from '../queries.ts'
import { delegate } from './delegate.ts'
import { openOffice } from './open-office.ts'
import { release } from './release.ts'
import { retireOfficer } from './retire-officer.ts'
import { succeedOffice } from './succeed-office.ts'
import { withdrawDelegation } from './withdraw-delegation.ts'

const kit = await openPeopleKit()
after(() => kit.close())

const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key
const daysAfter = (days: number) => new Date(monday.getTime() + days * 86_400_000)

function lend(
  from: DemoOfficerKey,
  to: DemoOfficerKey,
  more: { from?: string; until?: string; post?: string; actId?: ActId } = {},
): Promise<{ delegation: string }> {
  const { actId = newId<ActId>(monday), ...times } = more
  const input = {
    post: demoPost(from),
    to: demoOfficer(to),
    until: daysAfter(7).toISOString(),
    reason: '出差',
    ...times,
  }
  return kit.by(from, (moment) => delegate(input, moment, 30), { actId })
}

async function lentTo(key: DemoOfficerKey, at = monday): Promise<string[]> {
  const who = { county, person: demoOfficer(key), language: 'zh-CN' } as const
  const actor = await kit.by(key, ({ sql }) => readOfficer(sql, who, at))
  return actor?.posts.filter((post) => post.behalfOf !== null).map((post) => post.post) ?? []
}

test('a lent post begins and ends with its times', async () => {
  await lend('transport', 'ecology', {
    from: daysAfter(1).toISOString(),
    until: daysAfter(3).toISOString(),
  })
  const held = await Promise.all([0.9, 1, 2.9, 3].map((days) => lentTo('ecology', daysAfter(days))))
  assert.deepEqual(
    held.map((posts) => posts.length),
    [0, 1, 1, 0],
  )
})

test('the same act again lends once', async () => {
  const actId = newId<ActId>(monday)
  assert.deepEqual(
    await lend('education', 'health', { actId }),
    await lend('education', 'health', { actId }),
  )
  await assert.rejects(lend('education', 'civil'), refusedAs('people.postLent'))
  assert.deepEqual(await lentTo('health'), [demoPost('education')])
})

test('only own posts are lent, and not to oneself', async () => {
  await assert.rejects(
    lend('labour', 'civil', { post: demoPost('town') }),
    refusedAs('people.postNotYours'),
  )
  await assert.rejects(lend('labour', 'labour'), refusedAs('people.delegationToSelf'))
  await assert.rejects(
    lend('labour', 'civil', { until: daysAfter(31).toISOString() }),
    refusedAs('people.delegationTooLong'),
  )
  await assert.rejects(
    lend('labour', 'civil', { until: '9999-12-31T00:00:00Z' }),
    refusedAs('people.timeUnknown'),
  )
  await assert.rejects(lend('sysadmin', 'audit'), refusedAs('people.administratorsClash'))
})

test('a post borrowed is not lent on', async () => {
  await lend('market', 'traffic')
  const borrower = await kit.by('traffic', ({ sql }) =>
    readOfficer(sql, { county, person: demoOfficer('traffic'), language: 'zh-CN' }, monday),
  )
  assert.ok(borrower)
  const input = {
    post: demoPost('market'),
    to: demoOfficer('water'),
    until: daysAfter(1).toISOString(),
    reason: '出差',
  }
  await assert.rejects(
    kit.by(borrower, (moment) => delegate(input, moment, 30)),
    refusedAs('people.postNotYours'),
  )
})

test('the lender, or security, takes it back; nobody else', async () => {
  const { delegation } = await lend('liuxi', 'shiwan')
  const take = (who: DemoOfficerKey) =>
    kit.by(who, (moment) => withdrawDelegation({ delegation }, moment))
  for (const who of ['shiwan', 'sysadmin', 'leader'] as const) {
    await assert.rejects(take(who), refusedAs('people.delegationNotYours'))
  }
  await take('liuxi')
  assert.deepEqual(await lentTo('shiwan'), [])
  await assert.rejects(take('liuxi'), refusedAs('people.delegationOver'))
  const again = await lend('liuxi', 'shiwan')
  await kit.by('secadmin', (moment) => withdrawDelegation(again, moment))
  assert.deepEqual(await lentTo('shiwan'), [])
})

test('both see what was lent, with names; a third officer does not', async () => {
  const list = async (who: DemoOfficerKey) =>
    (await kit.by(who, (moment) => answerMyDelegations({}, moment))).delegations
  const [given] = await list('housingChief')
  assert.deepEqual(
    [given?.fromName, given?.toName, given?.officeName, given?.reason],
    ['程丹青', '方柏年', '县住房和城乡建设局', '外出培训'],
  )
  assert.deepEqual(await list('handler2'), await list('housingChief'))
  assert.deepEqual(await list('checker'), [])
})

test('it ends with the lender’s own right to the post, and when either leaves', async () => {
  await lend('yunling', 'baiguo')
  const { post, officer } = { post: demoPost('yunling'), officer: demoOfficer('yunling') }
  await kit.by('secadmin', (moment) => release({ post, officer, on: '2026-11-25' }, moment))
  assert.deepEqual(await lentTo('baiguo', daysAfter(1)), [post])
  assert.deepEqual(await lentTo('baiguo', daysAfter(2)), [])

  await lend('chengguan', 'agriculture')
  await kit.by('secadmin', (moment) =>
    retireOfficer({ officer: demoOfficer('chengguan'), on: '2026-12-31' }, moment),
  )
  assert.deepEqual(await lentTo('agriculture'), [])
})

test('an office renamed: posts, holders and stand-ins go on, matters follow, history stays', async () => {
  const { office: renamed } = await kit.by('sysadmin', (moment) =>
    openOffice({ name: '县综合行政执法局', kind: 'government', from: '2026-11-25' }, moment),
  )
  await lend('urbanChief', 'handler', { until: daysAfter(10).toISOString() })
  const rename = (on = '2026-11-25') =>
    kit.by('sysadmin', (moment) =>
      succeedOffice({ office: demoOffice('urban'), successor: renamed, on }, moment),
    )
  await assert.rejects(rename('2026-11-22'), refusedAs('people.dayPast'))
  await rename()
  await rename()
  await assert.rejects(rename('2026-11-26'), refusedAs('people.officeClosed'))

  const actorOn = (key: DemoOfficerKey, days: number) =>
    kit.by(key, ({ sql }) =>
      readOfficer(sql, { county, person: demoOfficer(key), language: 'zh-CN' }, daysAfter(days)),
    )
  const before = await actorOn('handler', 1)
  assert.deepEqual(
    before?.posts.map((post) => [post.office, post.kind, post.behalfOf]),
    [
      [demoOffice('urban'), 'handler', null],
      [demoOffice('urban'), 'chief', demoOfficer('urbanChief')],
    ],
  )
  const after = await actorOn('handler', 2)
  assert.ok(after)
  assert.deepEqual(
    after.posts.map((post) => [post.office, post.kind, post.behalfOf]),
    [
      [renamed, 'handler', null],
      [renamed, 'chief', demoOfficer('urbanChief')],
    ],
  )
  // The bureau had itself taken over another office in 2024: the whole line comes along.
  const line = [renamed, demoOffice('urban'), demoOffice('works'), demoOfficer('handler')]
  assert.deepEqual(new Set(scopeOf(after).parties), new Set(line))

  const holders = async (office: string, on: string) =>
    (await kit.by('leader', (moment) => answerOfficeOfficers({ office, on }, moment))).officers.map(
      (one) => one.name,
    )
  assert.deepEqual(await holders(demoOffice('urban'), '2026-11-24'), ['杜若飞', '陆远志'])
  assert.deepEqual(await holders(demoOffice('urban'), '2026-11-25'), [])
  assert.deepEqual(await holders(renamed, '2026-11-25'), ['杜若飞', '陆远志'])
  assert.deepEqual(demoActor('handler').posts.length, 1)
})
