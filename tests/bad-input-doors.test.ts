import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { demoPassword } from '#database/demo/people.ts'
import { submit } from '#matters/accept/contract.ts'
import { readMatter } from '#matters/matter/contract.ts'
import { confirmPhoneCode, me, requestPhoneCode, signIn } from '#people/contract.ts'
import { county, type DemoHouse, openDemoHouse } from './demo-house.ts'
import { type HttpVisitor, type ProblemDetails, problemOf } from './http-visitor.ts'

let house: DemoHouse
before(async () => {
  house = await openDemoHouse({ empty: true })
})
after(() => house.close())

const phone = '13912345678'
const words = `幸福路路灯坏了三盏，晚上看不见路。请打 ${phone} 联系我。`

const report = (visitor: HttpVisitor) =>
  visitor.ask(submit, { county, actId: randomUUID(), words, reporter: { phone } })

const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
const asJson = { 'content-type': 'application/json' }

test('pages and answers carry the headers that keep others out', async () => {
  for (const path of [
    '/',
    '/report',
    '/matters',
    '/nothing',
    '/desk/',
    '/api/v1/me',
    '/api/v1/nothing',
  ]) {
    const { headers } = await house.visitor().send(path)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      assert.ok(policy.includes(part), `${path}: ${part} in ${policy}`)
    assert.doesNotMatch(policy, /unsafe-|\*/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('referrer-policy'), 'same-origin', path)
    assert.equal(headers.get('x-powered-by'), null)
  }
})

test('answers about somebody are kept by no cache', async () => {
  const operator = await house.signIn('operator')
  const { matter, number } = await report(operator)
  for (const path of [
    `/api/v1/matters/${matter}`,
    '/api/v1/matters',
    `/matters/${number}`,
    '/mine',
  ]) {
    const told = (await operator.send(path)).headers.get('cache-control') ?? ''
    assert.match(told, /no-store|no-cache|private/, path)
  }
})

test('cookies cannot be read by scripts nor sent along from elsewhere', async () => {
  const visitor = house.visitor()
  const body = JSON.stringify({ login: 'operator', password: demoPassword })
  const signedIn = await visitor.send('/api/v1/sign-in', { method: 'POST', body, headers: asJson })
  const { number, secret } = await report(visitor)
  const form = new URLSearchParams({ number, secret }).toString()
  const opened = await house
    .visitor()
    .send('/receipt', { method: 'POST', body: form, headers: asForm })
  const chosen = await visitor.send('/preferences?language=en')
  for (const response of [signedIn, opened, chosen]) {
    const [cookie = ''] = response.headers.getSetCookie()
    assert.match(cookie, /HttpOnly/, cookie)
    assert.match(cookie, /SameSite=Lax/, cookie)
    assert.match(cookie, /Path=\//, cookie)
  }
  assert.ok(!(await signedIn.text()).includes(visitor.cookies.get('linli') ?? '?'))
})

test('what changes something is refused when it comes from another site', async () => {
  const operator = await house.signIn('operator')
  const body = JSON.stringify({ actId: randomUUID(), channel: 'phone', words })
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { referer: 'https://elsewhere.example/page' },
  ]
  for (const from of foreign) {
    const headers = { ...asJson, ...from }
    const response = await operator.send('/api/v1/matters', { method: 'POST', body, headers })
    assert.equal(response.status, 403, JSON.stringify(from))
    const problem = (await response.json()) as ProblemDetails
    assert.equal(problem.reason, 'foundation.sameOriginOnly')
    const page = await operator.send('/sign-out', {
      method: 'POST',
      headers: { ...asForm, ...from },
    })
    assert.equal(page.status, 403)
    assert.match(page.headers.get('content-type') ?? '', /text\/html/)
  }
  const own = { ...asJson, origin: house.address }
  assert.equal(
    (await operator.send('/api/v1/matters', { method: 'POST', body, headers: own })).status,
    200,
  )
  const [{ count }] = (await house.rows<{ count: number }>(
    "select count(*)::int as count from matters where channel = 'phone'",
  )) as [{ count: number }]
  assert.equal(count, 1)
})

test('another site’s script gets no answer to read', async () => {
  const response = await house
    .visitor()
    .send('/api/v1/me', { headers: { origin: 'https://elsewhere.example' } })
  assert.equal(response.headers.get('access-control-allow-origin'), null)
})

test('nobody is led away by an address in a link', async () => {
  for (const back of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/x\r\nset-cookie: a=b',
  ]) {
    const query = new URLSearchParams({ language: 'en', back })
    const response = await house.visitor().send(`/preferences?${query}`)
    assert.equal(response.headers.get('location'), '/', back)
  }
})

