import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readHolidays } from '#database/calendar/holidays.ts'
import { starterRules } from '#database/rules/starter.ts'
import { connected } from '../../tests/cluster.ts'
import { testDatabase } from '../../tests/store.ts'
import { calendarKnows, isWorkingDay } from '../calendar.ts'
import { Refused } from '../refusal.ts'
import { countOn, limitOn, type RuleText } from '../rules-with-citations.ts'
import type { Day } from '../time.ts'
import { dueAt } from '../time-limits.ts'
import type { Sql } from './database.ts'
import { beginRules, loadCountyRules, openRuleShelf, putHolidays, setRule } from './rule-book.ts'

const store = await testDatabase()
after(() => store.close())
const { database } = store
const county = 990101
const other = 990102

await connected(store.url, async (client) => {
  const insert = `insert into counties (county, code, name, name_en, desk_phone, time_zone)
    values ($1, $2, '测试县', 'Test county', '0000-0000000', $3)`
  await client.query(insert, [county, '990101', 'Asia/Shanghai'])
  await client.query(insert, [other, '990102', 'Asia/Urumqi'])
})

const day = (text: string) => text as Day
const as = <T>(number: number, work: (sql: Sql) => Promise<T>) =>
  database.within({ county: number, reach: 'system', parties: [] }, work)
const tries = (count: number): RuleText => ({
  id: 'count.tries',
  value: { kind: 'count', count },
  citation: '本县配置',
  source: 'county',
  note: '',
})
const now = new Date('2026-11-23T02:00:00Z')
const today = day('2026-11-23')

test('a county without rules or unknown to the store is refused, and the refusal is not remembered', async () => {
  const shelf = openRuleShelf(database)
  const keyOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'given',
      (error: unknown) => (error instanceof Refused ? error.refusal.key : String(error)),
    )
  assert.equal(await keyOf(shelf.of(123, now)), 'foundation.countyUnknown')
  assert.equal(await keyOf(shelf.of(county, now)), 'foundation.ruleMissing')
  assert.equal(
    await as(county, (sql) => beginRules(sql, county, starterRules, day('2020-01-01'))),
    starterRules.length,
  )
  assert.equal(await keyOf(shelf.of(county, now)), 'given')
})

test('beginning again gives only what is missing', async () => {
  assert.equal(await as(county, (sql) => beginRules(sql, county, starterRules, today)), 0)
  assert.equal(
    await as(county, (sql) => beginRules(sql, county, [...starterRules, tries(3)], today)),
    1,
  )
})

test('holidays come from the table; a narrower region goes before a wider one', async () => {
  const holidays = readHolidays()
  assert.equal(await database.shared((sql) => putHolidays(sql, holidays)), holidays.length)
  assert.equal(await database.shared((sql) => putHolidays(sql, holidays)), 0)
  const local = { day: day('2026-10-08'), kind: 'off', name: '节', citation: '县政府公告' } as const
  await database.shared((sql) =>
    putHolidays(sql, [
      { ...local, region: '99', kind: 'work' },
      { ...local, region: '990101' },
      { ...local, region: '990199', day: day('2026-10-09') },
      { ...local, region: '990101', day: day('2027-03-01') },
    ]),
  )
  const { calendar, dayOf } = await loadCountyRules(database, county, now)
  assert.ok(!isWorkingDay(day('2026-10-08'), calendar))
  assert.ok(isWorkingDay(day('2026-10-09'), calendar))
  assert.ok(isWorkingDay(day('2026-10-10'), calendar))
  // A day of the county alone does not make the year known.
  assert.ok(calendarKnows(calendar, 2026) && !calendarKnows(calendar, 2027))
  assert.equal(dayOf(new Date('2026-11-22T16:00:00Z')), '2026-11-23')
  const due = dueAt({ unit: 'workingDay', amount: 1 }, new Date('2026-10-07T16:30:00Z'), calendar)
  assert.equal(due.toISOString(), '2026-10-10T09:30:00.000Z')
})

test('a new version ends the old one and leaves what was as it was', async () => {
  await as(county, (sql) =>
    setRule(sql, county, { rule: tries(5), from: day('2027-01-01') }, today),
  )
  await as(county, (sql) =>
    setRule(sql, county, { rule: tries(4), from: day('2026-12-01') }, today),
  )
  const { rules } = await loadCountyRules(database, county, now)
  const onDays = ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((text) =>
    countOn(rules, 'count.tries', day(text)),
  )
  assert.deepEqual(onDays, [3, 4, 4, 5])
  await assert.rejects(
    as(county, (sql) => setRule(sql, county, { rule: tries(9), from: day('2026-12-01') }, today)),
    (error) => error instanceof Refused && error.refusal.key === 'foundation.ruleSameDay',
  )
})

test('of two officers who set the same rule for the same day one is told', async () => {
  const attempts = [1, 2, 3, 4].map((count) =>
    as(county, (sql) =>
      setRule(sql, county, { rule: { ...tries(count), id: 'count.race' }, from: today }, today),
    ),
  )
  const outcomes = await Promise.allSettled(attempts)
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refused)
  }
})

test('what was read serves for five seconds of the time told, and is read anew when forgotten', async () => {
  const shelf = openRuleShelf(database)
  const first = await shelf.of(county, now)
  const change = { ...tries(7), id: 'count.fresh' }
  await as(county, (sql) => setRule(sql, county, { rule: change, from: today }, today))
  assert.equal(await shelf.of(county, new Date(now.getTime() + 4_999)), first)
  const later = await shelf.of(county, new Date(now.getTime() + 5_000))
  assert.equal(countOn(later.rules, 'count.fresh', today), 7)
  shelf.forget(county)
  assert.notEqual(await shelf.of(county, new Date(now.getTime() + 5_001)), later)
})

test('rules of one county are not visible in another, and no version can be rewritten or deleted', async () => {
  await as(other, (sql) => beginRules(sql, other, starterRules.slice(0, 3), today))
  const seen = await as(other, (sql) =>
    sql.many<{ county: number }>({ text: 'select distinct county from rules' }),
  )
  assert.deepEqual(seen, [{ county: other }])
  const denied = /permission denied/
  const change = "update rules set value = '{}' where county = 990102"
  await assert.rejects(
    as(other, (sql) => sql.run({ text: change })),
    denied,
  )
  await assert.rejects(
    as(other, (sql) => sql.run({ text: 'delete from rules where county = 990102' })),
    denied,
  )
  const smuggled = as(other, (sql) =>
    beginRules(sql, county, [{ ...tries(1), id: 'count.smuggled' }], today),
  )
  await assert.rejects(smuggled, /row-level security/)
})

test('what comes back from the store is what was given', async () => {
  const { rules } = await loadCountyRules(database, county, now)
  for (const { id, value, citation, source, note } of starterRules) {
    const stored = rules.get(id)?.[0]
    assert.deepEqual(stored, {
      id,
      value,
      citation,
      source,
      note,
      validFrom: '2020-01-01',
      validTo: null,
    })
  }
  assert.deepEqual(limitOn(rules, 'limit.completion.urgent', today), {
    unit: 'urgentHour',
    amount: 2,
  })
})
