import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { now, stopwatch } from './clock.ts'
import { type Major, readyBinaries } from './embedded-postgres-binaries.ts'
import { type Home, ownPassword, StoreTrouble, settleHome } from './embedded-postgres-home.ts'
import {
  explain,
  findPostmaster,
  freePort,
  isOtherProcess,
  makeCluster,
  owner,
  spawnPostmaster,
  stopPostmaster,
} from './embedded-postgres-process.ts'

// ref and unref are pg's own (lib/client.js), only its types lack them.
type Client = InstanceType<typeof pg.Client> & { ref(): void; unref(): void }

export type PostgresOptions = {
  /** Linli's data folder; the cluster lives in its folder `postgres`. */
  readonly dataDir: string
  readonly binaries?: Major
  /** false gives up safety against power loss for speed: for tests only. */
  readonly durable?: boolean
  readonly say?: (line: string) => void
}

export type RunningPostgres = {
  /** Connects as the owner to the database `linli`. */
  readonly url: string
  /** Stops the server, unless another Linli process still uses it. */
  stop(): Promise<void>
}

// Everyone who uses the embedded server holds this lock, shared, in the database `postgres`; it falls with the
// process, however that ends. Who gets it alone is the last one and may stop the server.
const usersLock = 7526466502

const urlOf = (home: Home, port: number, database: string) =>
  `postgres://${owner}:${ownPassword(home)}@127.0.0.1:${port}/${database}`

/** Makes the lock file with our number in it; false when somebody has it. */
function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // A full disk leaves the file, empty.
    rmSync(file, { force: true })
    throw error
  }
}

function isStale(file: string): boolean {
  if (!existsSync(file)) return false
  const age = now().getTime() - statSync(file).mtimeMs
  const pid = Number(readFileSync(file, 'utf8'))
  return pid > 0 ? !isOtherProcess(pid) || age > 180_000 : age > 5_000
}

/** Runs `work` while no other process starts this store; a lock left by a dead process is taken over. */
async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!takeLock(file)) {
    if (isStale(file)) rmSync(file, { force: true })
    else await pause(50)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Connects and takes the users' lock; null while the server is not (or no longer) ready. */
async function attach(url: string): Promise<Client | null> {
  const client = new pg.Client({ connectionString: url, keepAlive: true }) as Client
  // The session may break at any time, by a crash or by our own shutdown; who needs it then asks again.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock_shared(${usersLock})`)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if ((error as { code?: string }).code === '28P01') {
      throw new StoreTrouble(
        '数据库口令与数据目录中的口令文件不符。',
        "The store's password is not the one in the data folder.",
      )
    }
    return null
  }
}

function checkVersion(home: Home, major: Major): void {
  const file = join(home.cluster, 'PG_VERSION')
  if (
    home.account === null &&
    existsSync(home.cluster) &&
    statSync(home.cluster).uid !== process.getuid?.()
  ) {
    throw new StoreTrouble(
      `${home.cluster} 属于另一个用户。请用原来的用户启动。`,
      `${home.cluster} belongs to another user. Start as the user who started it before.`,
    )
  }
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found === major) return
  throw new StoreTrouble(
    `数据目录由 PostgreSQL ${found} 建立,内置的是 ${major}。请先用原版本导出数据。`,
    `The data folder was made by PostgreSQL ${found}; the built-in one is ${major}. Export with the old version first.`,
  )
}

type Session = { readonly client: Client; readonly port: number }

/** Waits until the server answers; it may be recovering after a crash for minutes, so only its end ends the wait. */
async function untilReady(
  home: Home,
  port: number,
  ended: () => string | null,
  say: (line: string) => void,
): Promise<Session | null> {
  const began = stopwatch()
  let told = 0
  for (;;) {
    const client = await attach(urlOf(home, port, 'postgres'))
    if (client) return { client, port }
    if (ended() !== null) return null
    const seconds = Math.floor((stopwatch() - began) / 1000)
    if (seconds >= told + 5) {
      told = seconds
      say(`数据库恢复中,已 ${seconds} 秒… / store is recovering, ${seconds} s`)
    }
    await pause(25)
  }
}

async function joinOrStart(home: Home, native: string, options: PostgresOptions): Promise<Session> {
  const say = options.say ?? (() => {})
  let trouble = ''
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = findPostmaster(home.cluster)
    if (running) {
      const gone = () => (findPostmaster(home.cluster)?.pid === running.pid ? null : 'stopped')
      const session = await untilReady(home, running.port, gone, say)
      if (session) return session
    }
    const port = await freePort()
    const started = spawnPostmaster(native, home, port, options.durable ?? true)
    const session = await untilReady(home, port, started.ended, say)
    if (session) return session
    trouble = started.ended() ?? ''
    if (
      !/could not bind|could not create any TCP\/IP sockets|lock file .* already exists/.test(
        trouble,
      )
    )
      break
  }
  throw explain(trouble, home)
}

async function leave(home: Home, session: Session): Promise<void> {
  let { client } = session
  client.ref()
  const lastOne = async () => {
    await client.query('select pg_advisory_unlock_all()')
    const answer = await client.query(`select pg_try_advisory_lock(${usersLock}) as alone`)
    return (answer.rows[0] as { alone: boolean }).alone
  }
  let last: boolean
  try {
    last = await lastOne()
  } catch {
    // Our session broke (a backend crashed, or somebody stopped the server): ask in a new one, if there is a server.
    const again = await attach(urlOf(home, session.port, 'postgres'))
    if (again === null) return
    client = again
    last = await lastOne()
  }
  const running = findPostmaster(home.cluster)
  if (last && running) await stopPostmaster(home.cluster, running.pid)
  await client.end().catch(() => {})
}

async function startWithin(home: Home, options: PostgresOptions): Promise<Session> {
  const say = options.say ?? (() => {})
  const major = options.binaries ?? '18'
  checkVersion(home, major)
  const native = readyBinaries(major, home, say)
  if (!existsSync(home.cluster)) say('建立数据库… / making the store')
  await makeCluster(native, home, ownPassword(home))
  const session = await joinOrStart(home, native, options)
  try {
    const found = await session.client.query("select 1 from pg_database where datname = 'linli'")
    if (found.rowCount === 0) await session.client.query('create database linli')
    return session
  } catch (error) {
    await leave(home, session)
    throw error
  }
}

// The system's word for a full disk, and PostgreSQL's.
const fullDisk = new Set(['ENOSPC', '53100'])

/**
 * Starts PostgreSQL from the npm binaries on 127.0.0.1, or joins the one that already runs on this data folder
 * (left by a killed process, or used by another command at this moment).
 * @throws StoreTrouble with a sentence in both languages
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const home = settleHome(options.dataDir)
  const lock = join(home.folder, 'starting')
  const session = await alone(lock, () => startWithin(home, options)).catch((error: unknown) => {
    const full = fullDisk.has((error as { code?: string }).code ?? '')
    throw full ? explain('no space left on device', home) : error
  })
  // Holding the users' lock is no reason for a process to stay.
  session.client.unref()
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(home, session.port, 'linli'),
    stop: () => {
      stopping ??= leave(home, session)
      return stopping
    },
  }
}
