import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en as ruleNamesEn } from '#database/rules/en.ts'
import { starterRules } from '#database/rules/starter.ts'
import { zh as ruleNamesZh } from '#database/rules/zh-CN.ts'
import { findText } from './languages.ts'
import { Refused } from './refusal.ts'
import {
  countOn,
  findRule,
  limitOn,
  officeHoursOn,
  type Rule,
  ruleBook,
  ruleOn,
  whyNotRule,
} from './rules-with-citations.ts'
import type { Day } from './time.ts'

const day = (text: string) => text as Day
const rule = (validFrom: string, validTo: string | null, count: number): Rule => ({
  id: 'count.tries',
  validFrom: day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  value: { kind: 'count', count },
  citation: '本县配置',
  source: 'county',
  note: '',
})
const book = ruleBook([rule('2026-01-01', '2026-07-01', 3), rule('2026-07-01', null, 5)])

test('the version of the day holds: from its first day up to, not on, the day it ends', () => {
  assert.equal(countOn(book, 'count.tries', day('2026-01-01')), 3)
  assert.equal(countOn(book, 'count.tries', day('2026-06-30')), 3)
  assert.equal(countOn(book, 'count.tries', day('2026-07-01')), 5)
  assert.equal(countOn(book, 'count.tries', day('2199-01-01')), 5)
  assert.equal(findRule(book, 'count.tries', day('2025-12-31')), null)
})

test('a rule nobody set is a refusal that names rule and day, another kind is a defect', () => {
  assert.throws(
    () => ruleOn(book, 'limit.unheard', day('2026-07-01')),
    (error) =>
      error instanceof Refused &&
      error.refusal.key === 'foundation.ruleMissing' &&
      error.refusal.values?.rule === 'limit.unheard' &&
      error.refusal.values.day === '2026-07-01',
  )
  assert.throws(
    () => limitOn(book, 'count.tries', day('2026-07-01')),
    /is a count, asked for as limit/,
  )
})

test('a rule changes for what comes, keeps its kind, and has one version a day', () => {
  const today = day('2026-08-01')
  const why = (more: object, from = '2026-09-01') =>
    whyNotRule(book, { ...rule(from, null, 4), ...more }, day(from), today)?.key ?? null
  assert.equal(why({}), null)
  assert.equal(why({}, '2026-08-01'), null)
  assert.equal(why({}, '2026-07-31'), 'foundation.ruleInPast')
  assert.equal(why({}, '2026-09-31'), 'foundation.fieldWrongType')
  assert.equal(why({ value: { kind: 'days', days: 4 } }), 'foundation.ruleOfOtherKind')
  assert.equal(why({ value: { kind: 'count', count: -1 } }), 'foundation.fieldWrongType')
  assert.equal(why({ id: 'Count' }), 'foundation.fieldWrongType')
  assert.equal(why({ citation: ' ' }), 'foundation.fieldWrongType')
  assert.equal(why({ source: 'hearsay' }), 'foundation.fieldWrongType')
  const twice = ruleBook([rule('2026-09-01', null, 3)])
  assert.equal(
    whyNotRule(twice, rule('2026-09-01', null, 4), day('2026-09-01'), today)?.key,
    'foundation.ruleSameDay',
  )
})

test('what a law sets a floor for may be longer, never shorter, and the refusal names the law', () => {
  const today = day('2026-08-01')
  const why = (days: number) =>
    whyNotRule(
      ruleBook([]),
      { ...rule('2026-09-01', null, 1), id: 'window.logsKept', value: { kind: 'days', days } },
      today,
      today,
    )
  assert.equal(why(183), null)
  assert.equal(why(400), null)
  const refused = why(182)
  assert.deepEqual([refused?.key, refused?.field], ['foundation.ruleBelowLaw', 'value'])
  assert.match(String(refused?.values?.citation), /网络安全法/)
})

test('values that cannot be counted or opened are refused', () => {
  const today = day('2026-08-01')
  const why = (value: unknown) =>
    whyNotRule(
      ruleBook([]),
      { ...rule('2026-09-01', null, 1), value: value as Rule['value'] },
      today,
      today,
    )?.key
  assert.equal(
    why({ kind: 'limit', limit: { unit: 'workingDay', amount: 1.5 } }),
    'foundation.fieldWrongType',
  )
  assert.equal(why({ kind: 'limit', limit: { unit: 'workingHour', amount: 1.5 } }), undefined)
  assert.equal(
    why({
      kind: 'officeHours',
      spans: [
        [600, 500],
        [700, 800],
      ],
    }),
    'foundation.officeHoursWrong',
  )
  assert.equal(why({ kind: 'share', share: 1.1 }), 'foundation.fieldWrongType')
  assert.equal(why({ kind: 'unheard' }), 'foundation.fieldWrongType')
})

test('the starter rules can be set, say what they rest on, and have names in both languages', () => {
  const from = day('2026-01-01')
  assert.equal(new Set(starterRules.map(({ id }) => id)).size, starterRules.length)
  for (const text of starterRules) {
    assert.equal(whyNotRule(ruleBook([]), text, from, from), null, text.id)
    assert.ok(text.note.length > 0, text.id)
    for (const names of [ruleNamesZh, ruleNamesEn]) assert.ok(findText(names, text.id), text.id)
  }
  const starter = ruleBook(
    starterRules.map((text) => ({ ...text, validFrom: from, validTo: null })),
  )
  assert.deepEqual(limitOn(starter, 'limit.completion.general', from), {
    unit: 'workingDay',
    amount: 5,
  })
  assert.deepEqual(officeHoursOn(starter, 'office.hours', from), [
    [510, 720],
    [840, 1050],
  ])
})
