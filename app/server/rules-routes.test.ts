import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readHolidays } from '#database/calendar/holidays.ts'
import { demoActor } from '#database/demo/people.ts'
import { starterRules } from '#database/rules/starter.ts'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import { Refused } from '#foundation/refusal.ts'
import { beginRules, openRuleShelf, putHolidays } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import { answerAuditLog } from '#people/server/queries.ts'
import { openCounties } from '#places/server/counties.ts'
import { addCounty, county, openPeopleKit } from '../../tests/people-kit.ts'
import * as contract from '../rules-contract.ts'
import { rulesRoutes } from './rules-routes.ts'

const kit = await openPeopleKit()
const { database } = kit.store
await database.shared((sql) => putHolidays(sql, readHolidays()))
await database.within(scopeOf(systemActor(county)), (sql) =>
  beginRules(sql, county, starterRules, '2020-01-01' as Day),
)
const counties = await openCounties(database)
const routes = rulesRoutes({ database, rules: openRuleShelf(database), counties })
after(() => kit.close())

type Who = Parameters<typeof demoActor>[0]
async function asks<C extends Contract>(
  who: Who,
  asked: C,
  input: InputOf<C>,
): Promise<OutputOf<C>> {
  const route = routes.find((one) => one.contract.name === asked.name)
  return (await route?.handle(input, kit.asked({ by: demoActor(who) }))) as OutputOf<C>
}
const refusedAs = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key

const change = {
  id: 'limit.signing',
  value: { kind: 'limit', limit: { unit: 'workingHour', amount: 2 } },
  citation: '禾安县政府常务会议纪要〔2026〕9 号',
  source: 'county',
  note: '',
  from: '2026-12-01',
} as const
const versionsOf = async (id: string) =>
  (await asks('operator', contract.listRuleVersions, { county })).filter((rule) => rule.id === id)

test('a rule changes from a day on: what held stays, what holds today is not touched, the log tells', async () => {
  assert.deepEqual(await asks('leader', contract.changeRule, change), {
    id: change.id,
    validFrom: change.from,
  })
  const [before, next] = await versionsOf(change.id)
  assert.equal(before?.validTo, change.from)
  assert.deepEqual([next?.validFrom, next?.validTo, next?.value], [change.from, null, change.value])
  const today = await asks('operator', contract.listRules, { county })
  assert.deepEqual(today.find(({ id }) => id === change.id)?.value, before?.value)
  const { entries } = await kit.by('audit', (moment) => answerAuditLog({ what: 'setRule' }, moment))
  assert.equal(entries[0]?.detail.rule, change.id)
  assert.equal(entries[0]?.detail.citation, change.citation)
})

test('the same change again is done already; another one from the same day is refused', async () => {
  await asks('leader', contract.changeRule, change)
  assert.equal((await versionsOf(change.id)).length, 2)
  const other = { ...change, note: '另一个' }
  await assert.rejects(
    asks('leader', contract.changeRule, other),
    refusedAs('foundation.ruleSameDay'),
  )
})

test('nobody else changes rules, none begins in the past, and none that nothing asks for', async () => {
  const asked = (more: object, who: Who = 'sysadmin') =>
    asks(who, contract.changeRule, { ...change, ...more })
  await assert.rejects(asked({}, 'operator'), refusedAs('app.ruleKeepersOnly'))
  await assert.rejects(asked({ from: '2026-11-22' }), refusedAs('foundation.ruleInPast'))
  await assert.rejects(asked({ id: 'limit.dreaming' }), refusedAs('app.ruleUnknown'))
  const value = { kind: 'days', days: 3 }
  await assert.rejects(asked({ value }), refusedAs('foundation.ruleOfOtherKind'))
})

const newYear = { day: '2027-01-04', kind: 'off', name: '元旦', citation: '示例通知' } as const

test('days of the county stand beside the nation’s, and are corrected', async () => {
  const put = (kind: 'off' | 'work') =>
    asks('sysadmin', contract.putHolidays, { region: 'county', days: [{ ...newYear, kind }] })
  assert.deepEqual(await put('off'), { changed: 1 })
  assert.deepEqual(await put('off'), { changed: 0 })
  assert.deepEqual(await put('work'), { changed: 1 })
  const { days, known } = await asks('town', contract.listHolidays, { county, year: 2027 })
  assert.deepEqual(days, [{ ...newYear, kind: 'work', region: String(county).slice(0, 6) }])
  assert.equal(known, false)
  const before = await asks('town', contract.listHolidays, { county, year: 2026 })
  assert.equal(before.known, true)
  assert.ok(before.days.every(({ region }) => region === 'CN'))
})

test('one county alone may enter the nation’s notice; of several none', async () => {
  const notice = { region: 'nation' as const, days: [newYear] }
  assert.deepEqual(await asks('sysadmin', contract.putHolidays, notice), { changed: 1 })
  await addCounty(kit.store, 990102, '邻县', 'Neighbour County')
  await counties.refresh()
  await assert.rejects(
    asks('sysadmin', contract.putHolidays, notice),
    refusedAs('app.holidaysShared'),
  )
  const days = [{ ...newYear, day: '2026-02-30' }]
  await assert.rejects(
    asks('sysadmin', contract.putHolidays, { region: 'county', days }),
    refusedAs('app.holidayPast'),
  )
})
