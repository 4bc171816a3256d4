import { Refused } from '#foundation/refusal.ts'
import { daysOn } from '#foundation/rules-with-citations.ts'
import { newId } from '#foundation/server/new-id.ts'
import { addDays } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import { perform } from '#matters/matter/server/act.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import { systemActor } from '#people/actor.ts'
import { closedBefore } from './store.ts'

const mostAtOnce = 200

/**
 * Archives what ended longer ago than the rules `window.archive` and `window.reopen` ask, the longest ago first, at
 * most 200 at once. Run it daily, and again while it returns 200. What somebody changed meanwhile is passed over.
 * @returns the number of matters archived
 */
export async function archiveClosed(engine: Engine, county: number, now: Date): Promise<number> {
  const { rules, dayOf, calendar } = await engine.countyOf(county, now)
  const today = dayOf(now)
  const days = Math.max(
    daysOn(rules, 'window.archive', today),
    daysOn(rules, 'window.reopen', today),
  )
  const before = startOfDay(addDays(today, -days), calendar.timeZone)
  const scope = { county, reach: 'system', parties: [] } as const
  const due = await engine.database.within(scope, (sql) =>
    closedBefore(sql, county, before, mostAtOnce),
  )
  const by = systemActor(county)
  let archived = 0
  for (const matter of due) {
    try {
      await perform(engine, 'archive', { matter, actId: newId(now) }, by, now)
      archived += 1
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.kind === 'unavailable') throw error
    }
  }
  return archived
}
