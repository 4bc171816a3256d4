import { type WorkCalendar, workCalendar } from '../calendar.ts'
import { Refused, refuse, unless } from '../refusal.ts'
import {
  officeHoursOn,
  type RuleBook,
  type RuleText,
  ruleBook,
  whyNotRule,
} from '../rules-with-citations.ts'
import { type Day, millisecondsOfMinute } from '../time.ts'
import { dayAt } from '../time-zone.ts'
import type { Database, Sql } from './database.ts'
import {
  endRule,
  type HolidayRow,
  insertRule,
  lockRule,
  readCountyPlace,
  readHolidayRows,
  readRules,
  writeHolidayRows,
} from './store-rules.ts'

/** A county's rules and calendar as of a moment. */
export type CountyRules = {
  readonly rules: RuleBook
  readonly calendar: WorkCalendar
  /** The day of a moment in the county's own time zone. */
  readonly dayOf: (moment: Date) => Day
}

/** The region whose notices make a year known. */
export const nationalRegion = 'CN'

/** How long what was read may be used: a changed rule reaches every process of an installation within this time. */
const freshMilliseconds = millisecondsOfMinute / 12

/** The regions whose days count for a county: nation, province, prefecture, county. */
const regionsOf = (code: string) =>
  new Set([nationalRegion, code.slice(0, 2), code.slice(0, 4), code.slice(0, 6)])

/** Days of the nation, then of province, prefecture and county, each going before the wider one. */
function daysFor(code: string, rows: readonly HolidayRow[]): [Day, 'off' | 'work'][] {
  const regions = regionsOf(code)
  return rows.filter(({ region }) => regions.has(region)).map(({ day, kind }) => [day, kind])
}

/**
 * Reads a county's rules, holidays and office hours (rule `office.hours` of the day).
 * @throws Refused `foundation.countyUnknown`, or `foundation.ruleMissing` when it has no office hours yet
 */
export async function loadCountyRules(
  database: Database,
  county: number,
  now: Date,
): Promise<CountyRules> {
  const scope = { county, reach: 'system', parties: [] } as const
  const [place, versions, rows] = await database.within(scope, (sql) =>
    Promise.all([readCountyPlace(sql, county), readRules(sql, county), readHolidayRows(sql)]),
  )
  if (!place)
    throw new Refused(refuse('foundation.countyUnknown', 'missing', { values: { county } }))
  const { code, timeZone } = place
  const rules = ruleBook(versions)
  const national = rows.filter(({ region }) => region === nationalRegion)
  const calendar = workCalendar({
    timeZone,
    officeHours: officeHoursOn(rules, 'office.hours', dayAt(now, timeZone)),
    days: daysFor(code, rows),
    knownYears: national.map(({ day }) => Number(day.slice(0, 4))),
  })
  return { rules, calendar, dayOf: (moment) => dayAt(moment, timeZone) }
}

/** Rules of the counties of this installation, read anew at most every five seconds of the time told. */
export type RuleShelf = {
  of(county: number, now: Date): Promise<CountyRules>
  /** Forgets what was read of a county, so that whoever changed a rule sees it at once. */
  forget(county: number): void
}

/** Opens the shelf over a store. */
export function openRuleShelf(database: Database): RuleShelf {
  const read = new Map<number, { at: number; rules: Promise<CountyRules> }>()
  return {
    of(county, now) {
      const known = read.get(county)
      if (known && Math.abs(now.getTime() - known.at) < freshMilliseconds) return known.rules
      const fresh = { at: now.getTime(), rules: loadCountyRules(database, county, now) }
      read.set(county, fresh)
      // What could not be read is not remembered; whoever asked hears of it through the promise itself.
      fresh.rules.catch(() => {
        if (read.get(county) === fresh) read.delete(county)
      })
      return fresh.rules
    },
    forget: (county) => void read.delete(county),
  }
}

/**
 * Gives a county a new version of a rule from a day on: ends the version that would hold then and writes the new one,
 * up to a version already set for later. `today` is the county's day.
 * @throws Refused as `whyNotRule` says
 */
export async function setRule(
  sql: Sql,
  county: number,
  change: { readonly rule: RuleText; readonly from: Day },
  today: Day,
): Promise<void> {
  const { rule, from } = change
  const versions = await lockRule(sql, county, rule.id)
  unless(whyNotRule(ruleBook(versions), rule, from, today))
  const before = versions.findLast(({ validFrom }) => validFrom < from)
  const after = versions.find(({ validFrom }) => validFrom > from)
  if (before && (before.validTo === null || before.validTo > from)) {
    await endRule(sql, county, rule.id, before.validFrom, from)
  }
  const version = { ...rule, validFrom: from, validTo: after?.validFrom ?? null }
  // Two first versions on one day hold no row to lock; the second finds the place taken.
  const written = await insertRule(sql, county, version)
  if (written === 0) {
    const values = { rule: rule.id, day: from }
    throw new Refused(refuse('foundation.ruleSameDay', 'conflict', { field: 'from', values }))
  }
}

/**
 * Gives a county the rules it has no version of yet, from a day on; what it has already decided stays.
 * @returns the number of rules given
 */
export async function beginRules(
  sql: Sql,
  county: number,
  rules: readonly RuleText[],
  from: Day,
): Promise<number> {
  const known = ruleBook(await readRules(sql, county))
  const missing = rules.filter(({ id }) => !known.has(id))
  const written = await Promise.all(
    missing.map((rule) => insertRule(sql, county, { ...rule, validFrom: from, validTo: null })),
  )
  return written.reduce((sum, count) => sum + count, 0)
}

/**
 * Days of a year that differ from their weekday, for a county's division code: its own regions' after the
 * wider ones'.
 */
export async function holidaysOf(sql: Sql, code: string, year: number): Promise<HolidayRow[]> {
  const own = regionsOf(code)
  const rows = await readHolidayRows(sql)
  return rows.filter(({ region, day }) => own.has(region) && Number(day.slice(0, 4)) === year)
}

/**
 * Enters or corrects days of the calendar, in a transaction of `Database.shared`. @returns the number of days
 * changed
 */
export function putHolidays(sql: Sql, days: readonly HolidayRow[]): Promise<number> {
  return writeHolidayRows(sql, days)
}
