import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setUpCounty } from '#app/commands/county-set-up.ts'
import { demoCategories } from '#database/demo/categories.ts'
import { demoOffice, demoOfficer, demoPassword, demoPost } from '#database/demo/people.ts'
import type { ActId } from '#foundation/ids.ts'
import { now } from '#foundation/server/clock.ts'
import { openDatabase } from '#foundation/server/database.ts'
import { accept, submit } from '#matters/accept/contract.ts'
import { addCategories } from '#matters/analyse/server/import-categories.ts'
import { listMatters, readMatter } from '#matters/matter/contract.ts'
import { systemActor } from '#people/actor.ts'
import { signIn } from '#people/contract.ts'
import type { PostKind } from '#people/model.ts'
import type { Moment } from '#people/server/moment.ts'
import { addAccount } from '#people/server/staff/add-account.ts'
import { addOfficer } from '#people/server/staff/add-officer.ts'
import { appoint } from '#people/server/staff/appoint.ts'
import { openOffice } from '#people/server/staff/open-office.ts'
import { openPost } from '#people/server/staff/open-post.ts'
import { addressOf, readOperations, rightRequest } from './bad-input-samples.ts'
import { county, type DemoHouse, openDemoHouse } from './demo-house.ts'
import { type HttpVisitor, httpVisitor, problemOf } from './http-visitor.ts'

/** The neighbour 青原县, invented too, with an office and somebody on each kind of post that reaches differently. */
const other = 990102
const otherName = '青原县'
const since = '2020-01-01'
const kinds: readonly PostKind[] = [
  'handler',
  'leader',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
]

async function beginOtherCounty(url: string): Promise<void> {
  const database = openDatabase(url, { connections: 2 })
  const at = now()
  await setUpCounty(
    {
      county: other,
      code: '990102000000',
      name: otherName,
      nameEn: 'Qingyuan County',
      timeZone: 'Asia/Shanghai',
      deskPhone: '000-770100',
      invented: true,
    },
    { ownerUrl: url, database, now: at, rulesFrom: since as never },
  )
  const by = systemActor(other)
  await database.within({ county: other, reach: 'system', parties: [] }, async (sql) => {
    const moment = (): Moment => ({ by, now: at, sql, actId: randomUUID() as ActId })
    await addCategories(sql, other, demoCategories, since as never)
    const name = '青原县各岗位'
    const { office } = await openOffice({ name, kind: 'government', from: since }, moment())
    for (const kind of kinds) {
      const { officer } = await addOfficer({ name: `青${kind}`, from: since }, moment())
      const { post } = await openPost({ office, kind, title: kind, from: since }, moment())
      await appoint({ post, officer, from: since }, moment())
      const login = `other-${kind.toLowerCase()}`
      await addAccount({ login, officer, password: demoPassword }, moment(), false)
    }
  })
  await database.close()
}

let house: DemoHouse
const strangers = new Map<PostKind, HttpVisitor>()
const words = '禾安独有的一句话：青石板路灯坏了三盏。'
/** Ids and numbers of the first county. */
let known: Readonly<Record<string, unknown>>
let receipt: { matter: string; number: string; secret: string }

before(async () => {
  house = await openDemoHouse({ empty: true, also: beginOtherCounty })
  const operator = await house.signIn('operator')
  receipt = await operator.ask(submit, { county, actId: randomUUID(), words })
  await operator.ask(accept, { matter: receipt.matter, actId: randomUUID(), published: true })
  for (const kind of kinds) {
    const visitor = httpVisitor(house.address)
    await visitor.ask(signIn, { login: `other-${kind.toLowerCase()}`, password: demoPassword })
    strangers.set(kind, visitor)
  }
  known = {
    matter: receipt.matter,
    to: receipt.number,
    related: receipt.number,
    office: demoOffice('urban'),
    lead: demoOffice('urban'),
    successor: demoOffice('housing'),
    responsibleOffice: demoOffice('urban'),
    officer: demoOfficer('handler'),
    person: demoOfficer('handler'),
    post: demoPost('handler'),
    login: 'handler',
    password: 'Linli-2027-neu',
    category: '0101',
    from: '2026-01-02',
    on: '2026-11-02',
  }
})
after(() => house.close())

