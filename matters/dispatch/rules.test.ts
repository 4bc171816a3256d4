import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workCalendar } from '#foundation/calendar.ts'
import { startClock } from '#foundation/clock-state.ts'
import type { Day } from '#foundation/time.ts'
import type { ClockName, MatterClock } from '#matters/matter/model.ts'
import type { Office } from '#people/model.ts'
import { actAs, office, officer, resident, theHouse } from '../../tests/matter-people.ts'
import type { DutyItem } from './model.ts'
import {
  extendable,
  limitOfItem,
  whyNotAskExtension,
  whyNotAssign,
  whyNotBasis,
  whyNotDecideExtension,
  whyNotKeepList,
  whyNotListDay,
  whyNotObject,
  whyNotReason,
  whyNotSuspend,
  whyNotUrge,
} from './rules.ts'

const calendar = workCalendar({
  timeZone: 'Asia/Shanghai',
  officeHours: [[540, 1080]],
  days: [],
  knownYears: [2026],
})
// Tuesday 2026-03-03, 10:00 in Shanghai.
const start = new Date('2026-03-03T02:00:00Z')
const hours = (many: number) => new Date(start.getTime() + many * 3_600_000)
const today = '2026-03-03' as Day
const clock = (name: ClockName): MatterClock =>
  startClock(name, { limit: { unit: 'workingDay', amount: 2 }, rule: 'limit' }, start, calendar)
const body = (more: Partial<Office> = {}): Office => ({
  id: office.housing,
  name: '住建局',
  nameEn: 'Housing Bureau',
  kind: 'government',
  division: null,
  parent: null,
  validFrom: '2020-01-01',
  validTo: null,
  successor: null,
  phone: null,
  duties: null,
  ...more,
})

test('a reason has ten letters or characters; signs and blanks say nothing', () => {
  assert.equal(whyNotReason('道路正在改造，需要等验收')?.key, undefined)
  assert.equal(whyNotReason('。。。。。。。。。。。。')?.key, 'dispatch.reasonTooShort')
  assert.equal(whyNotReason('不归我管')?.key, 'dispatch.reasonTooShort')
  assert.equal(whyNotReason('The road is being rebuilt.'), null)
})

test('offices of today, not those the matter is about, and no lead that assists itself', () => {
  const [lead, water] = [body(), body({ id: office.water, name: '供水公司' })]
  assert.equal(whyNotAssign(lead, [water], { shutOut: [] }, today), null)
  assert.equal(
    whyNotAssign(lead, [lead], { shutOut: [] }, today)?.key,
    'dispatch.leadAmongAssisting',
  )
  assert.equal(
    whyNotAssign(body({ validTo: today }), [], { shutOut: [] }, today)?.key,
    'dispatch.officeEnded',
  )
  assert.equal(
    whyNotAssign(body({ validFrom: '2026-03-04' }), [], { shutOut: [] }, today)?.field,
    'lead',
  )
  const refusal = whyNotAssign(lead, [water], { shutOut: [office.water] }, today)
  assert.deepEqual([refusal?.key, refusal?.field], ['dispatch.officeShutOut', 'assisting'])
})

test('a dispatch rests on an item of the list or on words', () => {
  const found = { id: '7', lead: office.housing } as DutyItem
  const lead = office.housing
  assert.equal(whyNotBasis({ dutyItem: '7', found, typed: undefined, lead }), null)
  assert.equal(
    whyNotBasis({ dutyItem: '7', found, typed: undefined, lead: office.water })?.key,
    'dispatch.dutyItemOtherLead',
  )
  assert.equal(
    whyNotBasis({ dutyItem: '8', found: undefined, typed: '有', lead })?.key,
    'dispatch.dutyItemDoesNotFit',
  )
  assert.equal(
    whyNotBasis({ dutyItem: undefined, found: undefined, typed: ' ', lead })?.key,
    'dispatch.basisMissing',
  )
  assert.equal(
    whyNotBasis({ dutyItem: undefined, found: undefined, typed: '三定方案第二条', lead }),
    null,
  )
})

test('an item’s limit counts for the ordinary, never for what is urgent', () => {
  const item = { limit: { unit: 'workingDay', amount: 20 } } as DutyItem
  assert.deepEqual(limitOfItem(item, 'general'), item.limit)
  assert.deepEqual(limitOfItem(item, 'complex'), item.limit)
  assert.equal(limitOfItem(item, 'urgent'), null)
  assert.equal(limitOfItem(item, 'lifeline'), null)
  assert.equal(limitOfItem(undefined, 'general'), null)
})

test('a dispatch is contested within the window, its last moment included', () => {
  const window = { unit: 'workingDay', amount: 1 } as const
  const end = new Date('2026-03-04T10:00:00Z')
  assert.equal(whyNotObject(start, window, calendar, end), null)
  const late = whyNotObject(start, window, calendar, new Date(end.getTime() + 1))
  assert.equal(late?.key, 'dispatch.objectionLate')
  assert.equal(late.values?.until, end.toISOString())
})

