import { readHolidays } from '#database/calendar/holidays.ts'
import { demoRules } from '#database/demo/rules.ts'
import { starterRules } from '#database/rules/starter.ts'
import type { Database } from '#foundation/server/database.ts'
import { beginRules, putHolidays } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import type { ServedCounty } from '#places/model.ts'
import { putCounty } from '#places/server/set-up-county.ts'

export type CountySetUp = {
  readonly county: 'added' | 'changed' | 'unchanged'
  /** Rules the county had no version of and was given. */
  readonly rules: number
  /** Days of the calendar that were entered or corrected. */
  readonly holidays: number
}

export type CountySetUpOptions = {
  /** Connects as the owner of the store. */
  readonly ownerUrl: string
  readonly database: Database
  readonly now: Date
  /** From which day the starting rules hold; the county's today without it. */
  readonly rulesFrom?: Day
}

/** Makes a county ready for its first matter: its row, the starting rules, the calendar. Again changes nothing. */
export async function setUpCounty(
  told: ServedCounty,
  options: CountySetUpOptions,
): Promise<CountySetUp> {
  const { ownerUrl, database, now, rulesFrom } = options
  const county = await putCounty(ownerUrl, told)
  const from = rulesFrom ?? dayAt(now, told.timeZone)
  const holidays = await database.shared((sql) => putHolidays(sql, readHolidays()))
  const scope = { county: told.county, reach: 'system', parties: [] } as const
  const rules = await database.within(scope, (sql) =>
    beginRules(sql, told.county, told.invented ? demoRules : starterRules, from),
  )
  return { county, rules, holidays }
}
