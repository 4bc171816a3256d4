import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import {
  checkAccessibility,
  checkWidth,
  openBrowser,
  screenshot,
  type TestBrowser,
  troublesOf,
} from '../browser.ts'
import { type DemoHouse, openDemoHouse } from '../demo-house.ts'
import { act, choose, sitDown, take } from './desk-visit.ts'

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

const phone = '13912345678'
const words = `桥头镇菜市场门口的路面塌了一个大坑，昨晚有人骑车摔倒。我的电话是${phone}，请尽快修。`

/** A photo as a phone writes it: with the place it was taken at. */
const photoWithPlace = () =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: '#8a8378' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefon' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '27/1 48/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '111/1 27/1 0/1',
      },
    })
    .toBuffer()

/** Looks at a page as it is: its width, its readability, and a picture for people to see. */
async function look(page: Page, name: string): Promise<void> {
  await checkWidth(page)
  await checkAccessibility(page)
  await screenshot(page, `pothole-${name}`)
}

async function reportOnAPhone(page: Page): Promise<{ number: string; secret: string }> {
  await page.goto('/')
  await page.getByLabel('哪里出了问题？需要什么？').fill(words)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '反映问题', level: 1 }).waitFor()
  assert.equal(await page.getByLabel('哪里出了问题？需要什么？').inputValue(), words)
  const photo = { name: '坑.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() }
  await page.getByLabel(/^照片/).setInputFiles(photo)
  await page.getByLabel(/^村或社区/).selectOption({ label: '桥头社区' })
  await page.getByLabel(/^具体地点/).fill('菜市场北门往东 50 米')
  await page.getByLabel(/^手机号码/).fill(phone)
  await page.getByLabel(/^怎样称呼您/).fill('周女士')
  await page.getByRole('button', { name: '先看看公开后的样子' }).click()
  const preview = page.getByRole('region', { name: '别人看到的会是这样' })
  await preview.waitFor()
  assert.ok(!(await preview.innerText()).includes(phone))
  await preview.getByText(/已经隐去/).waitFor()
  await page.getByText('已经收到 1 张照片').waitFor()
  await look(page, '1-preview')
  await page.getByRole('button', { name: /^提交，交给禾安县受理/ }).click()
  await page.getByRole('heading', { name: '已经收到', level: 1 }).waitFor()
  await look(page, '2-receipt')
  const value = (name: string) =>
    page
      .locator('dl > div', { has: page.getByText(name, { exact: true }) })
      .locator('dd')
      .innerText()
  return { number: await value('编号'), secret: await value('查询码') }
}

async function openByReceipt(
  page: Page,
  receipt: { number: string; secret: string },
): Promise<void> {
  await page.goto('/mine')
  await page.getByLabel('编号').fill(receipt.number)
  await page.getByLabel('查询码').fill(receipt.secret.toLowerCase())
  await page.getByRole('button', { name: '查看进展' }).click()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
}

/** The state, said in a sentence on top of the page. */
const sentence = (page: Page, said: RegExp) =>
  page.getByRole('main').getByText(said).first().waitFor()

async function handleOnce(page: Page, number: string, queue: string, done: string): Promise<void> {
  await take(page, queue, number)
  if (queue === '待签收') {
    await act(page, '签收', '签收')
    await act(page, '登记首次联系', '登记联系', async (form) => {
      await form.getByRole('radio', { name: '联系上了', exact: true }).check({ force: true })
      await form.getByLabel(/^说了什么/).fill('约定明天上午到现场。')
    })
  }
  await act(page, '反馈办理结果', '反馈结果', async (form) => {
    await form.getByRole('radio', { name: '已解决', exact: true }).check({ force: true })
    await form.getByLabel(/^给来件人的答复/).fill(done)
  })
}

async function checkAndClose(page: Page, number: string): Promise<void> {
  await take(page, '待核查', number)
  await act(page, '核查', '核查通过', (form) =>
    form.getByRole('radio', { name: '通过', exact: true }).check({ force: true }),
  )
  await act(page, '回访', '登记回访', async (form) => {
    await form.getByRole('radio', { name: '已联系上', exact: true }).check({ force: true })
    await form.getByRole('radio', { name: '解决了', exact: true }).check({ force: true })
  })
  await act(page, '结案', '结案')
}

