import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workCalendar } from '#foundation/calendar.ts'
import type { Day } from '#foundation/time.ts'
import { adjustClock, type LimitOf, moveClocks, nextDue } from './clocks.ts'
import type { MatterClock } from './model.ts'
import type { ActRule } from './procedure.ts'
import { requestProcedure } from './request.procedure.ts'

const { acts } = requestProcedure
const check: ActRule = acts.check
const calendar = workCalendar({
  timeZone: 'Asia/Shanghai',
  officeHours: [
    [540, 720],
    [840, 1080],
  ],
  days: [['2026-10-01' as Day, 'off']],
  knownYears: [2026],
})
const limitOf: LimitOf = (clock) => ({
  limit: { unit: 'workingDay', amount: clock === 'completion' ? 5 : 1 },
  rule: `limit.${clock}`,
})
// Tuesday 2026-03-03, 10:00 in Shanghai.
const start = new Date('2026-03-03T02:00:00Z')
const hours = (many: number) => new Date(start.getTime() + many * 3_600_000)
const named = (clocks: readonly MatterClock[], name: string) =>
  clocks.find((clock) => clock.name === name)
const merge = (clocks: readonly MatterClock[], changed: readonly MatterClock[]) => [
  ...clocks.filter(({ name }) => !named(changed, name)),
  ...changed,
]

test('an act starts and stops what its rule says and touches nothing else', () => {
  const opened = moveClocks([], [acts.submit], limitOf, start, calendar)
  assert.deepEqual(
    opened.map(({ name }) => name),
    ['acceptance'],
  )
  const accepted = moveClocks(opened, [acts.accept], limitOf, hours(1), calendar)
  assert.deepEqual(accepted.map(({ name }) => name).sort(), [
    'acceptance',
    'completion',
    'dispatching',
  ])
  assert.deepEqual(named(accepted, 'acceptance')?.stoppedAt, hours(1))
  assert.deepEqual(named(accepted, 'completion')?.startedAt, hours(1))
  // Friday 2026-03-06 and the weekend lie between: five working days after Tuesday end on Tuesday at 18:00.
  assert.equal(named(accepted, 'completion')?.dueAt.toISOString(), '2026-03-10T10:00:00.000Z')
  assert.deepEqual(moveClocks(accepted, [acts.judge], limitOf, hours(2), calendar), [])
})

test('stop, pause and resume leave alone what does not run', () => {
  assert.deepEqual(
    moveClocks([], [acts.feedBack], limitOf, start, calendar).map(({ name }) => name),
    ['checking'],
  )
  const clocks = moveClocks([], [acts.accept], limitOf, start, calendar)
  const ended = merge(clocks, moveClocks(clocks, [acts.feedBack], limitOf, hours(5), calendar))
  const again = moveClocks(ended, [acts.feedBack], limitOf, hours(50), calendar)
  assert.equal(named(again, 'completion'), undefined, 'a stopped clock keeps its first end')
})

test('several effects of one act follow each other on the same clock', () => {
  const signing = moveClocks([], [acts.dispatch], limitOf, start, calendar)
  const paused = merge(signing, moveClocks(signing, [acts.object], limitOf, hours(1), calendar))
  assert.deepEqual(named(paused, 'signing')?.pausedAt, hours(1))
  const { decideObjection } = acts
  const upheld = moveClocks(
    paused,
    [decideObjection, decideObjection.branches.upheld],
    limitOf,
    hours(3),
    calendar,
  )
  assert.deepEqual(named(upheld, 'signing')?.stoppedAt, hours(3))
  assert.deepEqual(named(upheld, 'dispatching')?.startedAt, hours(3))
  const rejected = moveClocks(
    paused,
    [decideObjection, decideObjection.branches.rejected],
    limitOf,
    hours(3),
    calendar,
  )
  assert.equal(named(rejected, 'signing')?.pausedAt, null)
  assert.ok(
    (named(rejected, 'signing')?.dueAt ?? start) > (named(signing, 'signing')?.dueAt ?? start),
  )
})

test('a failed check starts rework and leaves completion as it ended', () => {
  const clocks = moveClocks([], [acts.accept], limitOf, start, calendar)
  const fedBack = merge(clocks, moveClocks(clocks, [acts.feedBack], limitOf, hours(4), calendar))
  const failed = merge(
    fedBack,
    moveClocks(fedBack, [check, acts.check.branches.failed], limitOf, hours(6), calendar),
  )
  assert.deepEqual(named(failed, 'completion'), named(fedBack, 'completion'))
  assert.deepEqual(named(failed, 'rework')?.startedAt, hours(6))
})

test('another limit counts from the same start; an extension from the due moment', () => {
  const clock = named(moveClocks([], [acts.accept], limitOf, start, calendar), 'completion')
  assert.ok(clock)
  const retimed = adjustClock(
    clock,
    { retime: { limit: { unit: 'workingDay', amount: 2 }, rule: 'duty:7' } },
    calendar,
  )
  assert.equal(retimed.startedAt, clock.startedAt)
  assert.equal(retimed.rule, 'duty:7')
  assert.equal(retimed.dueAt.toISOString(), '2026-03-05T10:00:00.000Z')
  const extended = adjustClock(retimed, { extend: { unit: 'workingDay', amount: 1 } }, calendar)
  assert.equal(extended.dueAt.toISOString(), '2026-03-06T10:00:00.000Z')
  assert.deepEqual(extended.firstDueAt, retimed.dueAt)
})

test('what a matter is due by: the earliest of what others wait for, nothing while all is held', () => {
  const clocks = merge(
    moveClocks([], [acts.accept], limitOf, start, calendar),
    moveClocks([], [acts.dispatch], limitOf, start, calendar),
  )
  assert.deepEqual(nextDue(clocks), named(clocks, 'completion')?.dueAt)
  const held = merge(clocks, moveClocks(clocks, [acts.suspend], limitOf, hours(1), calendar))
  assert.equal(nextDue(held), null)
  const woken = merge(held, moveClocks(held, [acts.wake], limitOf, hours(100), calendar))
  assert.ok((nextDue(woken) ?? start) > (nextDue(clocks) ?? start))
  assert.equal(nextDue([]), null)
})
