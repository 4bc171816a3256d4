import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { generateSync } from 'otplib'
import { demoActor, demoOfficer, demoPassword } from '#database/demo/people.ts'
import { starterRules } from '#database/rules/starter.ts'
import { Refused } from '#foundation/refusal.ts'
import type { RuleText } from '#foundation/rules-with-citations.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import { beginRules, openRuleShelf } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { county, minutesAfter, monday, openPeopleKit } from '../../../tests/people-kit.ts'
import { systemActor } from '../../actor.ts'
import { retireOfficer } from '../staff/retire-officer.ts'
import { changePassword } from './change-password.ts'
import { beginTotp, confirmTotp, removeTotp } from './enrol-totp.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const kit = await openPeopleKit()
after(() => kit.close())
const { door } = kit

const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key

/** One try at the door, so many minutes after Monday morning. */
const enter = (login: string, password: string, minutes = 0, code?: string) =>
  signIn(
    door,
    { login, password, ...(code === undefined ? {} : { code }) },
    kit.asked({ now: minutesAfter(monday, minutes) }),
  )

const isRefused = (login: string, password: string, minutes = 0, code?: string) =>
  assert.rejects(enter(login, password, minutes, code), refusedAs('people.signInRefused'))

test('a login is found whatever its case and the blanks around it', async () => {
  const { token } = await enter('  Operator ', demoPassword)
  assert.equal((await door.sessions.actorOf(token, monday))?.person, demoOfficer('operator'))
})

test('an unknown login and a wrong password get one answer in about the same time', async () => {
  const time = async (login: string) => {
    const began = stopwatch()
    await isRefused(login, 'Wrong-2026')
    return stopwatch() - began
  }
  const median = async (login: string) => {
    const times: number[] = []
    for (let i = 0; i < 3; i++) times.push(await time(login))
    return times.sort((a, b) => a - b)[1] ?? 0
  }
  await median('nobody')
  const [unknown, wrong] = [await median('nobody'), await median('leader')]
  assert.ok(unknown > wrong / 3 && unknown < wrong * 3, `${unknown} ms and ${wrong} ms`)
})

test('five failures lock the account, also against the right password, for a quarter of an hour', async () => {
  for (let i = 0; i < 5; i++) await isRefused('checker', 'Wrong-2026')
  await isRefused('checker', demoPassword, 14.9)
  const { token } = await enter('checker', demoPassword, 15)
  assert.notEqual(await door.sessions.actorOf(token, minutesAfter(monday, 15)), null)
  for (let i = 0; i < 4; i++) await isRefused('checker', 'Wrong-2026', 16)
  await enter('checker', demoPassword, 16)
})

test('guessing in parallel gains no guess', async () => {
  const guesses = Array.from({ length: 12 }, () => isRefused('town', 'Wrong-2026'))
  await Promise.all(guesses)
  const [row] = await kit.rows<{ failures: number }>(
    `select failures from accounts where login = 'town'`,
  )
  assert.equal(row?.failures, 5)
  await isRefused('town', demoPassword)
})

test('the log tells successes, failures and locks, with address, and no login nobody has', async () => {
  await isRefused('my-password-typed-here', 'x')
  const found = await kit.rows<{
    what: string
    person: string | null
    county: number | null
    detail: object
    address: string
  }>("select what, person, county, detail, address from audit_log where what like 'signIn%'")
  assert.ok(!JSON.stringify(found).includes('my-password-typed-here'))
  assert.ok(found.every((row) => row.address === '192.0.2.7'))
  const unknown = found.filter((row) => row.person === null)
  assert.ok(unknown.length > 0 && unknown.every((row) => row.county === null))
  const locks = found.filter((row) => row.what === 'signInLocked')
  assert.deepEqual(
    locks.map((row) => row.person).sort(),
    [demoOfficer('checker'), demoOfficer('town')].sort(),
  )
})

