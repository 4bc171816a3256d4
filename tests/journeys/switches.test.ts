import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { submit } from '#matters/accept/contract.ts'
import { listPublicMatters } from '#matters/matter/contract.ts'
import {
  checkAccessibility,
  checkWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
  troublesOf,
} from '../browser.ts'
import { county, type DemoHouse, openDemoHouse } from '../demo-house.ts'
import { pageWeight } from './page-weight.ts'

let house: DemoHouse
let browser: TestBrowser
/** A published matter, closed, and one of one's own with its receipt. */
let closed: string
let own: { number: string; secret: string }

before(async () => {
  house = await openDemoHouse()
  browser = await openBrowser()
  const anybody = house.visitor()
  const found = await anybody.ask(listPublicMatters, { county, state: 'closed', limit: 1 })
  closed = found.rows[0]?.number ?? ''
  own = await anybody.ask(submit, {
    county,
    actId: randomUUID(),
    words: '文昌社区的健身器材坏了。',
  })
})
after(async () => {
  await browser?.close()
  await house?.close()
})

const openPaths = () => [
  '/',
  '/report',
  '/matters',
  '/figures',
  '/about',
  '/mine',
  `/matters/${closed}`,
  '/nothing',
]
const ownPaths = () => [`/receipt/${own.number}`, `/matters/${own.number}`, '/mine']

async function showReceipt(page: Page): Promise<void> {
  await page.goto(`/receipt/${own.number}/${own.secret}`)
}

const nameOf = (path: string) =>
  path.replace(own.number, 'own').replace(closed, 'closed').replace(/\//g, '-')

/** How pages are looked at: the switches of the masthead, narrow and wide. */
const looks = [
  { name: 'zh', switches: '' },
  { name: 'en', switches: '?language=en&back=/' },
  { name: 'large', switches: '?size=large&back=/' },
] as const

for (const { name, switches } of looks) {
  test(`every page, ${name}: no wider than its window, readable by everybody, light, without scripts`, async () => {
    for (const width of [390, 1440]) {
      const page = await browser.newPage({ address: house.address, width, javaScript: false })
      if (switches) await page.goto(`/preferences${switches}`)
      for (const path of [...openPaths(), '-', ...ownPaths()]) {
        if (path === '-') {
          await showReceipt(page)
          continue
        }
        await page.goto(path)
        await checkWidth(page)
        // What differs between widths is only the arrangement; what axe reads is the same twice.
        if (width === 390 || name === 'en') await checkAccessibility(page)
        if (name !== 'en' || width === 390)
          await screenshot(page, `portal-${name}-${width}${nameOf(path)}`)
        const cookies = await page.context().cookies()
        const sheets = await page.evaluate<string[]>(
          "[...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.href)",
        )
        const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
        const bytes = await pageWeight(house.address, path, sheets, cookie)
        assert.ok(bytes <= 30_000, `${path} weighs ${bytes} bytes`)
      }
      assert.deepEqual(troublesOf(page), [])
      await page.context().close()
    }
  })
}

test('in English nothing of our own is left in Chinese', async () => {
  const page = await browser.newPage({ address: house.address, language: 'en', javaScript: false })
  for (const path of ['/', '/report', '/matters', '/figures', '/about', '/mine', '/nothing']) {
    await page.goto(path)
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    // Names of places and what people wrote stay as they are; our own words stand in these.
    const words = await page
      .locator(
        'h1, h2, h3, label, legend, button, .hint, .lead, nav a, footer p, th[scope=col], dt',
      )
      .allInnerTexts()
    assert.deepEqual(
      words.filter((text) => /\p{Script=Han}/u.test(text.replace('邻里', ''))),
      [],
      path,
    )
  }
})

const sizeOf = (page: Page) =>
  page.evaluate<number>('Number.parseFloat(getComputedStyle(document.body).fontSize)')

test('language and size are switched on the page one is on, and stay', async () => {
  const page = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  await page.goto('/matters?words=路灯')
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: /public/i }).waitFor()
  assert.match(decodeURIComponent(page.url()), /\/matters\?words=路灯$/)
  const usual = await sizeOf(page)
  await page.getByRole('link', { name: /large/i }).click()
  const large = await sizeOf(page)
  assert.ok(large >= 22 && large > usual, `${large} px`)
  await page.goto('/about')
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByRole('heading', { level: 1, name: '关于' }).waitFor()
})

