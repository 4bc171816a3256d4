import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type Database, openDatabase } from '#foundation/server/database.ts'
import { type RunningPostgres, startPostgres } from '#foundation/server/embedded-postgres.ts'
import { migrate, shapeHash } from '#foundation/server/migrate.ts'

type Client = InstanceType<typeof pg.Client>

export type TestDatabase = {
  /** Connects as the owner: for looking behind row security. */
  readonly url: string
  readonly database: Database
  close(): Promise<void>
}

const templateLock = 7526466503

export function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs `work` on a connection of its own. */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Makes the migrated template of a cluster unless it is there; its name holds a hash of roles and migrations, so
 * checkouts with other migrations can share the cluster. `url` is a maintenance database.
 */
export async function readyTemplate(url: string): Promise<string> {
  const name = `linli_template_${shapeHash()}`
  await connected(url, async (client) => {
    await client.query(`select pg_advisory_lock(${templateLock})`)
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount) return
    const half = `${name}_half`
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half}`)
    await migrate(inDatabase(url, half))
    await client.query(`alter database ${half} rename to ${name}`)
  })
  return name
}

/** A folder for the cluster that lone test runs of one user share; only that user's own folder is trusted. */
export function sharedFolder(major: string): string {
  const uid = process.getuid?.() ?? userInfo().username
  const folder = join(tmpdir(), `linli-tests-${uid}-${major}`)
  mkdirSync(folder, { recursive: true })
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || (process.getuid && stat.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else`)
  }
  chmodSync(folder, 0o755)
  return folder
}

let own: Promise<RunningPostgres> | undefined
let maintenance: Promise<{ url: string; template: string }> | undefined

/** The cluster told by LINLI_TEST_URL (`npm test`), or one of our own that lone runs share. */
async function findCluster(): Promise<{ url: string; template: string }> {
  const given = process.env.LINLI_TEST_URL
  if (given) return { url: given, template: await readyTemplate(given) }
  own ??= startPostgres({ dataDir: sharedFolder('18'), durable: false })
  const url = inDatabase((await own).url, 'postgres')
  return { url, template: await readyTemplate(url) }
}

// Hooks run in the order they were registered, and this one is first: the files' own hooks still need the server.
// It only makes the loop turn once more; when that is idle again, every hook has ended and nobody needs the server.
let ended = false
after(() => {
  setImmediate(() => {
    ended = true
  })
})
process.on('beforeExit', () => {
  if (ended && own) void stopOwn()
})

async function stopOwn(): Promise<void> {
  const running = own
  own = undefined
  await (await running)?.stop()
}

// Ctrl-C during a lone run: stop the server first, unless another run still uses it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopOwn().finally(() => process.kill(process.pid, signal))
  })
}

/** Gives a test file its own database, already migrated and empty; close it in `after`. */
export async function testDatabase(): Promise<TestDatabase> {
  maintenance ??= findCluster()
  const { url, template } = await maintenance
  const name = `linli_test_${randomBytes(6).toString('hex')}`
  await connected(url, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const database = openDatabase(inDatabase(url, name))
  return {
    url: inDatabase(url, name),
    database,
    close: async () => {
      await database.close()
      await connected(url, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** A cluster of its own in a temporary folder, with its migrated template; `stop` removes every trace. */
export async function temporaryCluster(binaries: '18' | '15'): Promise<RunningPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-cluster-'))
  chmodSync(dataDir, 0o755)
  const moved = join(dataDir, 'postgres/moved-to.txt')
  const remove = () => {
    const base = existsSync(moved) ? readFileSync(moved, 'utf8').split('\n')[0] : undefined
    for (const folder of [base, dataDir]) if (folder) rmSync(folder, { recursive: true })
  }
  try {
    const running = await startPostgres({ dataDir, binaries, durable: false })
    const url = inDatabase(running.url, 'postgres')
    await readyTemplate(url)
    return { url, stop: () => running.stop().then(remove) }
  } catch (error) {
    remove()
    throw error
  }
}
