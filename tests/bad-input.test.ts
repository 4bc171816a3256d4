import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { demoOffice } from '#database/demo/people.ts'
import { submit } from '#matters/accept/contract.ts'
import {
  addressOf,
  brokenBodies,
  type Known,
  type Operation,
  type Request_,
  readOperations,
  rightRequest,
  type Schema,
  strangePaths,
  wrongValues,
} from './bad-input-samples.ts'
import { county, type DemoHouse, openDemoHouse } from './demo-house.ts'
import type { HttpVisitor, ProblemDetails } from './http-visitor.ts'

let house: DemoHouse
let operations: Operation[]
let known: Known
let operator: HttpVisitor
let administrator: HttpVisitor

before(async () => {
  house = await openDemoHouse({ empty: true })
  const anybody = house.visitor()
  const { matter } = await anybody.ask(submit, {
    county,
    actId: randomUUID(),
    words: '桥头镇菜市场门口的下水道堵了，污水漫到路上。',
  })
  operations = await readOperations(anybody)
  known = {
    county,
    matter,
    office: demoOffice('urban'),
    lead: demoOffice('urban'),
    category: '0101',
  }
  operator = await house.signIn('operator')
  administrator = await house.signIn('secadmin')
})
after(() => house.close())

// Signing in and out is counted, limited and audited; it has tests of its own (people/server/door).
const isDoor = ({ name }: Operation) =>
  ['signIn', 'signOut', 'requestPhoneCode', 'confirmPhoneCode'].includes(name)

/** Who gets furthest into the house through a door: rooms are named in front of a dot, administration has none. */
const askerOf = ({ name }: Operation) => (name.includes('.') ? operator : administrator)

// Who was last seen when, and what the house itself writes each minute while a test goes on.
const movingTables = ['sessions', 'hot_issues', 'hot_members']

/** Everything the store keeps that only an act may change. */
async function readStore(): Promise<string> {
  const tables = await house.rows<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  const lines: string[] = []
  for (const { name } of tables) {
    if (movingTables.includes(name)) continue
    const [row] = await house.rows<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
    )
    lines.push(`${name} ${row?.sum}`)
  }
  return lines.join('\n')
}

const inOwnLanguage = (text: string, english: boolean) => /\p{Script=Han}/u.test(text) !== english

/** What is wrong with an answer that should have been a refusal; null when nothing is. */
async function faultOf(response: Response, field?: string): Promise<string | null> {
  const text = await response.text()
  const told = `${response.status} ${text.slice(0, 200)}`
  if (response.status < 400 || response.status >= 500) return told
  if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
    return `no problem details: ${told}`
  const problem = JSON.parse(text) as ProblemDetails
  if (problem.status !== response.status || !problem.reason || !problem.detail) return told
  const named = problem.field?.split('.')[0]
  if (response.status === 422 && field !== undefined && named !== field)
    return `does not name ${field}: ${told}`
  // A reader is told the question, not the name it has among programs.
  if (/“[a-zA-Z.]+(\.\d+)*”/.test(problem.detail) && problem.reason !== 'foundation.fieldUnknown')
    return `speaks to machines: ${told}`
  return null
}

async function send(visitor: HttpVisitor, operation: Operation, request: Request_) {
  return visitor.send(addressOf(operation, request), {
    method: operation.method,
    ...(request.body === null
      ? {}
      : { body: JSON.stringify(request.body), headers: { 'content-type': 'application/json' } }),
  })
}

/** Asks with one field made wrong after the other; the rest of the request is right. */
async function* wrongRequests(operation: Operation) {
  const fresh = () => rightRequest(operation, { ...known, actId: randomUUID() })
  for (const [field, schema] of Object.entries(operation.body?.properties ?? {})) {
    for (const [name, value] of wrongValues(schema)) {
      const right = fresh()
      yield { name, field, request: { ...right, body: { ...right.body, [field]: value } } }
    }
  }
  for (const { name: field, in: where, schema } of operation.parameters) {
    for (const [name, value] of wrongTexts(schema)) {
      const right = fresh()
      const part = where === 'path' ? 'inPath' : 'inQuery'
      yield { name, field, request: { ...right, [part]: { ...right[part], [field]: value } } }
    }
  }
  if (operation.body) {
    const right = fresh()
    const body = { ...right.body, somethingElse: 1 }
    yield { name: 'unknown', field: 'somethingElse', request: { ...right, body } }
  }
}