test('from a hole in the road to a second, better repair', async () => {
  const resident = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  const receipt = await reportOnAPhone(resident)
  const { number } = receipt
  assert.match(number, /^990101-\d{4}-\d{6}$/)

  // Somewhere else, with nothing but what was written down.
  const reporter = await browser.newPage({ address: house.address, width: 390, javaScript: false })
  await openByReceipt(reporter, receipt)
  await sentence(reporter, /^已提交，最晚/)
  await look(reporter, '3-reported')
  const source = await reporter.getByRole('img', { name: /照片/ }).first().getAttribute('src')
  const photo = await (await reporter.request.get(String(source))).body()
  const kept = await sharp(photo).metadata()
  assert.deepEqual([kept.format, kept.exif, kept.xmp], ['jpeg', undefined, undefined])

  const operator = await sitDown(browser, house, 'operator')
  await take(operator, '待受理', number)
  await look(operator, '4-operator')
  await act(operator, '受理', '受理')
  await take(operator, '待研判', number)
  await act(operator, '研判', '完成研判', (form) => choose(form, /^分类/, '道路破损'))

  const dispatcher = await sitDown(browser, house, 'dispatcher')
  await take(dispatcher, '待派遣', number)
  await act(dispatcher, '派遣', /^派给/, async (form) => {
    await look(dispatcher, '5-dispatching')
    await form.getByLabel(/^给承办单位的意见/).fill('请先围挡，再修补。')
  })
  await reporter.reload()
  await sentence(reporter, /^已派给县城市管理局，最晚/)

  const handler = await sitDown(browser, house, 'handler')
  await handleOnce(handler, number, '待签收', '已用冷补料填平，现场清理完毕。')
  const checker = await sitDown(browser, house, 'checker')
  await checkAndClose(checker, number)

  // Closed is not solved: the resident says so, and it goes on.
  await reporter.reload()
  await sentence(reporter, /^已结案/)
  await look(reporter, '6-closed')
  await reporter.getByRole('link', { name: '要求重新办理' }).click()
  await reporter.getByRole('radio', { name: '没有解决，请重新办理' }).check()
  await reporter.getByRole('button', { name: '提交评价' }).click()
  await reporter.getByRole('alert').waitFor()
  assert.ok(await reporter.getByRole('radio', { name: '没有解决，请重新办理' }).isChecked())
  await reporter.getByLabel(/^想说的话/).fill('补的料一下雨又陷下去了。')
  await reporter.getByRole('button', { name: '提交评价' }).click()
  await reporter.getByText('已经要求重新办理。').waitFor()
  await sentence(reporter, /^县城市管理局正在重新办理，最晚/)
  await look(reporter, '7-reopened')

  await handleOnce(handler, number, '办理中', '已挖开重做路基并铺设沥青。')
  await checkAndClose(checker, number)
  await reporter.reload()
  await reporter.getByRole('radio', { name: '解决了', exact: true }).check()
  await reporter.getByRole('radio', { name: '满意', exact: true }).check()
  await reporter.getByLabel(/^想说的话/).fill('这次修得好。')
  await reporter.getByRole('button', { name: '提交评价' }).click()
  await reporter.getByText('谢谢，评价已经记下。').waitFor()
  await look(reporter, '8-rated')

  const story = await house.rows<{ seq: number; act: string; branch: string | null }>(
    `select e.seq, e.act, e.branch from events e join matters m on m.county = e.county and m.id = e.matter
     where m.number = $1 order by e.seq`,
    [number],
  )
  assert.deepEqual(
    story.map(({ seq }) => seq),
    story.map((_, i) => i + 1),
  )
  const told = story.map(({ act: verb, branch }) => (branch === null ? verb : `${verb} ${branch}`))
  const end = ['feedBack', 'check passed', 'callBack', 'close', 'rate']
  assert.deepEqual(told, [
    ...['submit', 'accept', 'judge', 'dispatch', 'sign', 'contact reached'],
    ...end,
    'reopen',
    ...end,
  ])

  const anybody = await browser.newPage({ address: house.address, width: 1440, javaScript: false })
  await anybody.goto('/matters')
  await anybody.getByLabel(/^找什么/).fill('菜市场门口')
  await anybody.getByRole('button', { name: '查找' }).click()
  await anybody.getByRole('link', { name: /菜市场门口的路面塌了/ }).click()
  await anybody.getByRole('heading', { name: '办理经过' }).waitFor()
  const shown = await anybody.getByRole('main').innerText()
  for (const hidden of [phone, '周女士', receipt.secret.replace(/\s/g, '')])
    assert.ok(!shown.includes(hidden))
  assert.match(shown, /已挖开重做路基/)
  await look(anybody, '9-public')
  for (const page of [operator, dispatcher, handler, checker])
    assert.deepEqual(troublesOf(page), [])
})
