import assert from 'node:assert/strict'
import { test } from 'node:test'
import { starterRules } from '#database/rules/starter.ts'
import { ruleBook } from '#foundation/rules-with-citations.ts'
import type { CountyRules } from '#foundation/server/rule-book.ts'
import type { Day } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { amendUntil, type EvaluationView, offersOf } from './offers.ts'

const now = new Date('2026-03-10T02:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()

const county: Pick<CountyRules, 'rules' | 'dayOf'> = {
  rules: ruleBook(
    starterRules.map((rule) => ({ ...rule, validFrom: '2020-01-01' as Day, validTo: null })),
  ),
  dayOf: (at) => dayAt(at, 'Asia/Shanghai'),
}

const viewOf = (more: Partial<MatterView>, ...verbs: Verb[]) =>
  ({
    receivedAt: ago(240),
    clocks: [],
    timeline: [],
    acts: verbs.map((verb) => ({ verb, refusal: null })),
    ...more,
  }) as unknown as MatterView

const silent: EvaluationView = {
  round: 1,
  callsLeft: 3,
  rateUntil: null,
  reopenUntil: null,
  verdicts: [],
  checks: [],
  calls: [],
  exclusions: [],
}
const offered = (view: MatterView, evaluation: Partial<EvaluationView> = {}) =>
  offersOf({ view, evaluation: { ...silent, ...evaluation }, county, now })

test('a report may be corrected for half an hour, and only while the procedure allows it', () => {
  const until = (view: MatterView) => amendUntil({ view, county, now })?.toISOString() ?? null
  assert.equal(until(viewOf({ receivedAt: ago(0.25) }, 'amend')), '2026-03-10T02:15:00.000Z')
  assert.equal(until(viewOf({ receivedAt: ago(0.6) }, 'amend')), null)
  assert.equal(until(viewOf({ receivedAt: ago(0.25) })), null)
})

test('urging is offered once it is late, and again a day after', () => {
  const clock = { name: 'completion', stoppedAt: null, late: true }
  const clocks = (more: object) => [{ ...clock, ...more }] as unknown as MatterView['clocks']
  const urged = (hours: number) =>
    [{ act: 'urge', actor: 'receipt', at: ago(hours) }] as unknown as MatterView['timeline']
  assert.deepEqual(offered(viewOf({ clocks: clocks({ late: false }) }, 'urge')), [])
  assert.deepEqual(offered(viewOf({ clocks: clocks({}) }, 'urge')), ['urge'])
  assert.deepEqual(offered(viewOf({ clocks: clocks({}), timeline: urged(3) }, 'urge')), [])
  assert.deepEqual(offered(viewOf({ clocks: clocks({}), timeline: urged(25) }, 'urge')), ['urge'])
})

test('rating ends with its window, and after a while it cannot be changed', () => {
  const view = viewOf({}, 'rate', 'reopen')
  const given = (source: 'resident' | 'callBack', hours: number) => ({
    verdicts: [
      {
        round: 1,
        solved: true,
        grade: null,
        words: '',
        source,
        published: false,
        at: ago(hours),
        correctedAt: null,
      },
    ],
  })
  assert.deepEqual(offered(view), ['rate', 'reopen'])
  assert.deepEqual(offered(view, { rateUntil: '2026-03-09', reopenUntil: '2026-03-09' }), [])
  assert.deepEqual(offered(view, given('resident', 71)), ['rate', 'reopen'])
  assert.deepEqual(offered(view, given('resident', 73)), ['reopen'])
  assert.deepEqual(offered(view, given('callBack', 73)), ['rate', 'reopen'])
})

test('what the procedure refuses is not offered', () => {
  assert.deepEqual(offered(viewOf({}, 'supplement')), ['supplement'])
})
