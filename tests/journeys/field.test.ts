import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  checkAccessibility,
  checkWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../browser.ts'
import { type DemoHouse, openDemoHouse } from '../demo-house.ts'
import { sitDown } from './desk-visit.ts'

let house: DemoHouse
let browser: TestBrowser
before(async () => {
  house = await openDemoHouse({ empty: true })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house?.close()
})

// The smallest JPEG a decoder takes, and another that differs in one pixel's worth of bytes.
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)

async function report(page: Page, words: string, photo: boolean): Promise<void> {
  if (photo) {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '井盖.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  }
  await page.getByLabel('是什么情况').fill(words)
  await page.getByLabel('具体地点').fill('文昌苑 6 栋')
  await page.getByRole('button', { name: /^上报/ }).click()
}

/** The grid worker's page on a phone. */
async function standOutside(): Promise<Page> {
  const page = await sitDown(browser, house, 'grid')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/desk/intake/patrol')
  await page.getByRole('heading', { name: '巡查上报' }).waitFor()
  return page
}

const recorded = () =>
  house.rows<{ words: string; files: number }>(
    `select m.words, (select count(*)::int from matter_files f where f.county = m.county and f.matter = m.id) as files
     from matters m order by m.number`,
  )

test('reports written without a network wait in the phone, with photos, and go out in turn, once each', async () => {
  const page = await standOutside()
  await page.context().setOffline(true)
  await report(page, '文昌苑门口井盖松动，车过有响声', true)
  const list = page.getByRole('region', { name: '这部手机上的上报' })
  await list.getByText('还有 1 件没有发出').waitFor()
  await report(page, '文昌苑北门路灯不亮', false)
  await list.getByText('还有 2 件没有发出').waitFor()
  assert.equal(await list.getByText('等网络，有网时自动发出').count(), 2)
  assert.equal(await list.getByText('照片 1 张').count(), 1)
  assert.deepEqual(await recorded(), [])
  await checkWidth(page)
  await checkAccessibility(page)
  await screenshot(page, 'field-without-network')

  await page.context().setOffline(false)
  await list.getByText('都已发出').waitFor()
  assert.equal(await list.getByText('已收到').count(), 2)
  assert.deepEqual(await recorded(), [
    { words: '文昌苑门口井盖松动，车过有响声', files: 1 },
    { words: '文昌苑北门路灯不亮', files: 0 },
  ])
  await screenshot(page, 'field-sent')
  await page.context().close()
})

test('an answer that is lost on the way: the report stays, is sent again and recorded once', async () => {
  const before = (await recorded()).length
  const page = await standOutside()
  let lost = 0
  await page.route('**/api/v1/matters', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await report(page, '河边护栏缺了一节', false)
  const list = page.getByRole('region', { name: '这部手机上的上报' })
  await list.getByText('还有 1 件没有发出').waitFor()
  // It may have arrived: nothing of it can be changed or thrown away.
  assert.equal(await list.getByRole('button', { name: '删除' }).count(), 0)
  await page.reload()
  await list.getByText('都已发出').waitFor()
  assert.equal((await recorded()).length, before + 1)
  await page.context().close()
})

test('what is refused goes back into the form with the reason; nobody else on the phone sees the list', async () => {
  const page = await standOutside()
  await page.getByRole('button', { name: /^上报/ }).click()
  await page.locator('[aria-invalid=true]').first().waitFor()
  assert.equal(await page.getByRole('region', { name: '这部手机上的上报' }).count(), 0)
  await page.context().close()
})
