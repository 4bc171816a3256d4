import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { demoSignIns } from '#database/demo/people.ts'
import { submit } from '#matters/accept/contract.ts'
import {
  checkAccessibility,
  checkWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
  troublesOf,
} from '../browser.ts'
import { county, type DemoAccount, type DemoHouse, openDemoHouse } from '../demo-house.ts'
import { rowOf, sitDown, take } from './desk-visit.ts'

let house: DemoHouse
let browser: TestBrowser
before(async () => {
  house = await openDemoHouse()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house?.close()
})

/** A new matter waiting to be accepted; its number. */
async function newMatter(words: string): Promise<string> {
  return (await house.visitor().ask(submit, { county, actId: randomUUID(), words })).number
}

async function eventsOf(number: string): Promise<string[]> {
  const rows = await house.rows<{ act: string }>(
    `select e.act from events e join matters m on m.county = e.county and m.id = e.matter
     where m.number = $1 order by e.seq`,
    [number],
  )
  return rows.map(({ act }) => act)
}

// Screens are the same for whoever opens them: what axe reads is read once for each address.
const read = new Set<string>()

async function look(page: Page, name: string): Promise<void> {
  await checkWidth(page)
  const { pathname } = new URL(page.url())
  if (read.has(pathname)) return
  read.add(pathname)
  await checkAccessibility(page)
  await screenshot(page, `desk-${name}`)
}

/** Links of the rail: address and text, badge included. */
const railOf = (page: Page) =>
  page
    .getByRole('navigation')
    .first()
    .getByRole('link')
    .all()
    .then((links) =>
      Promise.all(
        links.map(async (link) => ({
          href: (await link.getAttribute('href')) ?? '',
          text: (await link.innerText()).replace(/\s+/g, ' ').trim(),
        })),
      ),
    )

/**
 * A badge is a promise about rows. Limits run out while one looks, so badge and rows may each be seconds old: they have to
 * meet.
 */
async function checkBadge(page: Page, href: string): Promise<void> {
  const link = page.locator(`nav a[href="${href}"]`).first()
  let told = ''
  for (let tries = 0; tries < 40; tries++) {
    const badge = / (\d+)$/.exec((await link.innerText()).replace(/\s+/g, ' ').trim())?.[1]
    if (badge === undefined) return
    const count = await page.getByRole('status').first().innerText()
    const rows = await page.getByRole('grid', { includeHidden: true }).getAttribute('aria-rowcount')
    told = `${href}: badge ${badge}, list ${count}, rows ${Number(rows) - 1}`
    if (count === `${badge} 件` && Number(rows) - 1 === Number(badge)) return
    await page.waitForTimeout(1000)
  }
  assert.fail(told)
}

async function walkRail(page: Page, account: DemoAccount): Promise<void> {
  for (const { href } of await railOf(page)) {
    await page.locator(`nav a[href="${href}"]`).first().click()
    await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
    await page.getByText('正在读取').first().waitFor({ state: 'detached' })
    await checkBadge(page, href)
    await look(page, `${account}${href.replace(/^\/desk/, '').replace(/\//g, '-')}`)
    assert.deepEqual(troublesOf(page), [], `${account} ${href}`)
  }
}

for (const { account } of demoSignIns) {
  test(`${account}: every screen opens, its badge is its rows, and it can be read by everybody`, async () => {
    const page = await sitDown(browser, house, account)
    await walkRail(page, account)
    await page.context().close()
  })
}

test('on a phone the desk is no wider than the phone', async () => {
  for (const account of ['operator', 'grid'] as const) {
    const page = await browser.newPage({ address: house.address, width: 390 })
    const wide = await sitDown(browser, house, account)
    await page.context().addCookies(await wide.context().cookies())
    const rail = await railOf(wide)
    for (const { href } of rail) {
      await page.goto(href)
      await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
      await checkWidth(page)
      await checkAccessibility(page)
      await screenshot(
        page,
        `desk-390-${account}${href.replace(/^\/desk/, '').replace(/\//g, '-')}`,
      )
    }
    assert.deepEqual(troublesOf(page), [])
    await page.context().close()
    await wide.context().close()
  }
})

test('in English nothing of the frame is left in Chinese', async () => {
  const page = await sitDown(browser, house, 'operator', { language: 'en' })
  for (const { href, text } of await railOf(page)) {
    assert.doesNotMatch(text, /\p{Script=Han}/u)
    await page.goto(href)
    await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
    const words = await page
      .locator('main h1, main h2, main label, main legend, main button, main th, main .hint')
      .allInnerTexts()
    assert.deepEqual(
      words.filter((word) => /\p{Script=Han}/u.test(word)),
      [],
      href,
    )
  }
  await page.context().close()
})