/** An address carries whole characters of text and nothing else. */
const wrongTexts = (schema: Schema) =>
  wrongValues(schema).filter(
    ([name, value]) =>
      (typeof value === 'string' || schema.type !== 'string') && name !== 'half a character',
  )

test('every field of every published door, made wrong: refused, named, and nothing happens', async () => {
  const before_ = await readStore()
  const faults: string[] = []
  for (const operation of operations.filter((one) => !isDoor(one))) {
    const visitor = askerOf(operation)
    for await (const { name, field, request } of wrongRequests(operation)) {
      const fault = await faultOf(await send(visitor, operation, request), field)
      if (fault) faults.push(`${operation.name} ${field}, ${name}: ${fault}`)
    }
  }
  assert.deepEqual(faults, [])
  assert.equal(await readStore(), before_)
})

test('a body that is no JSON object is refused at every door that takes one', async () => {
  const before_ = await readStore()
  const faults: string[] = []
  for (const operation of operations.filter(({ body }) => body)) {
    const right = rightRequest(operation, known)
    for (const [name, body, type] of brokenBodies) {
      const headers = { 'content-type': type }
      const address = addressOf(operation, right)
      const response = await operator.send(address, {
        method: 'POST',
        body,
        headers,
      })
      const fault = await faultOf(response)
      if (fault) faults.push(`${operation.name}, ${name}: ${fault}`)
    }
  }
  assert.deepEqual(faults, [])
  assert.equal(await readStore(), before_)
})

test('ten megabytes of text are too large, wherever they are sent', async () => {
  const body = JSON.stringify({ words: '路'.repeat(3_500_000) })
  for (const path of ['/api/v1/counties/990101/matters', '/api/v1/matters', '/api/v1/preview']) {
    const headers = { 'content-type': 'application/json' }
    const response = await operator.send(path, { method: 'POST', body, headers })
    assert.equal(response.status, 413)
    assert.equal(await faultOf(response), null)
  }
})

test('refusals speak the reader’s language', async () => {
  for (const english of [false, true]) {
    const visitor = house.visitor(english ? 'en' : 'zh-CN')
    for (const [path, body] of [
      ['/api/v1/counties/990101/matters', '{"words"'],
      ['/api/v1/counties/990101/matters', '{"actId":"x"}'],
      ['/api/v1/matters', '{}'],
      ['/api/v1/nothing', '{}'],
      ['/api/v1/me', '{}'],
    ] as const) {
      const headers = { 'content-type': 'application/json' }
      const response = await visitor.send(path, { method: 'POST', body, headers })
      const { detail } = (await response.json()) as ProblemDetails
      assert.ok(inOwnLanguage(detail, english), `${path}: ${detail}`)
    }
  }
})

test('addresses that cannot be: never an answer, never a crash', async () => {
  const faults: string[] = []
  // One door for each beginning of an address: what stands before the first part that may be anything.
  const beginnings = new Map(
    operations
      .filter(({ path }) => path.includes('{'))
      .map((operation) => [operation.path.split('{')[0], operation]),
  )
  for (const operation of beginnings.values()) {
    for (const strange of strangePaths) {
      const path = operation.path.replace(/\{\w+\}/, strange).replace(/\{\w+\}/g, 'x')
      const fault = await faultOf(await operator.send(path, { method: operation.method }))
      if (fault) faults.push(`${operation.name} ${strange.slice(0, 30)}: ${fault}`)
    }
  }
  assert.deepEqual(faults, [])
})

test('a wrong method is told apart from a wrong address', async () => {
  const wrong = await operator.send('/api/v1/matters', { method: 'DELETE' })
  assert.equal(wrong.status, 405)
  assert.equal(wrong.headers.get('allow'), 'GET, POST')
  assert.equal(await faultOf(wrong), null)
  const missing = await operator.send('/api/v1/nothing', { method: 'DELETE' })
  assert.equal(missing.status, 404)
})

test('who is not signed in is told so, at every door that asks for it', async () => {
  const anybody = house.visitor()
  for (const operation of operations.filter(({ open }) => !open)) {
    const response = await send(anybody, operation, rightRequest(operation, known))
    assert.equal(response.status, 401, operation.name)
  }
})