/** Everything the store keeps of the first county. */
async function readCounty(): Promise<string> {
  const tables = await house.rows<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'county'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const [row] = await house.rows<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
       from ${name} t where county = $1`,
      [county],
    )
    lines.push(`${name} ${row?.sum}`)
  }
  return lines.join('\n')
}

/** Words that stand in the first county only. */
const marks = ['青石板', '县城市管理局', '云岭乡', '陆远志', '林望舒']

function marksIn(text: string): string[] {
  return [...marks, receipt.number, receipt.secret].filter((mark) => text.includes(mark))
}

test('no officer of another county sees or changes anything, whatever is asked with the right ids', async () => {
  const before_ = await readCounty()
  const faults: string[] = []
  const operations = await readOperations(house.visitor())
  for (const [kind, visitor] of strangers) {
    for (const operation of operations) {
      if (['signIn', 'signOut'].includes(operation.name) || operation.path.includes('{county}'))
        continue
      const right = rightRequest(operation, { ...known, actId: randomUUID() })
      const response = await visitor.send(addressOf(operation, right), {
        method: operation.method,
        ...(operation.body === null
          ? {}
          : { body: JSON.stringify(right.body), headers: { 'content-type': 'application/json' } }),
      })
      const found = marksIn(await response.text())
      if (found.length > 0 || response.status >= 500)
        faults.push(`${kind} ${operation.name}: ${response.status} ${found}`)
    }
  }
  assert.deepEqual(faults, [])
  assert.equal(await readCounty(), before_)
})

test('what a county publishes is published to all, and only what it publishes', async () => {
  const leader = strangers.get('leader') as HttpVisitor
  const path = `/api/v1/counties/${county}/matters`
  const list = await leader.send(path)
  const anybody = await house.visitor().send(path)
  assert.deepEqual(await list.json(), await anybody.json())
  const problem = await problemOf(leader.ask(readMatter, { matter: receipt.matter }))
  assert.equal(problem.status, 404)
  assert.deepEqual((await leader.ask(listMatters, {})).rows, [])
  assert.deepEqual((await leader.ask(listMatters, { words: '青石板' })).rows, [])
})

test('searches, lists and files of one county hold nothing of the other', async () => {
  const visitor = house.visitor()
  for (const path of [
    `/api/v1/counties/${other}/matters?words=${encodeURIComponent('青石板')}`,
    `/api/v1/counties/${other}/similar?words=${encodeURIComponent(words)}`,
    `/api/v1/counties/${other}/divisions`,
    `/api/v1/counties/${other}/duty-list`,
    `/api/v1/counties/${other}/township-list`,
    `/api/v1/counties/${other}/rates?from=2026-01-02&to=2026-11-02`,
    `/api/v1/counties/${other}/outline`,
    `/api/v1/counties/${other}/locate?lon=111.45&lat=27.8`,
  ]) {
    const response = await visitor.send(path)
    assert.deepEqual(marksIn(await response.text()), [], path)
    assert.ok(response.status < 500)
  }
  const leader = strangers.get('leader') as HttpVisitor
  for (const path of [
    '/api/v1/matters.csv',
    '/api/v1/audit-log.csv',
    '/api/v1/offices',
    '/api/v1/queues',
  ])
    assert.deepEqual(marksIn(await (await leader.send(path)).text()), [], path)
})

test('pages of one county hold nothing of the other, and an address leads to its own', async () => {
  const resident = house.visitor()
  assert.match(await (await resident.send('/')).text(), new RegExp(otherName))
  await resident.send(`/c/${other}`)
  for (const path of [
    '/',
    '/matters',
    `/matters?words=${encodeURIComponent('三盏')}`,
    '/report',
    '/mine',
    '/about',
    '/figures',
  ])
    assert.deepEqual(marksIn(await (await resident.send(path)).text()), [], path)
  const followed = await resident.send(`/matters/${receipt.number}`)
  assert.equal(followed.status, 200)
  assert.match(await followed.text(), /禾安县/)
  const stranger = strangers.get('leader') as HttpVisitor
  assert.equal((await stranger.send(`/matters/${receipt.number}`)).status, 200)
})

test('a receipt opens its own matter and nothing else, in its own county', async () => {
  const second = await house
    .visitor()
    .ask(submit, { county: other, actId: randomUUID(), words: '青原的事' })
  const headers = { 'linli-receipt': `${second.number} ${second.secret}` }
  const visitor = house.visitor()
  const own = await visitor.send(`/api/v1/matters/${second.matter}`, { headers })
  assert.equal(own.status, 200)
  const foreign = await visitor.send(`/api/v1/matters/${receipt.matter}`, { headers })
  assert.equal(foreign.status, 404)
  const form = new URLSearchParams({ number: second.number, secret: receipt.secret }).toString()
  const wrong = await visitor.send('/receipt', {
    method: 'POST',
    body: form,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(wrong.headers.get('location'), '/mine?wrong=receipt')
})
