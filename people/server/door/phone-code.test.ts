import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Refused } from '#foundation/refusal.ts'
import {
  addCounty,
  county,
  minutesAfter,
  monday,
  openPeopleKit,
} from '../../../tests/people-kit.ts'
import { publicActor } from '../../actor.ts'
import { confirmPhoneCode } from './confirm-phone-code.ts'
import { knowResident } from './know-resident.ts'
import { requestPhoneCode } from './request-phone-code.ts'

const kit = await openPeopleKit()
const neighbour = 990102
await addCounty(kit.store, neighbour, '邻县', 'Neighbour County')
after(() => kit.close())
const { door, sent } = kit

const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key
const askedAt = (minutes: number) => kit.asked({ now: minutesAfter(monday, minutes) })

async function send(phone: string, minutes = 0, of = county): Promise<string> {
  await requestPhoneCode(door, { county: of, phone }, askedAt(minutes))
  return /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
}
const confirm = (phone: string, code: string, minutes = 0, of = county) =>
  confirmPhoneCode(door, { county: of, phone, code }, askedAt(minutes))
const isWrong = (phone: string, code: string, minutes = 0, of = county) =>
  assert.rejects(confirm(phone, code, minutes, of), refusedAs('people.codeWrong'))
const other = (code: string) => (code === '123456' ? '654321' : '123456')

test('a resident signs in with the code on their phone, and is the same person the next time', async () => {
  const first = await confirm('13900000001', await send('139 0000 0001'))
  const again = await confirm('+8613900000001', await send('13900000001', 1), 1)
  const [one, two] = [
    await door.sessions.actorOf(first.token, monday),
    await door.sessions.actorOf(again.token, monday),
  ]
  assert.equal(one?.kind, 'resident')
  assert.deepEqual(one?.posts, [])
  assert.equal(one?.person, two?.person)
  // A month, and idling does not end it: long letters are written slowly.
  assert.notEqual(
    await door.sessions.actorOf(first.token, minutesAfter(monday, 29 * 24 * 60)),
    null,
  )
})

test('the message names the county in the reader’s language and the minutes', async () => {
  await send('13900000002')
  assert.match(sent.at(-1)?.text ?? '', /^【禾安县】.*\d{6}.*5 分钟/)
  const english = kit.asked({ by: publicActor(county, 'en') })
  await requestPhoneCode(door, { county, phone: '13900000003' }, english)
  assert.match(sent.at(-1)?.text ?? '', /^\[He'an County\].*\d{6}.*5 minutes/)
  assert.equal(sent.at(-1)?.phone, '13900000003')
})

test('neither phone nor code stands readable in the store', async () => {
  const phone = '13900000004'
  const code = await send(phone)
  await confirm(phone, code)
  const rows = await kit.rows<{ text: string }>(`select r::text as text from residents r
    union all select c::text from phone_codes c union all select a::text from audit_log a`)
  const spellings = [
    phone,
    Buffer.from(phone).toString('hex'),
    code,
    Buffer.from(code).toString('hex'),
  ]
  for (const { text } of rows) for (const spelling of spellings) assert.ok(!text.includes(spelling))
})

test('five wrong tries spend a code; the right one comes too late', async () => {
  const code = await send('13900000005')
  for (let i = 0; i < 5; i++) await isWrong('13900000005', other(code))
  await isWrong('13900000005', code)
})

test('guessing in parallel gains no guess', async () => {
  const code = await send('13900000006')
  const guesses = Array.from({ length: 20 }, () => isWrong('13900000006', other(code)))
  await Promise.all(guesses)
  await isWrong('13900000006', code)
})

test('a code works for five minutes, once, and not after a newer one', async () => {
  const late = await send('13900000007')
  await isWrong('13900000007', late, 5)
  const code = await send('13900000008')
  const both = await Promise.allSettled([
    confirm('13900000008', code),
    confirm('13900000008', code),
  ])
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  const first = await send('13900000009')
  const second = await send('13900000009', 1)
  if (first !== second) await isWrong('13900000009', first, 1)
  await confirm('13900000009', second, 1)
})

test('a phone gets a code a minute and ten a day', async () => {
  const phone = '13900000010'
  await send(phone)
  const soon = requestPhoneCode(door, { county, phone }, askedAt(0.5))
  await assert.rejects(
    soon,
    (error) => error instanceof Refused && error.refusal.values?.seconds === 30,
  )
  for (let i = 1; i < 10; i++) await send(phone, i)
  await assert.rejects(send(phone, 10), refusedAs('people.codesUsedUp'))
  await send(phone, 24 * 60)
})

test('of many who ask for one phone at once, one is heard', async () => {
  const before = sent.length
  const asks = Array.from({ length: 8 }, () =>
    requestPhoneCode(door, { county, phone: '13900000011' }, askedAt(0)),
  )
  const heard = (await Promise.allSettled(asks)).filter((one) => one.status === 'fulfilled')
  assert.equal(heard.length, 1)
  assert.equal(sent.length, before + 1)
})

test('the same phone in two counties is two residents; a code of one opens nothing in the other', async () => {
  const code = await send('13900000012')
  await isWrong('13900000012', code, 0, neighbour)
  await confirm('13900000012', code)
  await confirm('13900000012', await send('13900000012', 0, neighbour), 0, neighbour)
  const hashes = await kit.rows<{ hash: string; county: number }>(
    `select encode(phone_hash, 'hex') as hash, county from residents where county = $1
     or id in (select person from sessions) order by county desc`,
    [neighbour],
  )
  assert.equal(new Set(hashes.map((row) => row.hash)).size, hashes.length)
})

test('what is no mobile number, or no county of ours, is refused by field', async () => {
  const field = (name: string) => (error: unknown) =>
    error instanceof Refused && error.refusal.field === name
  await assert.rejects(
    requestPhoneCode(door, { county, phone: '0755-1234567' }, askedAt(0)),
    field('phone'),
  )
  await assert.rejects(
    requestPhoneCode(door, { county: 1, phone: '13900000013' }, askedAt(0)),
    field('county'),
  )
  await isWrong('13900000013', '123456', 0, 1)
})

test('a message that could not be handed over is said so', async () => {
  const broken = { ...door, sms: { send: () => Promise.reject(new Error('no carrier')) } }
  const ask = requestPhoneCode(broken, { county, phone: '13900000014' }, askedAt(0))
  await assert.rejects(ask, refusedAs('people.smsUnavailable'))
})

test('whom an operator entered by phone is the one who later signs in; their name is kept sealed, once', async () => {
  const enter = (name: string) =>
    kit.by('operator', ({ sql }) =>
      knowResident(
        sql,
        door.seal,
        { county, phone: '13900000015', language: 'zh-CN', name },
        monday,
      ),
    )
  const known = await enter(' 何春 ')
  assert.equal(await enter('别名'), known)
  const { token } = await confirm('13900000015', await send('13900000015'))
  const actor = await door.sessions.actorOf(token, monday)
  assert.deepEqual([actor?.person, actor?.name], [known, '何春'])
})
