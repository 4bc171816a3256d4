import type { Locator, Page } from 'playwright-core'
import { demoPassword } from '#database/demo/people.ts'
import type { TestBrowser, Visitor } from '../browser.ts'
import type { DemoAccount, DemoHouse } from '../demo-house.ts'

/** Somebody at the desk, signed in by its own page, in a browser of their own. */
export async function sitDown(
  browser: TestBrowser,
  house: Pick<DemoHouse, 'address'>,
  account: DemoAccount,
  visitor: Visitor = {},
): Promise<Page> {
  const page = await browser.newPage({ address: house.address, ...visitor })
  const english = visitor.language === 'en'
  await page.goto('/desk/')
  await page.getByLabel(english ? 'Account' : '账号', { exact: true }).fill(account)
  await page.getByLabel(english ? 'Password' : '密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: english ? 'Sign in' : '登录' }).click()
  await page.getByRole('navigation').first().waitFor()
  return page
}

/** The part of a list where a matter stands; its number is printed without the county. */
export const rowOf = (page: Page, number: string): Locator =>
  page.getByRole('row', { name: new RegExp(number.replace(/^\d+-/, '')) })

/** Opens a queue and a matter in it, as one does: by the list beside and by the row. */
export async function take(page: Page, queue: string, number: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${queue} `) }).click()
  await page.getByRole('heading', { name: queue, level: 1 }).waitFor()
  await rowOf(page, number).click()
  await page.getByRole('region', { name: '事项' }).getByText(number).first().waitFor()
}

/** Presses the button of an act, lets `fill` answer what its form asks, and sends it. */
export async function act(
  page: Page,
  verb: string,
  send: string | RegExp,
  fill: (form: Locator) => Promise<void> = async () => {},
): Promise<void> {
  const acts = page.getByRole('region', { name: '可以做的事' })
  await acts.getByRole('button', { name: verb, exact: true }).click()
  const form = page.getByRole('form', { name: verb, exact: true })
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: send }).click()
  await form.waitFor({ state: 'detached' })
}

/** Types into a box that finds as one types, and takes the first that fits. */
export async function choose(form: Locator, label: string | RegExp, words: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label })
  await box.fill(words)
  await form
    .page()
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .click()
}
