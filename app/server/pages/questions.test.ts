import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { publishArticle, withdrawArticle } from '#matters/analyse/knowledge/contract.ts'
import { type DemoHouse, openDemoHouse } from '../../../tests/demo-house.ts'
import type { HttpVisitor } from '../../../tests/http-visitor.ts'

let house: DemoHouse
let operator: HttpVisitor
let article = ''
before(async () => {
  house = await openDemoHouse({ empty: true })
  operator = await house.signIn('operator')
})
after(() => house.close())

async function read(path: string, visitor = house.visitor()) {
  const response = await visitor.send(path)
  return { status: response.status, html: await response.text() }
}
const sought = (words: string) => `/questions?${new URLSearchParams({ words })}`

test('no answers yet: said kindly, with a way to ask', async () => {
  const { status, html } = await read('/questions')
  assert.equal(status, 200)
  assert.match(html, /还没有公布常见问题/)
  assert.match(html, /<a href="\/report">直接提问<\/a>/)
})

test('what was published is found by other words, with source and validity, in both languages', async () => {
  const made = await operator.ask(publishArticle, {
    actId: randomUUID(),
    title: '老年人优待证去哪里办',
    questions: ['办老年证'],
    answer: '带身份证到村、社区办理。\n不收费 <b>。',
    category: null,
    citation: '《老年人权益保障法》第五十八条',
  })
  article = made.article
  const found = await read(sought('我妈想办老年证'))
  assert.match(found.html, new RegExp(`href="/questions/${article}"`))
  assert.match(found.html, /《老年人权益保障法》第五十八条/)
  const page = await read(`/questions/${article}`)
  assert.equal(page.status, 200)
  assert.match(page.html, /<p>不收费 &lt;b&gt;。<\/p>/)
  assert.match(page.html, /有效期/)
  const english = await read(`/questions/${article}`, house.visitor('en'))
  assert.match(english.html, /Source/)
})

test('nothing close, strange input and unknown addresses: a page each', async () => {
  assert.match((await read(sought('飞碟'))).html, /没有找到相近的答复/)
  for (const words of ['<script>alert(1)</script>', '😀', '？', 'ａ'.repeat(300)]) {
    const { status, html } = await read(sought(words))
    assert.equal(status, 200, words.slice(0, 9))
    assert.doesNotMatch(html, /<script>alert/)
  }
  assert.equal((await read('/questions?words=a&words=b')).status, 200)
  assert.equal((await read('/questions?after=x')).status, 422)
  assert.equal((await read(`/questions/${randomUUID()}`)).status, 404)
  assert.equal((await read('/questions/x')).status, 404)
})

test('what was withdrawn is gone from search and page', async () => {
  await operator.ask(withdrawArticle, { article, reason: '政策调整' })
  assert.match((await read(sought('办老年证'))).html, /没有找到相近的答复/)
  assert.equal((await read(`/questions/${article}`)).status, 404)
})
