import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Remaining } from './time-limits.ts'
import { sayDue, sayLimit, sayMoment, sayRemaining } from './time-words.ts'

const zone = 'Asia/Shanghai'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)
const now = at('2026-11-23 10:00')

test('what is left is said as people say it', () => {
  const say = (late: boolean, amount: number, unit: Remaining['unit']) => [
    plain(sayRemaining({ late, amount, unit }, 'zh-CN')),
    plain(sayRemaining({ late, amount, unit }, 'en')),
  ]
  assert.deepEqual(say(false, 1, 'workingDay'), ['还剩 1 个工作日', '1 working day left'])
  assert.deepEqual(say(true, 3, 'urgentHour'), ['已超 3 小时', '3 hours over'])
  assert.deepEqual(say(false, 6, 'workingHour'), ['还剩 6 个工作小时', '6 working hours left'])
  assert.deepEqual(say(false, 0, 'minute'), ['还剩不到 1 分钟', 'Less than a minute left'])
  assert.deepEqual(say(true, 0, 'minute'), ['刚刚超期', 'Just over'])
  assert.deepEqual(say(true, 0, 'workingMinute'), [
    '已超期，未到办公时间',
    'Over, offices still closed',
  ])
  assert.equal(plain(sayLimit({ unit: 'workingDay', amount: 5 }, 'zh-CN')), '5 个工作日')
})

test('moments are said by the clock of the place', () => {
  const due = at('2026-11-28 17:30')
  assert.equal(plain(sayMoment(due, 'zh-CN', zone, now)), '11 月 28 日 17:30')
  assert.equal(plain(sayMoment(due, 'en', zone, now)), '28 Nov, 17:30')
  assert.equal(plain(sayMoment(due, 'en', 'Asia/Urumqi', now)), '28 Nov, 15:30')
  assert.equal(
    plain(sayMoment(at('2027-01-04 09:05'), 'zh-CN', zone, now)),
    '2027 年 1 月 4 日 09:05',
  )
  assert.equal(plain(sayMoment(at('2027-01-01 00:05'), 'en', zone)), '1 Jan 2027, 00:05')
})

test('the end of a day is 24:00 of that day', () => {
  assert.equal(plain(sayDue(at('2026-11-29 00:00'), 'zh-CN', zone, now)), '11 月 28 日 24:00')
  assert.equal(plain(sayDue(at('2027-01-01 00:00'), 'en', zone, now)), '31 Dec, 24:00')
  assert.equal(plain(sayDue(at('2026-11-28 17:30'), 'en', zone, now)), '28 Nov, 17:30')
})

test('Chinese and English agree with what Intl would say', () => {
  const range = { min: at('1950-01-01 00:00'), max: at('2150-01-01 00:00'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(range), (moment) => {
      const said = plain(sayMoment(moment, 'en', zone))
      const expected = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).formatToParts(moment)
      const part = Object.fromEntries(expected.map(({ type, value }) => [type, value]))
      assert.equal(said, `${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`)
    }),
  )
})
