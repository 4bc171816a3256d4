import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import {
  checkAccessibility,
  checkWidth,
  openBrowser,
  type TestBrowser,
  troublesOf,
} from './browser.ts'

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>试</title><meta name="viewport" content="width=device-width"></head><body><main>${body}</main></body></html>`

const bodies: Record<string, string> = {
  '/good': '<h1>好</h1><label>姓名 <input></label>',
  '/nameless': '<h1>坏</h1><input>',
  '/wide': '<h1>宽</h1><div style="width: 2000px">x</div>',
  '/script': '<h1 id="h">无</h1><script src="/script.js"></script>',
  '/away': '<h1>远</h1><img alt="x" src="http://example.org/x.png">',
}

let server: Server
let address: string
let tester: TestBrowser

before(async () => {
  server = createServer((request, response) => {
    if (request.url === '/script.js') {
      response.setHeader('content-type', 'text/javascript')
      return response.end("document.getElementById('h').textContent = '有'")
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; img-src *; style-src 'unsafe-inline'",
    )
    response.end(page(bodies[request.url ?? ''] ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  tester = await openBrowser()
})

after(async () => {
  await tester?.close()
  server?.close()
})

test('an accessible page passes, an input without a name does not', async () => {
  const good = await tester.newPage({ address })
  await good.goto('/good')
  await checkAccessibility(good)
  await good.goto('/nameless')
  await assert.rejects(checkAccessibility(good), /label/)
  assert.deepEqual(troublesOf(good), [])
})

test('a page wider than a phone is noticed', async () => {
  const phone = await tester.newPage({ address, width: 390 })
  await phone.goto('/good')
  await checkWidth(phone)
  await phone.goto('/wide')
  await assert.rejects(checkWidth(phone), /wider/)
})

test('scripts run, or do not', async () => {
  const usual = await tester.newPage({ address })
  await usual.goto('/script')
  await usual.getByRole('heading', { name: '有' }).waitFor()
  const without = await tester.newPage({ address, javaScript: false })
  await without.goto('/script')
  await without.getByRole('heading', { name: '无' }).waitFor()
  await checkAccessibility(without)
})

test('no other host answers', async () => {
  const away = await tester.newPage({ address })
  const failed: string[] = []
  away.on('requestfailed', (request) => failed.push(request.url()))
  await away.goto('/away')
  assert.deepEqual(failed, ['http://example.org/x.png'])
})