test('an extension moves the clock that runs for the resident', () => {
  const stopped = { ...clock('completion'), stoppedAt: hours(1) }
  assert.equal(extendable([clock('completion'), clock('signing')])?.name, 'completion')
  assert.equal(extendable([stopped, clock('rework')])?.name, 'rework')
  assert.equal(extendable([stopped]), null)
})

test('more time: before the limit, not too much, not too often', () => {
  const limit = { unit: 'workingDay', amount: 10 } as const
  const asked = { clock: clock('completion'), amount: 5, limit, granted: 0, countMax: 2 }
  const key = (more: Partial<typeof asked>, now = hours(1)) =>
    whyNotAskExtension({ ...asked, ...more }, now)?.key
  assert.equal(key({}), undefined)
  assert.equal(key({ amount: 10 }), undefined)
  assert.equal(key({ amount: 11 }), 'dispatch.extensionTooLong')
  assert.equal(key({ amount: 1.5 }), 'dispatch.extensionNotWhole')
  assert.equal(key({ granted: 1 }), undefined)
  assert.equal(key({ granted: 2 }), 'dispatch.extensionsUsedUp')
  assert.equal(key({}, hours(24 * 7)), 'dispatch.extensionAfterLimit')
  assert.equal(
    whyNotAskExtension({ ...asked, clock: null }, hours(1))?.key,
    'dispatch.nothingToExtend',
  )
})

test('who decides which extension is the county’s rule; a leader decides any', () => {
  const asked = { unit: 'workingDay', amount: 5 } as const
  const approvers = ['dispatcher', 'leader']
  const decided = { granted: true, amount: 5, asked, nth: 1, approvers, reason: undefined }
  const key = (
    more: Partial<Parameters<typeof whyNotDecideExtension>[0]>,
    by = actAs('dispatcher'),
  ) => whyNotDecideExtension({ ...decided, ...more }, by)?.key
  assert.equal(key({}), undefined)
  assert.equal(key({ nth: 2 }), 'dispatch.extensionByLeader')
  assert.equal(
    key({ nth: 3 }),
    'dispatch.extensionByLeader',
    'the last named decides all further ones',
  )
  assert.equal(key({ nth: 2 }, actAs('leader')), undefined)
  assert.equal(key({ approvers: [] }), 'dispatch.extensionByLeader')
  assert.equal(key({ amount: 6 }), 'dispatch.extensionTooLong')
  assert.equal(key({ amount: 3 }), undefined)
  assert.equal(key({ granted: false }), 'dispatch.reasonTooShort')
  assert.equal(key({ granted: false, reason: '理由不足，请按原时限办理' }), undefined)
})

test('a hold ends on a day to come, not too far, and is approved by whom the county names', () => {
  const asked = { wakeOn: '2026-03-04', daysMax: 90, approvers: ['leader'], as: 'leader' } as const
  const key = (more: Partial<Parameters<typeof whyNotSuspend>[0]>) =>
    whyNotSuspend({ ...asked, ...more }, today)?.key
  assert.equal(key({}), undefined)
  assert.equal(key({ wakeOn: '2026-06-01' }), undefined)
  assert.equal(key({ wakeOn: '2026-06-02' }), 'dispatch.suspensionTooLong')
  assert.equal(key({ wakeOn: today }), 'dispatch.wakeDayPast')
  assert.equal(key({ as: 'dispatcher' }), 'dispatch.suspensionApprover')
  assert.equal(key({ as: undefined }), 'dispatch.suspensionApprover')
})

test('the reporter urges once it is overdue, and once a day; officers at any time', () => {
  const asked = { clocks: [clock('completion')], lastUrged: null, hoursBetween: 24 }
  const late = hours(24 * 7)
  assert.equal(whyNotUrge(asked, resident(), hours(1))?.key, 'dispatch.notOverdue')
  assert.equal(whyNotUrge(asked, resident(), late), null)
  const again = { ...asked, lastUrged: late }
  assert.equal(
    whyNotUrge(again, resident(), new Date(late.getTime() + 23 * 3_600_000))?.key,
    'dispatch.urgedAlready',
  )
  assert.equal(whyNotUrge(again, resident(), new Date(late.getTime() + 24 * 3_600_000)), null)
  assert.equal(whyNotUrge(asked, actAs('leader'), hours(1)), null)
})

test('the list is kept by the system administrator and the leadership', () => {
  assert.equal(whyNotKeepList(actAs('systemAdmin')), null)
  assert.equal(whyNotKeepList(actAs('leader')), null)
  assert.equal(whyNotKeepList(theHouse), null)
  assert.equal(
    whyNotKeepList(officer(['dispatcher', office.centre]))?.key,
    'dispatch.listKeepersOnly',
  )
  assert.equal(whyNotListDay('2026-02-29', 'on')?.key, 'dispatch.dayUnknown')
  assert.equal(whyNotListDay('1899-12-31', 'on')?.key, 'dispatch.dayUnknown')
  assert.equal(whyNotListDay('2026-02-28', 'on'), null)
})
