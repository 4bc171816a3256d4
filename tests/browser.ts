import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { browserFiles } from './browser-files.ts'

const pictures = join(import.meta.dirname, '../.build/pictures')

/** How somebody looks at a page. */
export type Visitor = {
  /** Width in CSS pixels; 390 is a phone and gets touch. */
  readonly width?: number
  readonly language?: 'zh-CN' | 'en'
  readonly dark?: boolean
  /** The portal is complete without it. */
  readonly javaScript?: boolean
  /** Address all paths are below, `http://127.0.0.1:8080`. */
  readonly address?: string
}

export type TestBrowser = {
  readonly browser: Browser
  /** A page in a context of its own: no cookie, no storage of anybody else's. */
  newPage(visitor?: Visitor): Promise<Page>
  close(): Promise<void>
}

const phoneWidth = 600

function contextOf(visitor: Visitor): BrowserContextOptions {
  const { width = 1440, language = 'zh-CN', dark = false, javaScript = true, address } = visitor
  const phone = width < phoneWidth
  return {
    viewport: { width, height: phone ? 844 : 900 },
    hasTouch: phone,
    isMobile: phone,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    ...(address === undefined ? {} : { baseURL: address }),
  }
}

const troubles = new WeakMap<Page, string[]>()
const scriptless = new WeakSet<Page>()

/** Errors of scripts and of the content security policy so far; refused requests are the server's answers and no error. */
export function troublesOf(page: Page): readonly string[] {
  return troubles.get(page) ?? []
}

function watch(page: Page): Page {
  const seen: string[] = []
  troubles.set(page, seen)
  page.on('pageerror', (error) => seen.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    seen.push(message.text())
  })
  return page
}

async function launch(sandbox: boolean): Promise<Browser> {
  const { executable, environment } = await browserFiles()
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    chromiumSandbox: sandbox,
    // Playwright gives each start a user-data-dir of its own and switches background networking off.
    args: [
      '--disable-gpu',
      '--font-render-hinting=none',
      // A page of ours that asks another host is a defect; it shall not get an answer.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...(sandbox ? [] : ['--no-zygote']),
    ],
  })
}

/** Root cannot have Chromium's sandbox, nor can a user where the kernel gives no namespaces (containers). */
async function launchAsMay(): Promise<Browser> {
  if (process.getuid?.() === 0) return launch(false)
  try {
    return await launch(true)
  } catch (error) {
    if (!/sandbox|namespace/i.test(String(error))) throw error
    return launch(false)
  }
}

/** Starts a browser; close it in `after`. One per test file is enough, pages are cheap. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await launchAsMay()
  return {
    browser,
    async newPage(visitor = {}) {
      const context = await browser.newContext(contextOf(visitor))
      const page = watch(await context.newPage())
      if (visitor.javaScript === false) scriptless.add(page)
      return page
    },
    close: () => browser.close(),
  }
}

/** The whole page as a picture in `.build/pictures/`, for somebody to look at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(pictures, { recursive: true })
  const path = join(pictures, `${name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'hide' })
  return path
}

type Violation = {
  id: string
  help: string
  nodes: { html: string; failureSummary: string }[]
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * What axe finds against WCAG 2.1 A and AA, one line for each element. The component kit's announcer is passed over: for
 * seconds it keeps an image named after a button that was pressed, and the button may be gone by then.
 */
async function violationsOf(page: Page): Promise<string[]> {
  // In a world of its own axe is not stopped by the page's content security policy, and the policy stays in force.
  const session = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    })
    await session.send('Runtime.evaluate', { expression: axeSource, contextId })
    const run = `axe.run({ exclude: ['[data-live-announcer]'] }, { runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations'] }).then((found) => found.violations)`
    const answer = await session.send('Runtime.evaluate', {
      expression: run,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer.exceptionDetails) throw new Error(`axe: ${answer.exceptionDetails.text}`)
    const violations = answer.result.value as Violation[]
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${help}\n${html.slice(0, 300)}\n${failureSummary}`,
      ),
    )
  } finally {
    await session.detach()
  }
}

/** axe is a script: a page without scripts is read in a copy that may run it, at the same address and width. */
async function withCopy<T>(page: Page, read: (copy: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser()
  assert.ok(browser, 'the browser is gone')
  const context = await browser.newContext({ viewport: page.viewportSize() })
  try {
    const copy = await context.newPage()
    const body = await page.content()
    await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body }))
    await copy.route('**/*.js', (route) => route.abort())
    await copy.goto(page.url())
    return await read(copy)
  } finally {
    await context.close()
  }
}

/** Fails with every violation of WCAG 2.1 A and AA that axe sees on the page as it is now. */
export async function checkAccessibility(page: Page): Promise<void> {
  const found = scriptless.has(page) ? await withCopy(page, violationsOf) : await violationsOf(page)
  assert.deepEqual(found, [])
}

/** Fails when the page is wider than its window: nobody should have to scroll sideways to read. */
export async function checkWidth(page: Page): Promise<void> {
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - window.innerWidth',
  )
  assert.ok(over <= 0, `${page.url()} is ${over} px wider than its window`)
}
