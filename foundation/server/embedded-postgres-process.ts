import { execFile, execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account, type Home, StoreTrouble } from './embedded-postgres-home.ts'

/** The superuser of the embedded cluster; the application drops to `linli_app` on every connection. */
export const owner = 'linli'

/** What postmaster.pid tells of a server: its lines are fixed by PostgreSQL (src/include/utils/pidfile.h). */
export type Postmaster = { readonly pid: number; readonly port: number; readonly stopping: boolean }

const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const asAccount = (account: Account) =>
  account === null ? {} : { uid: account.uid, gid: account.gid }

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The name of a process, or '' when it cannot be told; a number may since belong to something else. */
function nameOf(pid: number): string {
  try {
    if (existsSync('/proc/self/stat')) {
      const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
      // A zombie has ended; only its parent has not looked yet.
      return state === 'Z' ? '' : (name ?? '')
    }
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** Is this the number of a running process, other than ourselves? */
export function isOtherProcess(pid: number): boolean {
  return pid > 0 && pid !== process.pid && isAlive(pid)
}

/** The server that runs on this cluster, or null; a stale postmaster.pid is removed. */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && nameOf(pid).includes('postgres')) {
    return { pid, port: Number(lines[3]), stopping: lines[7]?.trim() === 'stopping' }
  }
  rmSync(file, { force: true })
  return null
}

/** A port of 127.0.0.1 that is free now. Somebody may take it before PostgreSQL does: the caller tries again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Turns what PostgreSQL wrote into a sentence somebody can act on. */
export function explain(
  output: string,
  { base: place, logFile }: Pick<Home, 'base' | 'logFile'>,
): StoreTrouble {
  const tail = output.trim().split('\n').slice(-12).join('\n')
  if (/no space left on device/i.test(output)) {
    return new StoreTrouble(
      `磁盘已满,数据库无法启动:${place}`,
      `The disk is full, the store cannot start: ${place}`,
    )
  }
  return new StoreTrouble(
    `数据库无法启动。日志:${logFile}`,
    `The store cannot start. Log: ${logFile}\n${tail}`,
  )
}

/**
 * Makes the cluster: UTF-8, C.UTF-8 sorting (C where the system lacks it), password sign-in only. Complete or
 * absent.
 */
export async function makeCluster(native: string, home: Home, password: string): Promise<void> {
  if (existsSync(home.cluster)) return
  const half = `${home.cluster}.new`
  const passwordCopy = join(home.base, 'password.new')
  const troubles: string[] = []
  try {
    writeFileSync(passwordCopy, password, { mode: 0o600 })
    if (home.account) chownSync(passwordCopy, home.account.uid, home.account.gid)
    for (const locale of ['C.UTF-8', 'C']) {
      rmSync(half, { recursive: true, force: true })
      mkdirSync(half, { mode: 0o700 })
      if (home.account) chownSync(half, home.account.uid, home.account.gid)
      const words = [
        '-D',
        half,
        '-U',
        owner,
        '-E',
        'UTF8',
        `--locale=${locale}`,
        '-A',
        'scram-sha-256',
      ]
      try {
        await promisify(execFile)(
          join(native, 'bin/initdb'),
          [...words, `--pwfile=${passwordCopy}`, '--no-instructions'],
          { ...asAccount(home.account), cwd: '/', env: environment },
        )
        renameSync(half, home.cluster)
        return
      } catch (error) {
        troubles.push(String((error as { stderr?: string }).stderr || error))
      }
    }
  } finally {
    rmSync(passwordCopy, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
  throw explain(troubles.join('\n'), home)
}

/** Settings for a small machine; given on the command line, so that a newer Linli brings its own. */
function settings(port: number, durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: durable ? '256MB' : '128MB',
    max_connections: durable ? '100' : '200',
    effective_cache_size: '1GB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] ',
    log_min_duration_statement: durable ? '2000' : '-1',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const logSizeMax = 20_000_000

/** A server just started: `ended` tells its last log lines when it ends early. */
export type Started = { readonly pid: number; readonly ended: () => string | null }

/** Starts the server in a group of its own: Ctrl-C at the terminal reaches us first, and we stop it in order. */
export function spawnPostmaster(
  native: string,
  home: Home,
  port: number,
  durable: boolean,
): Started {
  if (existsSync(home.logFile) && statSync(home.logFile).size > logSizeMax) {
    renameSync(home.logFile, `${home.logFile}.1`)
  }
  const log = openSync(home.logFile, 'a', 0o600)
  const logStart = statSync(home.logFile).size
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', home.cluster, ...settings(port, durable)],
    {
      ...asAccount(home.account),
      cwd: '/',
      env: environment,
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  let failure: string | null = null
  // Whoever stopped the server may have taken the folder away before its end reaches us.
  const writtenSince = () =>
    existsSync(home.logFile) ? readFileSync(home.logFile).subarray(logStart).toString() : ''
  child.once('error', (error) => {
    failure = String(error)
  })
  child.once('exit', (code) => {
    failure ??= writtenSince() || `exit code ${code}`
  })
  child.unref()
  return { pid: child.pid ?? 0, ended: () => failure }
}

/**
 * Fast shutdown (SIGINT: sessions end, everything is written), then after 30 s immediate (SIGQUIT: recovery at
 * next start).
 */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  // The file goes at the very end of a shutdown; a zombie nobody reaps would keep the number alive.
  const gone = () => !existsSync(join(cluster, 'postmaster.pid')) || !isAlive(pid)
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (gone()) return
      await pause(20)
    }
  }
  throw new StoreTrouble(`数据库进程 ${pid} 未能停止。`, `The store process ${pid} did not stop.`)
}
