import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { submit } from '#matters/accept/contract.ts'
import { checkAccessibility, openBrowser, type TestBrowser, troublesOf } from '../browser.ts'
import { county, type DemoHouse, openDemoHouse } from '../demo-house.ts'
import { rowOf, sitDown } from './desk-visit.ts'

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

async function newMatter(words: string): Promise<string> {
  return (await house.visitor().ask(submit, { county, actId: randomUUID(), words })).number
}

const badgeOf = async (page: Page, queue: string) =>
  Number(
    / (\d+)$/.exec(
      (await page.getByRole('link', { name: new RegExp(`^${queue} `) }).innerText()).replace(
        /\s+/g,
        ' ',
      ),
    )?.[1],
  )

test('many at once: each has its outcome, and badge and rows agree afterwards', async () => {
  const numbers = [await newMatter('东街水管漏水。'), await newMatter('西街水管漏水。')]
  const page = await sitDown(browser, house, 'operator')
  await page.getByRole('link', { name: /^待受理 / }).click()
  for (const number of numbers) await rowOf(page, number).locator('[data-choose]').click()
  const before = await badgeOf(page, '待受理')
  await page.getByText('已选 2 项').waitFor()
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await page.getByRole('button', { name: '受理 2 件' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('全部办成，共 2 件。').waitFor()
  assert.equal(await dialog.getByText('办成', { exact: true }).count(), 2)
  await checkAccessibility(page)
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await rowOf(page, numbers[0] ?? '').waitFor({ state: 'detached' })
  assert.equal(await badgeOf(page, '待受理'), before - 2)
  const rows = await page.getByRole('grid').getAttribute('aria-rowcount')
  assert.equal(Number(rows) - 1, before - 2)
  await page.context().close()
})

test('all are dispatched to one office with what is said once; a refusal of one does not stop the others', async () => {
  const page = await sitDown(browser, house, 'dispatcher')
  await page.getByRole('link', { name: /^待派遣 / }).click()
  const rows = page.getByRole('row')
  await rows.nth(1).locator('[data-choose]').click()
  await rows.nth(2).locator('[data-choose]').click()
  await page.getByRole('button', { name: '派遣', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('请先填写要填的').waitFor()
  await dialog.getByRole('combobox', { name: /主办单位/ }).fill('县城市管理局')
  await page.getByRole('option', { name: /县城市管理局/ }).click()
  await dialog.getByLabel('派遣依据').fill('城市道路和公共场所由本局管理')
  await dialog.getByRole('button', { name: '派遣 2 件' }).click()
  await dialog.getByText(/^(全部办成|办成 \d 件)/).waitFor()
  const told = await dialog.getByRole('list', { name: '每件的结果' }).getByRole('listitem').count()
  assert.equal(told, 2)
  assert.deepEqual(troublesOf(page), [])
  await page.context().close()
})

test('a view is kept with filters and columns, stands on the left, and goes and comes back', async () => {
  const page = await sitDown(browser, house, 'leader')
  await page.goto('/desk/matters?state=handling&order=due')
  await page.getByRole('button', { name: '视图' }).click()
  await page.getByRole('menuitem', { name: '选择显示的列…' }).click()
  for (const _ of [1, 2]) await page.getByRole('button', { name: '主办单位往前移' }).click()
  await page.getByRole('checkbox', { name: '紧急程度' }).click({ force: true })
  await checkAccessibility(page)
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '视图' }).click()
  await page.getByRole('menuitem', { name: '保存现在的筛选和列…' }).click()
  await page.getByLabel('视图名称').fill('先到期的')
  await page.keyboard.press('Control+Enter')
  const link = page.getByRole('link', { name: '先到期的' }).first()
  await link.waitFor()
  await page.waitForURL(/columns=/)
  const heads = await page.getByRole('columnheader').allInnerTexts()
  assert.equal(heads.includes('紧急程度'), false)
  assert.ok(heads.indexOf('主办单位') < heads.indexOf('分类'))

  // Another browser: it is the officer's, not the machine's.
  const other = await sitDown(browser, house, 'leader')
  await other.getByRole('link', { name: '先到期的' }).first().click()
  await other.waitForURL(/state=handling.*columns=|columns=.*state=handling/)
  await other.getByRole('columnheader', { name: '主办单位' }).waitFor()
  assert.deepEqual(await other.getByRole('columnheader').allInnerTexts(), heads)

  const [file] = await Promise.all([
    other.waitForEvent('download'),
    other
      .getByRole('button', { name: '导出' })
      .click()
      .then(() => other.getByRole('menuitem', { name: 'CSV 文件' }).first().click()),
  ])
  const text = (await (await file.createReadStream()).toArray()).join('')
  const [head, ...lines] = text.replace('\uFEFF', '').trim().split(/\r?\n/)
  assert.match(head ?? '', /^标题,标记,到期时间,状态/)
  assert.doesNotMatch(head ?? '', /紧急程度/)
  const count = await other.getByRole('grid').getAttribute('aria-rowcount')
  assert.equal(lines.length, Number(count) - 1)

  await other.getByRole('button', { name: '视图' }).click()
  await other.getByRole('menuitem', { name: '删除视图“先到期的”' }).click()
  await other.getByRole('button', { name: '恢复' }).click()
  await other.getByRole('link', { name: '先到期的' }).first().waitFor()
  for (const one of [page, other]) await one.context().close()
})

test('numbers of the first page lead to just as many rows', async () => {
  const page = await sitDown(browser, house, 'leader')
  for (const label of ['在办', '今天收到', '已超期']) {
    await page.goto('/desk/')
    const number = page.locator('.home-numbers').getByRole('link', { name: label })
    const count = /\d+/.exec(await number.innerText())?.[0]
    await number.click()
    await page.getByRole('status').first().getByText(`${count} 件`).waitFor()
  }
  await page.context().close()
})

test('a figure opens the matters behind it, with what was left out and why', async () => {
  const page = await sitDown(browser, house, 'leader')
  await page.goto('/desk/rates?from=2026-01-01&to=2026-12-31')
  await page.getByRole('row', { name: /县城市管理局/ }).click()
  const sheet = page.getByRole('region', { name: '县城市管理局' })
  await sheet.getByRole('heading', { name: '响应率' }).waitFor()
  await sheet
    .getByText(/^计入的 \d+ 件$/)
    .first()
    .click()
  await checkAccessibility(page)
  const link = sheet.getByRole('link', { name: /^990101-/ }).first()
  const number = await link.innerText()
  await link.click()
  await page.getByRole('main').getByText(number).first().waitFor()
  assert.deepEqual(troublesOf(page), [])
  await page.context().close()
})
