import { now, stopwatch } from '#foundation/server/clock.ts'
import { growingIssues } from '#matters/analyse/server/hot/grow-issues.job.ts'
import { nightlyLearning } from '#matters/analyse/server/learn/train-models.job.ts'
import { dailyProposals } from '#matters/analyse/server/spikes/propose-seasons.job.ts'
import { wakeSuspended } from '#matters/dispatch/server/wake-suspended.job.ts'
import { archiveClosed } from '#matters/evaluate/server/archive-closed.job.ts'
import type { House } from './house.ts'

const everyMilliseconds = 60_000
const unfinishedMilliseconds = 24 * 3_600_000

/**
 * The house's own work, once a minute: waking what was suspended, archiving what has long been closed,
 * removing half-sent files, and at night letting each county learn.
 * Every job is idempotent by its act ids, so several servers may run it at once; a failure is said and tried again.
 */
export function startJobs(house: House, say: (line: string) => void): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const learning = nightlyLearning({ database: house.database, clock: stopwatch }, say)
  const jobs = [
    wakeSuspended,
    archiveClosed,
    dailyProposals(),
    growingIssues(),
    learning.learnNightly,
  ]

  async function once(): Promise<void> {
    const at = now()
    for (const { county } of house.counties.list()) {
      for (const job of jobs) {
        await job(house.engine, county, at).catch((error: Error) =>
          say(`${job.name}: ${error.message}`),
        )
      }
    }
    await house.files.sweepUnfinished(new Date(at.getTime() - unfinishedMilliseconds))
    await house.counties.refresh().catch(() => {})
  }

  const timer = setInterval(() => {
    running = running.then(once).catch((error: Error) => say(`jobs: ${error.message}`))
  }, everyMilliseconds)
  return {
    stop: async () => {
      clearInterval(timer)
      await learning.stop()
      await running
    },
  }
}