test('with an authenticator a code is asked for after the password, and works once', async () => {
  const own = (minutes: number) =>
    kit.asked({ by: demoActor('audit'), now: minutesAfter(monday, minutes) })
  const codeAt = (secret: string, minutes: number) =>
    generateSync({ secret, epoch: minutesAfter(monday, minutes).getTime() / 1000 })
  await assert.rejects(
    beginTotp(door, { current: 'Wrong-2026' }, own(0)),
    refusedAs('people.currentPasswordWrong'),
  )
  const { secret, uri } = await beginTotp(door, { current: demoPassword }, own(0))
  assert.match(uri, /^otpauth:\/\/totp\/.*audit\?secret=/)
  // Begun is not enrolled: nobody is locked out by a QR code never scanned.
  await enter('audit', demoPassword, 0)
  await confirmTotp(door, { code: codeAt(secret, 1) }, own(1))

  await assert.rejects(enter('audit', demoPassword, 2), refusedAs('people.totpNeeded'))
  await isRefused('audit', 'Wrong-2026', 2, codeAt(secret, 2))
  await assert.rejects(
    enter('audit', demoPassword, 1, codeAt(secret, 1)),
    refusedAs('people.totpWrong'),
  )
  await enter('audit', demoPassword, 2, codeAt(secret, 2))
  await assert.rejects(
    enter('audit', demoPassword, 2, codeAt(secret, 2)),
    refusedAs('people.totpWrong'),
  )
  await enter('audit', demoPassword, 3, codeAt(secret, 3))

  const [row] = await kit.rows<{ totp_secret: Buffer }>(
    `select totp_secret from accounts where login = 'audit'`,
  )
  assert.ok(row && !row.totp_secret.includes(secret))

  await removeTotp(door, { current: demoPassword, code: codeAt(secret, 5) }, own(5))
  await enter('audit', demoPassword, 6)
})

test('wrong codes lock like wrong passwords; a form that has not asked yet costs nothing', async () => {
  const own = kit.asked({ by: demoActor('sysadmin') })
  const { secret } = await beginTotp(door, { current: demoPassword }, own)
  await confirmTotp(door, { code: generateSync({ secret, epoch: monday.getTime() / 1000 }) }, own)
  for (let i = 0; i < 7; i++)
    await assert.rejects(enter('sysadmin', demoPassword, 2), refusedAs('people.totpNeeded'))
  const right = generateSync({ secret, epoch: minutesAfter(monday, 2).getTime() / 1000 })
  const wrong = right === '000000' ? '111111' : '000000'
  for (let i = 0; i < 5; i++) {
    await assert.rejects(enter('sysadmin', demoPassword, 2, wrong), refusedAs('people.totpWrong'))
  }
  await isRefused('sysadmin', demoPassword, 2, right)
})

test('a changed password ends every other session and begins a new one', async () => {
  const [here, there] = [
    await enter('dispatcher', demoPassword),
    await enter('dispatcher', demoPassword),
  ]
  const own = kit.asked({ by: demoActor('dispatcher'), token: here.token })
  const change = (current: string, password: string) =>
    changePassword(door, { current, password }, own)
  await assert.rejects(change('Wrong-2026', 'Neues-2027'), refusedAs('people.currentPasswordWrong'))
  await assert.rejects(change(demoPassword, 'short'), refusedAs('people.passwordWeak'))
  await assert.rejects(change(demoPassword, demoPassword), refusedAs('people.passwordSame'))
  const { token } = await change(demoPassword, '禾安县-Linli-2027')
  for (const old of [here, there])
    assert.equal(await door.sessions.actorOf(old.token, monday), null)
  assert.notEqual(await door.sessions.actorOf(token, monday), null)
  await isRefused('dispatcher', demoPassword)
  // Full-width signs of a Chinese keyboard are the same password.
  await enter('dispatcher', '禾安县－Ｌinli－2027')
})

test('signing out ends the session at once, and twice is no trouble', async () => {
  const { token } = await enter('handler2', demoPassword)
  assert.notEqual(await door.sessions.actorOf(token, monday), null)
  await signOut(door, kit.asked({ token }))
  assert.equal(await door.sessions.actorOf(token, monday), null)
  await signOut(door, kit.asked({ token }))
  await signOut(door, kit.asked())
})

test('who has left service cannot come in, and is let out', async () => {
  const { token } = await enter('handler', demoPassword)
  await kit.by('secadmin', (moment) =>
    retireOfficer({ officer: demoOfficer('handler'), on: '2026-11-23' }, moment),
  )
  await isRefused('handler', demoPassword)
  assert.equal(await door.sessions.actorOf(token, minutesAfter(monday, 1)), null)
})

test('without rules of the county the limits of the house hold; with them the county’s own', async () => {
  const ruled = { ...door, rules: openRuleShelf(door.database) }
  const enterRuled = (password: string, minutes: number) =>
    signIn(ruled, { login: 'grid', password }, kit.asked({ now: minutesAfter(monday, minutes) }))
  await enterRuled(demoPassword, 0)
  const stricter = starterRules.map((rule): RuleText => {
    if (rule.id === 'count.signInFailures') return { ...rule, value: { kind: 'count', count: 2 } }
    if (rule.id === 'window.signInLock') {
      return { ...rule, value: { kind: 'minutes', minutes: 60 } }
    }
    return rule
  })
  await kit.by(systemActor(county), ({ sql }) =>
    beginRules(sql, county, stricter, '2020-01-01' as Day),
  )
  for (let i = 0; i < 2; i++) await assert.rejects(enterRuled('Wrong-2026', 1))
  await assert.rejects(enterRuled(demoPassword, 60))
  await enterRuled(demoPassword, 61)
})
