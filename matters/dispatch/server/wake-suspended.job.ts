import { Refused } from '#foundation/refusal.ts'
import { perform } from '#matters/matter/server/act.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import { dueSuspensions } from './store.ts'

const batchMax = 500

/**
 * Wakes every matter whose day has come, at most 500 in one go; what is left comes with the next. The suspension's id
 * is the act id, so that a job killed half way, or run twice at once, wakes nothing twice.
 * @returns how many woke, and how many somebody had woken meanwhile
 */
export async function wakeSuspended(
  engine: Engine,
  county: number,
  now: Date,
): Promise<{ woken: number; passed: number }> {
  const house = systemActor(county)
  const today = (await engine.countyOf(county, now)).dayOf(now)
  const due = await engine.database.within(scopeOf(house), (sql) =>
    dueSuspensions(sql, county, today, batchMax),
  )
  let [woken, passed] = [0, 0]
  for (const { id, matter } of due) {
    try {
      await perform(engine, 'wake', { matter, actId: id }, house, now)
      woken += 1
    } catch (error) {
      if (!(error instanceof Refused && error.refusal.kind === 'conflict')) throw error
      passed += 1
    }
  }
  return { woken, passed }
}
