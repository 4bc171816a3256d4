import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'
import { mayEnter } from '#foundation/server/embedded-postgres-home.ts'
import { connected } from '../cluster.ts'

const isRoot = process.getuid?.() === 0
const folders: string[] = []
const children: ChildProcess[] = []

/** A folder with a space and Chinese characters in its name, open to all unless told otherwise. */
function freshFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli 数据-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

/** Where the cluster of a data folder really is. */
function clusterOf(dataDir: string): string {
  const pointer = join(dataDir, 'postgres/moved-to.txt')
  const base = existsSync(pointer) ? readFileSync(pointer, 'utf8').split('\n')[0] : undefined
  return join(base ?? join(dataDir, 'postgres'), 'cluster')
}

const pidFile = (dataDir: string) => join(clusterOf(dataDir), 'postmaster.pid')
const pidOf = (dataDir: string) => Number(readFileSync(pidFile(dataDir), 'utf8').split('\n')[0])

/** Starts another process that uses the store; answers when the store is up. */
async function hold(dataDir: string, ...account: string[]) {
  const holder = join(import.meta.dirname, 'postgres-holder.ts')
  const child = spawn(process.execPath, [holder, dataDir, ...account], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const url = line.toString().trim()
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    leave: async () => {
      child.stdin.write('go\n')
      await once(child, 'exit')
    },
  }
}

const ask = (url: string, text: string) =>
  connected(url, async (client) => (await client.query(text)).rows as unknown[])

after(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) {
    const base = dirname(clusterOf(join(folder, 'data')))
    for (const place of [base, folder]) rmSync(place, { recursive: true, force: true })
  }
})

test('data stay from start to start, in a folder with a space and Chinese characters', async () => {
  const dataDir = join(freshFolder(), 'data')
  const first = await startPostgres({ dataDir, durable: false })
  await ask(first.url, "create table kept as select '路灯' as word")
  await first.stop()
  assert.ok(!existsSync(pidFile(dataDir)))
  const second = await startPostgres({ dataDir, durable: false })
  assert.deepEqual(await ask(second.url, 'select word from kept'), [{ word: '路灯' }])
  await second.stop()
})

test('only 127.0.0.1 listens, only the password opens, and only we can read it', async () => {
  const dataDir = join(freshFolder(), 'data')
  const { url, stop } = await startPostgres({ dataDir, durable: false })
  try {
    assert.equal(new URL(url).hostname, '127.0.0.1')
    const settings =
      'select current_setting($$listen_addresses$$) as at, current_setting($$unix_socket_directories$$) as sockets'
    assert.deepEqual(await ask(url, settings), [{ at: '127.0.0.1', sockets: '' }])
    const wrong = new URL(url)
    wrong.password = 'guess'
    await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' })
    assert.equal(statSync(join(dataDir, 'postgres/password')).mode & 0o777, 0o600)
  } finally {
    await stop()
  }
})

test('a server whose starter was killed is taken over, and stopped at the end', async () => {
  const dataDir = join(freshFolder(), 'data')
  const holder = await hold(dataDir)
  const pid = pidOf(dataDir)
  await holder.kill()
  const taken = await startPostgres({ dataDir, durable: false })
  assert.equal(pidOf(dataDir), pid)
  assert.equal(taken.url, holder.url)
  await taken.stop()
  assert.ok(!existsSync(pidFile(dataDir)))
})

test('two processes share one server; the last one stops it', async () => {
  const dataDir = join(freshFolder(), 'data')
  const [mine, other] = await Promise.all([
    startPostgres({ dataDir, durable: false }),
    hold(dataDir),
  ])
  assert.equal(mine.url, other.url)
  await mine.stop()
  assert.deepEqual(await ask(other.url, 'select 1 as one'), [{ one: 1 }])
  await other.leave()
  assert.ok(!existsSync(pidFile(dataDir)))
})

test('a server that was killed leaves files behind that do not stop the next start', async () => {
  const dataDir = join(freshFolder(), 'data')
  const first = await startPostgres({ dataDir })
  await ask(first.url, 'create table kept as select 1 as one')
  process.kill(pidOf(dataDir), 'SIGKILL')
  await first.stop()
  assert.ok(existsSync(pidFile(dataDir)))
  // What a start that was killed half-way leaves besides.
  writeFileSync(join(dataDir, 'postgres/starting'), '999999999')
  const second = await startPostgres({ dataDir })
  assert.deepEqual(await ask(second.url, 'select one from kept'), [{ one: 1 }])
  await second.stop()
})

test('the making of a cluster that was broken off is begun anew', async () => {
  const dataDir = join(freshFolder(), 'data')
  mkdirSync(join(dataDir, 'postgres/cluster.new/base'), { recursive: true })
  const { url, stop } = await startPostgres({ dataDir, durable: false })
  assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
  await stop()
  // Copied binaries lie there besides when the checkout is closed to the store's account.
  const left = readdirSync(join(dataDir, 'postgres')).filter(
    (name) => !name.startsWith('binaries-'),
  )
  assert.deepEqual(left.sort(), ['cluster', 'password', 'postgres.log'])
})

test('a cluster of another version is refused with a sentence', async () => {
  const dataDir = join(freshFolder(), 'data')
  const { stop } = await startPostgres({ dataDir, durable: false })
  await stop()
  writeFileSync(join(clusterOf(dataDir), 'PG_VERSION'), '14\n')
  await assert.rejects(startPostgres({ dataDir }), /made by PostgreSQL 14/)
})

test('a server that cannot start says so, with the end of its log', async () => {
  const dataDir = join(freshFolder(), 'data')
  const { stop } = await startPostgres({ dataDir, durable: false })
  await stop()
  rmSync(join(clusterOf(dataDir), 'global'), { recursive: true })
  await assert.rejects(startPostgres({ dataDir }), /The store cannot start[\s\S]*global/)
})

test('root: below a closed folder the cluster lies elsewhere, and is found again', {
  skip: !isRoot,
}, async () => {
  const dataDir = join(freshFolder(0o700), 'data')
  const first = await startPostgres({ dataDir, durable: false })
  await ask(first.url, 'create table kept as select 1 as one')
  await first.stop()
  assert.ok(!clusterOf(dataDir).startsWith(dataDir))
  const second = await startPostgres({ dataDir, durable: false })
  assert.deepEqual(await ask(second.url, 'select one from kept'), [{ one: 1 }])
  await second.stop()
})

const nobody = { uid: 65534, gid: 65534 }
const reachable = mayEnter(import.meta.dirname, nobody) && mayEnter(process.execPath, nobody)

test('an ordinary user starts and stops it, too; root later takes over as that user', {
  skip: !isRoot || !reachable,
}, async () => {
  const folder = freshFolder()
  chownSync(folder, nobody.uid, nobody.gid)
  const dataDir = join(folder, 'data')
  const user = await hold(dataDir, String(nobody.uid), String(nobody.gid))
  await ask(user.url, 'create table kept as select 1 as one')
  await user.leave()
  assert.equal(statSync(clusterOf(dataDir)).uid, nobody.uid)
  const later = await startPostgres({ dataDir, durable: false })
  assert.deepEqual(await ask(later.url, 'select one from kept'), [{ one: 1 }])
  await later.stop()
})
