import assert from 'node:assert/strict'
import { test } from 'node:test'
import { troubleOf } from './form-trouble.ts'

const fields = ['words', 'reporter', 'reporter.phone', 'reply']
const blame = (field: string | null) => troubleOf({ detail: 'no', field }, fields)

test('a refusal stands beside the field it names', () => {
  assert.equal(blame('words').at('words'), 'no')
  assert.equal(blame('words').at('reply'), null)
  assert.equal(blame('words').rest, null)
})

test('the narrowest field that holds the blamed part', () => {
  assert.equal(blame('reporter.phone').at('reporter.phone'), 'no')
  assert.equal(blame('reporter.phone').at('reporter'), null)
  assert.equal(blame('reporter.behalfOf.consent').at('reporter'), 'no')
})

test('a step of what is done at once blames the form’s own field', () => {
  assert.equal(blame('next.0.reply').at('reply'), 'no')
})

test('what names no field of the form goes to its foot', () => {
  assert.equal(blame(null).rest, 'no')
  assert.equal(blame('place').rest, 'no')
  assert.equal(troubleOf(null, fields).rest, null)
})

test('beside its field a refusal need not name it', () => {
  const problem = { detail: '请填写“to”。', field: 'words', refusal: 'foundation.fieldMissing' }
  const trouble = troubleOf(problem, fields, { 'foundation.fieldMissing': '请填写这一项。' })
  assert.equal(trouble.at('words'), '请填写这一项。')
  assert.equal(troubleOf({ ...problem, field: 'to' }, fields).rest, '请填写“to”。')
})
