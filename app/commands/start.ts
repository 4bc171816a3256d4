import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stopwatch } from '#foundation/server/clock.ts'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'
import { StoreTrouble } from '#foundation/server/embedded-postgres-home.ts'
import { migrate } from '#foundation/server/migrate.ts'
import { buildScreens } from '../build.ts'
import { atEnd } from './ending.ts'

const root = join(import.meta.dirname, '../..')

/** Somebody the demo county lets the visitor be. */
export type DemoSignIn = {
  readonly name: string
  readonly account: string
  readonly password: string
}
type DemoModule = {
  loadDemo(options: {
    databaseUrl: string
    dataDir: string
    say: (line: string) => void
  }): Promise<{ signIns: readonly DemoSignIn[] }>
}

const say = (line: string) => console.log(`  ${line}`)
const stops: (() => Promise<void>)[] = []
let stopping = false

async function stopAll(): Promise<void> {
  stopping = true
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop()
}

/** Notes how to stop what is being started, from the moment it begins: Ctrl-C may come before it is up. */
function stoppable<T>(starting: Promise<T>, stop: (started: T) => Promise<void>): Promise<T> {
  stops.push(() => starting.then(stop, () => {}))
  return starting
}

/** One line per step: what, and how many seconds it took. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = stopwatch()
  const result = await work()
  console.log(`✓ ${name}  ${((stopwatch() - began) / 1000).toFixed(1)} s`)
  return result
}

/** Refuses a taken port before anything is started, rather than after a minute of work. */
function checkPort(port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const chinese = taken
        ? `端口 ${port} 已被占用。请换一个:PORT=8081 npm start`
        : `无法监听 ${host}:${port}。`
      const english = taken
        ? `Port ${port} is taken. Choose another: PORT=8081 npm start`
        : `Cannot listen on ${host}:${port}: ${error.message}`
      fail(new StoreTrouble(chinese, english))
    })
    probe.listen(port, host, () => probe.close(() => done()))
  })
}

function readSettings() {
  const port = Number(process.env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StoreTrouble(
      `PORT 应为端口号:${process.env.PORT}`,
      `PORT is no port number: ${process.env.PORT}`,
    )
  }
  const demo = process.env.LINLI_DEMO || (process.env.NODE_ENV === 'production' ? '0' : '1')
  return {
    port,
    host: process.env.LINLI_HOST || '127.0.0.1',
    dataDir: process.env.LINLI_DATA ? resolve(process.env.LINLI_DATA) : join(root, 'data'),
    databaseUrl: process.env.DATABASE_URL || undefined,
    demo: !['0', 'false', 'no', 'off'].includes(demo),
  }
}

async function load<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(join(root, file)).href)) as T
}

async function openStore(settings: ReturnType<typeof readSettings>): Promise<string> {
  const { dataDir, databaseUrl } = settings
  const url =
    databaseUrl ??
    (await step('数据库 / store', async () => {
      const starting = startPostgres({ dataDir, say })
      return (await stoppable(starting, (postgres) => postgres.stop())).url
    }))
  await step('数据库结构 / migrations', () => migrate(url, { say }))
  return url
}

async function start(): Promise<void> {
  const began = stopwatch()
  const settings = readSettings()
  console.log('邻里 Linli')
  await checkPort(settings.port, settings.host)
  mkdirSync(settings.dataDir, { recursive: true })
  // Building needs no store, the store no screens, and loading the server neither: they start together.
  const serverModule = import('../server/server.ts')
  serverModule.catch(() => {})
  const built = step('网页 / screens', () => buildScreens())
  built.catch(() => {})
  const databaseUrl = await openStore(settings)
  await built
  if (stopping) return
  let signIns: readonly DemoSignIn[] = []
  if (settings.demo && existsSync(join(root, 'database/demo/load.ts'))) {
    const { loadDemo } = await load<DemoModule>('database/demo/load.ts')
    const loaded = await step('演示县 / demo county', () =>
      loadDemo({ databaseUrl, dataDir: settings.dataDir, say }),
    )
    signIns = loaded.signIns
  }
  if (stopping) return
  const { openServer } = await serverModule
  const { port, host, dataDir } = settings
  const server = await step('服务 / server', () =>
    stoppable(openServer({ databaseUrl, dataDir, port, host, say }), (running) => running.close()),
  )
  const address = server.address.replace(/\/$/, '')
  console.log(`
居民网页 / residents  ${address}/
工作台   / desk       ${address}/desk/
数据目录 / data       ${dataDir}`)
  if (signIns.length > 0) {
    console.log('\n演示账号(虚构) / demo sign-ins (invented):')
    const width = Math.max(...signIns.map(({ account }) => account.length))
    for (const { name, account, password } of signIns)
      console.log(`  ${account.padEnd(width)}  ${password}  ${name}`)
  }
  const seconds = ((stopwatch() - began) / 1000).toFixed(1)
  console.log(
    `\n已就绪,用时 ${seconds} 秒;按 Ctrl-C 停止。 / Ready after ${seconds} s; Ctrl-C stops it.`,
  )
}

atEnd(async () => {
  console.log('\n正在停止… / stopping…')
  await stopAll()
})
try {
  await start()
} catch (error) {
  // Being stopped makes the step under way fail; that is no news.
  if (!stopping) await fail(error)
}

async function fail(error: unknown): Promise<void> {
  console.error(error instanceof StoreTrouble ? `\n${error.message}` : error)
  await stopAll()
  process.exit(1)
}
