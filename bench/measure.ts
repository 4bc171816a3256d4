import { stopwatch } from '#foundation/server/clock.ts'
import { type Cpu, cpuOf, cpuOfStore } from './processes.ts'

/** How long things took, in milliseconds. */
export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number }

/** One line of the table. CPU is in milliseconds for each time the work was done; null where the system tells none. */
export type Measure = Spread & {
  readonly name: string
  readonly times: number
  readonly failed: number
  readonly perSecond: number
  /** Of the process asked: the server, or the bare driver. */
  readonly serverCpu: number | null
  readonly storeCpu: number | null
  /** What went wrong first, for whoever reads the table. */
  readonly trouble?: string
}

/** The processes whose CPU is counted. */
export type Watched = { readonly server: number; readonly postmaster: number }

export function cpuNow({ server, postmaster }: Watched): Cpu {
  return { server: cpuOf(server), store: cpuOfStore(postmaster) }
}

const per = (after: number | null, before: number | null, times: number) =>
  after === null || before === null || times === 0 ? null : (after - before) / times

/** The middle, and what 95 and 99 of 100 stayed below. */
export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = Float64Array.from(milliseconds).sort()
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Makes the line of what was timed between two readings of the CPU. */
export function measureOf(
  name: string,
  timed: {
    readonly milliseconds: readonly number[]
    readonly seconds: number
    readonly failures: readonly string[]
  },
  before: Cpu,
  after: Cpu,
): Measure {
  const { milliseconds, seconds, failures } = timed
  const times = milliseconds.length
  const [trouble] = failures
  return {
    name,
    times,
    failed: failures.length,
    perSecond: times / seconds,
    ...spreadOf(milliseconds),
    serverCpu: per(after.server, before.server, times),
    storeCpu: per(after.store, before.store, times),
    ...(trouble === undefined ? {} : { trouble }),
  }
}

/** Does `work` over and over, so many at a time, until the seconds are over. */
export async function repeat(work: () => Promise<void>, seconds: number, concurrency: number) {
  const milliseconds: number[] = []
  const failures: string[] = []
  const began = stopwatch()
  const end = began + seconds * 1000
  const one = async () => {
    for (let from = stopwatch(); from < end; from = stopwatch()) {
      try {
        await work()
        milliseconds.push(stopwatch() - from)
      } catch (error) {
        failures.push(String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, one))
  return { milliseconds, failures, seconds: (stopwatch() - began) / 1000 }
}

export type Pace = { readonly seconds: number; readonly concurrency: number }

/** Warms up for a quarter of the time, uncounted, then measures. */
export async function measure(
  name: string,
  work: () => Promise<void>,
  { seconds, concurrency }: Pace,
  watched: Watched,
): Promise<Measure> {
  await repeat(work, Math.min(3, seconds / 4), concurrency)
  const before = cpuNow(watched)
  const timed = await repeat(work, seconds, concurrency)
  return measureOf(name, timed, before, cpuNow(watched))
}
