import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayAmount, sayDay, sayMoment, sayRemaining, sayWeekday } from './say-time.ts'

/** A no-break space keeps number and unit together; a test reads better without it. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const now = '2026-11-22T02:00:00Z'

test('a moment is said in Beijing time, without the year of now', () => {
  assert.equal(plain(sayMoment('2026-11-28T09:30:00Z', 'zh-CN', now)), '11 月 28 日 17:30')
  assert.equal(plain(sayMoment('2026-11-28T09:30:00Z', 'en', now)), '28 Nov, 17:30')
})

test('another year is said', () => {
  assert.equal(plain(sayMoment('2027-01-04T01:05:00Z', 'zh-CN', now)), '2027 年 1 月 4 日 09:05')
  assert.equal(plain(sayMoment('2026-12-31T16:05:00Z', 'en', now)), '1 Jan 2027, 00:05')
})

test('a day stays the same day', () => {
  assert.equal(plain(sayDay('2026-11-28', 'zh-CN', now)), '11 月 28 日')
  assert.equal(plain(sayDay('2025-02-03', 'en', now)), '3 Feb 2025')
  assert.equal(plain(sayWeekday('2026-11-28', 'zh-CN', now)), '11 月 28 日（周六）')
  assert.equal(plain(sayWeekday('2026-11-29', 'zh-CN', now)), '11 月 29 日（周日）')
})

test('amounts have their plural and their side of zero', () => {
  assert.equal(plain(sayAmount(1, 'workingDay', 'en')), '1 working day')
  assert.equal(plain(sayRemaining(3, 'workingDay', 'zh-CN')), '还剩 3 个工作日')
  assert.equal(plain(sayRemaining(-2, 'urgentHour', 'en')), '2 hours over')
})
