import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { demoActor, demoOfficer, demoPost } from '#database/demo/people.ts'
import { demoCounty } from '#database/demo/places-names.ts'
import { Refused } from '#foundation/refusal.ts'
import { addCounty, minutesAfter, monday, openPeopleKit } from '../../../tests/people-kit.ts'
import { signIn } from '../door/sign-in.ts'
import type { Moment } from '../moment.ts'
import { answerAccounts, answerAuditLog, answerMe, answerOffices, answerPosts } from '../queries.ts'
import { addAccount } from './add-account.ts'
import { addOfficer } from './add-officer.ts'
import { closePost } from './close-post.ts'
import { resetPassword } from './reset-password.ts'
import { unlock } from './unlock.ts'

const kit = await openPeopleKit()
const neighbour = 990102
await addCounty(kit.store, neighbour, '邻县', 'Neighbour County')
after(() => kit.close())

const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key
const newOfficer = async (name: string) =>
  (await kit.by('secadmin', (moment) => addOfficer({ name }, moment))).officer

test('a first password is provisional; a reset one too, and it signs out and unlocks', async () => {
  const officer = await newOfficer('苏梅')
  const add = (login: string, password = 'First-2026', to = officer) =>
    kit.by('secadmin', (m) => addAccount({ login, officer: to, password }, m))
  await assert.rejects(add('苏梅'), refusedAs('people.loginForm'))
  await assert.rejects(add('sumei', 'weak'), refusedAs('people.passwordWeak'))
  assert.deepEqual(await add('SuMei'), { login: 'sumei' })
  await assert.rejects(add('sumei2'), refusedAs('people.officerHasAccount'))
  await assert.rejects(
    add('sumei', 'First-2026', await newOfficer('苏杭')),
    refusedAs('people.loginTaken'),
  )

  const enter = (password: string) => signIn(kit.door, { login: 'sumei', password }, kit.asked())
  const { token } = await enter('First-2026')
  const actor = await kit.door.sessions.actorOf(token, monday)
  assert.ok(actor)
  const { account, countyName } = await kit.by(actor, (m) => answerMe({}, m))
  assert.equal(countyName, demoCounty.name)
  assert.deepEqual([account?.login, account?.provisional], ['sumei', true])

  for (let i = 0; i < 5; i++) await assert.rejects(enter('Wrong-2026'))
  await kit.by('secadmin', (m) => unlock({ login: 'SUMEI' }, m))
  await enter('First-2026')
  for (let i = 0; i < 5; i++) await assert.rejects(enter('Wrong-2026'))
  await kit.by('secadmin', (m) => resetPassword({ login: 'sumei', password: 'Other-2026' }, m))
  assert.equal(await kit.door.sessions.actorOf(token, minutesAfter(monday, 0.1)), null)
  await assert.rejects(enter('First-2026'))
  await enter('Other-2026')
})

test('the log is read page by page, newest first, by the auditor alone and of one county', async () => {
  const read = (input: object) => kit.by('audit', (m) => answerAuditLog(input, m))
  const whole = await read({ limit: 500 })
  const paged: string[] = []
  for (let after: string | undefined, i = 0; i < 200; i++) {
    const { entries, next } = await read({ limit: 7, ...(after ? { after } : {}) })
    paged.push(...entries.map((entry) => entry.id))
    if (!next) break
    after = next
  }
  assert.deepEqual(
    paged,
    whole.entries.map((entry) => entry.id),
  )
  const own = await read({ person: demoOfficer('secadmin'), limit: 500 })
  assert.ok(own.entries.length > 0 && own.entries.every((entry) => entry.personName === '严景天'))
  assert.deepEqual((await read({ from: '2199-01-01T00:00:00Z' })).entries, [])

  const foreign = { ...demoActor('audit'), county: neighbour }
  assert.deepEqual((await kit.by(foreign, (m) => answerAuditLog({}, m))).entries, [])
})

test('nothing of one county is seen or touched from another', async () => {
  const as = (key: 'sysadmin' | 'secadmin') => ({ ...demoActor(key), county: neighbour })
  const { offices } = await kit.by(as('sysadmin'), (m) => answerOffices({}, m))
  const { posts } = await kit.by(as('sysadmin'), (m) => answerPosts({}, m))
  const { accounts } = await kit.by(as('secadmin'), (m) => answerAccounts({}, m))
  assert.deepEqual([offices, posts, accounts], [[], [], []])
  const reset = (m: Moment) => resetPassword({ login: 'town', password: 'Other-2026' }, m)
  await assert.rejects(kit.by(as('secadmin'), reset), refusedAs('people.noAccount'))
  const close = (m: Moment) => closePost({ post: demoPost('town'), on: '2027-01-01' }, m)
  await assert.rejects(kit.by(as('sysadmin'), close), refusedAs('people.postMissing'))
})

test('the application can neither change nor remove a line of the log, nor rewrite history', async () => {
  const forbidden = [
    `update audit_log set what = 'x'`,
    'delete from audit_log',
    `update officers set name = 'x' where county = 990101`,
    'delete from post_holders where county = 990101',
    `update posts set kind = 'leader' where county = 990101`,
    `update accounts set login = 'x'`,
    'delete from accounts',
  ]
  for (const text of forbidden) {
    const attempt = kit.by('sysadmin', ({ sql }) => sql.run({ text }))
    await assert.rejects(attempt, (error) => (error as { code?: string }).code === '42501', text)
  }
})
