import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotValid } from '#foundation/validation.ts'
import { record } from '../../contract.ts'
import { blankPatrol, type PatrolDraft, reportOf } from './patrol.ts'

const photo = { hash: 'a'.repeat(64), name: '1.jpg' }
const report = (more: Partial<PatrolDraft>) =>
  reportOf({
    ...blankPatrol('01980000-0000-7000-8000-000000000001'),
    words: '井盖松动',
    ...more,
  })

test('a finding: photo, words and where the device is', () => {
  const input = report({ files: [photo], position: { lon: 111.4, lat: 27.8, metres: 12 } })
  assert.equal(whyNotValid(record.input, input), null)
  assert.deepEqual(input.place, { lon: 111.4, lat: 27.8, datum: 'WGS84' })
  assert.deepEqual(input.files, [photo.hash])
  assert.equal('next' in input || 'reporter' in input, false)
})

test('what was dealt with at once says how', () => {
  const input = report({ solved: true, done: ' 已放平盖好 ', files: [photo] })
  assert.deepEqual(input.next, [
    { verb: 'solveOnSpot', input: { done: '已放平盖好', files: [photo.hash] } },
  ])
})

test('a request is somebody’s: it has a reporter and is not solved by whoever wrote it down', () => {
  const input = report({ kind: 'request', phone: '13800000000', solved: true, done: '好了' })
  assert.deepEqual(input.reporter, { phone: '13800000000' })
  assert.equal(input.replyWanted, true)
  assert.equal('next' in input, false)
})
