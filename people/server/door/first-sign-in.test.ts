import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { generateSync } from 'otplib'
import { demoPassword } from '#database/demo/people.ts'
import { demoRules } from '#database/demo/rules.ts'
import { starterRules } from '#database/rules/starter.ts'
import { beginRules, openRuleShelf } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { county, minutesAfter, monday, openPeopleKit } from '../../../tests/people-kit.ts'
import { scopeOf } from '../../guard.ts'
import { answerMe } from '../queries.ts'
import { openSessions } from '../session.ts'
import { resetPassword } from '../staff/reset-password.ts'
import { changePassword } from './change-password.ts'
import { beginTotp, confirmTotp } from './enrol-totp.ts'
import { signIn } from './sign-in.ts'

const kit = await openPeopleKit()
after(() => kit.close())
const { database } = kit.store
await database.within({ county, reach: 'system', parties: [] }, (sql) =>
  beginRules(sql, county, starterRules, '2020-01-01' as Day),
)
const rules = openRuleShelf(database)
const door = { ...kit.door, rules, sessions: openSessions({ ...kit.door, rules }) }

const enter = async (login: string, password = demoPassword) => {
  const { token } = await signIn(door, { login, password }, kit.asked())
  const by = await door.sessions.actorOf(token, monday)
  assert.ok(by)
  return { by, token }
}
const postsOf = async (token: string) =>
  (await door.sessions.actorOf(token, monday))?.posts.map(({ kind }) => kind)

test('with a password others know one has no post and sees nothing until it is changed', async () => {
  const password = 'First-2026'
  await kit.by('secadmin', (moment) => resetPassword({ login: 'operator', password }, moment))
  const { by } = await enter('operator', password)
  assert.deepEqual([by.owes, by.posts], ['password', []])
  assert.deepEqual(scopeOf(by), { county, reach: 'public', parties: [] })
  assert.equal((await kit.by(by, (moment) => answerMe({}, moment))).owes, 'password')
  const input = { current: password, password: 'Own-secret-2026' }
  const begun = await changePassword(door, input, kit.asked({ by }))
  assert.deepEqual(await postsOf(begun.token), ['operator'])
})

test('an administrator sets up an authenticator first; the work begins with its first code', async () => {
  const { by, token } = await enter('secadmin')
  assert.deepEqual([by.owes, by.posts], ['secondFactor', []])
  const asked = kit.asked({ by, token })
  const { secret } = await beginTotp(door, { current: demoPassword }, asked)
  assert.deepEqual(await postsOf(token), [])
  const code = generateSync({ secret, epoch: minutesAfter(monday, 0).getTime() / 1000 })
  await confirmTotp(door, { code }, asked)
  assert.deepEqual(await postsOf(token), ['securityAdmin'])
  assert.equal((await kit.by(by, (moment) => answerMe({}, moment))).account?.totp, true)
})

test('who holds no such post is asked for none; an invented county asks nobody', async () => {
  assert.equal((await enter('handler')).by.owes, undefined)
  const open = demoRules.find(({ id }) => id === 'list.secondFactorPosts')
  assert.deepEqual(open?.value, { kind: 'list', items: [] })
  assert.match(open?.note ?? '', /虚构/)
})
