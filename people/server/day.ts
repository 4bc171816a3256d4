import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import { whyNotDay } from '../rules.ts'
import type { Moment } from './moment.ts'
import { findCounty } from './store.ts'

/** The county's day at a moment; null for a county this installation does not serve. */
export async function findDay(sql: Sql, county: number, now: Date): Promise<Day | null> {
  const found = await findCounty(sql, county)
  return found && dayAt(now, found.timeZone)
}

/** Today where the deed is done. */
export async function today({ sql, by, now }: Moment): Promise<Day> {
  const day = await findDay(sql, by.county, now)
  if (!day) throw new Refused(refuse('people.countyUnknown', 'missing', { field: 'county' }))
  return day
}

/** The day asked for, or today; refused when it is none. */
export async function dayAsked(
  moment: Moment,
  day: string | undefined,
  field: string,
): Promise<string> {
  if (day === undefined) return today(moment)
  unless(whyNotDay(day, field))
  return day
}