test('an address that cannot be read is answered to people as a page, to programs as a problem', async () => {
  const page = await house.visitor().send('/matters/%zz')
  assert.equal(page.status, 422)
  assert.match(await page.text(), /<h1>/)
  const problem = await house.visitor().send('/api/v1/matters/%zz')
  assert.equal(((await problem.json()) as ProblemDetails).reason, 'foundation.invalidInput')
})

/** Sends bytes as they are and answers what came back. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(house.address)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    socket.on('close', () => done(answer)).on('error', fail)
  })
}

test('what is no HTTP gets a problem in both languages and the door', async () => {
  const answers = [
    [await raw('路灯坏了\r\n\r\n'), 400],
    [await raw(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`), 431],
  ] as const
  for (const [answer, status] of answers) {
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `))
    const problem = JSON.parse(answer.slice(answer.indexOf('{'))) as ProblemDetails
    assert.match(problem.detail, /\p{Script=Han}.*[a-z]/u)
  }
})

test('the log holds no secret, phone, code, password, words or token', async () => {
  const visitor = house.visitor()
  const { number, secret } = await report(visitor)
  await visitor.send(`/receipt/${number}/${secret}`)
  await visitor.send(`/receipt/${number}/${secret}?x=${secret}`)
  await visitor.send(`/matters?words=${encodeURIComponent(words)}`)
  await visitor.send(`/api/v1/counties/${county}/similar?words=${encodeURIComponent(words)}`)
  await visitor.ask(requestPhoneCode, { county, phone })
  const code =
    /(?<!\d)\d{6}(?!\d)/.exec(house.said.findLast((line) => line.includes(phone)) ?? '')?.[0] ?? ''
  assert.equal(code.length, 6)
  await visitor.ask(confirmPhoneCode, { county, phone, code })
  await visitor.send('/api/v1/matters', {
    method: 'POST',
    body: `{"words":"${words}`,
    headers: asJson,
  })
  await problemOf(visitor.ask(signIn, { login: 'operator', password: 'Wrong-9-pass' }))
  const log = house.log.join('\n')
  const token = visitor.cookies.get('linli') ?? ''
  for (const kept of [
    secret,
    phone,
    code,
    'Wrong-9-pass',
    token,
    '幸福路',
    encodeURIComponent('幸福路'),
  ])
    assert.ok(kept !== '' && !log.includes(kept), kept)
  assert.ok(log.includes('/receipt/…'))
})

test('a receipt’s secret cannot be guessed at leisure, by whatever door', async () => {
  const { matter, number, secret } = await report(house.visitor())
  const guess = (text: string) =>
    house
      .visitor()
      .send(`/api/v1/matters/${number}`, { headers: { 'linli-receipt': `${number} ${text}` } })
  const opened = (await (await guess(secret)).json()) as { words: string }
  assert.ok(opened.words.includes(phone))
  let tries = 0
  let status = 0
  for (; tries < 200 && status !== 429; tries++) status = (await guess(`WRONG${tries}`)).status
  assert.ok(status === 429 && tries < 100, `${status} after ${tries}`)
  const problem = (await (await guess(secret)).json()) as ProblemDetails
  assert.equal(problem.reason, 'foundation.tooManyRequests')
  const form = new URLSearchParams({ number, secret }).toString()
  const page = await house
    .visitor()
    .send('/receipt', { method: 'POST', body: form, headers: asForm })
  assert.equal(page.status, 429)
  assert.match(await page.text(), /请过一会儿再试/)
  // Others at the same address are only kept from receipts.
  assert.equal((await house.visitor().send('/matters')).status, 200)
  assert.equal((await problemOf(house.visitor().ask(readMatter, { matter }))).status, 404)
})

test('codes to phones, reports and failed sign-ins are bounded by address', async () => {
  const statuses: Record<string, number[]> = { codes: [], reports: [], signIns: [] }
  const outcome = async (asked: Promise<unknown>) =>
    asked.then(
      () => 200,
      (error: { problem: ProblemDetails }) => error.problem.status,
    )
  const visitor = house.visitor()
  for (let i = 0; i < 25; i++) {
    const other = `1391111${String(i).padStart(4, '0')}`
    statuses.codes?.push(await outcome(visitor.ask(requestPhoneCode, { county, phone: other })))
  }
  for (let i = 0; i < 65; i++) statuses.reports?.push(await outcome(report(visitor)))
  for (let i = 0; i < 65; i++) {
    const login = `nobody${i}`
    statuses.signIns?.push(await outcome(visitor.ask(signIn, { login, password: 'Wrong-9-pass' })))
  }
  for (const [door, told] of Object.entries(statuses)) assert.equal(told.at(-1), 429, door)
  const officer = await house
    .signIn('operator')
    .catch((error: { problem: ProblemDetails }) => error)
  assert.ok('problem' in officer && officer.problem.status === 429)
  assert.equal((await visitor.ask(me, {})).kind, 'public')
})
