import { startOfDay } from '#foundation/time-zone.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import { latestModel } from '../store-models.ts'
import { modelTasks } from './tasks.ts'
import { type Training, trainModels } from './train-models.ts'

/** Night work: begins at two by the county's clock, not after five. */
const [firstHour, lastHour] = [2, 5]
const hourMilliseconds = 3_600_000
/** Learnt in the last so many hours: this night's work is done, by whatever server. */
const restHours = 20

/** Whether it is time to learn. @param learntAt when something was learnt last; null: never */
export function isLearningTime(now: Date, midnight: Date, learntAt: Date | null): boolean {
  const hour = (now.getTime() - midnight.getTime()) / hourMilliseconds
  if (hour < firstHour || hour >= lastHour) return false
  return !learntAt || now.getTime() - learntAt.getTime() >= restHours * hourMilliseconds
}

export type NightlyLearning = {
  /** Begins to learn when it is time, and does not wait for the end. */
  learnNightly(engine: Engine, county: number, now: Date): Promise<void>
  /** Ends what is being learnt; nothing of it is written. */
  stop(): Promise<void>
}

/**
 * A county learns once a night, one county at a time, in a thread of its own: the minute hand goes on meanwhile. Two
 * servers that learn at one time write one row.
 */
export function nightlyLearning(training: Training, say: (line: string) => void): NightlyLearning {
  const ending = new AbortController()
  let learning: Promise<void> | null = null

  async function learn(county: number, now: Date, today: Parameters<typeof startOfDay>[0]) {
    try {
      for (const task of modelTasks)
        await trainModels(training, { county, task, now, today, signal: ending.signal })
    } catch (error) {
      if (!ending.signal.aborted) say(`learnNightly ${county}: ${String(error)}`)
    } finally {
      learning = null
    }
  }

  return {
    learnNightly: async (engine, county, now) => {
      if (learning || ending.signal.aborted) return
      const { dayOf, calendar } = await engine.countyOf(county, now)
      const today = dayOf(now)
      const scope = { county, reach: 'system', parties: [] } as const
      const last = await engine.database.within(scope, (sql) =>
        latestModel(sql, county, 'category'),
      )
      const midnight = startOfDay(today, calendar.timeZone)
      if (!learning && isLearningTime(now, midnight, last?.madeAt ?? null))
        learning = learn(county, now, today)
    },
    stop: async () => {
      ending.abort()
      await learning
    },
  }
}
