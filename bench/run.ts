import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { buildScreens } from '#app/build.ts'
import { demoPassword } from '#database/demo/people.ts'
import { now } from '#foundation/server/clock.ts'
import { connected } from '../tests/cluster.ts'
import { runBare, startServer } from './children.ts'
import { beginCounty } from './county.ts'
import { type Line, openLine } from './http.ts'
import { create, lifecycle, lifecycleSize, type Staff, signInStaff } from './lifecycle.ts'
import { loadMatters } from './load.ts'
import { type Measure, measure, type Pace, type Watched } from './measure.ts'
import { machine, memoryOf } from './processes.ts'
import { lookingReads, type Read, searchingReads, takingReads, workingReads } from './reads.ts'
import { runSpike, type Spike } from './spike.ts'
import { type BenchStore, openBenchStore } from './store.ts'

export type BenchOptions = {
  /** Matters loaded before anything is measured. */
  readonly size: number
  /** For each line of the table, and for each step of the spike. */
  readonly seconds: number
  readonly concurrency: number
  /** Only lines whose name holds this. */
  readonly only?: string
  /** Where the server's CPU profile goes. */
  readonly profile?: string
}

export type BenchResults = {
  readonly at: string
  readonly options: BenchOptions
  readonly machine: ReturnType<typeof machine> & {
    readonly postgres: string
    /** Processes that wanted a core in the minute before: above a half, others were at work on the machine. */
    readonly loadBefore: number
  }
  readonly load: { readonly seconds: number; readonly megabytes: number }
  readonly server: {
    readonly startSeconds: number
    readonly idleMegabytes: number | null
    mostMegabytes: number | null
  }
  readonly lifecycleSize: typeof lifecycleSize
  readonly measures: Measure[]
  bare?: Measure
  spike?: Spike
}

/** Enough that what only some need (a point on the map, a block of numbers) is there in its share. */
const recordedLifecycles = 20

/** More than are ever used by the measuring: the spike begins whether a connection is free or not. */
const connections = 256

type Say = (line: string) => void

/** Everything the measuring needs, running. */
type Bench = {
  readonly store: BenchStore
  readonly line: Line
  readonly staff: Staff
  readonly options: BenchOptions
  readonly watched: Watched
  readonly results: BenchResults
  readonly say: Say
}

const isWanted = ({ only }: BenchOptions, name: string) => only === undefined || name.includes(only)

/** What the aims speak of in the first place is measured for longer than what only reads. */
const longer = 3

async function measureAll(
  { options, watched, results, say }: Bench,
  reads: readonly Read[],
  seconds = options.seconds,
): Promise<void> {
  for (const { name, work, atOnceMax = options.concurrency } of reads) {
    if (!isWanted(options, name)) continue
    say(name)
    const concurrency = Math.min(options.concurrency, atOnceMax)
    results.measures.push(await measure(name, work, { seconds, concurrency }, watched))
  }
}

/** What lifecycles send, written down by a second server on the same store, which is stopped again. */
async function recordLifecycles({ store, say }: Bench) {
  say('记录语句 / recording statements')
  const { url: databaseUrl, dataDir } = store
  const server = await startServer({ databaseUrl, dataDir, record: true })
  const line = openLine(server.address, 4)
  try {
    const staff = await signInStaff(line, demoPassword)
    // The first ones read rules, posts and outlines, which later ones find remembered.
    for (let i = 0; i < recordedLifecycles; i++) await lifecycle(staff)
    await server.transcript()
    const lifecycles = []
    for (let i = 0; i < recordedLifecycles; i++) {
      await lifecycle(staff)
      lifecycles.push(await server.transcript())
    }
    return lifecycles
  } finally {
    line.close()
    await server.stop()
  }
}

async function measureBare(bench: Bench): Promise<void> {
  const { store, options, results, say } = bench
  if (!isWanted(options, 'bare')) return
  const lifecycles = await recordLifecycles(bench)
  say('裸驱动 / bare driver')
  const { seconds, concurrency } = options
  const pace: Pace = { seconds: longer * seconds, concurrency }
  results.bare = await runBare({ url: store.url, postmaster: store.postmaster, lifecycles, pace })
}

async function measureSpike({ staff, store, options, results, say }: Bench): Promise<void> {
  if (!isWanted(options, 'spike')) return
  say('尖峰 / spike')
  results.spike = await runSpike(staff, options.seconds, store.url)
}

async function measureEverything(bench: Bench): Promise<void> {
  const { line, staff, options } = bench
  const at = now()
  await measureAll(bench, [
    ...(await lookingReads(line, staff)),
    ...(await searchingReads(line, staff)),
    ...(await workingReads(line, staff, at)),
    ...(await takingReads(staff, at)),
  ])
  const writes = [
    { name: '新建 create', work: async () => void (await create(staff)) },
    { name: '全流程 lifecycle', work: async () => void (await lifecycle(staff)) },
  ]
  await measureAll(bench, writes, longer * options.seconds)
  await measureBare(bench)
  await measureSpike(bench)
}

async function versionOf(url: string): Promise<string> {
  return connected(url, async (client) => {
    const { rows } = await client.query('show server_version')
    return (rows[0] as { server_version: string }).server_version
  })
}

/** Notes how to stop what is being started, from the moment it begins: Ctrl-C may come before it is up. */
type Keep = <T>(starting: Promise<T>, stop: (started: T) => Promise<void>) => Promise<T>

async function runOnStore(
  store: BenchStore,
  options: BenchOptions,
  keep: Keep,
  say: Say,
): Promise<BenchResults> {
  const [loadBefore = 0] = loadavg()
  const { url, dataDir, postmaster } = store
  await beginCounty(url, now())
  say(`装入 ${options.size} 件 / loading ${options.size} matters`)
  const load = await loadMatters(url, { size: options.size, now: now() }, say)
  const serving = { databaseUrl: url, dataDir, record: false }
  const server = await keep(startServer(serving, options.profile), ({ stop }) => stop())
  const line = openLine(server.address, connections)
  const staff = await signInStaff(line, demoPassword)
  await pause(Math.min(3000, options.seconds * 1000))
  const results: BenchResults = {
    at: now().toISOString(),
    options,
    machine: { ...machine(), postgres: await versionOf(url), loadBefore },
    load,
    server: {
      startSeconds: server.startSeconds,
      idleMegabytes: memoryOf(server.pid)?.now ?? null,
      mostMegabytes: null,
    },
    lifecycleSize,
    measures: [],
  }
  const watched = { server: server.pid, postmaster }
  await measureEverything({ store, line, staff, options, watched, results, say })
  results.server.mostMegabytes = memoryOf(server.pid)?.most ?? null
  line.close()
  return results
}

/** A run under way. `stop` ends it early; either way nothing is left behind. */
export type BenchRun = { readonly results: Promise<BenchResults>; stop(): Promise<void> }

/** Measures this checkout on a store of its own. */
export function beginBench(options: BenchOptions, say: Say): BenchRun {
  const stops: (() => Promise<void>)[] = []
  const keep: Keep = (starting, stop) => {
    stops.push(() => starting.then(stop, () => {}))
    return starting
  }
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next()
  }
  const work = async () => {
    await buildScreens()
    const store = await keep(openBenchStore(say), ({ close }) => close())
    return runOnStore(store, options, keep, say)
  }
  return { results: work().finally(stop), stop }
}
