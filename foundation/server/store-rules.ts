import type { Rule } from '../rules-with-citations.ts'
import type { Day } from '../time.ts'
import type { Sql } from './database.ts'
import { prepared } from './statement.ts'

const readRulesText = prepared(
  'foundation.readRules',
  `select id, valid_from as "validFrom", valid_to as "validTo", value, citation, source, note
   from rules where county = $1 order by id, valid_from`,
)

/** Every version of every rule of a county. */
export function readRules(sql: Sql, county: number): Promise<Rule[]> {
  return sql.many<Rule>(readRulesText, [county])
}

const lockRuleText = prepared(
  'foundation.lockRule',
  `select id, valid_from as "validFrom", valid_to as "validTo", value, citation, source, note
   from rules where county = $1 and id = $2 order by valid_from for update`,
)

/** The versions of one rule, held against a second change until the transaction ends. */
export function lockRule(sql: Sql, county: number, id: string): Promise<Rule[]> {
  return sql.many<Rule>(lockRuleText, [county, id])
}

const endRuleText = prepared(
  'foundation.endRule',
  'update rules set valid_to = $4 where county = $1 and id = $2 and valid_from = $3',
)

export function endRule(sql: Sql, county: number, id: string, validFrom: Day, end: Day) {
  return sql.run(endRuleText, [county, id, validFrom, end])
}

const insertRuleText = prepared(
  'foundation.insertRule',
  `insert into rules (county, id, valid_from, valid_to, value, citation, source, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
)

/** Number of rows written: 0 when this version was there already. */
export function insertRule(sql: Sql, county: number, rule: Rule): Promise<number> {
  const { id, validFrom, validTo, value, citation, source, note } = rule
  const json = JSON.stringify(value)
  return sql.run(insertRuleText, [county, id, validFrom, validTo, json, citation, source, note])
}

const readCountyText = prepared(
  'foundation.readCountyPlace',
  'select code, time_zone as "timeZone" from counties where county = $1',
)

/** Division code and time zone of a county, or null. */
export function readCountyPlace(sql: Sql, county: number) {
  return sql.maybe<{ code: string; timeZone: string }>(readCountyText, [county])
}

/** A day as one region has it. */
export type HolidayRow = {
  readonly region: string
  readonly day: Day
  readonly kind: 'off' | 'work'
  readonly name: string
  readonly citation: string
}

const readHolidaysText = prepared(
  'foundation.readHolidays',
  'select region, day, kind, name, citation from holidays order by length(region), day',
)

/** Days of all regions, wider regions first. A few hundred rows: two dozen a year. */
export function readHolidayRows(sql: Sql): Promise<HolidayRow[]> {
  return sql.many<HolidayRow>(readHolidaysText)
}

const writeHolidaysText = prepared(
  'foundation.writeHolidays',
  `insert into holidays (region, day, kind, name, citation)
   select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[])
   on conflict (region, day) do update set kind = excluded.kind, name = excluded.name, citation = excluded.citation
   where (holidays.kind, holidays.name, holidays.citation) is distinct from
     (excluded.kind, excluded.name, excluded.citation)`,
)

/** Number of days written; days that already stand so are left alone. */
export function writeHolidayRows(sql: Sql, rows: readonly HolidayRow[]): Promise<number> {
  const column = <K extends keyof HolidayRow>(key: K) => rows.map((row) => row[key])
  return sql.run(writeHolidaysText, [
    column('region'),
    column('day'),
    column('kind'),
    column('name'),
    column('citation'),
  ])
}
