import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Receipt } from '../../../model.ts'
import { blankPatrol } from '../patrol.ts'
import { asKept, type HandedIn, isOld, isOurs, nextToSend, received } from './unsent.ts'

const report = (id: string, more: Partial<HandedIn> = {}): HandedIn => ({
  id,
  owner: 'grid',
  at: '2026-11-23T01:00:00Z',
  draft: { ...blankPatrol(id), words: '井盖松动', phone: '13800000000', name: '周' },
  photos: [],
  state: 'waiting',
  tried: false,
  detail: null,
  receipt: null,
  ...more,
})

test('what was handed in first is sent first; refused and received ones do not stand in the way', () => {
  const reports = [
    report('c'),
    report('a', { state: 'refused' }),
    report('b'),
    report('0', { state: 'received' }),
  ]
  assert.equal(nextToSend(reports)?.id, 'b')
  assert.equal(nextToSend([report('a', { state: 'refused' })]), null)
})

test('what was on its way when the page went is sent again; it may have arrived, so it stays as it was', () => {
  const kept = asKept(report('a', { state: 'sending', tried: true }))
  assert.equal(kept.state, 'waiting')
  assert.equal(isOurs(kept), false)
  assert.equal(isOurs(report('b')), true)
  assert.equal(isOurs(report('c', { state: 'refused', tried: true })), true)
})

test('once the county has it, no personal data stays in the phone; a finding has no secret to tell', () => {
  const receipt = { number: '990101-2026-000001', secret: 'abcd', state: 'reported' } as Receipt
  const finding = received(report('a'), receipt)
  assert.deepEqual([finding.draft.phone, finding.draft.name, finding.photos], ['', '', []])
  assert.equal(finding.receipt?.secret, '')
  const asked = report('b', { draft: { ...report('b').draft, kind: 'request' } })
  assert.equal(received(asked, receipt).receipt?.secret, 'abcd')
})

test('what the county has is listed for a day, what it has not for as long as it takes', () => {
  const now = new Date('2026-11-25T00:00:00Z')
  assert.equal(isOld(report('a', { state: 'received' }), now), true)
  assert.equal(isOld(report('a'), now), false)
})
