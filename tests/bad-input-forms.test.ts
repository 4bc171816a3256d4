import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { accept, submit } from '#matters/accept/contract.ts'
import { strangePaths } from './bad-input-samples.ts'
import { county, type DemoHouse, openDemoHouse } from './demo-house.ts'
import { type HttpVisitor, problemOf } from './http-visitor.ts'

let house: DemoHouse
let reporter: HttpVisitor
let own: { matter: string; number: string; secret: string }
before(async () => {
  house = await openDemoHouse({ empty: true })
  reporter = house.visitor()
  own = await reporter.ask(submit, {
    county,
    actId: randomUUID(),
    words: '桥头镇菜市场门口的路面塌了',
  })
  await reporter.send(`/receipt/${own.number}/${own.secret}`)
})
after(() => house.close())

type Fields = Readonly<Record<string, string | readonly string[]>>

async function sendForm(visitor: HttpVisitor, path: string, fields: Fields): Promise<Response> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  )
  return visitor.send(path, {
    method: 'POST',
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}

const countRows = async () => {
  const [row] = await house.rows<{ matters: number; events: number }>(
    'select (select count(*)::int from matters) as matters, (select count(*)::int from events) as events',
  )
  return row
}

const words = '桥头镇菜市场门口的路面塌了'

/** One wrong answer in a report, and the field it must be told at. */
const wrongReports: readonly (readonly [name: string, fields: Fields, field: string])[] = [
  ['nothing', {}, 'words'],
  ['only signs', { words: '？？！！' }, 'words'],
  ['too long', { words: '路'.repeat(5_001) }, 'words'],
  ['NUL', { words: '路面\u0000塌了' }, 'words'],
  ['no such village', { words, division: '999999999999' }, 'division'],
  ['a village of another county', { words, division: '110101001001' }, 'division'],
  ['no such kind', { words, category: '__proto__' }, 'category'],
  ['no day', { words, happened: '昨天' }, 'happened'],
  ['a day that never was', { words, happened: '2026-02-30' }, 'happened'],
  ['long before', { words, happened: '1899-12-31' }, 'happened'],
  ['long after', { words, happened: '2201-01-01' }, 'happened'],
  ['a place far too long', { words, placeText: '北'.repeat(201) }, 'placeText'],
  ['a point beside the world', { words, lon: '999', lat: '27.8' }, 'placeText'],
  ['no number', { words, lon: 'x', lat: 'y' }, 'placeText'],
  ['a name far too long', { words, name: '周'.repeat(51) }, 'name'],
  [
    'for somebody without consent',
    { words, behalfName: '周奶奶', behalfRelation: '孙女' },
    'consent',
  ],
  [
    'for somebody one is nothing to',
    { words, behalfName: '周奶奶', consent: 'yes' },
    'behalfRelation',
  ],
]

test('a wrong answer is told at its field, in a sentence, and everything typed is still there', async () => {
  const before_ = await countRows()
  for (const [name, fields, field] of wrongReports) {
    const visitor = house.visitor()
    const response = await sendForm(visitor, '/report', { step: 'send', ...fields })
    const page = await response.text()
    assert.equal(response.status, 422, name)
    assert.match(response.headers.get('content-type') ?? '', /text\/html/)
    assert.match(
      page,
      new RegExp(`<a href="#field-${field}">[^<]*\\p{Script=Han}`, 'u'),
      `${name} names ${field}`,
    )
    assert.match(page, /role="alert"/)
    if (fields.words === words) assert.ok(page.includes(words), `${name} keeps the words`)
  }
  assert.deepEqual(await countRows(), before_)
})

test('fields sent twice, fields nobody asked for and marks of markup do no harm', async () => {
  const script = '<script>alert(1)</script>路面塌了"><img src=x onerror=alert(1)>'
  const forms: readonly Fields[] = [
    { words: [words, '第二个'], step: 'preview' },
    { words, step: 'preview', __proto__x: '1', constructor: 'x', 'a[b]': '1' },
    { words: script, step: 'preview', placeText: script, name: script },
  ]
  for (const fields of forms) {
    const response = await sendForm(house.visitor(), '/report', fields)
    assert.equal(response.status, 200)
    assert.doesNotMatch(await response.text(), /<script>alert|<img src=x/)
  }
})

test('every form of one’s own matter refuses what it cannot read, and nothing happens', async () => {
  const before_ = await countRows()
  const long = '路'.repeat(5_001)
  const forms: readonly (readonly [string, Fields])[] = [
    ['supplement', {}],
    ['supplement', { words: '。' }],
    ['supplement', { words: long }],
    ['supplement', { words: '路\u0000' }],
    ['rate', {}],
    ['rate', { solved: 'maybe', grade: 'constructor' }],
    ['reopen', { reason: '还没有解决' }],
    ['urge', {}],
    ['withdraw', { reason: long }],
  ]
  for (const [verb, fields] of forms) {
    const response = await sendForm(reporter, `/matters/${own.number}/${verb}`, fields)
    assert.equal(response.status, 422, `${verb} ${JSON.stringify(fields).slice(0, 40)}`)
    assert.match(await response.text(), /role="alert"/)
  }
  for (const verb of ['close', 'judge', '__proto__', 'accept']) {
    const response = await sendForm(reporter, `/matters/${own.number}/${verb}`, { words })
    assert.equal(response.status, 404, verb)
  }
  const stranger = await sendForm(house.visitor(), `/matters/${own.number}/withdraw`, {})
  assert.ok(stranger.status === 404 || stranger.status === 401 || stranger.status === 422)
  assert.deepEqual(await countRows(), before_)
})

test('the same form sent twice is one matter with one receipt', async () => {
  const fields = { words: '河堤的护栏松了一截', step: 'send', actId: randomUUID() }
  const [first, second] = await Promise.all([
    sendForm(house.visitor(), '/report', fields),
    sendForm(house.visitor(), '/report', fields),
  ])
  assert.equal(first.headers.get('location'), second.headers.get('location'))
  assert.match(first.headers.get('location') ?? '', /^\/receipt\/990101-/)
})

test('addresses and questions nobody would write: a page in one’s language, never a crash', async () => {
  const strange = [
    ...strangePaths.flatMap((part) => [
      `/matters/${part}`,
      `/receipt/${part}`,
      `/receipt/${part}/x`,
    ]),
    ...strangePaths.flatMap((part) => [`/files/${part}/x`, `/c/${part}`, `/${part}`]),
    '/matters?words=a&words=b',
    '/matters?after=garbage',
    '/matters?state=__proto__',
    '/matters?division=%00',
    `/matters?words=${'x'.repeat(3_000)}`,
    '/figures?from=2026-99-99&to=x',
    '/figures?from=2026-12-01&to=2026-01-01',
    '/figures?from=0001-01-01&to=9999-12-31',
    '/mine?wrong=x',
    '/preferences',
    '/preferences?language=klingon&size=huge&back=x',
  ]
  for (const path of strange) {
    for (const language of ['zh-CN', 'en'] as const) {
      const response = await house.visitor(language).send(path)
      const page = await response.text()
      assert.ok(response.status < 500, `${path.slice(0, 60)}: ${response.status}`)
      if (response.status < 400) continue
      if (response.status === 431) continue
      assert.match(page, new RegExp(`<html lang="${language}"`), path.slice(0, 60))
    }
  }
})

test('cookies nobody set are read as none', async () => {
  const cookie =
    'linli=x; linli_receipt=%00; linli_county=1e99; linli_language=__proto__; linli_size=%ff'
  for (const path of ['/', '/mine', '/matters', '/report', '/api/v1/me']) {
    assert.equal((await house.visitor().send(path, { headers: { cookie } })).status, 200, path)
  }
})

test('codes that do not exist are refused at every door, naming the field', async () => {
  const operator = await house.signIn('operator')
  const base = { county, actId: randomUUID(), words }
  const wrongPlace = await problemOf(
    operator.ask(submit, { ...base, place: { division: '110101001001' } }),
  )
  assert.equal(wrongPlace.field, 'place.division')
  const wrongKind = await problemOf(operator.ask(submit, { ...base, category: 'nope' }))
  assert.deepEqual([wrongKind.status, wrongKind.field], [422, 'category'])
  const again = { matter: own.matter, actId: randomUUID() }
  for (const [input, field] of [
    [{ category: 'nope' }, 'category'],
    [{ place: { division: '990199001001' } }, 'place.division'],
  ] as const) {
    assert.equal((await problemOf(operator.ask(accept, { ...again, ...input }))).field, field)
  }
})

test('a form written anew after it was sent is another matter, not the first one’s receipt', async () => {
  const visitor = house.visitor()
  const before_ = await countRows()
  const form = { actId: randomUUID(), step: 'send', shown: [] as string[] }
  const first = await sendForm(visitor, '/report', { ...form, words: '河街的井盖不见了' })
  const again = await sendForm(visitor, '/report', { ...form, words: '河街的井盖不见了' })
  const other = await sendForm(visitor, '/report', { ...form, words: '东门广场的公厕没有水' })
  assert.equal(first.headers.get('location'), again.headers.get('location'))
  assert.notEqual(first.headers.get('location'), other.headers.get('location'))
  assert.equal((await countRows())?.matters, (before_?.matters ?? 0) + 2)
})

test('all that is wrong with a report is told at once', async () => {
  const visitor = house.visitor()
  const page = await sendForm(visitor, '/report', {
    step: 'send',
    words: '？',
    phone: '139',
    behalfName: '周奶奶',
  })
  assert.equal(page.status, 422)
  const told = await page.text()
  for (const field of ['words', 'phone', 'behalfRelation', 'consent'])
    assert.match(told, new RegExp(`<a href="#field-${field}">`), field)
})

test('what is likely known is shown before it is sent, once, and sent when its writer says so', async () => {
  const visitor = house.visitor()
  const known = await visitor.ask(submit, {
    county,
    actId: randomUUID(),
    words: '石湾镇老街的电线杆歪了，快倒在屋顶上。',
  })
  const operator = await house.signIn('operator')
  await operator.ask(accept, { matter: known.matter, actId: randomUUID(), published: true })
  const form = { actId: randomUUID(), step: 'send', words: '石湾镇老街的电线杆歪了，快倒在屋顶上' }
  const held = await sendForm(visitor, '/report', form)
  assert.equal(held.status, 200)
  const page = await held.text()
  assert.match(page, new RegExp(`href="/matters/${known.number}"`))
  assert.match(page, /还没有提交/)
  const shown = `/matters/${known.number}`
  assert.match(page, new RegExp(`name="shown" value="${shown}"`))
  const sent = await sendForm(visitor, '/report', { ...form, shown })
  assert.equal(sent.status, 303)
})

test('after a refused form the switches lead back to the page it stood on', async () => {
  const page = await reporter.send(`/matters/${own.number}/supplement`, {
    method: 'POST',
    body: new URLSearchParams({ words: '？' }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      referer: `${house.address}/matters/${own.number}`,
    },
  })
  assert.equal(page.status, 422)
  assert.match(await page.text(), new RegExp(`back=%2Fmatters%2F${own.number}"`))
})

test('joining asks for a number that is one, gives a code, and the code opens, shows and leaves it', async () => {
  const made = await house.visitor().ask(submit, {
    county,
    actId: randomUUID(),
    words: '柳溪镇渡口的跳板断了一块，老人上船很险。',
  })
  const { number } = made
  const operator = await house.signIn('operator')
  await operator.ask(accept, { matter: made.matter, actId: randomUUID(), published: true })
  const visitor = house.visitor()
  const wrong = await sendForm(visitor, `/matters/${number}/join`, { phone: '12' })
  assert.equal(wrong.status, 422)
  const told = await wrong.text()
  assert.match(told, /<a href="#field-join-phone">/)
  assert.match(told, /name="phone"[^>]*value="12"|value="12"[^>]*name="phone"/)
  const form = { actId: randomUUID(), phone: '13911110000' }
  for (let i = 0; i < 2; i += 1) {
    const joined = await sendForm(visitor, `/matters/${number}/join`, form)
    assert.equal(joined.headers.get('location'), `/joins/${number}`)
  }
  const card = await (await visitor.send(`/joins/${number}`)).text()
  const secret = /receipt-number">([0-9A-Z]{5} [0-9A-Z]{5})</.exec(card)?.[1] ?? ''
  const elsewhere = house.visitor()
  const opened = await sendForm(elsewhere, '/receipt', { number, secret })
  assert.equal(opened.headers.get('location'), `/matters/${number}`)
  const page = await (await elsewhere.send(`/matters/${number}`)).text()
  assert.match(page, /2 位居民反映了这件事/)
  assert.match(page, /您已经加入/)
  // The code of a join opens no matter as its reporter: nothing of theirs may be done with it.
  assert.doesNotMatch(page, /supplement|withdraw/)
  const left = await sendForm(elsewhere, `/matters/${number}/leave`, { actId: randomUUID() })
  assert.equal(left.headers.get('location'), `/matters/${number}?done=leave`)
  assert.doesNotMatch(
    await (await elsewhere.send(`/matters/${number}`)).text(),
    /位居民反映了这件事/,
  )
})
