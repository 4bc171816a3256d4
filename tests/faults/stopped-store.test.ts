import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { OutputOf } from '#foundation/contract.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'
import { migrate } from '#foundation/server/migrate.ts'
import { submit } from '#matters/accept/contract.ts'
import { listMatters, type readMatter } from '#matters/matter/contract.ts'
import { county, type DemoHouse, openDemoHouse } from '../demo-house.ts'
import type { ProblemDetails } from '../http-visitor.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'linli-stopped-'))
chmodSync(dataDir, 0o755)

const start = () => startPostgres({ dataDir, durable: false })
let postgres: Awaited<ReturnType<typeof start>>
let house: DemoHouse
let relay: Server

// A store that starts again has another port; the server knows it by one address, as in any installation.
let storePort = 0
const open = new Set<Socket>()
function relayTo(socket: Socket): void {
  const onward = connect(storePort, '127.0.0.1')
  for (const [one, other] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    open.add(one)
    one.on('error', () => other.destroy())
    one.on('close', () => {
      open.delete(one)
      other.destroy()
    })
  }
  socket.pipe(onward)
  onward.pipe(socket)
}

before(async () => {
  postgres = await start()
  await migrate(postgres.url)
  storePort = Number(new URL(postgres.url).port)
  relay = createServer(relayTo)
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done))
  const serverUrl = new URL(postgres.url)
  serverUrl.port = String((relay.address() as { port: number }).port)
  house = await openDemoHouse({
    empty: true,
    store: { url: postgres.url, serverUrl: serverUrl.href },
  })
})
after(async () => {
  await house.close()
  for (const socket of open) socket.destroy()
  relay.close()
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Receipt = OutputOf<typeof submit>
const words = '桥头镇菜市场门口的下水道堵了'
const report = (actId: string) => house.visitor().ask(submit, { county, actId, words })

async function untilReady(): Promise<number> {
  const began = stopwatch()
  while (stopwatch() - began < 20_000) {
    if ((await house.visitor().send('/readyz')).ok) return stopwatch() - began
    await pause(50)
  }
  return assert.fail('the server did not find its store again')
}

test('a stopped store: 503 and when to try again; what was acknowledged is there when it is back', async () => {
  const operator = await house.signIn('operator')
  const acknowledged: Receipt[] = []
  let pulled = false
  const refused: number[] = []
  // Somebody keeps reporting while the store is stopped under them.
  const reporting = (async () => {
    while (!pulled || refused.length === 0) {
      await report(randomUUID()).then(
        (receipt) => acknowledged.push(receipt),
        (error: { problem?: ProblemDetails }) => refused.push(error.problem?.status ?? 0),
      )
    }
  })()
  await pause(300)
  await postgres.stop()
  pulled = true
  await reporting
  assert.ok(acknowledged.length > 0)
  assert.deepEqual([...new Set(refused)], [503])

  const began = stopwatch()
  for (const [path, language, sentence] of [
    ['/api/v1/matters', 'zh-CN', /暂时无法读写/],
    ['/api/v1/matters', 'en', /try again/i],
    [`/api/v1/counties/${county}/matters`, 'zh-CN', /不会丢失/],
  ] as const) {
    const response = await operator.send(path, { headers: { 'accept-language': language } })
    assert.equal(response.status, 503, path)
    assert.match(response.headers.get('retry-after') ?? '', /^\d+$/)
    const problem = (await response.json()) as ProblemDetails
    assert.equal(problem.reason, 'foundation.storeUnavailable')
    assert.match(problem.detail, sentence)
  }
  for (const path of ['/matters', '/figures', `/matters/${acknowledged[0]?.number}`]) {
    const page = await house.visitor().send(path)
    assert.equal(page.status, 503, path)
    assert.ok(page.headers.get('retry-after'))
    assert.match(await page.text(), /<h1>系统暂时不能用<\/h1>/)
  }
  assert.equal((await house.visitor().send('/healthz')).status, 200)
  assert.equal((await house.visitor().send('/readyz')).status, 503)
  assert.ok(stopwatch() - began < 10_000, 'a stopped store is told at once')

  postgres = await start()
  storePort = Number(new URL(postgres.url).port)
  await untilReady()
  const { rows } = await operator.ask(listMatters, { limit: 200 })
  const kept = new Set(rows.map(({ number }) => number))
  for (const { number } of acknowledged) assert.ok(kept.has(number), `${number} is lost`)
  for (const { number, secret } of acknowledged.slice(-3)) {
    const headers = { 'linli-receipt': `${number} ${secret}` }
    const own = await house.visitor().send(`/api/v1/matters/${number}`, { headers })
    assert.equal(((await own.json()) as OutputOf<typeof readMatter>).own, true)
  }
})

test('who did not hear the answer asks again with the same act id, and it is done once', async () => {
  const actId = randomUUID()
  const first = await report(actId)
  await postgres.stop()
  await assert.rejects(report(actId))
  postgres = await start()
  storePort = Number(new URL(postgres.url).port)
  await untilReady()
  assert.deepEqual(await report(actId), first)
})

test('a connection that breaks in the middle is told as unavailable, and the next one works', async () => {
  const operator = await house.signIn('operator')
  const asked = Array.from({ length: 20 }, () => operator.send('/api/v1/matters?limit=200'))
  await pause(5)
  for (const socket of open) socket.destroy()
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  assert.deepEqual(
    statuses.filter((status) => status !== 200 && status !== 503),
    [],
  )
  assert.equal((await operator.send('/api/v1/matters')).status, 200)
})