test('public matters are found by words, place and state; a word nobody wrote finds nothing', async () => {
  const page = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  await page.goto('/matters')
  await page.getByLabel(/^找什么/).fill('路灯')
  await page.getByRole('button', { name: '查找' }).click()
  const titles = page.getByRole('main').getByRole('listitem').getByRole('link')
  assert.ok((await titles.count()) > 0)
  await titles.first().click()
  await page.getByRole('heading', { name: '反映的内容' }).waitFor()
  assert.match(await page.getByRole('main').innerText(), /路灯/)
  await page.goBack()
  await page.getByLabel(/^办到哪一步/).selectOption({ label: '已结案' })
  await page.getByRole('button', { name: '查找' }).click()
  for (const text of await page.getByRole('main').getByRole('listitem').allInnerTexts())
    assert.match(text, /已结案/)
  await page.getByLabel(/^找什么/).fill('猫头鹰合唱团')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('没有找到。换个词试试，或者去掉一些条件。').waitFor()
})

test('a resident signs in with a code from the phone and finds what they report afterwards', async () => {
  const page = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  const phone = '13887654321'
  await page.goto('/mine')
  await page.getByLabel('手机号码').fill('138 8765')
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByRole('alert').waitFor()
  await checkAccessibility(page)
  await page.getByLabel('手机号码').fill(phone)
  await page.getByRole('button', { name: '发送验证码' }).click()
  const code = /(?<!\d)\d{6}(?!\d)/.exec(
    house.said.findLast((line) => line.includes(phone)) ?? '',
  )?.[0]
  await page.getByLabel(/6 位验证码/).fill(code === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel(/6 位验证码/).fill(code ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('登录后反映的事会列在这里，现在还没有。').waitFor()
  await page.getByRole('link', { name: '去反映问题' }).click()
  await page.getByLabel('哪里出了问题？需要什么？').fill('禾丰社区的路灯夜里不亮。')
  await page.getByRole('button', { name: /^提交/ }).click()
  await page.getByRole('heading', { name: '已经收到' }).waitFor()
  await page.goto('/mine')
  await page.getByRole('link', { name: /禾丰社区的路灯夜里不亮/ }).click()
  await page.getByText('只有您和办理的单位能看到这一页。').waitFor()
  // Somebody else's published matter is read as anybody reads it.
  await page.goto(`/matters/${closed}`)
  await page.getByText('这是公开的事项，个人信息已经隐去。').waitFor()
  await page.goto('/mine')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('手机号码').waitFor()
})

test('a wrong receipt is told without saying which of the two was wrong', async () => {
  const page = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  const told: string[] = []
  for (const [number, secret] of [
    [own.number, '00000 00000'],
    ['990101-2026-999999', own.secret],
    ['没有', ''],
  ] as const) {
    await page.goto('/mine')
    await page.getByLabel('编号').fill(number)
    await page.getByLabel('查询码').fill(secret)
    await page.getByRole('button', { name: '查看进展' }).click()
    told.push(await page.getByRole('alert').innerText())
  }
  assert.equal(new Set(told).size, 1)
})

test('the rule behind a limit is one step away, and stands where the link says', async () => {
  const page = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  await showReceipt(page)
  await page.goto(`/matters/${own.number}`)
  await page.getByText('依据', { exact: true }).first().click()
  const link = page.getByRole('main').locator('a[href^="/about#"]').first()
  const [, id = ''] = ((await link.getAttribute('href')) ?? '').split('#')
  await link.click()
  assert.equal(await page.locator(`[id="${id}"]`).count(), 1, id)
})

test('figures answer for the period that was asked', async () => {
  const page = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  await page.goto('/figures')
  await page.getByLabel(/^从哪天/).fill('2020-01-01')
  await page.getByLabel(/^到哪天/).fill('2020-01-31')
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('这段时间没有到期的事项。').waitFor()
})
