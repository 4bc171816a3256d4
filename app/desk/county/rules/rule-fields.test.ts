import assert from 'node:assert/strict'
import { test } from 'node:test'
import { starterRules } from '#database/rules/starter.ts'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import { fieldsOf, type RuleFields, readValue } from './rule-fields.ts'

const same = (text: string) => text

test('every starter rule comes back from its fields as it was', () => {
  for (const { id, value } of starterRules) {
    assert.deepEqual(readValue(value, fieldsOf(value, same), same), value, id)
  }
})

const hours: RuleValue = { kind: 'officeHours', spans: [[540, 720]] }
const read = (before: RuleValue, fields: Partial<RuleFields>) =>
  readValue(before, { amount: '', unit: 'workingDay', text: '', ...fields }, same)

test('times of day as people write them', () => {
  const spans = [
    [510, 720],
    [840, 1050],
  ]
  for (const text of [
    '08:30-12:00，14:00-17:30',
    '8:30–12:00、14:00至17:30',
    '８：３０-12:00;14:00~17:30',
  ])
    assert.deepEqual(read(hours, { text }), { kind: 'officeHours', spans }, text)
  for (const text of ['', '上午', '8-12', '08:70-12:00']) assert.equal(read(hours, { text }), null)
})

test('numbers, also full-width ones, and nothing else', () => {
  const count: RuleValue = { kind: 'count', count: 3 }
  assert.deepEqual(read(count, { amount: ' ５ ' }), { kind: 'count', count: 5 })
  for (const amount of ['', '五', '-1', '1e3']) assert.equal(read(count, { amount }), null)
  assert.deepEqual(read({ kind: 'share', share: 0.5 }, { amount: '72.5' }), {
    kind: 'share',
    share: 0.725,
  })
})

test('a limit keeps how its days end; names of a list become codes', () => {
  const limit: RuleValue = {
    kind: 'limit',
    limit: { unit: 'naturalDay', amount: 5, ends: 'business' },
  }
  assert.deepEqual(read(limit, { amount: '7', unit: 'naturalDay' }), {
    kind: 'limit',
    limit: { unit: 'naturalDay', amount: 7, ends: 'business' },
  })
  const list: RuleValue = { kind: 'list', items: ['leader'] }
  const codeOf = (shown: string) => (shown === '值班领导' ? 'leader' : shown)
  const fields = { amount: '', unit: 'workingDay' as const, text: 'dispatcher\n\n值班领导 ' }
  assert.deepEqual(readValue(list, fields, codeOf), {
    kind: 'list',
    items: ['dispatcher', 'leader'],
  })
})
