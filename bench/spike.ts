import { setTimeout as pause } from 'node:timers/promises'
import { stopwatch } from '#foundation/server/clock.ts'
import { connected } from '../tests/cluster.ts'
import { county } from './county.ts'
import { lifecycle, type Staff } from './lifecycle.ts'
import { type Spread, spreadOf } from './measure.ts'

/** Lifecycles begun a second, step after step: the shape DIGIT published for its "variable throughput" test. */
export const spikeShape = [1, 15, 1, 25, 2, 35, 10] as const

export type Spike = {
  readonly steps: readonly (Spread & {
    readonly rate: number
    readonly begun: number
    readonly failed: number
  })[]
  readonly begun: number
  readonly done: number
  readonly failed: number
  /** Said to be closed, but not so in the store afterwards. */
  readonly lost: number
  readonly trouble?: string
}

/**
 * Begins lifecycles at the rate of each step, whether those before have ended or not; each reads back every answer.
 * Afterwards the store itself is asked for all of them.
 */
export async function runSpike(staff: Staff, seconds: number, url: string): Promise<Spike> {
  const numbers: string[] = []
  const failures: string[] = []
  const steps: Spike['steps'][number][] = []
  const running: Promise<void>[] = []
  const waits: Promise<void>[] = []
  for (const rate of spikeShape) {
    const milliseconds: number[] = []
    const before = failures.length
    const begun = Math.max(1, Math.round(rate * seconds))
    const began = stopwatch()
    const own: Promise<void>[] = []
    for (let i = 0; i < begun; i++) {
      const from = stopwatch()
      own.push(
        lifecycle(staff, 'every').then(
          (number) => {
            milliseconds.push(stopwatch() - from)
            numbers.push(number)
          },
          (error: unknown) => void failures.push(String(error)),
        ),
      )
      await pause(Math.max(0, began + ((i + 1) * 1000) / rate - stopwatch()))
    }
    running.push(...own)
    waits.push(
      Promise.all(own).then(() => {
        steps.push({ rate, begun, failed: failures.length - before, ...spreadOf(milliseconds) })
      }),
    )
  }
  await Promise.all([...running, ...waits])
  const closed = await countClosed(url, numbers)
  const [trouble] = failures
  return {
    steps,
    begun: running.length,
    done: numbers.length,
    failed: failures.length,
    lost: numbers.length - closed,
    ...(trouble === undefined ? {} : { trouble }),
  }
}

async function countClosed(url: string, numbers: readonly string[]): Promise<number> {
  return connected(url, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as count from matters m where m.county = $1 and m.number = any ($2) and m.state = 'closed'
         and m.version = (select count(*) from events e where e.county = m.county and e.matter = m.id)`,
      [county, numbers],
    )
    return (rows[0] as { count: number }).count
  })
}
