import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zh } from '../zh-CN.ts'
import { asPeopleSay, saySentence, standingTone, toneOf } from './say-matter.ts'
import type { MatterView } from './view.ts'

const now = new Date('2026-11-22T02:00:00Z')
const matter = (more: Partial<MatterView>): MatterView =>
  ({ flags: [], clocks: [], timeline: [], leadOffice: 'o1', dueAt: null, ...more }) as MatterView
const say = (more: Partial<MatterView>) =>
  saySentence(matter({ leadOfficeName: '城管局', ...more }), 'zh-CN', now, zh).replaceAll(
    '\u00a0',
    ' ',
  )

test('little is left on the last day, or in the last hours where hours are counted', () => {
  assert.equal(toneOf({ late: true, amount: 9, unit: 'workingDay' }), 'late')
  assert.equal(toneOf({ late: false, amount: 1, unit: 'workingDay' }), 'soon')
  assert.equal(toneOf({ late: false, amount: 2, unit: 'naturalDay' }), 'open')
  assert.equal(toneOf({ late: false, amount: 4, unit: 'urgentHour' }), 'soon')
  assert.equal(toneOf({ late: false, amount: 5, unit: 'workingHour' }), 'open')
  assert.equal(toneOf({ late: false, amount: 30, unit: 'minute' }), 'soon')
})

test('from two days on, hours of a continuous clock are said in days', () => {
  const left = (amount: number) => asPeopleSay({ late: true, amount, unit: 'urgentHour' })
  assert.deepEqual(left(47), { late: true, amount: 47, unit: 'urgentHour' })
  assert.deepEqual(left(71), { late: true, amount: 2, unit: 'naturalDay' })
})

test('a flag that decides what comes next is said before the state', () => {
  assert.equal(
    say({ state: 'handling', dueAt: '2026-11-28T09:30:00Z' }),
    '城管局正在处置，期限 11 月 28 日 17:30',
  )
  assert.equal(
    say({ state: 'handling', flags: ['rework', 'objected'] }),
    '城管局对派单有异议，等待裁定',
  )
  assert.equal(say({ state: 'judged', flags: ['consulting'] }), '正在会商由谁办理')
  assert.equal(say({ state: 'fedBack', leadOffice: null }), '已当场处置，等待核查')
})

test('what is on hold says when it wakes', () => {
  const entry = {
    act: 'suspend',
    body: { wakeOn: '2026-12-20' },
  } as unknown as MatterView['timeline'][number]
  assert.equal(
    say({ state: 'handling', flags: ['suspended'], timeline: [entry] }),
    '城管局暂缓办理，12 月 20 日自动恢复',
  )
})

test('the tone of a matter is that of the clock that is due', () => {
  const clock = { dueAt: 'x', stoppedAt: null, left: { late: true, amount: 1, unit: 'workingDay' } }
  const clocks = [clock] as unknown as MatterView['clocks']
  assert.equal(standingTone(matter({ state: 'handling', dueAt: 'x', clocks })), 'late')
  assert.equal(standingTone(matter({ state: 'closed' })), 'done')
  assert.equal(standingTone(matter({ state: 'handling', flags: ['suspended'] })), 'paused')
})
