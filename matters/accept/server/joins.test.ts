import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { confirmPhoneCode, requestPhoneCode } from '#people/contract.ts'
import { county, type DemoHouse, openDemoHouse } from '../../../tests/demo-house.ts'
import { type HttpVisitor, problemOf } from '../../../tests/http-visitor.ts'
import { accept, submit, withdraw } from '../contract.ts'
import { join, leave, listJoined, readVoices } from '../joins-contract.ts'

let house: DemoHouse
let operator: HttpVisitor
before(async () => {
  house = await openDemoHouse({ empty: true })
  operator = await house.signIn('operator')
})
after(() => house.close())

const reporterPhone = '13900000001'

/** A matter somebody reported, published unless told otherwise. */
async function reported(published = true): Promise<string> {
  const { matter } = await house.visitor().ask(submit, {
    county,
    actId: randomUUID(),
    words: '石湾镇老街的电线杆歪了，快倒在屋顶上。',
    reporter: { phone: reporterPhone },
  })
  await operator.ask(accept, { matter, actId: randomUUID(), published })
  return matter
}

async function signedIn(phone: string): Promise<HttpVisitor> {
  const visitor = house.visitor()
  await visitor.ask(requestPhoneCode, { county, phone })
  const code = /验证码 (\d{6})/.exec(house.said.findLast((line) => line.includes(phone)) ?? '')?.[1]
  await visitor.ask(confirmPhoneCode, { county, phone, code: code ?? '' })
  return visitor
}

const joinAs = (visitor: HttpVisitor, matter: string, phone?: string, actId = randomUUID()) =>
  visitor.ask(join, { matter, actId, ...(phone ? { phone } : {}) })
const countOf = async (matter: string) => (await operator.ask(readVoices, { matter })).count

test('one phone is one voice, however often and by whichever way it joins', async () => {
  const matter = await reported()
  const anybody = house.visitor()
  assert.equal(await countOf(matter), 1)
  assert.equal((await joinAs(anybody, matter, '13900000002')).voices, 2)
  assert.equal((await joinAs(anybody, matter, '+86 139 0000 0002')).voices, 2)
  const resident = await signedIn('13900000002')
  const asResident = await joinAs(resident, matter)
  assert.deepEqual([asResident.secret, asResident.voices], [null, 2])
  assert.equal((await joinAs(resident, matter)).voices, 2)
  // The reporter's own number adds nothing, and nothing tells that it is theirs.
  const mine = await joinAs(anybody, matter, reporterPhone)
  assert.equal(mine.voices, 2)
  assert.match(mine.secret ?? '', /^[0-9A-Z]{10}$/)
})

test('the same click gives the same secret; the secret leaves, and takes the number along', async () => {
  const matter = await reported()
  const anybody = house.visitor()
  const actId = randomUUID()
  const first = await joinAs(anybody, matter, '13900000003', actId)
  assert.deepEqual(await joinAs(anybody, matter, '13900000003', actId), first)
  const secret = first.secret ?? ''
  assert.equal((await anybody.ask(readVoices, { matter, secret })).joined, true)
  assert.equal((await anybody.ask(readVoices, { matter })).joined, false)
  const wrong = await problemOf(
    anybody.ask(leave, { matter, actId: randomUUID(), secret: 'WRONGWRONG' }),
  )
  assert.equal(wrong.reason, 'accept.notJoined')
  await anybody.ask(leave, { matter, actId: randomUUID(), secret: secret.toLowerCase() })
  assert.equal(await countOf(matter), 1)
  assert.deepEqual(await house.rows('select 1 from joins where matter = $1', [matter]), [])
})

test('a signed-in resident finds what they joined, and leaves it', async () => {
  const matter = await reported()
  const resident = await signedIn('13900000004')
  await joinAs(resident, matter)
  const [row] = await resident.ask(listJoined, {})
  assert.equal(row?.title, '石湾镇老街的电线杆歪了，快倒在屋顶上')
  await resident.ask(leave, { matter, actId: randomUUID() })
  assert.deepEqual(await resident.ask(listJoined, {}), [])
})

test('only what anybody may read is joined, and only while something can come of it', async () => {
  const anybody = house.visitor()
  const hidden = await reported(false)
  assert.equal((await problemOf(joinAs(anybody, hidden, '13900000005'))).reason, 'matter.notFound')
  assert.equal((await problemOf(anybody.ask(readVoices, { matter: hidden }))).status, 404)
  const matter = await reported()
  for (const phone of [undefined, '12', '我'])
    assert.equal((await problemOf(joinAs(anybody, matter, phone))).reason, 'accept.phoneForm')
  await operator.ask(withdraw, { matter, actId: randomUUID() })
  assert.equal(
    (await problemOf(joinAs(anybody, matter, '13900000005'))).reason,
    'matter.notInThisState',
  )
})

test('the record says that somebody joined, and nothing of who', async () => {
  const matter = await reported()
  await joinAs(house.visitor(), matter, '13900000006')
  const [event] = await house.rows<Record<string, unknown>>(
    "select * from events where matter = $1 and act = 'join'",
    [matter],
  )
  assert.doesNotMatch(JSON.stringify(event), /13900000006/)
  const [row] = await house.rows<{ sealed: string }>(
    "select encode(sealed_phone, 'escape') as sealed from joins where matter = $1",
    [matter],
  )
  assert.doesNotMatch(row?.sealed ?? '13900000006', /13900000006/)
})