/** Tabs until the focus is on a button of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const focused = await page.evaluate<string>(
      "(document.activeElement?.textContent ?? '').trim() + '|' + document.activeElement?.tagName",
    )
    if (focused.startsWith(name) && focused.endsWith('|BUTTON')) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`no button ${name} can be reached by Tab`)
}

test('a matter is found, opened and accepted without touching the mouse', async () => {
  const number = await newMatter('文昌社区的健身器材坏了三件。')
  const page = await sitDown(browser, house, 'operator')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(number)
  await page
    .getByRole('menuitem', { name: new RegExp(number) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(number).first().waitFor()
  await tabTo(page, '受理')
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: '受理' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('form', { name: '受理' }).waitFor({ state: 'detached' })
  assert.deepEqual(await eventsOf(number), ['submit', 'accept'])
  assert.deepEqual(troublesOf(page), [])
  await page.context().close()
})

test('rows are walked and opened by keys', async () => {
  const page = await sitDown(browser, house, 'operator')
  await page.getByRole('link', { name: /^待受理 / }).click()
  const grid = page.getByRole('grid', { name: '待受理' })
  await grid.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '可以做的事' }).waitFor()
  assert.match(page.url(), /matter=990101-/)
  await page.context().close()
})

async function openAccepting(page: Page, number: string) {
  await take(page, '待受理', number)
  await page
    .getByRole('region', { name: '可以做的事' })
    .getByRole('button', { name: '受理', exact: true })
    .click()
  const form = page.getByRole('form', { name: '受理' })
  await form.waitFor()
  return form
}

test('of two officers one wins; the other is told who and when, and keeps what was typed', async () => {
  const number = await newMatter('河街社区的井盖松了，车过有响声。')
  const [first, second] = await Promise.all([
    sitDown(browser, house, 'operator'),
    sitDown(browser, house, 'night'),
  ])
  const [one, other] = [await openAccepting(first, number), await openAccepting(second, number)]
  await other.getByLabel('标题').fill('河街社区井盖松动')
  await one.getByRole('button', { name: '受理' }).click()
  await one.waitFor({ state: 'detached' })
  await other.getByRole('button', { name: '受理' }).click()
  const news = other.getByRole('status')
  await news.getByText(/县社会治理指挥中心/).waitFor()
  assert.match(await news.innerText(), /\d{2}:\d{2}/)
  assert.equal(await other.getByLabel('标题').inputValue(), '河街社区井盖松动')
  assert.deepEqual(await eventsOf(number), ['submit', 'accept'])
  await screenshot(second, 'desk-conflict')
  await checkAccessibility(second)
  for (const page of [first, second]) await page.context().close()
})

test('pressing twice does nothing twice', async () => {
  const number = await newMatter('东门广场的长椅断了一根木条。')
  const page = await sitDown(browser, house, 'operator')
  const form = await openAccepting(page, number)
  const button = form.getByRole('button', { name: '受理' })
  await button.dblclick({ noWaitAfter: true }).catch(() => {})
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'detached' })
  assert.deepEqual(await eventsOf(number), ['submit', 'accept'])
  await page.context().close()
})

test('an answer that never came: asked again by itself, done once', async () => {
  const number = await newMatter('南塘公园的饮水机不出水。')
  const page = await sitDown(browser, house, 'operator')
  const form = await openAccepting(page, number)
  let lost = 0
  await page.route('**/accept', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await form.getByRole('button', { name: '受理' }).click()
  await form.waitFor({ state: 'detached' })
  assert.equal(lost, 2)
  assert.deepEqual(await eventsOf(number), ['submit', 'accept'])
  await page.context().close()
})

test('without a network nothing is lost, and it goes on when the network is back', async () => {
  const number = await newMatter('柳溪桥头的路灯白天也亮着。')
  const page = await sitDown(browser, house, 'operator')
  const form = await openAccepting(page, number)
  await form.getByLabel('标题').fill('柳溪桥头路灯白天亮着')
  await page.context().setOffline(true)
  await form.getByRole('button', { name: '受理' }).click()
  await form
    .getByRole('status')
    .getByText(/网络|联网/)
    .waitFor()
  assert.deepEqual(await eventsOf(number), ['submit'])
  await page.context().setOffline(false)
  await form.waitFor({ state: 'detached' })
  const [row] = await house.rows<{ title: string }>('select title from matters where number = $1', [
    number,
  ])
  assert.equal(row?.title, '柳溪桥头路灯白天亮着')
  await page.context().close()
})

test('a session that ended is asked for again, and leads back to the same place', async () => {
  const number = await newMatter('上柳村的公交站牌倒了。')
  const page = await sitDown(browser, house, 'operator')
  await take(page, '待受理', number)
  await house.rows('delete from sessions')
  await page.context().clearCookies()
  await page.reload()
  await page.getByRole('heading', { name: '登录工作台' }).waitFor()
  await page.getByLabel('账号').fill('operator')
  await page.getByLabel('密码', { exact: true }).fill('Linli-2026')
  await page.getByRole('button', { name: '登录' }).click()
  await rowOf(page, number).waitFor()
  await page.context().close()
})
