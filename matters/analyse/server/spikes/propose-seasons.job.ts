import { countOn, daysOn } from '#foundation/rules-with-citations.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import { addDays, type Day } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type { County, Engine } from '#matters/matter/server/engine.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import { pathsOf } from '#places/server/queries.ts'
import { findPatterns, monthsBetween } from '../../spikes/patterns.ts'
import { mostYears } from '../../spikes/series.ts'
import { addProposal, countMonths } from '../store-proposals.ts'
import { firstRequest } from '../store-spikes.ts'

const monthOf = (day: string) => day.slice(0, 7)
const firstOf = (month: string) => `${month}-01` as Day

/** The month after one, YYYY-MM. */
function monthAfter(month: string): string {
  return monthOf(addDays(firstOf(month), 31))
}

/** The months that begin within the coming days. */
function comingMonths(today: Day, daysAhead: number): string[] {
  const months: string[] = []
  const last = addDays(today, daysAhead)
  for (let month = monthAfter(monthOf(today)); firstOf(month) <= last; month = monthAfter(month))
    months.push(month)
  return months
}

/** Whole months there are records of, the oldest first. */
function knownMonths(first: Date | null, county: County, today: Day): string[] {
  if (!first) return []
  const day = county.dayOf(first)
  const from = day.endsWith('-01') ? monthOf(day) : monthAfter(monthOf(day))
  return monthsBetween(from, monthOf(today))
}

/**
 * Proposes what returned in the same month of former years, for the months that begin within the days of rule
 * `window.proposal`. A kind, place and month is proposed once, whatever becomes of it.
 * @returns how many were new
 */
export async function proposeSeasons(
  engine: Pick<Engine, 'database' | 'countyOf'>,
  county: number,
  now: Date,
): Promise<{ proposed: number }> {
  const rules = await engine.countyOf(county, now)
  const today = rules.dayOf(now)
  const { timeZone } = rules.calendar
  const months = comingMonths(today, daysOn(rules.rules, 'window.proposal', today))
  const asked = {
    least: countOn(rules.rules, 'count.patternLeast', today),
    times: countOn(rules.rules, 'count.patternTimes', today),
  }
  return engine.database.within(scopeOf(systemActor(county)), async (sql) => {
    const oldest = startOfDay(addDays(today, -Math.ceil((mostYears + 1) * 366)), timeZone)
    const span = { from: oldest, to: startOfDay(firstOf(monthOf(today)), timeZone) }
    const first = await firstRequest(sql, county, now)
    const known = knownMonths(first && new Date(Math.max(+first, +oldest)), rules, today)
    if (known.length === 0 || months.length === 0) return { proposed: 0 }
    const counted = await countMonths(sql, county, timeZone, span)
    const paths = await pathsOf(sql, [...new Set(counted.map((row) => row.township))], today)
    const placed = counted.filter((row) => paths.get(row.township)?.at(-1)?.level === 'township')
    let proposed = 0
    for (const month of months) {
      for (const { category, township, years, usual } of findPatterns(
        placed,
        known,
        month,
        asked,
      )) {
        const [from, to] = [firstOf(month), addDays(firstOf(monthAfter(month)), -1)]
        proposed += await addProposal(sql, county, {
          id: idFromText(`proposal ${county} ${category} ${township} ${month}`),
          ...{ category, division: township, from, to, years, usual, at: now },
        })
      }
    }
    return { proposed }
  })
}

/** The same once a day and county: seasons do not come by the minute, and years of records are read for it. */
export function dailyProposals(): typeof proposeSeasons {
  const done = new Map<number, Day>()
  return async function proposeDaily(engine, county, now) {
    const today = (await engine.countyOf(county, now)).dayOf(now)
    if (done.get(county) === today) return { proposed: 0 }
    const told = await proposeSeasons(engine, county, now)
    done.set(county, today)
    return told
  }
}
