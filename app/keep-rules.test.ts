import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoActor } from '#database/demo/people.ts'
import { whyNotHolidays, whyNotKeepRules } from './keep-rules.ts'

test('leader and system administrator keep the rules, nobody else', () => {
  assert.equal(whyNotKeepRules(demoActor('leader')), null)
  assert.equal(whyNotKeepRules(demoActor('sysadmin')), null)
  for (const who of ['operator', 'handler', 'secadmin', 'audit'] as const)
    assert.equal(whyNotKeepRules(demoActor(who))?.key, 'app.ruleKeepersOnly')
})

test('the calendar is changed for what comes, each day once, and no county changes the nation’s for others', () => {
  const why = (region: 'nation' | 'county', days: string[], served = 1) =>
    whyNotHolidays({ region, days: days.map((day) => ({ day })) }, '2026-11-22', served)
  assert.equal(why('county', ['2026-11-22', '2027-01-01']), null)
  assert.equal(why('nation', ['2027-01-01']), null)
  assert.equal(why('county', ['2027-01-01', '2026-11-21'])?.field, 'days.1.day')
  assert.equal(why('county', ['2027-01-01', '2027-01-01'])?.key, 'app.holidayTwice')
  assert.equal(why('nation', ['2027-01-01'], 2)?.key, 'app.holidaysShared')
  assert.equal(why('county', ['2027-01-01'], 2), null)
})
