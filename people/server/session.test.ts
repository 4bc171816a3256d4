import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  demoActor,
  demoOffice,
  demoOfficer,
  demoPassword,
  demoPost,
} from '#database/demo/people.ts'
import type { Database } from '#foundation/server/database.ts'
import { minutesAfter, monday, openPeopleKit } from '../../tests/people-kit.ts'
import { signIn } from './door/sign-in.ts'
import { openSessions } from './session.ts'
import { appoint } from './staff/appoint.ts'
import { release } from './staff/release.ts'
import { withdrawDelegation } from './staff/withdraw-delegation.ts'

const kit = await openPeopleKit()
after(() => kit.close())
const { door } = kit

const enter = (login: string, now = monday) =>
  signIn(door, { login, password: demoPassword }, kit.asked({ now }))
/** Reads past what is remembered. */
const actorAt = (token: string, now: Date) => openSessions(door).actorOf(token, now)

test('the store keeps a hash; the token stands nowhere in it', async () => {
  const { token } = await enter('operator')
  const rows = await kit.rows<{ text: string }>(`select s::text as text from sessions s
    union all select a::text from audit_log a`)
  const hex = Buffer.from(token, 'base64url').toString('hex')
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  for (const { text } of rows) assert.ok(!text.includes(token) && !text.includes(hex))
})

test('rubbish is nobody, and is not even asked of the store', async () => {
  const closed = {
    shared: assert.fail,
    within: assert.fail,
    close: assert.fail,
  } as unknown as Database
  const sessions = openSessions({ ...door, database: closed })
  for (const token of ['', 'x', 'a'.repeat(42), `${'a'.repeat(42)}'`, 'ä'.repeat(43)]) {
    assert.equal(await sessions.actorOf(token, monday), null)
  }
  assert.equal(await door.sessions.actorOf('A'.repeat(43), monday), null)
})

test('an officer who does nothing for half an hour has left; one who works stays, for twelve hours', async () => {
  const idle = await enter('operator')
  assert.notEqual(await actorAt(idle.token, minutesAfter(monday, 29.9)), null)
  const still = await enter('leader')
  assert.equal(await actorAt(still.token, minutesAfter(monday, 30)), null)
  assert.equal(await actorAt(still.token, minutesAfter(monday, 1)), null)

  for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
    assert.notEqual(await actorAt(idle.token, minutesAfter(monday, minutes)), null, `${minutes}`)
  }
  assert.equal(await actorAt(idle.token, minutesAfter(monday, 12 * 60)), null)
})

test('being seen is written at most once a minute', async () => {
  const { token } = await enter('checker')
  const seen = async () => {
    const [row] = await kit.rows<{ seen_at: Date }>(
      'select seen_at from sessions where person = $1',
      [demoOfficer('checker')],
    )
    return row?.seen_at.getTime()
  }
  await actorAt(token, minutesAfter(monday, 0.9))
  assert.equal(await seen(), monday.getTime())
  await actorAt(token, minutesAfter(monday, 1))
  assert.equal(await seen(), minutesAfter(monday, 1).getTime())
})

test('an actor is remembered for less than five seconds, however many ask', async () => {
  const { token } = await enter('dispatcher')
  let asked = 0
  const counting: Database = {
    ...door.database,
    shared: (work) => {
      asked += 1
      return door.database.shared(work)
    },
  }
  const sessions = openSessions({ ...door, database: counting })
  const after = (seconds: number) => new Date(monday.getTime() + seconds * 1000)
  await Promise.all(Array.from({ length: 20 }, () => sessions.actorOf(token, monday)))
  await sessions.actorOf(token, after(4.9))
  assert.equal(asked, 1)
  await sessions.actorOf(token, after(5))
  assert.equal(asked, 2)
})

test('posts come and go with the day and with the deeds of the administrator', async () => {
  const kinds = async (day: string) => {
    const now = new Date(`${day}T01:00:00Z`)
    const { token } = await enter('town', now)
    return (await actorAt(token, now))?.posts.map((post) => post.kind)
  }
  const chief = { post: demoPost('townChief'), officer: demoOfficer('town') }
  await kit.by('secadmin', (moment) => appoint({ ...chief, from: '2026-12-01' }, moment))
  assert.deepEqual(await kinds('2026-11-30'), ['handler'])
  assert.deepEqual(await kinds('2026-12-01'), ['chief', 'handler'])
  await kit.by('secadmin', (moment) => release({ ...chief, on: '2027-01-01' }, moment))
  assert.deepEqual(await kinds('2026-12-31'), ['chief', 'handler'])
  assert.deepEqual(await kinds('2027-01-01'), ['handler'])
})

test('a lent post is held in the lender’s name until taken back', async () => {
  const { token } = await enter('handler2')
  const lent = async () =>
    (await actorAt(token, monday))?.posts
      .filter((post) => post.behalfOf !== null)
      .map((post) => post.post)
  assert.deepEqual(await lent(), [demoPost('housingChief')])
  const [row] = await kit.rows<{ id: string }>('select id from delegations')
  await kit.by('housingChief', (moment) =>
    withdrawDelegation({ delegation: row?.id ?? '' }, moment),
  )
  assert.deepEqual(await lent(), [])
})

test('the successor of a merged office brings the offices it took over', async () => {
  const { token } = await enter('handler')
  assert.deepEqual(await actorAt(token, monday), demoActor('handler'))
  assert.deepEqual((await actorAt(token, monday))?.posts[0]?.formerly, [demoOffice('works')])
})

test('sessions that are over are cleared away when somebody comes in', async () => {
  await enter('grid')
  await enter('sysadmin', minutesAfter(monday, 400 * 24 * 60))
  const [row] = await kit.rows<{ count: string }>('select count(*) from sessions')
  assert.equal(Number(row?.count), 1)
})
