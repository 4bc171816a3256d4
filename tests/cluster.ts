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
import pg from 'pg'
import { type RunningPostgres, startPostgres } from '#foundation/server/embedded-postgres.ts'
import { migrate, shapeHash } from '#foundation/server/migrate.ts'

type Client = InstanceType<typeof pg.Client>

const templateLock = 7526466503

/** The same server and account, another database. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs `work` on a connection of its own, which is the owner's: row security does not bind it. */
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

const templatesKept = 10

/** Drops what killed runs left behind (a test database is named after its process), and templates long out of use. */
async function sweep(url: string): Promise<void> {
  await connected(url, async (client) => {
    const { rows } = await client.query(
      "select datname from pg_database where datname ~ '^linli_(test|template)_' order by oid desc",
    )
    const names = (rows as { datname: string }[]).map(({ datname }) => datname)
    const left = names.filter((name) => {
      const pid = /^linli_test_(\d+)_/.exec(name)?.[1]
      return pid !== undefined && !existsProcess(Number(pid))
    })
    const old = names.filter((name) => name.startsWith('linli_template_')).slice(templatesKept)
    for (const name of [...left, ...old]) await client.query(`drop database if exists ${name}`)
  })
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The folder of the cluster that lone test runs of one user share; only that user's own folder is trusted. */
function sharedFolder(): string {
  const folder = join(tmpdir(), `linli-tests-${process.getuid?.() ?? userInfo().username}`)
  mkdirSync(folder, { recursive: true })
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || (process.getuid && stat.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else`)
  }
  chmodSync(folder, 0o755)
  return folder
}

/** Starts or joins the cluster that lone runs (`node --test one.test.ts`) share; the last one stops it. */
export async function sharedCluster(): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir: sharedFolder(), durable: false })
  const url = inDatabase(running.url, 'postgres')
  await sweep(url)
  return { url, stop: () => running.stop() }
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
  let running: RunningPostgres | undefined
  try {
    running = await startPostgres({ dataDir, binaries, durable: false })
    const url = inDatabase(running.url, 'postgres')
    await readyTemplate(url)
    const { stop } = running
    return { url, stop: () => stop().then(remove) }
  } catch (error) {
    await running?.stop()
    remove()
    throw error
  }
}
