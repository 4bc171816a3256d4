import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildScreens } from '#app/build.ts'
import { setUpCounty } from '#app/commands/county-set-up.ts'
import { openServer } from '#app/server/server.ts'
import { demoCategories } from '#database/demo/categories.ts'
import { loadDemo } from '#database/demo/load.ts'
import { demoPassword, type demoSignIns, loadDemoPeople } from '#database/demo/people.ts'
import { loadDemoPlaces } from '#database/demo/places.ts'
import { demoCounty } from '#database/demo/places-names.ts'
import type { Language } from '#foundation/languages.ts'
import { now } from '#foundation/server/clock.ts'
import { openDatabase } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { addCategories } from '#matters/analyse/server/import-categories.ts'
import { signIn } from '#people/contract.ts'
import { connected } from './cluster.ts'
import { type HttpVisitor, httpVisitor } from './http-visitor.ts'
import { testDatabase } from './store.ts'

export const county: number = demoCounty.number
export type DemoAccount = (typeof demoSignIns)[number]['account']

/** The invented county behind a real server on 127.0.0.1, with a store and a data folder of its own. */
export type DemoHouse = {
  readonly address: string
  /** Connects as the owner: for looking behind row security. */
  readonly url: string
  readonly dataDir: string
  /** What the server said aloud: texts to phones among it. */
  readonly said: readonly string[]
  /** Lines of the server's log, all of them, from level `info` on. */
  readonly log: readonly string[]
  visitor(language?: Language): HttpVisitor
  signIn(account: DemoAccount, language?: Language): Promise<HttpVisitor>
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Fails when the server met anything it did not expect. */
  close(): Promise<void>
}

export type DemoHouseOptions = {
  /** Places, people, rules and categories, but no matter yet. */
  readonly empty?: boolean
  /** What else is to stand in the store before the server opens. */
  readonly also?: (url: string) => Promise<void>
  /** An empty migrated store of one's own, and by which address the server reaches it. */
  readonly store?: { readonly url: string; readonly serverUrl: string }
}

const since = '2019-01-01' as Day
/** The county as it is before its first matter. */
async function beginDemoCounty(url: string): Promise<void> {
  const at = now()
  const database = openDatabase(url, { connections: 2 })
  await setUpCounty(
    {
      county,
      code: demoCounty.code,
      name: demoCounty.name,
      nameEn: "He'an County",
      timeZone: 'Asia/Shanghai',
      deskPhone: '000-660100',
      invented: true,
    },
    { ownerUrl: url, database, now: at, rulesFrom: since },
  )
  await database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    await loadDemoPlaces(sql, county, at)
    await loadDemoPeople(sql, at)
    await addCategories(sql, county, demoCategories, since)
  })
  await database.close()
}

/** Opens the house; close it in `after`. Screens are built first, unless they stand already. */
export async function openDemoHouse({
  empty = false,
  also = async () => {},
  store: given,
}: DemoHouseOptions = {}): Promise<DemoHouse> {
  await buildScreens()
  const store = given ? null : await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'linli 邻里-'))
  const url = given?.url ?? store?.url ?? ''
  if (empty) await beginDemoCounty(url)
  else await loadDemo({ databaseUrl: url, dataDir, say: () => {} })
  await also(url)
  const said: string[] = []
  const log: string[] = []
  const server = await openServer({
    databaseUrl: given?.serverUrl ?? url,
    dataDir,
    port: 0,
    host: '127.0.0.1',
    connections: 6,
    logLevel: 'info',
    logTo: { write: (line) => void log.push(line) },
    say: (line) => void said.push(line),
  })
  const { address } = server
  return {
    address,
    url,
    dataDir,
    said,
    log,
    visitor: (language) => httpVisitor(address, language),
    async signIn(account, language) {
      const visitor = httpVisitor(address, language)
      await visitor.ask(signIn, { login: account, password: demoPassword })
      return visitor
    },
    rows: (text, values = []) =>
      connected(url, async (client) => (await client.query(text, [...values])).rows),
    async close() {
      await server.close()
      await store?.close()
      rmSync(dataDir, { recursive: true, force: true })
      checkLog(log)
    },
  }
}

/** Every trouble must have been told as one: a line of the level `error` is something nobody expected. */
function checkLog(log: readonly string[]): void {
  const errors = log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)
  assert.deepEqual(errors, [])
}
