import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { findRule, type RuleText } from '#foundation/rules-with-citations.ts'
import { holidaysOf, nationalRegion, putHolidays, setRule } from '#foundation/server/rule-book.ts'
import { type Day, isDay } from '#foundation/time.ts'
import { scopeOf } from '#people/guard.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import { note, noteDeed } from '#people/server/staff/audit.ts'
import { whyNotHolidays, whyNotKeepRules } from '../keep-rules.ts'
import * as contract from '../rules-contract.ts'
import type { House } from './house.ts'

export type RulesHouse = Pick<House, 'database' | 'rules' | 'counties'>

/** Rules and calendar of a county: read by everybody, changed for what comes by those who keep them. */
export function rulesRoutes(house: RulesHouse): Route[] {
  const { rules } = house
  return [
    route(contract.listRules, async (_, { by, now }) => {
      const county = await rules.of(by.county, now)
      const today = county.dayOf(now)
      return sortedIds(county.rules).flatMap((id) => findRule(county.rules, id, today) ?? [])
    }),
    route(contract.listRuleVersions, async (_, { by, now }) => {
      const county = await rules.of(by.county, now)
      return sortedIds(county.rules).flatMap((id) => county.rules.get(id) ?? [])
    }),
    route(contract.changeRule, (input, asked) => changeRule(house, input, asked)),
    route(contract.listHolidays, (input) => listHolidays(house, input)),
    route(contract.putHolidays, (input, asked) => enterHolidays(house, input, asked)),
  ]
}

const sortedIds = (rules: ReadonlyMap<string, unknown>) => [...rules.keys()].sort()

async function changeRule(
  { database, rules }: RulesHouse,
  input: InputOf<typeof contract.changeRule>,
  { by, now, actId }: Asked,
): Promise<{ id: string; validFrom: string }> {
  unless(whyNotKeepRules(by))
  const { from, actId: _, ...text } = input
  const citation = text.citation.trim()
  const rule: RuleText = { ...text, citation, note: text.note?.trim() ?? '' }
  rules.forget(by.county)
  const county = await rules.of(by.county, now)
  const versions = county.rules.get(rule.id)
  // A rule that nothing asks for would look as if it held.
  if (!versions) {
    const values = { rule: rule.id }
    throw new Refused(refuse('app.ruleUnknown', 'missing', { field: 'id', values }))
  }
  const done = { id: rule.id, validFrom: from }
  const standing = versions.find(({ validFrom }) => validFrom === from)
  // The same change again: done already.
  if (standing && isSame(standing, rule)) return done
  await database.within(scopeOf(by), async (sql) => {
    await setRule(sql, by.county, { rule, from: from as Day }, county.dayOf(now))
    await noteDeed({ by, now, sql, actId }, 'setRule', {
      rule: rule.id,
      from,
      value: JSON.stringify(rule.value),
      citation: rule.citation,
    })
  })
  rules.forget(by.county)
  return done
}

const isSame = (standing: RuleText, { value, citation, source, note: words }: RuleText) =>
  isDeepStrictEqual(standing.value, value) &&
  standing.citation === citation &&
  standing.source === source &&
  standing.note === words

async function listHolidays(
  { database, counties }: RulesHouse,
  { county, year }: InputOf<typeof contract.listHolidays>,
) {
  const code = counties.find(county)?.code ?? ''
  const days = await database.shared((sql) => holidaysOf(sql, code, year))
  return { days, known: days.some(({ region }) => region === nationalRegion) }
}

async function enterHolidays(
  { database, rules, counties }: RulesHouse,
  input: InputOf<typeof contract.putHolidays>,
  { by, now, address }: Asked,
): Promise<{ changed: number }> {
  unless(whyNotKeepRules(by))
  const served = counties.list()
  const { dayOf } = await rules.of(by.county, now)
  unless(whyNotHolidays(input, dayOf(now), served.length))
  const code = counties.find(by.county)?.code ?? ''
  const region = input.region === 'nation' ? nationalRegion : code.slice(0, 6)
  const rows = input.days.map(({ day, kind, name, citation }, index) => {
    unless(isDay(day) ? null : refuse('app.dayUnknown', 'invalid', { field: `days.${index}.day` }))
    return { region, day: day as Day, kind, name: name.trim(), citation: citation.trim() }
  })
  const changed = await database.shared(async (sql) => {
    const count = await putHolidays(sql, rows)
    const detail = { region, days: rows.map(({ day, kind }) => `${day} ${kind}`).join(', ') }
    const noted = { county: by.county, at: now, person: by.person, detail, address }
    if (count > 0) await note(sql, { ...noted, what: 'putHolidays' })
    return count
  })
  for (const { county } of served) rules.forget(county)
  return { changed }
}
