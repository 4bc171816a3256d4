import type { Database } from '#foundation/server/database.ts'
import { addDays, type Day, numberOfDay } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import { randomFrom } from '../../spikes/random.ts'
import { quietHistory, replay } from '../../spikes/replay.ts'
import { firstRequest } from '../store-spikes.ts'
import { detectRules, endOf, readCells, telling } from './spikes.ts'

type ReplayAsked = {
  readonly county: number
  /** First and last day whose seven days are judged. */
  readonly from: Day
  readonly to: Day
  /** Of the quiet history: the same seed draws the same one. */
  readonly seed: number
  readonly now: Date
}

/** A week of the past that would have been shown. */
export type PastSpike = {
  readonly from: Day
  readonly to: Day
  readonly category: string
  readonly categoryName: string
  readonly division: string | null
  readonly divisionName: string | null
  readonly count: number
  readonly mean: number
  readonly high: number
}

export type SpikeReplay = {
  /** Weeks that had history enough to be judged, and kinds and places judged in them. */
  readonly weeks: number
  readonly judged: number
  readonly alarms: readonly PastSpike[]
  /** The same on a history in which nothing happened: every alarm is a false one. */
  readonly quiet: { readonly judged: number; readonly alarms: number }
  /** Share the rule allows. */
  readonly tail: number
}

/** Judges every week of a period as if it had just ended: the whole history is read once, and only backwards. */
export async function replaySpikes(
  { database, engine, names }: { database: Database; engine: Engine; names: Names },
  { county, from, to, seed, now }: ReplayAsked,
): Promise<SpikeReplay> {
  const rules = await engine.countyOf(county, now)
  const asked = detectRules(rules, rules.dayOf(now))
  const end = endOf(to, rules)
  const { cells, total, nodes } = await database.within(
    scopeOf(systemActor(county)),
    async (sql) => {
      const first = (await firstRequest(sql, county, end)) ?? end
      const whole = { from: startOfDay(rules.dayOf(first), rules.calendar.timeZone), to: end }
      return readCells(sql, { county, to, end, spans: [whole] })
    },
  )
  const period = { first: Math.floor((numberOfDay(to) - numberOfDay(from)) / 7), last: 0 }
  const told = replay(cells, total, period, asked)
  const still = quietHistory(cells, total, randomFrom(seed))
  const quiet = replay(still.cells, still.total, period, asked)
  const nameOf = new Map(nodes.map(({ code, name }) => [code, name]))
  const byWeek = Map.groupBy(told.alarms, ({ week }) => week)
  const alarms = [...byWeek.values()].flatMap((ofWeek) => telling(ofWeek, nodes))
  return {
    weeks: told.weeks,
    judged: told.judged,
    alarms: alarms.map(({ category, division, week, count, mean, high }) => ({
      ...{ from: addDays(to, -7 * week - 6), to: addDays(to, -7 * week) },
      ...{ category, division, count, mean, high },
      categoryName: nameOf.get(category) ?? category,
      divisionName: division && names.divisionName(county, division),
    })),
    quiet: { judged: quiet.judged, alarms: quiet.alarms.length },
    tail: asked.tail,
  }
}
