import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#foundation/server/embedded-postgres-process.ts'

const root = join(import.meta.dirname, '../..')
const dataDir = mkdtempSync(join(tmpdir(), 'linli 启停-'))
chmodSync(dataDir, 0o755)
const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid')
const started: ChildProcess[] = []

after(async () => {
  // Only what this file started; the group holds the command and all it started in turn.
  for (const child of started)
    if (child.pid && child.exitCode === null) signalGroup(child, 'SIGKILL')
  if (existsSync(pidFile))
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT')
  await until(() => !existsSync(pidFile), 20)
  rmSync(dataDir, { recursive: true, force: true })
})

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid ?? 0), signal)
  } catch {
    // The group is gone already.
  }
}

async function until(done: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    if (await done()) return
    await pause(50)
  }
  assert.fail(`waited ${seconds} s in vain`)
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
}

/** Runs the command in a process group of its own, as a terminal does. */
async function begin(env: Record<string, string> = {}) {
  const port = await freePort()
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, 'app/linli.mjs'), 'start'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, LINLI_DATA: dataDir, PORT: String(port), LINLI_DEMO: '0', ...env },
  })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const address = `http://127.0.0.1:${port}`
  return { child, ended, address, port, told: () => output }
}

async function beginAndWait() {
  const running = await begin()
  await until(async () => running.child.exitCode !== null || answers(running.address), 120)
  assert.equal(running.child.exitCode, null, running.told())
  return running
}

async function nothingLeft(address: string): Promise<void> {
  await until(() => !existsSync(pidFile), 20)
  assert.equal(await answers(address), false)
}

test('starts, says where, and Ctrl-C leaves nothing running', async () => {
  const running = await beginAndWait()
  await until(() => running.told().includes(running.address), 10)
  // A terminal sends Ctrl-C to the whole group; the starter hands it on besides.
  signalGroup(running.child, 'SIGINT')
  assert.equal(await running.ended, 0, running.told())
  await nothingLeft(running.address)
})

test('a service manager’s SIGTERM to the starter alone stops everything', async () => {
  const running = await beginAndWait()
  running.child.kill('SIGTERM')
  assert.equal(await running.ended, 0, running.told())
  await nothingLeft(running.address)
})

test('a killed starter takes server and store with it', async () => {
  const running = await beginAndWait()
  running.child.kill('SIGKILL')
  await running.ended
  await nothingLeft(running.address)
})

test('stopped in the middle of starting, nothing is left', async () => {
  const running = await begin()
  await until(() => existsSync(pidFile), 60)
  running.child.kill('SIGTERM')
  assert.equal(await running.ended, 0, running.told())
  await nothingLeft(running.address)
})

test('a taken port is told at once, and the store is not even started', async () => {
  const running = await beginAndWait()
  const second = await begin({ PORT: String(running.port) })
  assert.equal(await second.ended, 1)
  assert.match(second.told(), new RegExp(`Port ${running.port} is taken`))
  assert.ok(await answers(running.address))
  running.child.kill('SIGTERM')
  await running.ended
})
